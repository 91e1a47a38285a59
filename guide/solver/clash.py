"""Which wishes contradict each other, when no routes obey all of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from guide.solver.errors import Impossible
from guide.solver.problem import Problem

AGES_S = 10_000_000
"""A limit that is none: a third of a year."""

Wish = tuple[str, object]
_Dropped = tuple[Wish, Callable[[Problem], Problem]]


def clash_of(problem: Problem, possible: Callable[[Problem], bool]) -> Impossible:
    """Find a smallest set of wishes that clash: without any one they are possible.

    Args:
        problem: one that is impossible.
        possible: tells of a problem whether any routes obey it.

    Source:
        The deletion filter of Chinneck and Dravnieks (1991),
        https://doi.org/10.1287/ijoc.3.2.157.
    """
    clash = []
    for wish, without in _wishes(problem):
        easier = without(problem)
        if possible(easier):
            clash.append(wish)
        else:
            problem = easier
    # Where even a wish for nothing cannot be met, there is no way to the end.
    return Impossible(clash or [("travel_s", "from the start to the end")])


def _wishes(problem: Problem) -> Iterator[_Dropped]:
    """List every wish, and how to drop it; what a visitor minds least comes first."""
    yield from _ways(problem)
    yield from _lists(problem)
    for field in ("max_stops", "max_walk_s", "first", "last"):
        if getattr(problem, field) is not None:
            yield (field, getattr(problem, field)), _without_value(field)
    for site in sorted(_named(problem)):
        yield ("windows", site), _opened(site)
    for site in sorted(problem.must):
        yield ("must", site), _without_member("must", site)
    yield ("limit_s", problem.limit_s), _unlimited


def _ways(problem: Problem) -> Iterator[_Dropped]:
    for kind, most in enumerate(problem.max_of_kind):
        yield ("max_of_kind", (kind, most)), _unbounded(kind)
    for site in sorted(problem.never):
        yield ("never", site), _without_member("never", site)


def _lists(problem: Problem) -> Iterator[_Dropped]:
    """List the wishes that stand in tuples."""
    for field in ("before", "at", "breaks"):
        for entry in dict.fromkeys(getattr(problem, field)):
            yield (field, entry), _without(field, entry)


def _changed(problem: Problem, field: str, value: object) -> Problem:
    # Spelled out as Any: which type belongs to a field's name is known to no checker.
    values: dict[str, Any] = {field: value}
    return replace(problem, **values)


def _without(field: str, entry: object) -> Callable[[Problem], Problem]:
    def drop(problem: Problem) -> Problem:
        kept = tuple(e for e in getattr(problem, field) if e != entry)
        return _changed(problem, field, kept)

    return drop


def _without_member(field: str, site: int) -> Callable[[Problem], Problem]:
    def drop(problem: Problem) -> Problem:
        return _changed(problem, field, getattr(problem, field) - {site})

    return drop


def _without_value(field: str) -> Callable[[Problem], Problem]:
    def drop(problem: Problem) -> Problem:
        return _changed(problem, field, None)

    return drop


def _unbounded(kind: int) -> Callable[[Problem], Problem]:
    def drop(problem: Problem) -> Problem:
        most = list(problem.max_of_kind)
        most[kind] = problem.size
        return replace(problem, max_of_kind=tuple(most))

    return drop


def _named(problem: Problem) -> set[int]:
    sites = set(problem.must) | {site for site, _ in problem.at}
    sites |= {place for rest in problem.breaks for place in rest.places}
    return sites | {s for s in (problem.first, problem.last) if s is not None}


def _opened(site: int) -> Callable[[Problem], Problem]:
    def drop(problem: Problem) -> Problem:
        windows = list(problem.windows)
        start = min(depart for depart, _ in problem.tours)
        windows[site] = ((start, start + 2 * AGES_S),)
        return replace(problem, windows=tuple(windows))

    return drop


def _unlimited(problem: Problem) -> Problem:
    tours = tuple((depart, AGES_S) for depart, _ in problem.more_tours)
    return replace(problem, limit_s=AGES_S, more_tours=tours)
