from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from math import cos, radians, sin
from random import Random

import numpy as np
import pytest

from guide.crossings import Crossing
from guide.directions import HERE_M, OFF_STREET_M, Step, steps
from guide.ground import Ground, Stairs
from guide.manoeuvres import SIDE_DEG, SIDE_M, Heading, Manoeuvre, Side
from guide.sections import SHORT_M
from guide.streets.graph import StreetGraph
from guide.streets.pack import Street
from guide.streets.plane import Plane
from guide.tour import Leg
from sites.position import Position
from tests.guide.factories import BLOCK_M, BLOCKS, GRID, drawn, graph, leg_between, on

HAIR = 0.1
"""A little less or more, in metres or degrees: places are floating-point numbers."""

MIRRORED: dict[object, object] = {
    Manoeuvre.SLIGHT_LEFT: Manoeuvre.SLIGHT_RIGHT,
    Manoeuvre.LEFT: Manoeuvre.RIGHT,
    Manoeuvre.SHARP_LEFT: Manoeuvre.SHARP_RIGHT,
    Side.LEFT: Side.RIGHT,
}
MIRRORED |= {right: left for left, right in MIRRORED.items()}
LEFTS = {Manoeuvre.SLIGHT_LEFT, Manoeuvre.LEFT, Manoeuvre.SHARP_LEFT}
RIGHTS = {Manoeuvre.SLIGHT_RIGHT, Manoeuvre.RIGHT, Manoeuvre.SHARP_RIGHT}


def towards(degrees: float, metres: float) -> tuple[float, float]:
    """Return the point so far from the origin, to the left of due east."""
    return metres * cos(radians(degrees)), metres * sin(radians(degrees))


def done(found: Sequence[Step]) -> list[tuple[str, str | None]]:
    return [(step.manoeuvre.value, step.street) for step in found]


def walked(*streets: Street) -> tuple[Step, ...]:
    """Walk from the first point of the first street to the last of the last one."""
    town = graph(*streets)
    return steps(leg_between(streets[0].line[0], streets[-1].line[-1], town))


def at_a_corner(degrees: float, *names: str | None, arms: int = 3) -> Step:
    """Walk east, then on in another direction; return the step after the start."""
    a, b = names or ("A", "B")
    streets = [drawn((-100, 0), (0, 0), name=a)]
    if arms == 3:
        streets.append(drawn((0, 0), (7, -90), name="Off"))
    streets.append(drawn((0, 0), towards(degrees, 100), name=b))
    return walked(*streets)[1]


def mirrored(leg: Leg) -> Leg:
    """Return a leg in the town that a mirror shows, where east is west."""
    lon = 2 * leg.line[0].lon
    return replace(leg, line=tuple(Position(p.lat, lon - p.lon) for p in leg.line))


def back(leg: Leg) -> Leg:
    """Return the same leg, walked the other way."""
    last = len(leg.line) - 1
    choices = [*(part.choice for part in leg.pieces[1:]), False]
    pieces = [
        replace(part, begin=last - part.end, end=last - part.begin, choice=choice)
        for part, choice in zip(leg.pieces, choices, strict=True)
    ]
    return replace(leg, line=leg.line[::-1], pieces=tuple(pieces[::-1]))


def in_the_grid(count: int) -> list[Leg]:
    draw = Random(4)
    size = BLOCK_M * BLOCKS

    def place() -> Position:
        return on(draw.uniform(-40, size + 40), draw.uniform(-40, size + 40))

    return [leg_between(place(), place()) for _ in range(count)]


def in_the_centre(centre: StreetGraph, count: int) -> list[Leg]:
    draw = Random(20)

    def place() -> Position:
        corner = draw.choice(draw.choice(centre.pack.streets).line)
        north, east = draw.uniform(-4e-4, 4e-4), draw.uniform(-4e-4, 4e-4)
        return Position(corner.lat + north, corner.lon + east)

    return [leg_between(place(), place(), centre) for _ in range(count)]


