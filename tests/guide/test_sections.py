from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from guide.sections import (
    ASIDE_M,
    LOOK_M,
    ROUND_M,
    SHORT_M,
    STRAIGHT_DEG,
    Line,
    angle,
    bearing,
    is_straight,
    sections,
)
from guide.streets.graph import StreetGraph
from guide.streets.pack import Street
from guide.tour import Leg
from sites.position import Position
from tests.guide.factories import drawn, graph, leg_between, on, street

HAIR = 0.1
"""A little less or more, in metres: places are floating-point numbers."""

NO_TAGS: Mapping[str, str] = {}

Seen = list[tuple[str | None, float]]


def seen(leg: Leg) -> Seen:
    found = sections(leg.pieces, Line(leg))
    return [(section.name, round(section.metres, 1)) for section in found]


def made(
    *line: tuple[float, float],
    kind: str = "residential",
    name: str | None = None,
    tags: Mapping[str, str] = NO_TAGS,
) -> Street:
    return replace(drawn(*line, name=name), kind=kind, tags=tags)


def walked(*streets: Street) -> Leg:
    """Walk from the first point of the first street to the last of the last one."""
    return leg_between(streets[0].line[0], streets[-1].line[-1], graph(*streets))


@pytest.mark.parametrize(
    ("goal", "degrees"),
    [((0, 9), 0), ((9, 9), 45), ((9, 0), 90), ((0, -9), 180), ((-9, 0), -90)],
)
def test_bearings_run_clockwise_from_north(
    goal: tuple[float, float], degrees: float
) -> None:
    assert bearing((0, 0), goal) == pytest.approx(degrees)


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [(0, 90, 90), (0, -90, -90), (170, -170, 20), (-170, 170, -20), (90, -90, -180)],
)
def test_a_turn_to_the_right_is_positive(
    before: float, after: float, turn: float
) -> None:
    assert angle(before, after) == turn


def test_from_thirty_degrees_on_it_is_a_turn() -> None:
    assert is_straight(STRAIGHT_DEG - HAIR)
    assert is_straight(HAIR - STRAIGHT_DEG)
    assert not is_straight(STRAIGHT_DEG)
    assert not is_straight(-STRAIGHT_DEG)


@pytest.mark.parametrize(
    ("last_m", "degrees"), [(LOOK_M, 90), (LOOK_M + HAIR, 90), (LOOK_M / 2, 45)]
)
def test_a_street_leads_where_its_last_fifteen_metres_do(
    last_m: float, degrees: float
) -> None:
    leg = walked(drawn((0, 0), (0, 90), (last_m, 90)))

    assert Line(leg).out_of(leg.pieces[0]) == pytest.approx(degrees, abs=0.01)


def test_a_street_shorter_than_that_leads_from_its_beginning_to_its_end() -> None:
    leg = walked(drawn((0, 0), (5, 5)))

    assert Line(leg).out_of(leg.pieces[0]) == pytest.approx(45, abs=0.01)
    assert Line(leg).into(leg.pieces[0]) == pytest.approx(45, abs=0.01)


@pytest.mark.parametrize(
    ("gap_m", "expected"),
    [
        pytest.param(SHORT_M - HAIR, [("A", 114.9), ("B", 100)], id="short"),
        pytest.param(SHORT_M, [("A", 100), (None, 15), ("B", 100)], id="long enough"),
    ],
)
def test_a_short_piece_only_joins_two_streets(gap_m: float, expected: Seen) -> None:
    found = walked(
        drawn((-100, 0), (0, 0), name="A"),
        street(on(0, 0), on(0, gap_m), metres=gap_m),
        drawn((0, gap_m), (-100, gap_m), name="B"),
    )

    assert seen(found) == expected


@pytest.mark.parametrize(
    ("metres", "count"), [(SHORT_M - HAIR, 1), (SHORT_M + HAIR, 2)]
)
def test_a_few_metres_at_either_end_are_not_said(metres: float, count: int) -> None:
    town = graph(drawn((-100, 0), (0, 0), name="A"), drawn((0, 0), (0, 99)))
    for ends in ((on(-metres, 0), on(0, 90)), (on(0, 90), on(-metres, 0))):
        found = seen(leg_between(*ends, town))

        assert len(found) == count
        assert sum(m for _name, m in found) == pytest.approx(90 + metres)


def test_of_two_short_bits_one_is_said() -> None:
    assert seen(leg_between(on(191, 0), on(200, 8))) == [("Phố Dọc 200", 17)]


def ring(aside_m: float = 0.0, last_m: float = 20.0) -> Leg:
    """Walk east, round three sides of a square, and on to the east."""
    a, b, c, d = (0, 0), (0, 20), (20, 20), (20, aside_m)
    return walked(
        drawn((-100, 0), a, name="A"),
        drawn(a, b),
        drawn(b, c),
        street(on(*c), on(*d), metres=last_m),
        drawn(a, (0, -99)),
        drawn(b, (0, 99)),
        drawn(c, (20, 99)),
        drawn(d, (120, aside_m), name="A"),
    )


