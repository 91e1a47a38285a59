"""The nearest thing that works: another day, another place for the bus to stop."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain
from math import isfinite

from guide import places, planner
from guide.asked.words import written
from guide.bad_request import BadPlace
from guide.no_tour import NoTour, NoWay, TooFarFromStreets
from guide.request import TourRequest
from guide.streets.engine import Streets
from guide.tour import Place
from guide.trips.errors import AllClosed, BusTooFar, NeverOpen
from guide.trips.question import Trip
from sites.catalogue import Catalogue
from sites.names import Text
from sites.position import Position

DAYS_TRIED = 14
"""So many days before and after are tried where all is closed."""


def written_day(moment: datetime) -> str:
    """Write a day and a time of day."""
    return f"{moment:%d/%m/%Y %H:%M}"


def all_closed(
    request: TourRequest, catalogue: Catalogue, streets: Streets
) -> AllClosed | NeverOpen:
    """Say that nothing can be visited, and when something can."""
    day = written_day(request.depart)
    other = another_day(request, catalogue, streets)
    return AllClosed("depart", day, other) if other else NeverOpen("depart", day)


def another_day(
    request: TourRequest, catalogue: Catalogue, streets: Streets
) -> str | None:
    """Name the nearest day, at the same time, on which the same can be asked."""
    for days in chain.from_iterable((n, -n) for n in range(1, DAYS_TRIED + 1)):
        other = replace(request, depart=request.depart + timedelta(days=days))
        try:
            if planner.plan(other, catalogue, streets).stops:
                return written_day(other.depart)
        except NoTour:
            continue
    return None


def with_nearest(
    problem: TooFarFromStreets | NoWay | BadPlace,
    trip: Trip,
    catalogue: Catalogue,
    streets: Streets,
) -> Exception:
    """Say from where one can walk, if it is where the bus stops that is out of reach.

    That is: the point of the streets that is nearest, of those that lead to a site.
    """
    ends = {"from": trip.start, "to": trip.end}
    given = ends.get(problem.field)
    # No way "from" is told of the site that cannot be reached: then the start is off.
    where = given or (trip.start if isinstance(problem, NoWay) else None)
    if where is None or (problem.field in trip.stops):
        return problem
    if not isinstance(where, Position):
        try:
            place = places.place_of(problem.field, where, catalogue)
        except NoTour:
            return problem
    else:
        place = Place(position=where)
    near = _reachable(place.position, catalogue, streets)
    if near is None:
        return problem
    at, metres, beside = near
    name = Text(
        vi=f"{written(at)} (gần {beside.vi})", en=f"{written(at)} (near {beside.en})"
    )
    field = problem.field if given else "from"
    return BusTooFar(field, place.name, name, metres)


def _reachable(
    position: Position, catalogue: Catalogue, streets: Streets
) -> tuple[Position, float, Text] | None:
    """Return the nearest place that is on the streets and near a site, its metres."""
    snap = streets.snap(position)
    known = [
        (site, streets.snap(site.way_in.position)) for site in catalogue if site.way_in
    ]
    known = [(site, at) for site, at in known if at.away_m <= places.MAX_SNAP_M]
    if not known:
        return None
    metres = streets.ways([snap, *(at for _site, at in known)]).metres[0]
    reached = [n for n in range(len(known)) if isfinite(float(metres[n + 1]))]
    if reached:
        nearest = min(reached, key=lambda n: float(metres[n + 1]))
        return snap.point, snap.away_m, known[nearest][0].name
    far = [(_apart(position, at.point), n) for n, (_site, at) in enumerate(known)]
    away, nearest = min(far)
    return known[nearest][1].point, away, known[nearest][0].name


def _apart(a: Position, b: Position) -> float:
    """Return about how many metres lie between two positions of one city."""
    north, east = (a.lat - b.lat) * 111_000, (a.lon - b.lon) * 104_000
    return float((north**2 + east**2) ** 0.5)
