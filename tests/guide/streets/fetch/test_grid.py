import pytest
from hypothesis import given
from hypothesis import strategies as some

from guide.streets.fetch.errors import BadBox
from guide.streets.fetch.grid import (
    LEAST_DEGREES,
    MAX_PARTS,
    PART_DEGREES,
    parts_of,
    quarters_of,
    read_box,
    square_km,
    written,
)
from sites.city import HAI_PHONG
from sites.position import Box, Position


def box(south: float, west: float, high: float, wide: float) -> Box:
    return Box(south=south, west=west, north=south + high, east=west + wide)


boxes = some.builds(
    box,
    some.floats(-80, 80),
    some.floats(-170, 170),
    some.floats(0.0001, 10 * PART_DEGREES),
    some.floats(0.0001, 10 * PART_DEGREES),
)
shares = some.floats(0, 1)


def test_a_box_is_read_as_south_west_north_east() -> None:
    found = read_box(" 20.84, 106.66,20.88 ,106.72")

    assert found == Box(south=20.84, west=106.66, north=20.88, east=106.72)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("", "not four numbers"),
        ("1,2,3", "not four numbers"),
        ("1,2,3,4,5", "not four numbers"),
        ("a,2,3,4", "not four numbers"),
        ("20,106,nan,107", "nowhere on Earth"),
        ("20,106,inf,107", "nowhere on Earth"),
        ("106,20,107,21", "nowhere on Earth"),
        ("20,107,21,106", "west not before east"),
        ("21,106,20,107", "south is not below north"),
        ("20,106,20,107", "south is not below north"),
    ],
)
def test_what_is_no_box_is_refused_with_an_example(given: str, problem: str) -> None:
    with pytest.raises(BadBox, match=rf"--box: .*{problem}.*20\.84,106\.66"):
        read_box(given)


@given(boxes)
def test_what_is_written_is_read_as_the_same_box(any_box: Box) -> None:
    found = read_box(written(any_box))

    assert found.south == pytest.approx(any_box.south, abs=1e-7)
    assert found.east == pytest.approx(any_box.east, abs=1e-7)


def test_the_city_is_asked_for_in_six_parts() -> None:
    assert len(parts_of(HAI_PHONG.box)) == 6
    assert square_km(HAI_PHONG.box) == pytest.approx(249, rel=0.01)


@given(boxes, shares, shares)
def test_every_place_of_a_box_is_in_a_part_and_no_part_is_too_large(
    whole: Box, up: float, right: float
) -> None:
    place = Position(
        min(whole.south + up * (whole.north - whole.south), whole.north),
        min(whole.west + right * (whole.east - whole.west), whole.east),
    )
    parts = parts_of(whole)

    assert 1 <= sum(part.holds(place) for part in parts) <= 4
    assert all(part.north - part.south <= PART_DEGREES + 1e-6 for part in parts)
    assert all(part.east - part.west <= PART_DEGREES + 1e-6 for part in parts)
    assert sum(map(square_km, parts)) == pytest.approx(square_km(whole), rel=1e-2)


def test_a_hundred_parts_are_the_most() -> None:
    side = 10 * PART_DEGREES

    assert len(parts_of(box(20, 106, side, side))) == MAX_PARTS
    with pytest.raises(BadBox, match="110 questions, and 100 are the most"):
        parts_of(box(20, 106, side, side + 0.001))


def test_a_part_is_cut_in_four_until_it_is_small() -> None:
    least = box(20, 106, 2 * LEAST_DEGREES, 2 * LEAST_DEGREES)

    assert len(quarters_of(least)) == 4
    assert quarters_of(quarters_of(least)[0]) == []