class Drawn:
    """A leg on paper, measured without the code that is tested."""

    def __init__(self, leg: Leg) -> None:
        self.points = Plane(leg.line[0]).points(leg.line)
        self.along = np.concatenate(
            [[0.0], np.cumsum(np.hypot(*np.diff(self.points, axis=0).T))]
        )
        self.ends = {0: leg.pieces[0].begin} | {p.end: p.begin for p in leg.pieces}
        self.long = {p.end: p.metres >= SHORT_M for p in leg.pieces}

    def after(self, metres: float) -> np.ndarray:
        """Return the point so many metres along the leg."""
        east = np.interp(metres, self.along, self.points[:, 0])
        return np.array([east, np.interp(metres, self.along, self.points[:, 1])])

    def cross(self, left_at: int, begun_at: int) -> float:
        """Multiply the last and the next 10 m: more than 0 is to the left."""
        end, begin = self.along[left_at], self.along[begun_at]
        (a, b), (c, d) = (
            self.after(end) - self.after(end - 10),
            self.after(begin + 10) - self.after(begin),
        )
        return float(a * d - b * c)

    def left_at(self, at: int) -> list[int]:
        """Return where the street before may have ended: short pieces are not said."""
        found = [at]
        while not self.long.get(found[-1], True):
            found.append(self.ends[found[-1]])
        return found


def test_no_left_is_a_right_in_the_centre(centre: StreetGraph) -> None:
    counted = 0
    for leg in in_the_centre(centre, 20):
        paper = Drawn(leg)
        for step in steps(leg):
            sign = (step.manoeuvre in LEFTS) - (step.manoeuvre in RIGHTS)
            ends = paper.left_at(step.at) if sign else []
            counted += len(ends) == 1
            assert not sign or any(paper.cross(e, step.at) * sign > 0 for e in ends)
    assert counted > 60


def test_metres_add_up_and_each_step_begins_where_they_lead(
    centre: StreetGraph,
) -> None:
    for leg in in_the_centre(centre, 20):
        found, along = steps(leg), Drawn(leg).along
        walked_m = [0.0, *accumulate(step.metres for step in found)]

        assert walked_m[-1] == pytest.approx(leg.metres, abs=1e-6)
        assert [along[step.at] for step in found] == pytest.approx(
            walked_m[:-1], rel=2e-3, abs=SHORT_M
        )


def test_nobody_is_sent_a_few_metres_into_a_street(centre: StreetGraph) -> None:
    for leg in in_the_centre(centre, 20):
        turns = [step for step in steps(leg) if step.manoeuvre in LEFTS | RIGHTS]

        assert all(step.metres >= SHORT_M for step in turns)


def test_a_mirror_swaps_left_and_right(centre: StreetGraph) -> None:
    for leg in [*in_the_grid(60), *in_the_centre(centre, 20)]:
        here, there = steps(leg), steps(mirrored(leg))

        assert [
            (MIRRORED.get(a.manoeuvre, a.manoeuvre), a.street, a.at) for a in here
        ] == [(b.manoeuvre, b.street, b.at) for b in there]
        assert [MIRRORED.get(step.side) for step in here] == [s.side for s in there]


def test_the_way_back_swaps_left_and_right() -> None:
    turns = LEFTS | RIGHTS
    for leg in in_the_grid(60):
        there = [s.manoeuvre for s in steps(leg) if s.manoeuvre in turns]
        again = [s.manoeuvre for s in steps(back(leg)) if s.manoeuvre in turns]

        assert [MIRRORED[turn] for turn in there] == again[::-1]


@pytest.mark.parametrize(
    ("start", "goal", "expected"),
    [
        pytest.param(
            on(20, 0), on(290, 0),
            [("start", "Phố Ngang 0", 270), ("arrive", None, 0)],
            id="past three corners of one street",
        ),
        pytest.param(
            on(20, 0), on(300, 50),
            [("start", "Phố Ngang 0", 280), ("left", "Phố Dọc 300", 50),
             ("arrive", None, 0)],
            id="one corner",
        ),
        pytest.param(
            on(300, 50), on(20, 0),
            [("start", "Phố Dọc 300", 50), ("right", "Phố Ngang 0", 280),
             ("arrive", None, 0)],
            id="the same corner on the way back",
        ),
        pytest.param(
            on(100, 40), on(200, 40),
            [("start", "Phố Dọc 100", 40), ("left", "Phố Ngang 0", 100),
             ("left", "Phố Dọc 200", 40), ("arrive", None, 0)],
            id="round a block",
        ),
        pytest.param(
            on(150, -30), on(230, 60),
            [("reach", "Phố Ngang 0", 30), ("start", "Phố Ngang 0", 50),
             ("left", "Phố Dọc 200", 60), ("arrive", None, 30)],
            id="from door to door",
        ),
    ],
)  # fmt: skip
def test_five_walks_in_the_grid(
    start: Position, goal: Position, expected: list[tuple[str, str | None, int]]
) -> None:
    found = steps(leg_between(start, goal))

    assert [(s.manoeuvre, s.street, round(s.metres)) for s in found] == expected


