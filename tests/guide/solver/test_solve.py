"""What ``solve`` promises."""

import subprocess
import sys

import pytest

from guide.solver.errors import Impossible
from guide.solver.model import build
from guide.solver.solve import solve, steps_of
from tests.guide.solver import exhaustive
from tests.guide.solver.cases import any_problem, problem


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


@pytest.mark.parametrize("seed", range(200))
def test_dropping_any_wish_of_a_clash_helps(seed: int) -> None:
    tight = any_problem(seed, most=6)
    if exhaustive.best(tight) is not None:
        assert solve(tight).optimal
        return
    with pytest.raises(Impossible) as caught:
        solve(tight)
    assert caught.value.clash
