from itertools import pairwise
from random import Random

import networkx as nx
import pytest
import shapely

from guide.streets.graph import StreetGraph
from guide.streets.plane import Plane
from guide.streets.profile import Profile
from guide.streets.reach import BESIDE_M
from sites.position import Position
from tests.guide.factories import CORNER, GRID, drawn, graph, on, street
from tests.guide.streets.twins import with_places

PLANE = Plane(CORNER)


def area(streets: StreetGraph, place: Position, metres: float) -> shapely.MultiPolygon:
    return streets.reach(streets.snap(place), metres)


def holds(found: shapely.MultiPolygon, *places: Position) -> list[bool]:
    return [found.contains(shapely.Point(place.lon_lat)) for place in places]


ROAD = graph(drawn((0, 0), (1000, 0)))


def test_one_gets_so_far_along_the_street_and_no_farther() -> None:
    found = area(ROAD, on(500, 0), 100)
    ends = 100 + BESIDE_M

    inside = [on(500 + ends - 0.5, 0), on(500 - ends + 0.5, 0), on(500, BESIDE_M - 0.5)]
    outside = [on(500 + ends + 0.5, 0), on(500 - ends - 0.5, 0), on(500, BESIDE_M + 1)]
    assert holds(found, *inside) == [True] * 3
    assert holds(found, *outside) == [False] * 3


def test_the_way_to_the_street_counts() -> None:
    found = area(ROAD, on(500, 40), 100)

    assert holds(found, on(500 + 60 + 24, 0), on(500 + 60 + 26, 0)) == [True, False]


@pytest.mark.parametrize(("metres", "empty"), [(39.9, True), (40.1, False)])
def test_if_the_street_itself_is_too_far_nothing_is_in_reach(
    metres: float, *, empty: bool
) -> None:
    assert area(ROAD, on(500, 40), metres).is_empty == empty


def test_one_turns_at_corners() -> None:
    found = area(GRID, on(0, 0), 150)

    assert holds(found, on(150, 0), on(100, 50), on(50, 100)) == [True] * 3
    assert holds(found, on(100, 80), on(190, 0), on(50, 50)) == [False] * 3


def test_no_street_leads_to_the_island() -> None:
    assert holds(area(GRID, on(0, 0), 10_000), on(300, 300), on(1050, 0)) == [
        True,
        False,
    ]


def test_a_one_way_street_is_reached_in_its_direction_only() -> None:
    a, b = on(0, 0), on(1000, 0)
    ring = graph(
        street(a, b, metres=1000.0, tags={"oneway:foot": "yes"}),
        street(b, on(500, 400), a, metres=1300.0, tags={"oneway:foot": "yes"}),
    )

    assert holds(area(ring, on(500, 0), 100), on(590, 0), on(410, 0)) == [True, False]
    assert holds(area(ring, on(1000, 0), 100), on(950, 0)) == [False]


def test_who_wants_it_quiet_gets_less_far() -> None:
    a, b, c = on(0, 0), on(300, 0), on(500, 0)
    town = graph(
        street(a, b, metres=300.0, kind="primary"),
        street(a, on(150, 200), b, metres=500.0),
        street(b, c, metres=200.0),
    )
    quiet = town.walked_by(Profile(quiet=True))

    assert holds(area(town, a, 400), on(390, 0)) == [True]
    assert holds(area(quiet, a, 400), on(390, 0)) == [False]
    assert holds(area(quiet, a, 600), on(390, 0), on(430, 0)) == [True, False]


def test_more_time_is_never_less_area(centre: StreetGraph) -> None:
    place = centre.pack.streets[100].line[0]
    areas = [area(centre, place, metres) for metres in (50, 200, 500, 900, 2000)]

    for small, large in pairwise(areas):
        assert small.difference(large).area < small.area * 1e-9
        assert small.area < large.area


def test_whatever_networkx_reaches_is_in_reach(centre: StreetGraph) -> None:
    random = Random(5)
    start = centre.snap(centre.pack.streets[100].line[0])
    metres = 700.0
    found = centre.reach(start, metres)
    goals = [random.choice(street.line) for street in centre.pack.streets[::9]]
    for goal in map(centre.snap, goals):
        town = with_places(centre.walked, start, goal)
        there = nx.dijkstra_path_length(town, "a", "b", weight="metres")
        if there <= metres - 0.1:
            assert holds(found, goal.place) == [True]


def test_the_area_is_in_longitude_and_latitude() -> None:
    west, south, east, north = area(ROAD, on(500, 0), 100).bounds

    assert on(500, 0).lon == pytest.approx((west + east) / 2)
    assert on(500, 0).lat == pytest.approx((south + north) / 2)