def test_one_sets_out_in_a_direction_of_the_compass() -> None:
    reach, start, *_rest = steps(leg_between(on(150, -30), on(230, 60)))

    assert (reach.heading, start.heading) == (Heading.NORTH, Heading.EAST)


def test_a_name_that_changes_is_said_even_straight_on() -> None:
    assert at_a_corner(0).manoeuvre is Manoeuvre.STRAIGHT
    assert at_a_corner(0).street == "B"


@pytest.mark.parametrize(
    ("degrees", "name", "arms", "expected"),
    [
        pytest.param(30 - HAIR, "A", 3, ("arrive", False), id="straight on"),
        pytest.param(30 + HAIR, "A", 3, ("slight-left", True), id="a bend"),
        pytest.param(90, "A", 3, ("left", True), id="a corner"),
        pytest.param(90, "A", 2, ("arrive", False), id="no other way"),
        pytest.param(90, None, 2, ("arrive", False), id="no other way, no name"),
        pytest.param(30 - HAIR, None, 3, ("arrive", False), id="straight, no name"),
        pytest.param(90, None, 3, ("left", False), id="perhaps another street"),
    ],
)
def test_one_name_is_a_step_only_where_the_street_bends_at_a_junction(
    degrees: float, name: str | None, arms: int, expected: tuple[str, bool]
) -> None:
    step = at_a_corner(degrees, name, name, arms=arms)

    assert (step.manoeuvre, step.stays) == expected


def test_a_kerb_is_no_turn() -> None:
    found = walked(
        drawn((-100, 0), (-3, 0), (0, -3), name="A"),
        drawn((0, -3), (100, -3), name="B"),
    )

    assert done(found) == [("start", "A"), ("straight", "B"), ("arrive", None)]


def test_over_a_short_piece_one_turns_once() -> None:
    found = walked(
        drawn((-100, 0), (0, 0), name="A"),
        drawn((0, 0), (0, SHORT_M - HAIR)),
        drawn((0, SHORT_M - HAIR), (-100, SHORT_M - HAIR), name="B"),
    )

    assert done(found) == [("start", "A"), ("back", "B"), ("arrive", None)]


@pytest.mark.parametrize(
    ("off_m", "first"), [(OFF_STREET_M - HAIR, "start"), (OFF_STREET_M + HAIR, "reach")]
)
def test_the_way_to_the_first_street_is_said_where_it_is_long(
    off_m: float, first: str
) -> None:
    found = steps(leg_between(on(150, -off_m), on(250, 0)))

    assert found[0].manoeuvre == first
    assert sum(step.metres for step in found) == pytest.approx(100 + off_m)


@pytest.mark.parametrize(
    ("doubt_m", "heading"), [(30 - HAIR, Heading.NORTH), (30 + HAIR, None)]
)
def test_where_the_first_street_is_seen_from_a_doubtful_place_is_not_said(
    doubt_m: float, heading: Heading | None
) -> None:
    leg = leg_between(on(150, -30), on(250, 0), doubts_m=(doubt_m, 0))

    assert steps(leg)[0].heading is heading


@pytest.mark.parametrize(
    ("goal", "doubt_m", "side"),
    [
        pytest.param(on(250, SIDE_M + HAIR), 0, Side.LEFT, id="left"),
        pytest.param(on(250, -SIDE_M - HAIR), 0, Side.RIGHT, id="right"),
        pytest.param(on(250, SIDE_M - HAIR), 0, None, id="on the street"),
        pytest.param(on(250, 20), 20 - HAIR, Side.LEFT, id="sure enough"),
        pytest.param(on(250, 20), 20 + HAIR, None, id="perhaps on the other side"),
    ],
)
def test_one_is_told_on_which_side_the_place_is(
    goal: Position, doubt_m: float, side: Side | None
) -> None:
    leg = leg_between(on(150, 0), goal, doubts_m=(500, doubt_m))

    assert steps(leg)[-1].side is side


