import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.maps.paper import (
    AROUND,
    BAR_MM,
    LEAST_METRES,
    SIZES_MM,
    Frame,
    Paper,
    frame_around,
)
from guide.streets.plane import metres_between
from sites.position import Position
from tests.guide.factories import on

RECTANGLE = (10.0, 20.0, 190.0, 200.0)
IN_TOWN = st.builds(on, st.floats(-2000, 2000), st.floats(-2000, 2000))


def around(*positions: Position) -> Frame:
    return frame_around(positions, RECTANGLE)


@given(st.lists(IN_TOWN, min_size=1, max_size=9))
def test_everything_lies_in_the_frame(positions: list[Position]) -> None:
    frame = around(*positions)

    for position in positions:
        x, y = frame.at(position)
        assert 10 <= x <= 200
        assert 20 <= y <= 220


@given(IN_TOWN, IN_TOWN)
def test_metres_are_as_long_as_the_scale_says(a: Position, b: Position) -> None:
    frame = around(a, b)
    (x0, y0), (x1, y1) = frame.at(a), frame.at(b)
    drawn = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5

    metres = drawn / frame.mm_a_metre
    assert metres == pytest.approx(metres_between(a, b), rel=7e-3, abs=0.01)


def test_north_is_up_and_east_is_right() -> None:
    frame = around(on(0, 0), on(900, 900))
    (x0, y0), (x1, y1) = frame.at(on(0, 0)), frame.at(on(900, 900))

    assert x1 > x0
    assert y1 < y0


def test_the_world_fills_the_narrower_side() -> None:
    frame = around(on(0, 0), on(2000, 100))
    (west, _), (east, _) = frame.at(on(0, 0)), frame.at(on(2000, 100))

    assert east - west == pytest.approx(190 / (1 + 2 * AROUND), rel=1e-3)


def test_a_single_place_is_shown_with_its_surroundings() -> None:
    assert around(on(0, 0)).mm_a_metre * LEAST_METRES == pytest.approx(190, rel=1e-2)


@given(st.lists(IN_TOWN, min_size=1, max_size=3))
def test_the_bar_is_short_enough_and_no_shorter_than_need_be(
    positions: list[Position],
) -> None:
    metres, mm = around(*positions).bar

    assert BAR_MM / 3 < mm <= BAR_MM
    assert str(metres).strip("0") in {"1", "2", "5"}


def test_a5_is_half_of_a4() -> None:
    (wide, high), (half_wide, half_high) = SIZES_MM[Paper.A4], SIZES_MM[Paper.A5]

    assert half_high == wide
    assert half_wide == high // 2
