"""Plan a class trip: the one place where planner, groups and rotation meet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from guide import places, planner
from guide.bad_request import BadPlace
from guide.no_tour import NoTour, NoWay, TooFarFromStreets
from guide.pace import WALKERS
from guide.request import TourRequest
from guide.streets.engine import Streets, WaysBetween
from guide.tour import Part, Place, Tour
from guide.trips import groups as grouping
from guide.trips.errors import (
    BadTrip,
    NotEnoughTime,
    NoWayRound,
    ShutMeanwhile,
)
from guide.trips.groups import Group
from guide.trips.nearest import all_closed, another_day, with_nearest
from guide.trips.question import Trip
from guide.trips.ritual import is_worship
from guide.trips.rotation import Because, lead, why_not
from guide.trips.rounds import part_of, rota_of
from guide.trips.serial import Rota, Rotation, busy, too_slow
from guide.wishes import Break, Wishes
from sites.catalogue import Catalogue
from sites.model import Site
from sites.names import joined

DROPS = 3
"""So many stops that take the groups too long are left out before fewer are seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TripPlan:
    """The answer: what each group sees when, and how it gets there.

    ``places`` are the stops, and where lunch is eaten, numbered as in the rotation;
    ``tour`` is the walk of a single group that chose them, with what was left out.
    ``parts`` are the groups' walks, in the order of ``groups``. ``toilets_met`` says
    that no group goes longer without a toilet than was asked for.
    """

    trip: Trip
    groups: tuple[Group, ...]
    tour: Tour
    places: tuple[Place, ...]
    sites: tuple[Site, ...]
    rotation: Rotation
    parts: tuple[Part, ...]
    toilets_met: bool = True

    @property
    def arrive(self) -> datetime:
        """When the last group is at the end."""
        return max(part.arrive for part in self.parts)

    @property
    def lunch(self) -> Place | None:
        """Where lunch is eaten, if it is."""
        return self.places[-1] if len(self.places) > len(self.sites) else None

    @property
    def of_all(self) -> Tour:
        """The walks of all groups as one tour."""
        wishes = replace(self.tour.request.wishes, groups=len(self.groups))
        request = replace(self.tour.request, wishes=wishes)
        return replace(self.tour, request=request, parts=self.parts)


def plan_trip(trip: Trip, catalogue: Catalogue, streets: Streets) -> TripPlan:
    """Choose stops for a class, and lead all groups round them.

    Where all groups cannot see what one alone can, other stops are taken, or fewer,
    unless the teacher named them.

    Raises:
        BadTrip, BadRequest, NoTour: it names what clashes, and what works.
    """
    found = grouping.form(trip)
    named = {s: places.site_named("stop", s, catalogue).name for s in trip.stops}
    roomiest = max(catalogue, key=lambda site: trip.held_by(site.slug))
    wanted = named or {roomiest.slug: roomiest.name}
    grouping.see_that_they_fit(found, trip, wanted)
    first: _Draft | None = None
    for most in _tries(trip):
        request = request_of(trip, found, most, catalogue)
        left_out: set[str] = set()
        while True:
            asked = replace(request, never=(*request.never, *sorted(left_out)))
            tour = _one_group(trip, asked, (catalogue, streets))
            if not tour.stops:
                break
            draft = _Draft.of(trip, found, tour, streets)
            if plan := draft.plan():
                return plan
            first = first or draft
            if trip.stops or len(left_out) >= DROPS:
                break
            left_out |= draft.slow()
    raise first.problem() if first else all_closed(request, catalogue, streets)


def _tries(trip: Trip) -> Sequence[int]:
    """Ask for fewer and fewer stops, unless the teacher named them."""
    return [len(trip.stops)] if trip.stops else range(trip.most_stops, 0, -1)


def _one_group(
    trip: Trip, request: TourRequest, known: tuple[Catalogue, Streets]
) -> Tour:
    """Plan the walk of the largest group, alone."""
    try:
        tour = planner.plan(request, *known)
    except (TooFarFromStreets, NoWay, BadPlace) as problem:
        raise with_nearest(problem, trip, *known) from None
    except NoTour:
        if trip.stops or another_day(request, *known) is None:
            raise
        raise all_closed(request, *known) from None
    return tour


