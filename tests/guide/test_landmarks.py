from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.around import Around
from guide.directions import Step, steps
from guide.landmarks import (
    APART_M,
    AT_M,
    ENDS_M,
    FRONT_M,
    LONG_M,
    NEAR_M,
    Relation,
    placed,
)
from guide.manoeuvres import SIDE_M, Side
from guide.streets.spots import Spot
from guide.tour import Leg
from sites.catalogue import Catalogue
from sites.model import Site
from tests.guide.factories import drawn, graph, leg_between, on, temple
from tests.sites.factories import location

HAIR = 0.1

TOWN = graph(
    drawn((-300, 0), (-25, 0), name="A"),
    drawn((-25, 0), (0, 0), name="A"),
    drawn((-25, 0), (-25, 90), name="Side street"),
    drawn((0, 0), (0, -300), name="B"),
    drawn((0, 0), (90, 7), name="Off"),
)
"""One comes from the west along A, past a side street, and turns right into B."""


def leg() -> Leg:
    return leg_between(on(-300, 0), on(0, -300), TOWN)


def seen(*sites: Site, spots: tuple[Spot, ...] = ()) -> list[tuple[str, str, str]]:
    """Say what is told at the two steps, as (name, relation, side)."""
    start, turn, _arrive = steps(leg(), Around(catalogue=Catalogue(sites), spots=spots))
    return [said(start), said(turn)]


def said(step: Step) -> tuple[str, str, str]:
    if step.seen is None:
        return ("", "", "")
    name = step.seen.landmark.site or step.seen.landmark.name.vi
    return (name, step.seen.relation, step.seen.side or "")


NOTHING = ("", "", "")


def at(east: float, north: float, radius_m: float = 5, name: str = "x") -> Site:
    place = replace(location(*on(east, north).lat_lon), radius_m=radius_m)
    return temple(name, location=place)


def bank(east: float, north: float, name: str = "Ngân hàng") -> Spot:
    return Spot(kind="bank", position=on(east, north), name=name)


@pytest.mark.parametrize(
    ("east", "north", "relation"),
    [
        pytest.param(0, 0, "at", id="in the crossing"),
        pytest.param(10, 10, "at", id="at the corner"),
        pytest.param(-18, 8, "after", id="on the left before the turn"),
        pytest.param(-18, -8, "after", id="on the right before the turn"),
        pytest.param(0, 20, "opposite", id="on the other hand"),
        pytest.param(20, 15, "opposite", id="across the crossing"),
        pytest.param(30, 0, "opposite", id="in one's face"),
        pytest.param(20, -18, "before", id="beyond, on the hand of the turn"),
        pytest.param(0, -30, "passing", id="down the street that one turns into"),
        pytest.param(8, -30, "passing", id="down that street, on its other side"),
        pytest.param(-8, -30, "passing", id="down that street, on this side"),
        pytest.param(0, NEAR_M - HAIR, "opposite", id="near enough"),
        pytest.param(0, NEAR_M + HAIR, "", id="too far"),
    ],
)
def test_how_a_landmark_lies_to_a_turn(
    east: float, north: float, relation: str
) -> None:
    _start, (name, told, _side) = seen(at(east, north))

    assert (name, told) == (("x", relation) if relation else ("", ""))


@pytest.mark.parametrize(
    ("radius_m", "relation"), [(20 - HAIR, "opposite"), (20 + HAIR, "")]
)
def test_what_may_as_well_lie_elsewhere_is_not_told(
    radius_m: float, relation: str
) -> None:
    assert seen(at(0, 20, radius_m))[1][1] == relation


@pytest.mark.parametrize(("east", "told"), [(-19.9, "after"), (-20.1, "")])
def test_past_a_landmark_one_could_not_have_turned_already(
    east: float, told: str
) -> None:
    """The side street is 25 m before the turn, the position sure to 5 m."""
    way = [("x", "passing", "right"), NOTHING]

    assert seen(at(east, -8)) == ([NOTHING, ("x", told, "")] if told else way)


@pytest.mark.parametrize(
    ("north", "side"),
    [
        pytest.param(20, "left", id="left"),
        pytest.param(-20, "right", id="right"),
        pytest.param(5 + HAIR, "left", id="just beside the street"),
        pytest.param(5 - HAIR, "", id="on the street"),
        pytest.param(NEAR_M - HAIR, "left", id="near enough"),
    ],
)
def test_one_is_told_what_one_passes_and_on_which_side(north: float, side: str) -> None:
    assert seen(at(-150, north))[0] == ("x", "passing", side)


