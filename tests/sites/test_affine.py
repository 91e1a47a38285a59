from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites.affine import Pin, PinsInLine, is_thin, on_the_ground, placed, seen
from sites.position import Position
from tests.sites.drawn import CORNERS, PLACES

PINS = [
    Pin(x, y, Position(*place)) for (x, y), place in zip(CORNERS, PLACES, strict=True)
]
SHARE = st.floats(-2, 3)
PIXEL = st.floats(0, 5000)
NEAR, FAR = st.floats(0, 1000), st.floats(2000, 5000)
POINTS = st.tuples(
    st.tuples(NEAR, NEAR), st.tuples(FAR, NEAR), st.tuples(NEAR, FAR)
).flatmap(st.permutations)
"""Far enough apart that no picture reaches beyond the globe."""


def test_every_pin_lies_where_it_was_put() -> None:
    for pin in PINS:
        found = placed(PINS, pin.x, pin.y)
        assert found.lat == pytest.approx(pin.position.lat, abs=1e-12)
        assert found.lon == pytest.approx(pin.position.lon, abs=1e-12)


@given(POINTS, SHARE, PIXEL, PIXEL)
def test_what_is_between_two_points_lies_between_their_places(
    points: list[tuple[float, float]], share: float, x: float, y: float
) -> None:
    pins = [Pin(*point, pin.position) for point, pin in zip(points, PINS, strict=True)]
    a, b = placed(pins, 0, 0), placed(pins, x, y)
    between = placed(pins, share * x, share * y)

    assert isclose(between.lat, a.lat + share * (b.lat - a.lat), abs_tol=1e-6)
    assert isclose(between.lon, a.lon + share * (b.lon - a.lon), abs_tol=1e-6)


@given(POINTS, PIXEL, PIXEL)
def test_from_the_picture_to_the_ground_and_back_is_the_same_point(
    points: list[tuple[float, float]], x: float, y: float
) -> None:
    pins = [Pin(*point, pin.position) for point, pin in zip(points, PINS, strict=True)]

    assert seen(pins, placed(pins, x, y)) == pytest.approx((x, y), abs=1e-3)


@pytest.mark.parametrize(
    ("pixels", "places"),
    [
        ([(0, 0), (50, 50), (100, 100)], PLACES),
        (CORNERS, [(20.85, 106.68), (20.86, 106.68), (20.87, 106.68)]),
    ],
    ids=["in the picture", "on the ground"],
)
def test_pins_in_one_line_are_refused_by_name(
    pixels: list[tuple[float, float]], places: list[tuple[float, float]]
) -> None:
    pins = [
        Pin(*pixel, Position(*place))
        for pixel, place in zip(pixels, places, strict=True)
    ]

    with pytest.raises(PinsInLine, match="one line"):
        seen([*pins], placed([*pins], 10, 20))


@pytest.mark.parametrize(
    "points",
    [
        [(0, 0), (0, 0), (0, 0)],
        [(0, 0), (5, 5), (5, 5)],
        [(0, 0), (50, 50), (100, 100)],
        [(0, 0), (50, 5), (100, 0)],
    ],
    ids=["one point", "two points", "a line", "nearly a line"],
)
def test_points_in_one_line_place_nothing(points: list[tuple[float, float]]) -> None:
    assert is_thin(points)


def test_a_triangle_that_is_just_high_enough_is_taken() -> None:
    assert not is_thin([(0, 0), (50, 5.01), (100, 0)])


def test_on_the_ground_a_degree_is_shorter_eastwards() -> None:
    ((east, north),) = on_the_ground([Pin(0, 0, Position(60, 10))])

    assert east == pytest.approx(5)
    assert north == 60
