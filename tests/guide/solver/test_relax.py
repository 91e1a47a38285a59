"""Bounds are never below what is possible, and every wish brings them down."""

from typing import Any

import pytest

from guide.solver import exact, relax
from guide.solver.model import Case, build
from guide.solver.timetable import worth
from tests.guide.solver.cases import any_problem, problem


def score_bound(case: Case, rounds: int) -> int:
    """Bound the score of a case."""
    bounds = relax.bounds_of(case, 50)
    top = int(bounds.facts[2])
    if relax.can_tighten(case, bounds):
        top = min(top, relax.tighten(case.model, bounds, 0, rounds))
    ends = int(case.model.closes[case.start + 1 :, -1].sum())
    return (top + ends) // int(bounds.facts[0])


@pytest.mark.parametrize("rounds", [1, 20])
@pytest.mark.parametrize("seed", range(100))
def test_a_bound_is_at_least_the_best_score(seed: int, rounds: int) -> None:
    case = build(any_problem(seed))
    order = exact.best_order(case)

    if order is not None:
        assert score_bound(case, rounds) >= worth(case, order)


@pytest.mark.parametrize(
    ("changes", "best"),
    [
        pytest.param({}, 100, id="ten stops in two hours"),
        pytest.param({"max_stops": 3}, 30, id="three stops"),
        pytest.param({"max_walk_s": 300}, 40, id="five minutes of walking"),
        pytest.param({"kinds": (0,) * 20, "max_of_kind": (2,)}, 20, id="two of a kind"),
        pytest.param({"themes": (0,) * 20, "decay": (100, 50, 0)}, 15, id="all alike"),
    ],
)
def test_every_wish_brings_the_bound_down(changes: dict[str, Any], best: int) -> None:
    asked = problem((10,) * 20, **changes)

    assert best <= score_bound(build(asked), 60) <= best * 1.2


@pytest.mark.parametrize("seed", range(100))
def test_what_the_best_order_visits_was_in_reach(seed: int) -> None:
    case = build(any_problem(seed))
    order = exact.best_order(case)
    bounds = relax.bounds_of(case, 50)
    if order is None or not relax.can_tighten(case, bounds):
        return
    relax.tighten(case.model, bounds, 0, 2)
    relax.look_round(case.model, bounds)

    slot = int(case.model.limits[0]) >> int(bounds.facts[1])
    reach = int(bounds.reach[0, case.start, slot])
    assert all(reach >> node & 1 for node in order if node < case.start)


def test_what_is_too_late_is_out_of_reach() -> None:
    windows = (((0, 9000),), ((0, 600),), ((0, 9000),))
    case = build(problem((5, 3, 4), windows=windows))
    bounds = relax.bounds_of(case, 100)
    relax.tighten(case.model, bounds, 0, 1)
    relax.look_round(case.model, bounds)

    late = 660 >> int(bounds.facts[1])
    assert bounds.reach[0, 0, late] & 0b010 == 0
    assert bounds.reach[0, 0, late] & 0b100


@pytest.mark.parametrize(("score", "enough"), [(10**5, True), (10**9, False)])
def test_huge_numbers_do_not_tell_ends_apart(score: int, *, enough: bool) -> None:
    case = build(problem((score,) * 12, limit_s=10**9))

    assert relax.tells_ends_apart(case, relax.bounds_of(case, 80)) == enough
