"""Every way to walk a small problem, tried one by one: what the solver is held to.

Written from the words of ``Problem`` alone; shares no code with the solver.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from guide.solver.problem import UNREACHABLE, Problem


@dataclass(frozen=True)
class Walk:
    """Some tours, the last perhaps unfinished; a stop is (break or -1, site)."""

    tours: tuple[tuple[tuple[int, int], ...], ...] = ((),)
    now: int = 0
    here: int = 0
    walked: tuple[int, ...] = (0,)
    ends: tuple[int, ...] = field(default=())

    @property
    def stops(self) -> set[tuple[int, int]]:
        return {stop for tour in self.tours for stop in tour}


def best(problem: Problem) -> tuple[int, int, int, object] | None:
    """Return (score, minus the ends, minus the walking, the tours) of the best."""
    begin = Walk(now=problem.depart_s, here=problem.size)
    keys = [_key(problem, walk) for walk in _finished(problem, begin)]
    if not keys:
        return None
    top = min(keys)
    return -top[0], top[1], top[2], top[3]


def judged(
    problem: Problem, tours: Iterable[Iterable[tuple[int, int]]]
) -> tuple[int, int, int, object] | None:
    """Return what ``best`` does for given tours; None if they break a wish."""
    walk: Walk | None = Walk(now=problem.depart_s, here=problem.size)
    for tour in tours:
        for stop in tour:
            walk = walk and _visited(problem, walk, stop)
        walk = walk and _closed(problem, walk)
    if walk is None or not _complete(problem, walk):
        return None
    top = _key(problem, walk)
    return -top[0], top[1], top[2], top[3]


def _key(problem: Problem, walk: Walk) -> tuple[int, int, int, object]:
    score = sum(_score(problem, [s for b, s in tour if b < 0]) for tour in walk.tours)
    return -score, sum(walk.ends), sum(walk.walked), walk.tours


def _score(problem: Problem, visits: list[int]) -> int:
    total = 0
    for site in visits:
        theme = problem.themes[site] if problem.themes else -1
        alike = [s for s in visits if problem.themes and problem.themes[s] == theme]
        ranked = sorted(alike, key=lambda s: (-problem.scores[s], visits.index(s)))
        rank = ranked.index(site) if theme >= 0 else 0
        percent = (
            problem.decay[min(rank, len(problem.decay) - 1)] if theme >= 0 else 100
        )
        total += problem.scores[site] * percent // 100
    return total


def _finished(problem: Problem, walk: Walk) -> Iterator[Walk]:
    closed = _closed(problem, walk)
    if closed is not None:
        if len(closed.ends) == len(problem.tours):
            if _complete(problem, closed):
                yield closed
        else:
            yield from _finished(problem, closed)
    for stop in _choices(problem, walk):
        further = _visited(problem, walk, stop)
        if further is not None:
            yield from _finished(problem, further)


def _choices(problem: Problem, walk: Walk) -> Iterator[tuple[int, int]]:
    for site in range(problem.size):
        if problem.scores[site] > 0 or site in _needed(problem):
            yield -1, site
    for number, rest in enumerate(problem.breaks):
        if rest.tour == len(walk.ends):
            for place in set(rest.places):
                yield number, place


def _needed(problem: Problem) -> set[int]:
    sites = set(problem.must) | {site for site, _ in problem.at}
    return sites | {s for s in (problem.first, problem.last) if s is not None}


def _closed(problem: Problem, walk: Walk) -> Walk | None:
    tour = len(walk.ends)
    way = problem.travel_s[walk.here][problem.size + 1]
    end, walked = walk.now + way, walk.walked[-1] + way
    limit = problem.max_walk_s
    if way >= UNREACHABLE or end > problem.tours[tour][1]:
        return None
    if limit is not None and walked > limit:
        return None
    more = tour + 1 < len(problem.tours)
    return Walk(
        tours=walk.tours + (((),) if more else ()),
        now=problem.tours[tour + 1][0] if more else 0,
        here=problem.size,
        walked=(*walk.walked[:-1], walked) + ((0,) if more else ()),
        ends=(*walk.ends, end),
    )


def _visited(problem: Problem, walk: Walk, stop: tuple[int, int]) -> Walk | None:
    number, site = stop
    way = problem.travel_s[walk.here][site]
    begin = _begin(problem, stop, walk.now + way)
    tour = walk.tours[-1]
    if way >= UNREACHABLE or begin is None or not _allowed(problem, walk, stop):
        return None
    stay = problem.visit_s[site] if number < 0 else problem.breaks[number].pause_s
    return Walk(
        tours=(*walk.tours[:-1], (*tour, stop)),
        now=begin + stay,
        here=site,
        walked=(*walk.walked[:-1], walk.walked[-1] + way),
        ends=walk.ends,
    )


def _begin(problem: Problem, stop: tuple[int, int], arrive: int) -> int | None:
    number, site = stop
    begins = []
    for earliest, latest in problem.windows[site]:
        low, high = earliest, latest
        if number >= 0:
            rest = problem.breaks[number]
            low = max(low, rest.earliest_s)
            high = min(high, rest.latest_s - rest.pause_s)
        for fixed, second in problem.at if number < 0 else ():
            if fixed == site:
                low, high = max(low, second), min(high, second)
        if max(low, arrive) <= high:
            begins.append(max(low, arrive))
    return min(begins, default=None)


def _allowed(problem: Problem, walk: Walk, stop: tuple[int, int]) -> bool:
    number, site = stop
    tour = walk.tours[-1]
    if number >= 0:
        return all(number != other for other, _ in tour)
    visits = [other for rest, other in tour if rest < 0]
    full = problem.max_stops is not None and len(visits) >= problem.max_stops
    behind = any((site, other) in problem.before for other in visits)
    again = stop in walk.stops or site in problem.never
    if full or behind or again or _enough_of_kind(problem, visits, site):
        return False
    return _ends_allowed(problem, walk, site)


def _enough_of_kind(problem: Problem, visits: list[int], site: int) -> bool:
    kind = problem.kinds[site] if problem.kinds else -1
    if not 0 <= kind < len(problem.max_of_kind):
        return False
    alike = [other for other in visits if problem.kinds[other] == kind]
    return len(alike) >= problem.max_of_kind[kind]


def _ends_allowed(problem: Problem, walk: Walk, site: int) -> bool:
    tour = walk.tours[-1]
    if problem.first is not None and not walk.ends and not tour:
        return site == problem.first
    return site != problem.first


def _complete(problem: Problem, walk: Walk) -> bool:
    visits = {site for rest, site in walk.stops if rest < 0}
    rests = {rest for rest, _ in walk.stops if rest >= 0}
    first, last = walk.tours[0], walk.tours[-1]
    return (
        _needed(problem) <= visits
        and len(rests) == len(problem.breaks)
        and (problem.first is None or first[:1] == ((-1, problem.first),))
        and (problem.last is None or last[-1:] == ((-1, problem.last),))
    )