def request_of(
    trip: Trip, found: tuple[Group, ...], most: int, catalogue: Catalogue
) -> TourRequest:
    """Say what the planner is asked: a class with its times, all of one size."""
    wishes = Wishes(
        max_stops=most,
        breaks=_breaks(trip),
        # A class must not be sent where there may be steps, if one cannot climb them.
        streets=replace(Wishes().streets, step_free=trip.wheelchairs > 0),
    )
    largest = max(group.people for group in found)
    unfit = [s.slug for s in catalogue if trip.held_by(s.slug) < largest]
    praying = [s.slug for s in catalogue if is_worship(s, trip.depart.date())]
    # Where there is enough else to see, a class does not stand among those who pray.
    if len(catalogue.sites.keys() - {*unfit, *praying}) >= most:
        unfit += praying
    return TourRequest(
        start=trip.start,
        end=trip.end,
        depart=trip.depart,
        minutes=trip.minutes,
        pace=trip.pace,
        walker=WALKERS["class"],
        pupils=max(group.pupils for group in found),
        must=trip.stops,
        never=tuple(s for s in dict.fromkeys(unfit) if s not in trip.stops),
        wishes=wishes,
    )


def _breaks(trip: Trip) -> tuple[Break, ...]:
    if trip.lunch is None:
        return ()
    lunch = trip.lunch
    where = (lunch.place,) if lunch.place else ()
    return (Break(lunch.minutes, lunch.earliest, lunch.latest, where),)


@dataclass(frozen=True, slots=True)
class _Draft:
    """The stops that one group would see, before all groups are led round them."""

    trip: Trip
    found: tuple[Group, ...]
    tour: Tour
    halts: tuple[Place, ...]
    ways: WaysBetween
    rota: Rota

    @classmethod
    def of(
        cls, trip: Trip, found: tuple[Group, ...], tour: Tour, streets: Streets
    ) -> Self:
        """Measure the ways between the stops, and where lunch is eaten."""
        rests = (rest.place for rest in tour.parts[0].rests)
        stops = (Place(position=s.position, site=s.site) for s in tour.stops)
        halts = (*stops, *rests)
        walked = streets.walked_by(tour.request.profile)
        ends = (tour.start, tour.end)
        ways = walked.ways([walked.snap(one.position) for one in (*halts, *ends)])
        rota = rota_of(trip, found, tour, ways)
        return cls(trip, found, tour, halts, ways, rota)

    def plan(self) -> TripPlan | None:
        """Lead all groups round; without enough toilets, if it must be."""
        rotation, met = lead(self.rota), True
        if rotation is None and self.rota.toilet_every is not None:
            rotation, met = lead(replace(self.rota, toilet_every=None)), False
        if rotation is None:
            return None
        parts = (part_of(r, self.tour, self.halts, self.ways) for r in rotation.rounds)
        return TripPlan(
            trip=self.trip,
            groups=self.found,
            tour=self.tour,
            places=self.halts,
            sites=self._sites,
            rotation=rotation,
            parts=tuple(parts),
            toilets_met=met,
        )

    @property
    def _sites(self) -> tuple[Site, ...]:
        return tuple(stop.site for stop in self.tour.stops)

    def slow(self) -> set[str]:
        """Name the stops that take too long, as one group after the other goes.

        Where each alone would do, the one that takes the groups longest.
        """
        stops = range(len(self._sites))
        slow = set(too_slow(self.rota)) & set(stops)
        slow = slow or {max(stops, key=lambda stop: busy(self.rota, stop))}
        return {self._sites[stop].slug for stop in slow}

    def problem(self) -> BadTrip:
        """Say why there is no rotation, and what would do."""
        found, sites = why_not(self.rota), self._sites
        of = (len(self.found), len(sites))
        if found.because is Because.TIME and found.needed:
            return NotEnoughTime("minutes", self.trip.minutes, found.needed, of)
        if found.because is Because.HOURS:
            shut = [sites[n].name for n in found.stops if n < len(sites)]
            return ShutMeanwhile("stop", joined(shut or [s.name for s in sites]))
        return NoWayRound("stop", len(self.found))
