"""The exact method against trying everything."""

import pytest

from guide.solver import exact
from guide.solver.model import build
from guide.solver.timetable import routes_of, worth
from tests.guide.solver import exhaustive
from tests.guide.solver.cases import any_problem


@pytest.mark.parametrize("seed", range(500))
def test_finds_what_trying_everything_finds(seed: int) -> None:
    problem = any_problem(seed)
    case = build(problem)

    order = exact.best_order(case)

    expected = exhaustive.best(problem)
    assert (order is None) == (expected is None)
    if order is not None and expected is not None:
        routes = routes_of(case, order)
        found = (
            worth(case, order),
            sum(route.end_s for route in routes),
            sum(route.walk_s for route in routes),
            tuple(tuple(zip(r.breaks, r.stops, strict=True)) for r in routes),
        )
        assert found == expected
