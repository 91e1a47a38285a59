"""A request with all that is known about it: what the solver is asked in numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from guide import doors
from guide.request import TourRequest
from guide.solver.problem import UNREACHABLE, Break, Problem
from guide.streets.engine import WaysBetween
from guide.streets.way import Way
from guide.tour import Place
from guide.trail import Trail
from guide.wishes import Break as Wish
from sites.model import Kind, Site

LIKED, OTHER = 10, 1
"""How much a point of interest counts where it is asked for, and where it is not.

What was not asked for fills the time that is left; it never displaces what was.
"""

FOLLOWED = 1000
"""How much a point counts at a site of the person or event that a walk follows.

One of them outweighs ten of the best others: nothing displaces it but the time.
"""

FADING = (100, 70, 50, 40)
"""Percent that the first, second … site of one kind counts on a varied walk."""

ROUNDING_S = 8
"""More than the halves of seconds that are lost to rounding on all legs of a walk."""

KINDS = tuple(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The candidates, and the ways between them, the rests and the two ends.

    ``rests`` are the places where a break may be taken, by possible break of the
    request: the same question can be asked again with another time.
    ``ways`` has a place for each candidate, then each rest, then the start, then the
    end. Seconds count from the first departure. ``walk_limit_m`` limits each walk, as
    the visitor's own wish does; without ``calm_rest`` nobody rests but by wish.
    """

    request: TourRequest
    candidates: tuple[Site, ...]
    rests: tuple[tuple[Place, ...], ...] = ()
    ways: WaysBetween
    start: Place
    end: Place
    walk_limit_m: float | None = None
    calm_rest: bool = True
    trail: Trail | None = None

    @property
    def start_place(self) -> int:
        """The number of the start among the places of ``ways``."""
        return len(self.candidates) + sum(map(len, self.rests))

    @property
    def end_place(self) -> int:
        """The number of the end among the places of ``ways``."""
        return self.start_place + 1

    @property
    def limit_s(self) -> int:
        """How many seconds each walk may take."""
        return self.request.minutes * 60

    @property
    def most_walk_m(self) -> float | None:
        """How long each walk may be at the most; None where nothing limits it."""
        limits = (self.walk_limit_m, self.request.wishes.max_walk_m)
        return min((limit for limit in limits if limit is not None), default=None)

    def walk_s(self, a: int, b: int) -> int:
        """Return how long it takes from one place of ``ways`` to another."""
        metres = float(self.ways.metres[a, b])
        return self.request.party.walk_s(metres) if isfinite(metres) else UNREACHABLE

    def way(self, a: int, b: int) -> Way:
        """Return the line from one place of ``ways`` to another."""
        return self.ways.way(a, b)

    def stay_s(self, site: Site) -> int:
        """Return how long a visit takes these people on that day."""
        return doors.stay_s(self.request, site)

    def place(self, number: int) -> Place:
        """Return a rest by its number among the places of ``ways``."""
        flat = [place for places in self.rests for place in places]
        return flat[number - len(self.candidates)]

    def is_wished(self, number: int) -> bool:
        """Tell whether a rest, by its number, belongs to a break that was wished."""
        wished = self.rests[: len(self.request.wishes.breaks)]
        return number < len(self.candidates) + sum(map(len, wished))

    @property
    def _wanted(self) -> tuple[Wish, ...]:
        return self.request.breaks if self.calm_rest else self.request.wishes.breaks

    def doubt_m(self, place: int) -> float:
        """Return how far off the position of a place of ``ways`` may be."""
        site = self.candidates[place] if place < len(self.candidates) else None
        return site.way_in.radius_m if site and site.way_in else 0.0

    @property
    def offsets(self) -> tuple[int, ...]:
        """When each walk leaves, in seconds after the first."""
        return tuple(map(self._second, self.request.departures))

    def at(self, seconds: int) -> datetime:
        """Return the moment so many seconds after the departure."""
        return self.request.depart + timedelta(seconds=seconds)

    def starts(self, site: Site, span: timedelta) -> Sequence[tuple[int, int]]:
        """List the first and last seconds at which a visit may begin within ``span``.

        Of each walk, that is, in order. A site of unknown hours may be visited at any
        time: the tour says so.
        """
        departures = sorted(set(self.request.departures))
        return tuple(
            start
            for depart in departures
            for start in self._starts(site, depart, depart + span)
        )

    def _starts(
        self, site: Site, depart: datetime, until: datetime
    ) -> Iterator[tuple[int, int]]:
        visit_s = self.stay_s(site)
        for opens, closes in doors.visits(self.request, site, depart, until):
            first, last = self._second(opens), self._second(closes) - visit_s
            if first <= last:
                yield first, last

    def problem(self) -> Problem:
        """Put the question in numbers."""
        request, wishes = self.request, self.request.wishes
        number = {site.slug: place for place, site in enumerate(self.candidates)}
        rests = sum(map(len, self.rests))
        first, *more = ((offset, self.limit_s) for offset in self.offsets)
        most = dict(wishes.most)
        return Problem(
            scores=(*map(self._score, self.candidates), *(0,) * rests),
            visit_s=(*map(self.stay_s, self.candidates), *(0,) * rests),
            windows=(*self._windows(), *(((0, self._horizon_s),),) * rests),
            travel_s=self._travel_s(),
            depart_s=first[0],
            limit_s=self.limit_s,
            must=frozenset(number[slug] for slug in {*request.must, *wishes.order}),
            never=frozenset(number[s] for s in request.never if s in number),
            first=number[wishes.first] if wishes.first else None,
            last=number[wishes.last] if wishes.last else None,
            at=tuple((number[w.site], self._second(w.moment)) for w in wishes.at),
            before=tuple(
                (number[site], number[other])
                for site, other in (*wishes.ordered, *wishes.before)
                if site in number and other in number
            ),
            max_stops=wishes.max_stops,
            kinds=self._kinds(rests) if most else (),
            max_of_kind=tuple(most.get(kind, len(number)) for kind in KINDS)
            if most
            else (),
            themes=self._kinds(rests) if wishes.varied else (),
            decay=FADING if wishes.varied else (100,),
            breaks=tuple(self._breaks()),
            max_walk_s=self._max_walk_s(),
            more_tours=tuple(more),
        )

    def _windows(self) -> Iterator[tuple[tuple[int, int], ...]]:
        span = timedelta(seconds=self.limit_s)
        return (tuple(self.starts(site, span)) for site in self.candidates)

    @property
    def _horizon_s(self) -> int:
        return max(self.offsets) + self.limit_s

    def _travel_s(self) -> NDArray[np.int64]:
        party, known = self.request.party, np.isfinite(self.ways.metres)
        metres = np.where(known, self.ways.metres, 0.0)
        seconds = metres / party.m_per_s + metres * party.crossing_s_per_m
        whole = np.where(known, np.rint(seconds), UNREACHABLE)
        return whole.astype(np.int64)

    def _kinds(self, rests: int) -> tuple[int, ...]:
        return (*(KINDS.index(site.kind) for site in self.candidates), *(-1,) * rests)

    def _breaks(self) -> Iterator[Break]:
        for tour, depart in enumerate(self.request.departures):
            begin = len(self.candidates)
            # There is room for a rest that only a longer walk would take.
            for wish, places in zip(self._wanted, self.rests, strict=False):
                earliest, latest = wish.span(depart)
                yield Break(
                    places=tuple(range(begin, begin + len(places))),
                    pause_s=wish.minutes * 60,
                    earliest_s=self._second(earliest),
                    latest_s=self._second(latest),
                    tour=tour,
                )
                begin += len(places)

    def _max_walk_s(self) -> int | None:
        if self.most_walk_m is None:
            return None
        # The planner looks at the metres once more: legs are rounded to seconds.
        return self.request.party.walk_s(self.most_walk_m) + ROUNDING_S

    def _second(self, moment: datetime) -> int:
        return int((moment - self.request.depart).total_seconds())

    def _score(self, site: Site) -> int:
        likes = self.request.likes
        liked = LIKED if not likes or site.kind in likes else OTHER
        followed = self.trail is not None and site.slug in self.trail.sites
        return doors.worth(self.request, site) * (FOLLOWED if followed else liked)
