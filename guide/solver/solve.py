"""Solve a problem: exactly where it is small, by search where it is large."""

from guide.solver import exact
from guide.solver.errors import Impossible
from guide.solver.model import Case, build
from guide.solver.problem import Problem
from guide.solver.solution import Solution
from guide.solver.timetable import routes_of, worth

EFFORT = 20_000
"""Steps of the search: some 20 milliseconds, when a page is waiting."""


def solve(problem: Problem, *, seed: int = 0, effort: int = EFFORT) -> Solution:
    """Find the best routes: highest score, then earliest end, then least walking.

    The same problem, seed and effort give the same answer on every machine.

    Args:
        problem: what is asked.
        seed: where the search begins; another seed may find another answer.
        effort: how many steps the search takes.

    Raises:
        Impossible: some wishes contradict each other.
    """
    case = build(problem)
    if len(case.nodes) <= exact.SMALL:
        order = exact.best_order(case)
        if order is None:
            raise Impossible([("limit_s", problem.limit_s)])
        score = worth(case, order)
        return Solution(routes=routes_of(case, order), score=score, bound=score)
    order = _search(case, seed, effort)
    score = worth(case, order)
    bound = int(case.model.score.sum())
    return Solution(routes=routes_of(case, order), score=score, bound=bound)


def _search(case: Case, seed: int, effort: int) -> tuple[int, ...]:
    # Imported here: what is small is answered without loading the compiled parts.
    from guide.solver import search  # noqa: PLC0415

    order = search.best_order(case, seed, effort) or exact.best_order(case)
    if order is None:
        raise Impossible([("limit_s", case.problem.limit_s)])
    return order