@pytest.mark.parametrize(
    ("degrees", "side"),
    [
        (SIDE_DEG - 1, None),
        (SIDE_DEG + 1, Side.LEFT),
        (180 - SIDE_DEG - 1, Side.LEFT),
        (180 - SIDE_DEG + 1, None),
        (-SIDE_DEG - 1, Side.RIGHT),
    ],
)
def test_ahead_and_behind_are_on_no_side(degrees: float, side: Side | None) -> None:
    town = graph(
        drawn((-100, 0), (0, 0), name="A"), drawn((0, 0), towards(degrees, 99))
    )
    leg = leg_between(on(-90, 0), on(*towards(degrees, 12)), town)

    assert steps(leg)[-1].side is side


def test_across_the_street_one_only_arrives() -> None:
    (only,) = steps(leg_between(on(40, -9), on(40, 9)))

    assert (only.manoeuvre, only.heading) == (Manoeuvre.ARRIVE, Heading.NORTH)
    assert only.metres == pytest.approx(18)


def test_one_arrives_as_surely_as_the_place_is_known() -> None:
    for goal in (on(250, 9), on(150, -9)):
        leg = leg_between(on(150, 9), goal, doubts_m=(500, 350))

        assert steps(leg)[-1].doubt_m == 350


def test_right_here_needs_no_directions() -> None:
    assert steps(leg_between(on(40, 0), on(40, 0))) == ()
    assert steps(leg_between(on(40, 0), on(40 + HERE_M - HAIR, 0))) == ()
    assert len(steps(leg_between(on(40, 0), on(40 + HERE_M + HAIR, 0)))) == 2


def tagged(
    line: list[tuple[float, float]],
    kind: str = "footway",
    name: str | None = None,
    **tags: str,
) -> Street:
    return replace(drawn(*line, name=name), kind=kind, tags=tags)


def test_a_crossing_and_a_few_steps_are_told_where_one_meets_them() -> None:
    start, turn, _arrive = walked(
        tagged([(0, 0), (100, 0)]),
        tagged([(100, 0), (112, 0)], footway="crossing", crossing="marked"),
        tagged([(112, 0), (200, 0)]),
        tagged([(200, 0), (200, -10)], "steps", step_count="14"),
        tagged([(200, 0), (290, 0)]),
        tagged([(200, -10), (200, -90)]),
    )

    assert (start.crossings, start.stairs) == ((Crossing.MARKED,), Stairs(14))
    assert (turn.manoeuvre, turn.crossings, turn.stairs) == ("right", (), None)


def test_steps_of_which_one_may_walk_a_part_are_not_counted() -> None:
    town = graph(
        tagged([(0, 0), (40, 0)], "steps", step_count="80"),
        tagged([(40, 0), (140, 0)]),
    )
    part = steps(leg_between(on(20, 0), on(130, 0), town))[0]

    assert (part.ground, part.stairs) == (Ground.STEPS, Stairs(None))


def test_traffic_is_told_of_once() -> None:
    found = walked(
        tagged([(0, 0), (100, 0)], "residential", "A"),
        tagged([(100, 0), (100, 100)], "primary", "B"),
        tagged([(100, 100), (200, 100)], "primary", "C"),
    )

    assert [step.busy for step in found] == [False, True, False, False]


def test_a_step_knows_what_one_walks_on_and_the_tags_of_its_street() -> None:
    first, second, _arrive = walked(
        tagged([(0, 0), (100, 0)], "residential", "A", old_name="B"),
        tagged([(100, 0), (100, 100)], "pedestrian", area="yes"),
    )

    assert (first.ground, first.tags) == (Ground.STREET, {"old_name": "B"})
    assert second.ground is Ground.SQUARE


def test_whoever_sets_out_over_a_crossing_has_not_crossed_before_the_street() -> None:
    town = graph(
        tagged([(0, -20), (0, 0)], footway="crossing"),
        tagged([(0, 0), (100, 0)], "residential", "A"),
    )
    reach, start, _arrive = steps(leg_between(on(0, -50), on(90, 0), town))

    assert (reach.manoeuvre, reach.crossings) == ("reach", ())
    assert (start.street, start.at, start.crossings) == ("A", 1, (Crossing.UNKNOWN,))
    assert start.metres == pytest.approx(110)


def test_the_grid_has_no_names_but_its_own() -> None:
    names = {found.name for found in GRID.pack.streets}

    assert {s.street for leg in in_the_grid(60) for s in steps(leg)} <= {*names, None}
