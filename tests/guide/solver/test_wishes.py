"""Whole tours, judged wish by wish; every limit just kept, and just not."""

from typing import Any

import pytest

from guide.solver import exact
from guide.solver.model import build
from guide.solver.problem import Break, Problem
from guide.solver.sequence import need_prize
from guide.solver.timetable import worth
from guide.solver.wishes import value_of
from tests.guide.solver.cases import any_problem, problem
from tests.guide.solver.sequences import walked

TURN = 5  # after three nodes, the start and the end
TWO_TOURS: dict[str, Any] = {"more_tours": ((10_000, 7200),)}


def value(asked: Problem, *inner: int) -> int:
    """Judge an order of nodes."""
    case = build(asked)
    seq = walked(case, *inner)
    seq.trial[:] = seq.route
    return value_of(case.model, seq, int(seq.facts[0]))


@pytest.mark.parametrize(
    ("changes", "inner", "expected"),
    [
        pytest.param({}, (0, 2), 5 + 4, id="nothing is wished"),
        pytest.param({}, (), 0, id="nothing is visited"),
        pytest.param({"must": {1}}, (0, 1), 8 + 13, id="a need has its prize"),
        pytest.param({"before": ((1, 0),)}, (1, 2, 0), 12, id="the right way round"),
        pytest.param({"before": ((1, 0),)}, (0, 2, 1), -1, id="the wrong way round"),
        pytest.param({"before": ((1, 0),)}, (0, 2), 9, id="before what is not there"),
        pytest.param({"max_stops": 2}, (0, 1), 8, id="as many stops as wished"),
        pytest.param({"max_stops": 2}, (0, 1, 2), -1, id="one stop too many"),
        pytest.param({"max_stops": 0}, (), 0, id="no stops at all"),
        pytest.param({"max_walk_s": 180}, (0, 1), 8, id="as far as wished"),
        pytest.param({"max_walk_s": 179}, (0, 1), -1, id="a second too far"),
    ],
)
def test_value_of_one_tour(
    changes: dict[str, Any], inner: tuple[int, ...], expected: int
) -> None:
    assert value(problem(**changes), *inner) == expected


@pytest.mark.parametrize(
    ("most", "inner", "expected"),
    [
        pytest.param((1, 0), (0, 2), 9, id="one of the kind"),
        pytest.param((1, 0), (0, 1), -1, id="two, where one is enough"),
        pytest.param((2, 0), (0, 2, 1), 12, id="two, where two may be"),
        pytest.param((0, 0), (0,), -1, id="one, where none may be"),
    ],
)
def test_a_kind_is_visited_no_more_often_than_wished(
    most: tuple[int, ...], inner: tuple[int, ...], expected: int
) -> None:
    assert value(problem(kinds=(0, 0, -1), max_of_kind=most), *inner) == expected


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param((0, 1), 9 + 3, id="half of 7 is 3"),
        pytest.param((1, 0), 9 + 3, id="the best counts first, not the earliest"),
        pytest.param((2, 1), 7 + 3, id="the same score twice"),
        pytest.param((2, 1, 0), 9 + 3 + 1, id="20 percent of 7 is 1"),
        pytest.param((2, 3, 1, 0), 9 + 3 + 1 + 1, id="the last percent holds on"),
        pytest.param((4, 5), 6 + 6, id="no theme never fades"),
    ],
)
def test_repetitions_of_a_theme_fade(inner: tuple[int, ...], expected: int) -> None:
    scores, themes = (9, 7, 7, 5, 6, 6), (0, 0, 0, 0, -1, -1)
    asked = problem(scores, themes=themes, decay=(100, 50, 20))

    assert value(asked, *inner) == expected


@pytest.mark.parametrize(
    ("changes", "inner", "expected"),
    [
        pytest.param({"before": ((1, 0),)}, (0, TURN, 1), 8, id="before"),
        pytest.param({"max_stops": 1}, (0, TURN, 1), 8, id="max_stops"),
        pytest.param({"max_stops": 1}, (TURN, 0, 1), -1, id="not in the second"),
        pytest.param({"max_stops": 1}, (0, 1, TURN), -1, id="not in the first"),
        pytest.param({"max_walk_s": 120}, (0, TURN, 1), 8, id="max_walk_s"),
        pytest.param(
            {"themes": (0, 0, -1), "decay": (100, 0)}, (0, TURN, 1), 8, id="themes"
        ),
        pytest.param(
            {"kinds": (0, 0, -1), "max_of_kind": (1,)}, (0, TURN, 1), 8, id="kinds"
        ),
    ],
)
def test_every_tour_is_judged_by_itself(
    changes: dict[str, Any], inner: tuple[int, ...], expected: int
) -> None:
    assert value(problem(**changes, **TWO_TOURS), *inner) == expected


@pytest.mark.parametrize(("tour", "inner"), [(0, (2, TURN, 0)), (1, (0, TURN, 2))])
def test_a_break_belongs_to_its_tour(tour: int, inner: tuple[int, ...]) -> None:
    rest = Break(places=(1,), pause_s=60, earliest_s=0, latest_s=20_000, tour=tour)
    asked = problem((5, 3), breaks=(rest,), **TWO_TOURS)

    # The two sites are worth 8, so that the need of the break is worth 9.
    assert value(asked, *inner) == 5 + 9
    assert value(asked, *reversed(inner)) == -1


def test_a_break_is_taken_once_and_is_no_stop() -> None:
    rest = Break(places=(0, 1), pause_s=60, earliest_s=0, latest_s=7000)
    asked = problem((5, 3), breaks=(rest,), max_stops=1)

    assert value(asked, 0, 2) == 5 + 9
    assert value(asked, 0, 2, 3) == -1


@pytest.mark.parametrize("seed", range(100))
def test_what_obeys_every_wish_has_its_worth_and_the_prizes(seed: int) -> None:
    asked = any_problem(seed)
    case = build(asked)
    order = exact.best_order(case)

    if order is not None:
        prizes = need_prize(case.model) * int(case.model.limits[4])
        assert value(asked, *order) == worth(case, order) + prizes
