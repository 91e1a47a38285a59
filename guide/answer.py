"""Ask the solver: the best routes of a question, in the style that is asked for."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from guide.question import ROUNDING_S, Question
from guide.solver import solve as solver
from guide.solver.solution import Route, Solution
from guide.wishes import Style

SHORT_SHARES = (0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97)
"""A short walk is at most such a share of the longest one: the first that will do."""

SHORT_WORTH = 0.5
"""... which is the first that still shows so much of what the longest one shows."""

TRIES = 6
"""So often a walk that is a few metres too long for a wish is looked for anew."""


def best_routes(question: Question) -> Solution:
    """Find the best routes; the same question, the same answer.

    Raises:
        Impossible: some wishes contradict each other; it names them.
    """
    found = _found(question)
    if found is not None:
        return found
    # Asked without the rest that nobody wished for, and without room for rounding:
    # neither may hide what clashes.
    strict = replace(question, calm_rest=False, walk_limit_m=_least_m(question))
    return solver.solve(strict.problem())


def is_possible(question: Question) -> bool:
    """Tell whether any routes obey all wishes."""
    return _found(question) is not None


def visited(question: Question) -> frozenset[str]:
    """Name the sites that the best routes visit; none where there are no routes."""
    solution = _found(question)
    if solution is None:
        return frozenset()
    return frozenset(
        question.candidates[stop].slug
        for route in solution.routes
        for stop in route.visits
    )


def _found(question: Question) -> Solution | None:
    solution = _IN_STYLE[question.request.style](question)
    return solution and _shared_out(question, solution)


def _calm(question: Question) -> Solution | None:
    """Find the best routes with a rest on them; without one where there is no room."""
    return _within(question) or _within(replace(question, calm_rest=False))


def _shared_out(question: Question, solution: Solution) -> Solution:
    """Share the stops out among several walks, where that costs none of them."""
    request, walks = question.request, len(solution.routes)
    visits = [len(route.visits) for route in solution.routes]
    most = -(-sum(visits) // walks)
    limited = request.wishes.max_stops is not None or request.style is Style.SHORT
    if limited or max(visits) <= most:
        return solution
    wishes = replace(request.wishes, max_stops=most)
    fair = _within(replace(question, request=replace(request, wishes=wishes)))
    return fair if fair and fair.score == solution.score else solution


def _short(question: Question) -> Solution | None:
    """Find the best routes on the least walking that still shows enough."""
    longest = _within(question)
    if longest is None:
        return None
    most_m = _longest_m(question, longest.routes)
    for share in SHORT_SHARES:
        found = _within(replace(question, walk_limit_m=most_m * share))
        if found and found.score >= longest.score * SHORT_WORTH:
            return found
    return longest


def _within(question: Question) -> Solution | None:
    """Find the best routes of which none is longer than it may be.

    The solver counts whole seconds a leg, with some room for rounding; what comes out
    is measured in metres, and asked for anew with less room where it is too long.
    """
    most_m = question.most_walk_m
    solution = solver.find(question.problem())
    for number in range(1, TRIES + 1):
        if solution is None or most_m is None:
            break
        over_m = _longest_m(question, solution.routes) - most_m
        if over_m <= 0:
            break
        limit_m = (question.most_walk_m or most_m) - max(over_m, 1.0)
        limit_m = limit_m if number < TRIES else _least_m(question) or 0.0
        question = replace(question, walk_limit_m=max(0.0, limit_m))
        solution = solver.find(question.problem())
    return solution


def _least_m(question: Question) -> float | None:
    """Return a limit under which no rounding makes a walk too long."""
    if question.most_walk_m is None:
        return None
    room_m = 2 * ROUNDING_S * question.request.party.m_per_s
    return max(0.0, question.most_walk_m - room_m)


def _longest_m(question: Question, routes: Sequence[Route]) -> float:
    return max(_walk_m(question, route) for route in routes)


def _walk_m(question: Question, route: Route) -> float:
    places = [question.start_place, *route.stops, question.end_place]
    return sum(float(question.ways.metres[pair]) for pair in pairwise(places))


_IN_STYLE = {Style.MOST: _within, Style.SHORT: _short, Style.CALM: _calm}
