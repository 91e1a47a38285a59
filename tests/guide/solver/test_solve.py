"""What ``solve`` promises."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from guide.solver import exact, search
from guide.solver.errors import Impossible
from guide.solver.model import build
from guide.solver.problem import UNREACHABLE, Break, Problem
from guide.solver.solution import Route
from guide.solver.solve import is_possible, solve, steps_of
from guide.solver.timetable import routes_of
from tests.guide.solver import exhaustive
from tests.guide.solver.cases import ALWAYS, any_problem, likely_problem, problem


def test_visits_everything_that_fits() -> None:
    solution = solve(problem())

    assert solution.routes[0].stops == (0, 1, 2)
    assert (solution.score, solution.bound, solution.gap) == (12, 12, 0)
    assert solution.optimal


def test_ending_exactly_on_time_is_fine() -> None:
    assert solve(problem((5,), limit_s=720)).score == 5
    assert solve(problem((5,), limit_s=719)).score == 0


def test_waits_for_the_doors() -> None:
    route = solve(problem((5,), windows=(((900, 900),),))).routes[0]

    assert (route.arrive_s, route.begin_s, route.leave_s) == ((60,), (900,), (1500,))
    assert (route.end_s, route.walk_s) == (1560, 120)


def test_says_when_there_is_no_way() -> None:
    with pytest.raises(Impossible, match="clash"):
        solve(problem(limit_s=719, must=frozenset({1})))


def test_many_sites_are_searched() -> None:
    solution = solve(problem(tuple(range(1, 31)), limit_s=7200))

    assert solution.score == sum(range(21, 31)), "ten stops of eleven minutes"


@pytest.mark.parametrize(
    ("sites", "steps"),
    [
        pytest.param(9, 500, id="a small case takes half"),
        pytest.param(64, 500, id="and no less"),
        pytest.param(128, 1000, id="as many as is usual"),
        pytest.param(192, 1500, id="more take more"),
    ],
)
def test_the_more_sites_the_longer_the_search(sites: int, steps: int) -> None:
    assert steps_of(build(problem((1,) * sites)), 1000) == steps


def test_a_problem_can_be_written_without_loading_the_compiler() -> None:
    code = "import sys, guide.solver.problem; sys.exit('numba' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_eight_sites_are_solved_without_loading_the_compiler() -> None:
    code = """if True:
        import sys
        from guide.solver.solve import solve
        from tests.guide.solver.cases import problem
        assert solve(problem((1,) * 8)).score == 8
        sys.exit('numba' in sys.modules)
        """

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("seed", range(200))
def test_dropping_any_wish_of_a_clash_helps(seed: int) -> None:
    tight = any_problem(seed, most=6)
    if exhaustive.best(tight) is not None:
        assert solve(tight).optimal
        return
    with pytest.raises(Impossible) as caught:
        solve(tight)
    assert caught.value.clash


def stops(routes: tuple[Route, ...]) -> list[list[tuple[int, int]]]:
    return [list(zip(r.breaks, r.stops, strict=True)) for r in routes]


@pytest.mark.parametrize("seed", range(200))
def test_an_answer_obeys_every_wish_and_is_the_best(seed: int) -> None:
    asked = likely_problem(seed)
    best = exhaustive.best(asked)
    if best is None:
        assert not is_possible(asked)
        return
    solution = solve(asked)

    assert exhaustive.judged(asked, stops(solution.routes)) == best
    assert solution.optimal


@pytest.mark.parametrize("seed", range(200))
def test_the_search_alone_obeys_every_wish(seed: int) -> None:
    asked = likely_problem(seed)
    case = build(asked)
    order = search.best_order(case, seed, 500)
    best = exhaustive.best(asked)

    if order is not None:
        found = exhaustive.judged(asked, stops(routes_of(case, order)))
        assert found is not None
        assert best is not None
        assert found[0] <= best[0]


@pytest.mark.parametrize("nodes", range(exact.TINY, exact.SMALL + 2))
def test_small_problems_have_one_answer_whichever_method_gives_it(nodes: int) -> None:
    # Two ways round the same square: the walk with the smaller numbers is given.
    asked = problem((2,) * nodes, limit_s=660 * nodes + 60)

    assert solve(asked).routes[0].stops == tuple(range(nodes))


def test_huge_numbers_are_solved_where_nothing_is_compiled_for_them() -> None:
    asked = problem((10**9,) * 6, limit_s=10**9)

    assert (solve(asked).score, solve(asked).optimal) == (6 * 10**9, True)


@pytest.mark.parametrize("more", [0, 8])
def test_a_stop_may_be_the_only_way_to_one_that_is_needed(more: int) -> None:
    size = 2 + more
    travel = np.full((size + 2, size + 2), UNREACHABLE)
    travel[size, 0] = travel[0, 1] = travel[1, size + 1] = 60
    travel[size, 2:size], travel[2:size, size + 1] = 60, 60
    asked = problem((1,) * size, travel_s=travel, must={1})

    assert is_possible(asked)
    assert solve(asked).routes[0].stops == (0, 1)


def town(seed: int) -> Problem:
    """Thirty sites here and there, some of them open for half the time."""
    random = np.random.default_rng(seed)
    places = random.integers(0, 900, (32, 2))
    return problem(
        tuple(random.integers(1, 50, 30).tolist()),
        visit_s=tuple(random.integers(300, 2400, 30).tolist()),
        windows=tuple(((0, int(end)),) for end in random.integers(3600, 7200, 30)),
        travel_s=abs(places[:, None] - places).sum(axis=2),
        max_stops=6,
    )


@pytest.mark.parametrize("seed", range(5))
def test_an_order_made_by_hand_is_proven(seed: int) -> None:
    asked = town(seed)
    order = solve(asked).routes[0].stops[::-1]
    pairs = tuple(pairwise(order))
    longer = replace(asked, limit_s=14_000, max_stops=8, windows=(ALWAYS,) * 30)

    solution = solve(replace(longer, must=frozenset(order), before=pairs))

    kept = [stop for stop in solution.routes[0].stops if stop in order]
    assert kept == list(order)
    assert solution.optimal


def test_threads_get_the_answers_that_one_alone_gets() -> None:
    towns = [town(seed) for seed in range(24)]
    alone = [solve(asked) for asked in towns]

    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(solve, towns * 2, timeout=60))

    assert together == alone * 2
    assert all(solution.optimal for solution in alone)


def test_many_walks_that_each_need_a_rest_are_found() -> None:
    rests = tuple(
        Break(places=tuple(range(20)), pause_s=600, earliest_s=0, latest_s=5000, tour=n)
        for n in range(7)
    )
    asked = problem((1,) * 20, breaks=rests, more_tours=((0, 7200),) * 6)

    found = solve(asked, effort=1000)

    assert [sum(rest >= 0 for rest in route.breaks) for route in found.routes] == [
        1
    ] * 7
