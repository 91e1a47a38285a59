"""Solve a problem: proven best where that is quick, a good search where it is not."""

import sys
from dataclasses import replace

from guide.solver import exact
from guide.solver.clash import clash_of
from guide.solver.errors import Impossible
from guide.solver.model import Case, build, stops_are_shortcuts
from guide.solver.problem import Problem
from guide.solver.solution import Solution
from guide.solver.timetable import routes_of, worth

EFFORT = 100_000
"""Steps of the search: some 15 milliseconds, when a page is waiting."""

USUAL = 128
"""With so many sites and breaks the search takes EFFORT steps; more take more."""

BEGINNINGS = 3
"""So often a search begins anew where it is not known whether there are routes."""

LABELS = 100_000
"""Room for so many labels in a proof: some 25 milliseconds, which few proofs need."""


def solve(problem: Problem, *, seed: int = 0, effort: int = EFFORT) -> Solution:
    """Find the best routes: highest score, then earliest end, then least walking.

    What is still the same is settled by the lexicographically smallest order. The
    same problem, seed and effort give the same answer on every machine.

    Args:
        problem: what is asked.
        seed: where the search begins; another seed may find another answer.
        effort: how many steps the search takes where there are as many sites as is
            usual, and in that measure the proof.

    Raises:
        Impossible: some wishes contradict each other; it names them. It names none
            where no routes were found, but it is not proven that there are none.
    """
    solution = find(problem, seed=seed, effort=effort)
    if solution is not None:
        return solution
    if is_possible(problem):
        raise Impossible(())
    raise clash_of(problem, is_possible)


def find(problem: Problem, *, seed: int = 0, effort: int = EFFORT) -> Solution | None:
    """Find the best routes like ``solve``; None where none are found.

    To name the wishes that clash takes many times as long as to see that some do.
    """
    case = build(problem)
    if len(case.nodes) <= exact.SMALL:
        order, _certain = _proven(case)
        bound = 0 if order is None else worth(case, order)
    else:
        order, bound = _compiled(case, seed, effort)
    if order is None:
        return None
    score = worth(case, order)
    return Solution(routes=routes_of(case, order), score=score, bound=bound)


def is_possible(problem: Problem) -> bool:
    """Tell whether routes may obey all wishes: False only where that is proven."""
    order, proven = _skeleton(build(problem))
    return order is not None or not proven


def warm() -> None:
    """Load the compiled parts, and compile what was never compiled here."""
    sites = exact.SMALL + 1
    rows = range(sites + 2)
    solve(
        Problem(
            scores=(1,) * sites,
            visit_s=(60,) * sites,
            windows=(((0, 3600),),) * sites,
            travel_s=tuple(tuple(60 * (a != b) for b in rows) for a in rows),
            depart_s=0,
            limit_s=600,
        ),
        effort=100,
    )


def steps_of(case: Case, effort: int = EFFORT) -> int:
    """Choose how many steps a search takes: a small case needs fewer."""
    return effort * max(USUAL // 2, len(case.nodes)) // USUAL


def _compiled(case: Case, seed: int, effort: int) -> tuple[tuple[int, ...] | None, int]:
    """Find a good order and a bound on all scores."""
    # Imported here: what is small is answered without loading the compiler.
    from guide.solver import prove, search  # noqa: PLC0415

    steps = steps_of(case, effort)
    order = search.best_order(case, seed, steps // 10)
    if order is None:
        order, proven = _skeleton(case)
        if order is None:
            order = None if proven else _stubborn(case, seed, steps)
            if order is None:
                return None, 0
        order = search.best_order(case, seed, steps // 10, order) or order
    room = max(1000, LABELS * effort // EFFORT)
    proof = prove.prove(case, order, room)
    if proof.done:
        return proof.order, proof.bound
    further = search.best_order(case, seed, steps, order)
    return further or order, proof.bound


def _stubborn(case: Case, seed: int, steps: int) -> tuple[int, ...] | None:
    """Search on, from other beginnings, where nothing is found or proven so far."""
    from guide.solver import search  # noqa: PLC0415 - see above

    begin = _walk_by_walk(case)
    found = (search.best_order(case, seed + n, steps, begin) for n in range(BEGINNINGS))
    return next((order for order in found if order is not None), None)


def _walk_by_walk(case: Case) -> tuple[int, ...] | None:
    """Order the rests of each tour by itself, and what has to be first and last."""
    problem, place = case.problem, {node: n for n, node in enumerate(case.nodes)}
    order: list[int] = []
    for number, (depart, end) in enumerate(problem.tours):
        rests = [n for n, rest in enumerate(problem.breaks) if rest.tour == number]
        alone = replace(
            problem,
            scores=(0,) * problem.size,
            must=frozenset(),
            at=(),
            first=problem.first if number == 0 else None,
            last=problem.last if number == len(problem.more_tours) else None,
            breaks=tuple(replace(problem.breaks[n], tour=0) for n in rests),
            depart_s=depart,
            limit_s=end - depart,
            more_tours=(),
        )
        bare = build(alone)
        found, _certain = _proven(bare)
        if found is None:
            return None
        for node in (bare.nodes[n] for n in found):
            rest = rests[node.rest] if node.rest >= 0 else -1
            order.append(place[replace(node, rest=rest)])
        order += case.turns[number : number + 1]
    return tuple(order)


def _skeleton(case: Case) -> tuple[tuple[int, ...] | None, bool]:
    """Order what has to be visited, and little else.

    Returns:
        The order, or None; and whether that is certain.
    """
    bare = build(replace(case.problem, scores=(0,) * case.problem.size))
    order, proven = _proven(bare)
    if order is None:
        # A stop that nobody needs may be the only way to one that is needed.
        return _proven(case) if stops_are_shortcuts(case) else (None, proven)
    place = {node: number for number, node in enumerate(case.nodes)}
    shift = case.start - bare.start
    return tuple(
        n + shift if n >= bare.start else place[bare.nodes[n]] for n in order
    ), True


def _proven(case: Case) -> tuple[tuple[int, ...] | None, bool]:
    """Find the best order without knowing any; and tell whether None is certain.

    Loading the compiled parts takes longer than eight nodes in plain Python; once they
    are there, they are quicker from five on. The answer is the same.
    """
    loaded = "guide.solver.prove" in sys.modules
    if len(case.nodes) <= (exact.TINY if loaded else exact.SMALL):
        return exact.best_order(case), True
    from guide.solver import prove  # noqa: PLC0415 - see above

    proof = prove.prove(case, None, LABELS)
    if proof.done or len(case.nodes) > exact.SMALL:
        return proof.order, proof.done
    return exact.best_order(case), True
