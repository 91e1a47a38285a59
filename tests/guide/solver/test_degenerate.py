"""Problems that hardly anybody asks, drawn by hypothesis."""

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.solver.errors import Impossible
from guide.solver.problem import UNREACHABLE, Problem
from guide.solver.solve import is_possible, solve

MIDNIGHT = 86_400
SECONDS = st.sampled_from([0, 0, 1, 59, 600, MIDNIGHT])
WAYS = st.sampled_from([0, 0, 1, 60, UNREACHABLE])


@st.composite
def degenerate(draw: st.DrawFn) -> Problem:
    """No sites, equal places, zero scores, closed all day, past midnight, no time."""
    size = draw(st.integers(0, 12))
    window = st.tuples(st.integers(-10, 2 * MIDNIGHT), SECONDS)
    windows = draw(st.lists(st.lists(window, max_size=2), min_size=size, max_size=size))
    rows = st.lists(WAYS, min_size=size + 2, max_size=size + 2)
    return Problem(
        scores=tuple(draw(st.integers(0, 3)) for _ in range(size)),
        visit_s=tuple(draw(SECONDS) for _ in range(size)),
        windows=tuple(tuple(sorted((a, a + b) for a, b in w)) for w in windows),
        travel_s=draw(st.lists(rows, min_size=size + 2, max_size=size + 2)),
        depart_s=draw(st.sampled_from([0, MIDNIGHT - 60])),
        limit_s=draw(st.sampled_from([0, 1, 600, 7200, MIDNIGHT])),
    )


def walks(problem: Problem, stops: tuple[int, ...]) -> bool:
    """Walk the stops with nothing but the problem's words."""
    here, now = problem.size, problem.depart_s
    for stop in stops:
        now += problem.travel_s[here][stop]
        starts = [max(now, a) for a, b in problem.windows[stop] if now <= b]
        if not starts:
            return False
        here, now = stop, min(starts) + problem.visit_s[stop]
    end = now + problem.travel_s[here][problem.size + 1]
    return bool(end <= problem.depart_s + problem.limit_s)


@settings(max_examples=150, deadline=None)
@given(degenerate())
def test_every_answer_can_be_walked_and_is_within_its_bound(problem: Problem) -> None:
    if not is_possible(problem):
        with pytest.raises(Impossible):
            solve(problem, effort=2000)
        return
    solution = solve(problem, effort=2000)

    stops = solution.routes[0].stops
    assert walks(problem, stops)
    assert solution.score == sum(problem.scores[stop] for stop in stops)
    assert solution.score <= solution.bound
    assert len(set(stops)) == len(stops)


def test_nothing_to_see_is_an_empty_walk() -> None:
    nowhere = Problem(
        scores=(),
        visit_s=(),
        windows=(),
        travel_s=((0, 5), (5, 0)),
        depart_s=0,
        limit_s=5,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        solution = solve(nowhere)

    assert (solution.score, solution.optimal, solution.gap) == (0, True, 0)
    assert solution.routes[0].end_s == 5
