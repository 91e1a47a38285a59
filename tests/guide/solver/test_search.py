"""The search against the exact method, and against itself."""

from dataclasses import replace
from time import perf_counter

import pytest

from guide.solver import exact, search
from guide.solver.model import build
from guide.solver.timetable import worth
from tests.guide.solver.cases import any_problem, problem


@pytest.mark.parametrize("seed", range(300))
def test_small_problems_are_solved_as_well_as_exactly(seed: int) -> None:
    case = build(any_problem(seed))
    expected = exact.best_order(case)

    order = search.best_order(case, 0, 20000)

    if order is not None and expected is not None:
        assert worth(case, order) == worth(case, expected)


def test_a_search_ends_when_its_time_is_over() -> None:
    case = build(problem((1,) * 12))
    until = perf_counter() + 0.02

    order = search.best_within(case, 0, until)

    assert len(order) == 10, "ten stops of eleven minutes"
    assert 0 <= perf_counter() - until < 0.02


def test_a_search_without_any_time_still_finds_something() -> None:
    case = build(problem((1,) * 12))

    assert len(search.best_within(case, 0, perf_counter())) == 10


def test_a_search_among_nothing_finds_nothing() -> None:
    case = build(problem(()))

    assert search.best_order(case, 0, 1000) == ()
    assert search.best_within(case, 0, perf_counter() + 0.001) == ()


def test_the_same_seed_gives_the_same_order() -> None:
    case = build(replace(any_problem(7), must=frozenset(), limit_s=300))

    assert search.best_order(case, 3, 900) == search.best_order(case, 3, 900)
