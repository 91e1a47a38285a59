"""Problems that hardly anybody asks, drawn by hypothesis."""

import warnings
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.solver.errors import Impossible
from guide.solver.problem import UNREACHABLE, Break, Problem
from guide.solver.solve import is_possible, solve
from tests.guide.solver.cases import problem

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


HUGE = 10**9
NIGHT = ((MIDNIGHT - 600, MIDNIGHT + 600),)
LONG = Break(places=(0,), pause_s=601, earliest_s=1000, latest_s=1600)
NOWHERE = Break(places=(), pause_s=0, earliest_s=0, latest_s=7200)
RING: dict[str, Any] = {"before": ((0, 1), (1, 2), (2, 0)), "must": {0, 1, 2}}


@pytest.mark.parametrize("size", [3, 12])
@pytest.mark.parametrize(
    ("change", "clash"),
    [
        pytest.param({"must": {0}, "never": {0}}, {"must", "never"}, id="wanted, not"),
        pytest.param({"first": 0, "never": {0}}, {"first", "never"}, id="first, not"),
        pytest.param(
            {"first": 0, "last": 0, "must": {1}},
            {"first", "last", "must"},
            id="first and last and more",
        ),
        pytest.param(RING, {"before", "must"}, id="each before the next, in a ring"),
        pytest.param({"at": ((0, 50),)}, {"at"}, id="before one can be there"),
        pytest.param({"at": ((0, 60), (0, 61))}, {"at"}, id="at two moments"),
        pytest.param({"at": ((0, 200_000),)}, {"at", "limit_s"}, id="after the end"),
        pytest.param({"breaks": (LONG,)}, {"breaks"}, id="a rest longer than its time"),
        pytest.param({"breaks": (NOWHERE,)}, {"breaks"}, id="a rest nowhere"),
        pytest.param({"max_stops": 0, "must": {2}}, {"max_stops", "must"}, id="none"),
    ],
)
def test_what_cannot_be_is_named(
    size: int, change: dict[str, Any], clash: set[str]
) -> None:
    asked = problem((1,) * size, **change)

    with pytest.raises(Impossible) as caught:
        solve(asked, effort=2000)

    assert {field for field, _ in caught.value.clash} == clash


def test_a_ring_of_needs_is_named_whole() -> None:
    with pytest.raises(Impossible) as caught:
        solve(problem(**RING))

    assert set(caught.value.clash) == {
        *(("before", pair) for pair in RING["before"]),
        *(("must", site) for site in RING["must"]),
    }


@pytest.mark.parametrize("size", [3, 12])
@pytest.mark.parametrize(
    ("change", "stops"),
    [
        pytest.param({"limit_s": 60}, (), id="just time to go home"),
        pytest.param({"max_stops": 0}, (), id="no stops"),
        pytest.param({"max_walk_s": 60}, (), id="no detour"),
        pytest.param({"first": 1, "last": 1}, (1,), id="first is last"),
        pytest.param(
            {
                "depart_s": MIDNIGHT - 900,
                "limit_s": 1800,
                "windows": NIGHT,
                "must": {2},
            },
            None,
            id="open across midnight",
        ),
        pytest.param({"before": ((0, 1), (0, 1)), "must": {0, 1}}, None, id="twice"),
        pytest.param({"before": ((1, 1),), "must": {1}}, None, id="before itself"),
        pytest.param({"scores": 0}, (), id="nothing is worth anything"),
        pytest.param({"scores": 0, "must": {2}}, (2,), id="worth nothing, but wished"),
        pytest.param({"scores": HUGE}, None, id="huge scores"),
        pytest.param({"limit_s": HUGE, "windows": ((0, HUGE),)}, None, id="for ever"),
        pytest.param(
            {"windows": ((0, 500), (500, 900), (901, 7000))},
            None,
            id="hours that touch",
        ),
        pytest.param({"travel_s": 0}, None, id="all at one place"),
        pytest.param({"travel_s": 0, "visit_s": (0,)}, None, id="and no time needed"),
        pytest.param({"windows": ()}, (), id="closed all day"),
    ],
)
def test_what_can_be_is_found(
    size: int, change: dict[str, Any], stops: tuple[int, ...] | None
) -> None:
    asked = problem(**_spread(size, change))

    solution = solve(asked, effort=2000)

    found = solution.routes[0].stops
    assert walks(asked, found)
    assert solution.score == sum(asked.scores[stop] for stop in found) <= solution.bound
    assert asked.must <= set(found)
    assert stops in (None, found)


def _spread(size: int, change: dict[str, Any]) -> dict[str, Any]:
    """Give every site the same hours, score, visit; every way the same seconds."""
    spread = {**change, "scores": (change.get("scores", 1),) * size}
    if "windows" in change:
        spread["windows"] = (change["windows"],) * size
    if "visit_s" in change:
        spread["visit_s"] = change["visit_s"] * size
    if "travel_s" in change:
        spread["travel_s"] = ((change["travel_s"],) * (size + 2),) * (size + 2)
    return spread


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