@pytest.mark.parametrize(("radius_m", "side"), [(20 - HAIR, "left"), (20 + HAIR, "")])
def test_a_side_that_is_not_sure_is_not_told(radius_m: float, side: str) -> None:
    assert seen(at(-150, 20, radius_m))[0] == ("x", "passing", side)


def test_what_is_far_from_the_way_is_not_passed() -> None:
    assert seen(at(-150, NEAR_M + HAIR))[0] == NOTHING


@pytest.mark.parametrize(("north", "count"), [(FRONT_M - HAIR, 1), (FRONT_M + HAIR, 0)])
def test_a_spot_behind_the_first_houses_is_not_passed(north: float, count: int) -> None:
    told = seen(spots=(bank(-150, north),))[0]

    assert told == (("Ngân hàng", "passing", "left") if count else NOTHING)


@pytest.mark.parametrize(
    ("east", "told"),
    [(-300 + ENDS_M - HAIR, ""), (-300 + ENDS_M + HAIR, "x")],
)
def test_where_one_comes_from_is_no_landmark(east: float, told: str) -> None:
    assert seen(at(east, 0))[0][0] == told


@pytest.mark.parametrize(
    ("east", "told"), [(-APART_M - HAIR, "passing"), (-APART_M + HAIR, "")]
)
def test_what_one_passes_lies_apart_from_the_turn(east: float, told: str) -> None:
    """Its radius is too large to say anything of the turn."""
    assert seen(at(east, 8, 39))[0][1] == told


@pytest.mark.parametrize(("metres", "told"), [(LONG_M - 1, ""), (LONG_M + 1, "x")])
def test_on_a_short_step_one_needs_no_landmark(metres: float, told: str) -> None:
    straight = leg_between(on(-30 - metres, 0), on(-30, 0), TOWN)
    around = Around(catalogue=Catalogue([at(-30 - metres / 2, 15)]))

    assert said(steps(straight, around)[0])[0] == told


def test_the_turn_comes_before_the_way_a_site_before_a_spot_then_the_nearest() -> None:
    near, far = at(0, 20, name="near"), at(0, 30, name="far")
    way, spot = at(20, -150, name="way"), bank(0, 18)

    assert seen(near, far, way, spots=(spot,))[1][0] == "near"
    assert seen(far, way, spots=(spot,))[1][0] == "far"
    assert seen(way, spots=(spot,))[1][0] == "Ngân hàng"
    assert seen(way)[1] == ("way", "passing", "left")


def test_a_landmark_is_told_once_in_a_leg() -> None:
    """It is passed on A; then it would be opposite the turn as well."""
    start, turn = seen(at(-22, 30, 29.9))

    assert [start[0], turn[0]].count("x") == 1


@given(
    st.floats(-60, 60),
    st.floats(-60, 60),
    st.floats(0, 45),
    st.sampled_from([None, *Side]),
)
def test_a_mirror_changes_no_relation(
    ahead: float, aside: float, doubt_m: float, turn: Side | None
) -> None:
    mirrored = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, None: None}[turn]

    assert placed((ahead, aside), doubt_m, turn) == placed(
        (ahead, -aside), doubt_m, mirrored
    )


@given(
    st.floats(-40, 40),
    st.floats(-40, 40),
    st.floats(0, 40),
    st.sampled_from(Side),
)
def test_a_relation_that_is_told_is_true_wherever_the_landmark_may_be(
    ahead: float, aside: float, doubt_m: float, turn: Side
) -> None:
    relation = placed((ahead, aside), doubt_m, turn)
    beyond = aside if turn is Side.LEFT else -aside

    if relation is Relation.AFTER:
        assert ahead + doubt_m <= 0
    if relation is Relation.BEFORE:
        assert ahead - doubt_m >= 0
    if relation is Relation.OPPOSITE:
        assert beyond - doubt_m >= 0 or ahead - doubt_m >= 0
    if relation is Relation.AT:
        assert doubt_m <= AT_M


def test_going_straight_on_nothing_is_opposite() -> None:
    assert placed((0, 30), 5, None) is None
    assert placed((-SIDE_M, 0), 5, None) is Relation.AT
    assert placed((-AT_M - HAIR, 0), 5, None) is Relation.AFTER


def test_a_position_on_the_line_twice_does_not_matter() -> None:
    way = leg()
    double = replace(way, line=(*way.line[:1], *way.line))
    moved = tuple(
        replace(piece, begin=piece.begin + 1, end=piece.end + 1) for piece in way.pieces
    )

    found = steps(
        replace(double, pieces=moved), Around(catalogue=Catalogue([at(-150, 20)]))
    )
    assert said(found[0]) == ("x", "passing", "left")
