from itertools import product

import numpy as np
import pytest
from geopy.distance import geodesic

from guide.streets.plane import Plane, metres_between
from sites.position import Position

CENTRE = Position(20.86, 106.69)
STEPS = (-0.05, -0.004, 0.0, 0.01, 0.05)
"""Degrees: up to some 7.5 km from the centre."""


@pytest.mark.parametrize(("north", "east"), [*product(STEPS, STEPS)])
def test_lengths_are_those_on_the_ellipsoid_to_one_part_in_a_thousand(
    north: float, east: float
) -> None:
    there = Position(CENTRE.lat + north, CENTRE.lon + east)
    metres = float(np.hypot(*Plane(CENTRE).points([there])[0]))

    assert metres == pytest.approx(geodesic(CENTRE.lat_lon, there.lat_lon).m, rel=1e-3)


@pytest.mark.parametrize(("north", "east"), [(0.001, 0), (0, 0.001), (-0.001, 0.001)])
def test_lengths_nearby_are_right_to_one_part_in_ten_thousand(
    north: float, east: float
) -> None:
    there = Position(CENTRE.lat + north, CENTRE.lon + east)
    metres = float(np.hypot(*Plane(CENTRE).points([there])[0]))

    assert metres == pytest.approx(geodesic(CENTRE.lat_lon, there.lat_lon).m, rel=1e-4)


def test_the_first_number_is_metres_east_and_the_second_metres_north() -> None:
    plane = Plane(CENTRE)
    (east, north), (west, south) = plane.points(
        [Position(20.861, 106.692), Position(20.859, 106.688)]
    )

    assert 200 < east < 220
    assert 105 < north < 115
    assert (west, south) == pytest.approx((-east, -north))


def test_a_degree_east_is_shorter_away_from_the_equator() -> None:
    there, equator = Position(60, 11), Position(0, 11)
    ((half, _),) = Plane(Position(60, 10)).points([there])
    ((whole, _),) = Plane(Position(0, 10)).points([equator])

    assert half / whole == pytest.approx(0.5, abs=0.002)


@pytest.mark.parametrize("metres", [(0.0, 0.0), (123.4, -5000.0), (-0.01, 7000.0)])
def test_a_position_is_found_back_from_its_metres(
    metres: tuple[float, float],
) -> None:
    plane = Plane(CENTRE)

    assert plane.points([plane.position(np.array(metres))])[0] == (
        pytest.approx(metres, abs=1e-6)
    )


@pytest.mark.parametrize("lat", [-60.0, 0.0, 20.86, 66.0])
@pytest.mark.parametrize(("north", "east"), [(0.05, 0), (0, 0.05), (-0.03, 0.04)])
def test_the_way_between_two_positions_is_right_to_one_part_in_a_million(
    lat: float, north: float, east: float
) -> None:
    a, b = Position(lat, 106.69), Position(lat + north, 106.69 + east)
    metres = geodesic(a.lat_lon, b.lat_lon).m

    assert metres_between(a, b) == pytest.approx(metres, rel=1e-6)
    assert metres_between(b, a) == metres_between(a, b)


def test_a_position_is_no_way_from_itself() -> None:
    assert metres_between(CENTRE, CENTRE) == 0
