"""From stops to numbers for the rotation, and from its numbers to clock times."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from math import isfinite

from guide import doors
from guide.request import TourRequest
from guide.streets.engine import WaysBetween
from guide.tour import Halt, Leg, Part, Place, Rest, Stop, Tour
from guide.trips.groups import Group
from guide.trips.question import TOILET_MINUTES, Trip
from guide.trips.serial import Rota, Round
from sites.model import Site


def rota_of(
    trip: Trip, found: tuple[Group, ...], tour: Tour, ways: WaysBetween
) -> Rota:
    """Put stops and groups in numbers; every group is taken to be as slow as any."""
    party, rests = tour.request.party, tour.parts[0].rests
    everybody = sum(group.people for group in found)
    stops = tour.stops
    visits = [
        _minutes(doors.stay_s(tour.request, stop.site))
        + (TOILET_MINUTES if stop.site.slug in trip.toilets else 0)
        for stop in stops
    ]
    lunch = [_minutes((rest.leave - rest.enter).total_seconds()) for rest in rests]
    count = len(stops) + len(rests) + 2
    travel = tuple(
        tuple(
            _minutes(party.walk_s(float(ways.metres[a, b])))
            if isfinite(float(ways.metres[a, b]))
            else None
            for b in range(count)
        )
        for a in range(count)
    )
    return Rota(
        sizes=tuple(group.people for group in found),
        holds=(
            *(trip.held_by(s.site.slug) for s in stops),
            *(everybody for _ in rests),
        ),
        visit=(*visits, *lunch),
        travel=travel,
        open=(
            *(tuple(_spans(tour.request, stop.site)) for stop in stops),
            *(((_span(trip)),) for _rest in rests),
        ),
        limit=trip.minutes,
        toilets=frozenset(
            number for number, s in enumerate(stops) if s.site.slug in trip.toilets
        ),
        toilet_every=trip.toilets_every,
    )


def _minutes(seconds: float) -> int:
    """Round up: a timetable in whole minutes must be one that can be kept."""
    return -int(-seconds // 60)


def _spans(request: TourRequest, site: Site) -> Iterator[tuple[int, int]]:
    """List from which to which minute a class may be inside."""
    # Until midnight: how much later would do is told, but not for another day.
    last = datetime.combine(request.depart.date(), time.max, request.depart.tzinfo)
    for opens, closes in doors.visits(request, site, request.depart, last):
        begin = _minutes((opens - request.depart).total_seconds())
        finish = int((closes - request.depart).total_seconds() // 60)
        if begin < finish:
            yield max(0, begin), finish


def _span(trip: Trip) -> tuple[int, int]:
    """Return from which to which minute lunch may be eaten."""
    day: date = trip.depart.date()

    def minute(clock: time) -> int:
        at = datetime.combine(day, clock, trip.depart.tzinfo)
        return int((at - trip.depart).total_seconds() // 60)

    if trip.lunch is None:
        return 0, trip.minutes
    return max(0, minute(trip.lunch.earliest)), minute(trip.lunch.latest)


def part_of(
    one: Round, tour: Tour, halts: tuple[Place, ...], ways: WaysBetween
) -> Part:
    """Turn the numbers of one group into halts and legs with clock times."""
    last = len(halts)

    def at(minute: int) -> datetime:
        return tour.request.depart + timedelta(minutes=minute)

    found: list[Halt] = []
    for visit in one.visits:
        place = halts[visit.stop]
        arrive, enter, leave = map(at, (visit.arrive, visit.enter, visit.leave))
        if visit.stop < len(tour.stops) and place.site:
            found.append(Stop(site=place.site, arrive=arrive, enter=enter, leave=leave))
        else:
            found.append(Rest(place=place, arrive=arrive, enter=enter, leave=leave))
    order = [last, *(visit.stop for visit in one.visits), last + 1]
    leaves = [at(one.depart), *(halt.leave for halt in found)]
    arrives = [*(halt.arrive for halt in found), at(one.back)]
    legs = []
    for number, (leave, arrive) in enumerate(zip(leaves, arrives, strict=True)):
        way = ways.way(order[number], order[number + 1])
        legs.append(
            Leg(
                line=way.line,
                stretches=way.stretches,
                metres=way.metres,
                depart=leave,
                arrive=arrive,
                pieces=way.pieces,
            )
        )
    return Part(depart=at(one.depart), halts=tuple(found), legs=tuple(legs))
