"""The compiled exact method against the plain one."""

import pytest

from guide.solver import exact, labels, relax
from guide.solver.model import build
from tests.guide.solver.cases import any_problem


@pytest.mark.parametrize("seed", range(500))
def test_finds_what_the_plain_method_finds(seed: int) -> None:
    case = build(any_problem(seed))
    bounds = relax.bounds_of(case, 60)
    if relax.can_tighten(case, bounds):
        relax.tighten(case.model, bounds, 0, 10)
    store = labels.store_for(200000)

    proven = labels.grow(case.model, bounds, store, relax.NOTHING + 1)

    assert proven
    assert labels.order_of(store) == exact.best_order(case)