@pytest.mark.parametrize(
    ("leg", "expected"),
    [
        pytest.param(ring(), [("A", 260)], id="opposite"),
        pytest.param(ring(ASIDE_M - HAIR), [("A", 260)], id="nearly opposite"),
        pytest.param(
            ring(ASIDE_M + HAIR),
            [("A", 100), (None, 20), (None, 40), ("A", 100)],
            id="not opposite",
        ),
        pytest.param(ring(last_m=ROUND_M - 40), [("A", 260)], id="not far"),
        pytest.param(
            ring(last_m=ROUND_M - 40 + HAIR),
            [("A", 100), (None, 20), (None, 20), (None, 20.1), ("A", 100)],
            id="too far",
        ),
    ],
)
def test_past_a_small_roundabout_a_street_goes_on(leg: Leg, expected: Seen) -> None:
    assert seen(leg) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param("A-A", [("A", 220)], id="a gap in its name"),
        pytest.param("A-B", [("A", 100), ("-", 20), ("B", 100)], id="another street"),
        pytest.param("AXA", [("A", 100), ("X", 20), ("A", 100)], id="another name"),
    ],
)
def test_a_short_gap_in_the_name_of_a_street_is_passed_over(
    names: str, expected: Seen
) -> None:
    a, gap, b = (None if name == "-" else name for name in names)
    found = walked(
        drawn((-100, 0), (0, 0), name=a),
        drawn((0, 0), (20, 0), name=gap),
        drawn((20, 0), (120, 0), name=b),
    )

    assert [(name or "-", metres) for name, metres in seen(found)] == expected


def kinds(leg: Leg) -> list[tuple[str, float]]:
    found = sections(leg.pieces, Line(leg))
    return [(section.kind, round(section.metres)) for section in found]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        pytest.param({"footway": "crossing"}, [("footway", 240)], id="a crossing"),
        pytest.param({"footway": "traffic_island"}, [("footway", 240)], id="a refuge"),
        pytest.param(
            {}, [("footway", 100), ("residential", 40), ("footway", 100)], id="a street"
        ),
    ],
)
def test_a_path_goes_on_beyond_a_crossing(
    tags: dict[str, str], expected: list[tuple[str, float]]
) -> None:
    kind = "footway" if tags else "residential"
    leg = walked(
        made((0, 0), (100, 0), kind="footway"),
        made((100, 0), (140, 0), kind=kind, tags=tags),
        made((100, 0), (100, 90)),
        made((140, 0), (140, 90)),
        made((140, 0), (240, 0), kind="footway"),
    )

    assert kinds(leg) == expected


@pytest.mark.parametrize(
    ("metres", "expected"),
    [
        pytest.param(SHORT_M - HAIR, [("footway", 215)], id="a few steps"),
        pytest.param(
            SHORT_M + HAIR, [("footway", 100), ("steps", 15), ("footway", 100)],
            id="a long flight",
        ),
    ],
)  # fmt: skip
def test_a_path_goes_on_over_a_few_steps(
    metres: float, expected: list[tuple[str, float]]
) -> None:
    leg = walked(
        made((0, 0), (100, 0), kind="footway"),
        made((100, 0), (100 + metres, 0), kind="steps"),
        made((100 + metres, 0), (200 + metres, 0), kind="footway"),
    )

    assert kinds(leg) == expected


def test_many_steps_one_after_the_other_are_no_step_of_a_hundred_metres() -> None:
    """So it is between the courts of the Temple of Literature in Hà Nội."""
    bits = pairwise((0.0, 10.0 * place) for place in range(13))
    kinds_of = ["steps", "footway"] * 6
    leg = walked(
        *(made(a, b, kind=kind) for (a, b), kind in zip(bits, kinds_of, strict=True))
    )

    assert kinds(leg) == [("footway", 120)]


def test_whoever_begins_or_ends_on_a_crossing_is_told_of_the_street() -> None:
    crossing = {"footway": "crossing"}
    leg = walked(
        made((0, -20), (0, 0), kind="footway", tags=crossing),
        made((0, 0), (100, 0), kind="residential"),
        made((100, 0), (100, 20), kind="footway", tags=crossing),
    )

    assert kinds(leg) == [("residential", 140)]


def test_a_section_keeps_the_tags_that_all_of_it_has_and_the_longest_kind() -> None:
    old = {"old_name": "Phố Cũ"}
    leg = walked(
        made((0, 0), (30, 0), tags=old | {"lit": "yes"}, name="A"),
        made((30, 0), (130, 0), kind="tertiary", tags=old | {"lit": "no"}, name="A"),
        made((130, 0), (160, 0), tags=old | {"lit": "yes"}, name="A"),
    )
    (found,) = sections(leg.pieces, Line(leg))

    assert (found.kind, found.tags) == ("tertiary", old)


def test_a_point_is_placed_beside_the_line() -> None:
    leg = walked(drawn((0, 0), (100, 0)))

    assert Line(leg).point(on(30, -40)) == pytest.approx((30, -40), abs=0.01)


def places(streets: StreetGraph) -> Sequence[Position]:
    return [found.line[0] for found in streets.pack.streets[::40]]


def test_no_metre_of_street_is_lost_and_no_section_is_short(
    centre: StreetGraph,
) -> None:
    start, *goals = places(centre)
    for goal in goals:
        leg = leg_between(start, goal, centre)
        found = sections(leg.pieces, Line(leg))

        assert sum(section.metres for section in found) == pytest.approx(
            sum(piece.metres for piece in leg.pieces)
        )
        assert all(section.metres >= SHORT_M for section in found[1:])
