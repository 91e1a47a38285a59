"""A request with all that is known about it: what the solver is asked in numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import isfinite

import numpy as np

from guide.solver.problem import UNREACHABLE, Problem
from guide.streets.ways import Way, Ways
from guide.tour import Place, TourRequest
from sites.model import Site

LIKED, OTHER = 10, 1
"""How much a point of interest counts where it is asked for, and where it is not.

What was not asked for fills the time that is left; it never displaces what was.
"""

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The candidates, and the ways between them and the two ends of the walk.

    ``ways`` has a place for each candidate, then the start, then the end. Seconds count
    from the departure.
    """

    request: TourRequest
    candidates: tuple[Site, ...]
    ways: Ways
    start: Place
    end: Place

    @property
    def start_place(self) -> int:
        """The number of the start among the places of ``ways``."""
        return len(self.candidates)

    @property
    def end_place(self) -> int:
        """The number of the end among the places of ``ways``."""
        return len(self.candidates) + 1

    @property
    def limit_s(self) -> int:
        """How many seconds the walk may take."""
        return self.request.minutes * 60

    def walk_s(self, a: int, b: int) -> int:
        """Return how long it takes from one place of ``ways`` to another."""
        metres = float(self.ways.metres[a, b])
        return self.request.pace.seconds(metres) if isfinite(metres) else UNREACHABLE

    def way(self, a: int, b: int) -> Way:
        """Return the line from one place of ``ways`` to another."""
        return self.ways.way(a, b)

    def doubt_m(self, place: int) -> float:
        """Return how far off the position of a place of ``ways`` may be."""
        site = self.candidates[place] if place < len(self.candidates) else None
        return site.location.radius_m if site and site.location else 0.0

    def at(self, seconds: int) -> datetime:
        """Return the moment so many seconds after the departure."""
        return self.request.depart + timedelta(seconds=seconds)

    def starts(self, site: Site, span: timedelta) -> Sequence[tuple[int, int]]:
        """List the first and last seconds at which a visit may begin within ``span``.

        A site of unknown hours may be visited at any time: the tour says so.
        """
        until = self.request.depart + span
        openings = site.hours.openings(self.request.depart, until)
        visit_s = int(site.visit.total_seconds())
        if openings is None:
            return ((0, max(0, int(span.total_seconds()) - visit_s)),)
        spans = [
            (self._second(opening.start), self._second(opening.end) - visit_s)
            for opening in openings
        ]
        return tuple((first, last) for first, last in spans if first <= last)

    def problem(self) -> Problem:
        """Put the question in numbers."""
        seconds = self.ways.metres / self.request.pace.m_per_s
        travel_s = np.where(np.isfinite(seconds), np.rint(seconds), UNREACHABLE)
        number = {site.slug: place for place, site in enumerate(self.candidates)}
        span = timedelta(seconds=self.limit_s)
        return Problem(
            scores=tuple(self._score(site) for site in self.candidates),
            visit_s=tuple(int(site.visit.total_seconds()) for site in self.candidates),
            windows=tuple(tuple(self.starts(site, span)) for site in self.candidates),
            travel_s=travel_s.astype(np.int64),
            depart_s=0,
            limit_s=self.limit_s,
            must=frozenset(number[slug] for slug in self.request.must),
        )

    def _second(self, moment: datetime) -> int:
        return int((moment - self.request.depart).total_seconds())

    def _score(self, site: Site) -> int:
        likes = self.request.likes
        return site.interest * (LIKED if not likes or site.kind in likes else OTHER)
