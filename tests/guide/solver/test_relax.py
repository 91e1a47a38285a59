"""Bounds are never below what is possible."""

import pytest

from guide.solver import exact, relax
from guide.solver.model import build
from guide.solver.timetable import worth
from tests.guide.solver.cases import any_problem


@pytest.mark.parametrize("rounds", [1, 20])
@pytest.mark.parametrize("seed", range(100))
def test_a_bound_is_at_least_the_best_score(seed: int, rounds: int) -> None:
    case = build(any_problem(seed))
    order = exact.best_order(case)
    bounds = relax.bounds_of(case, 50)
    top = int(bounds.facts[2])
    if relax.can_tighten(case, bounds):
        top = min(top, relax.tighten(case.model, bounds, 0, rounds))
    if order is not None:
        ends = int(case.model.closes[case.start + 1 :, -1].sum())
        assert (top + ends) // int(bounds.facts[0]) >= worth(case, order)
