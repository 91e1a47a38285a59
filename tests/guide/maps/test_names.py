from itertools import combinations

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from guide.maps.lettering import width_em
from guide.maps.names import APART_MM, Free, Name, Wanted

FRAME = shapely.box(0, 0, 200, 200)


def wanted(
    *points: tuple[float, float], text: str = "Phố Lê Lợi", size: float = 3
) -> Wanted:
    line = LineString(points) if len(points) > 1 else Point(points[0])
    return Wanted(text=text, size=size, colour="#000000", line=line)


def stand(*names: Wanted, taken: tuple[BaseGeometry, ...] = ()) -> list[Name]:
    return Free(FRAME, taken).stand(names)


def test_a_name_stands_in_the_middle_of_its_street() -> None:
    (name,) = stand(wanted((20, 100), (180, 100)))

    assert name.x == pytest.approx(100, abs=2)
    assert name.angle == 0
    assert name.box.centroid.y == pytest.approx(100, abs=0.3)


@pytest.mark.parametrize(
    ("line", "angle"),
    [
        (((20, 100), (180, 100)), 0),
        (((180, 100), (20, 100)), 0),
        (((100, 20), (100, 180)), -90),
        (((100, 180), (100, 20)), -90),
        (((20, 20), (180, 180)), 45),
        (((180, 20), (20, 180)), -45),
    ],
)
def test_no_name_is_upside_down(
    line: tuple[tuple[float, float], ...], angle: float
) -> None:
    (name,) = stand(wanted(*line))

    assert name.angle == pytest.approx(angle)


def test_a_street_that_is_too_short_has_no_name() -> None:
    needed = (width_em("Phố Lê Lợi") + 0.25) * 3

    assert stand(wanted((20, 100), (20 + needed * 1.001, 100)))
    assert stand(wanted((20, 100), (20 + needed * 0.999, 100))) == []


def test_a_name_does_not_stand_in_a_bend() -> None:
    (name,) = stand(wanted((100, 20), (100, 100), (190, 100)))
    turn = Point(100, 100)

    assert name.box.distance(turn) > 0
    assert stand(wanted((90, 100), (100, 100), (100, 110))) == []


def test_of_two_that_cross_the_first_one_has_the_choice() -> None:
    one, two = stand(
        wanted((20, 100), (180, 100), text="Trần Phú"),
        wanted((100, 20), (100, 180), text="Cầu Đất"),
    )

    assert one.x == pytest.approx(100, abs=2)
    assert abs(two.y - 100) > 3


def test_a_name_does_not_stand_on_what_is_taken() -> None:
    pin = Point(100, 100).buffer(5)
    (name,) = stand(wanted((20, 100), (180, 100)), taken=(pin,))

    assert not name.box.intersects(pin)
    assert stand(wanted((20, 100), (180, 100)), taken=(FRAME,)) == []


def test_a_name_does_not_leave_the_frame() -> None:
    (name,) = stand(wanted((-50, 100), (60, 100)))

    assert FRAME.contains(name.box)
    assert stand(wanted((50, 0.5), (150, 0.5))) == []


def test_one_street_is_named_again_only_far_away() -> None:
    pieces = [wanted((x, 100), (x + 38, 100)) for x in (1, 40, 79, 118, 157)]
    places = [name.x for name in stand(*pieces)]

    assert len(places) > 1
    assert all(abs(a - b) >= APART_MM for a, b in combinations(places, 2))


def test_the_name_of_an_area_stands_level_at_its_point() -> None:
    (name,) = stand(wanted((50, 60), text="Hồ Sen"))

    assert (name.x, name.angle) == (50, 0)


def test_a_line_without_length_has_no_name() -> None:
    assert stand(wanted((50, 60), (50, 60), text="a")) == []


POINTS = st.tuples(st.floats(0, 200), st.floats(0, 200))
STREETS = st.lists(
    st.builds(
        lambda points, text, size: wanted(*points, text=text, size=size),
        st.lists(POINTS, min_size=1, max_size=4),
        st.sampled_from(["Lê Lợi", "Phố Cầu Đất", "Ngõ 9", "Hồ Sen", "Trần Phú"]),
        st.floats(1.5, 4),
    ),
    max_size=12,
)


@settings(max_examples=50, deadline=None)
@given(STREETS)
def test_names_never_lie_on_each_other(streets: list[Wanted]) -> None:
    boxes = [name.box for name in stand(*streets)]

    assert all(FRAME.contains(box) for box in boxes)
    assert not any(one.intersects(two) for one, two in combinations(boxes, 2))


@settings(max_examples=20, deadline=None)
@given(STREETS)
def test_the_same_streets_are_named_the_same(streets: list[Wanted]) -> None:
    assert stand(*streets) == stand(*streets)
