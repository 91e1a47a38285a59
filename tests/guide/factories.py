"""A small town to walk in: four by four blocks, an island, and sites on the streets.

Streets run every 100 m from the corner ``on(0, 0)`` to ``on(300, 300)``; walking from
one corner to another is as far east and north as they are apart. No street leads to
the island, from ``on(1000, 0)`` to ``on(1100, 0)``.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import pairwise
from math import dist
from typing import Any

import numpy as np

from guide import places
from guide.candidates import gather
from guide.planner import plan
from guide.question import Question
from guide.request import TourRequest
from guide.streets.graph import StreetGraph
from guide.streets.pack import Pack, Street
from guide.streets.plane import Plane
from guide.tour import Halt, Leg, Part, Stop, Tour
from guide.wishes import Where
from sites.catalogue import Catalogue
from sites.city import HAI_PHONG
from sites.hours import UNKNOWN, Hours
from sites.model import Kind, Site
from sites.names import Text
from sites.position import Position
from tests.sites.factories import location, site

CORNER = Position(20.86, 106.69)
BLOCK_M = 100
BLOCKS = 3

_PLANE = Plane(CORNER)


def on(east_m: float, north_m: float) -> Position:
    """Return the position so many metres from the corner of the town."""
    return _PLANE.position(np.array([east_m, north_m], dtype=np.float64))


def at(clock: str) -> datetime:
    """Return that time on a Monday, in the city's zone."""
    return datetime.fromisoformat(f"2026-11-23T{clock}").replace(tzinfo=HAI_PHONG.zone)


def street(*line: Position, metres: float = 100.0, **said: Any) -> Street:
    values: dict[str, Any] = {"name": None, "kind": "residential"}
    return Street(line=line, metres=metres, **values | said)


def drawn(*line: tuple[float, float], name: str | None = None) -> Street:
    """Return a street through points in metres, as long as it is drawn."""
    metres = sum(dist(a, b) for a, b in pairwise(line))
    return street(*(on(*point) for point in line), name=name, metres=metres)


def graph(*streets: Street) -> StreetGraph:
    return StreetGraph(Pack(name="test", attribution="© Somebody", streets=streets))


def street_grid() -> StreetGraph:
    steps = [step * BLOCK_M for step in range(BLOCKS + 1)]
    east = [
        street(on(x, y), on(x + BLOCK_M, y), name=f"Phố Ngang {y}")
        for y in steps
        for x in steps[:-1]
    ]
    north = [
        street(on(x, y), on(x, y + BLOCK_M), name=f"Phố Dọc {x}")
        for x in steps
        for y in steps[:-1]
    ]
    return graph(*east, *north, street(on(1000, 0), on(1100, 0), name="Phố Đảo"))


GRID = street_grid()


def temple(slug: str, position: Position | None = None, **changes: Any) -> Site:
    """Return a temple that is seen in 10 minutes, at any time, if nothing is said."""
    values: dict[str, Any] = {
        "kind": Kind.RELIGIOUS,
        "name": Text(vi=f"Đền {slug}", en=f"{slug} Temple"),
        "location": location(*position.lat_lon) if position else None,
        "visit": timedelta(minutes=10),
        "hours": Hours(rule="24/7"),
    }
    return site(slug, **values | changes)


def request(start: Where = CORNER, **changes: Any) -> TourRequest:
    """Ask for two hours from the corner of the town, on a Monday at eight."""
    values: dict[str, Any] = {"depart": at("08:00"), "minutes": 120}
    return TourRequest(start=start, **values | changes)


def question(asked: TourRequest, *candidates: Site) -> Question:
    """Measure the ways between some sites and the ends of a walk in the grid."""
    found, _left_out = gather(asked, Catalogue(candidates), GRID)
    return found


def walk(asked: TourRequest, *sites: Site) -> Tour:
    """Plan a walk through the grid."""
    return plan(asked, Catalogue(sites), GRID)


def leg(
    *line: Position, metres: float = 120.0, depart: str = "08:00", minutes: float = 2
) -> Leg:
    begin = at(depart)
    return Leg(
        line=line,
        stretches=(),
        metres=metres,
        depart=begin,
        arrive=begin + timedelta(minutes=minutes),
    )


def leg_between(
    a: Position,
    b: Position,
    streets: StreetGraph = GRID,
    doubts_m: tuple[float, float] = (0.0, 0.0),
) -> Leg:
    """Return the leg along the shortest way between two places, at no time at all."""
    way = streets.ways([streets.snap(a), streets.snap(b)]).way(0, 1)
    return Leg(
        line=way.line,
        stretches=way.stretches,
        metres=way.metres,
        depart=at("08:00"),
        arrive=at("08:00"),
        doubts_m=doubts_m,
        pieces=way.pieces,
    )


def stop(found: Site, arrive: str, enter: str, leave: str) -> Stop:
    return Stop(site=found, arrive=at(arrive), enter=at(enter), leave=at(leave))


def part(
    legs: Iterable[Leg] = (), halts: Iterable[Halt] = (), depart: str = "08:00"
) -> Part:
    return Part(depart=at(depart), halts=tuple(halts), legs=tuple(legs))


def tour(legs: Iterable[Leg] = (), stops: Iterable[Halt] = (), **changes: Any) -> Tour:
    here = places.place_of("from", CORNER, Catalogue())
    values: dict[str, Any] = {
        "request": request(),
        "start": here,
        "end": here,
        "left_out": (),
        "parts": (part(legs, stops),),
        "edition": 1,
        "attribution": "© Somebody",
    }
    return Tour(**values | changes)


TRICKY = temple(
    "tricky",
    on(300, 300),
    name=Text(vi='Đền "A & B" <1>', en='"A & B" <1> Temple: Đền'),
    hours=UNKNOWN,
)
"""A site whose name no format may trip over."""

BROKEN = temple(
    "broken",
    on(100, 200),
    name=Text(
        vi="Đình \x00\x0b\x1b[31m\r\ufffe]]>", en="Hall \x00\x0b\x1b[31m\r\ufffe]]>"
    ),
)
"""A site whose name holds characters that no XML may hold."""
