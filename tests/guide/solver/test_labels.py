"""The compiled exact method against the plain one."""

import pytest

from guide.solver import exact, labels, relax
from guide.solver.masks import masks_of
from guide.solver.model import build
from guide.solver.precedence import earlier_of, needed_sites, open_ways
from tests.guide.solver.cases import any_problem


@pytest.mark.parametrize("seed", range(500))
def test_finds_what_the_plain_method_finds(seed: int) -> None:
    case = build(any_problem(seed))
    earlier = earlier_of(case)
    model = case.model._replace(travel=open_ways(case, earlier))
    bounds = relax.bounds_of(case, 60)
    if relax.can_tighten(case, bounds):
        relax.tighten(model, bounds, 0, 10)
        relax.look_round(model, bounds)
    masks = masks_of(case, earlier, needed_sites(case))
    store = labels.store_for(200000)

    proven = labels.grow(
        labels.Ground(model, masks, bounds), store, relax.NOTHING + 1, 200000
    )

    assert proven
    assert labels.order_of(store) == exact.best_order(case)
