"""The exact method against trying everything."""

from collections import Counter

import pytest

from guide.solver import exact
from guide.solver.model import build
from guide.solver.problem import Problem
from guide.solver.timetable import routes_of, worth
from tests.guide.solver import exhaustive
from tests.guide.solver.cases import any_problem, likely_problem

WISHES = [
    *("must", "never", "first", "last", "at", "before", "breaks", "themes"),
    *("max_stops", "max_of_kind", "max_walk_s"),
]


def found(problem: Problem) -> tuple[int, int, int, object] | None:
    case = build(problem)
    order = exact.best_order(case)
    if order is None:
        return None
    routes = routes_of(case, order)
    return (
        worth(case, order),
        sum(route.end_s for route in routes),
        sum(route.walk_s for route in routes),
        tuple(tuple(zip(r.breaks, r.stops, strict=True)) for r in routes),
    )


@pytest.mark.parametrize("seed", range(500))
def test_finds_what_trying_everything_finds(seed: int) -> None:
    problem = any_problem(seed)

    assert found(problem) == exhaustive.best(problem)


@pytest.mark.parametrize("seed", range(300))
def test_finds_it_where_many_wishes_can_be_met(seed: int) -> None:
    problem = likely_problem(seed)

    assert found(problem) == exhaustive.best(problem)


def wished(problem: Problem) -> list[str]:
    nothing: tuple[object, ...] = ((), frozenset(), None)
    return [wish for wish in WISHES if getattr(problem, wish) not in nothing]


def test_every_wish_is_there_often_and_often_beside_others() -> None:
    drawn = [any_problem(seed) for seed in range(500)]
    drawn += [likely_problem(seed) for seed in range(300)]
    possible = [p for p in drawn if exact.best_order(build(p)) is not None]

    often = Counter(wish for problem in possible for wish in wished(problem))
    assert min(often[wish] for wish in WISHES) >= 60, often
    assert sum(1 for problem in possible if len(wished(problem)) >= 3) >= 200
    assert sum(1 for problem in possible if problem.more_tours) >= 60
