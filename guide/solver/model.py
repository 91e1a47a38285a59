"""A problem as arrays: everything that the compiled parts read.

The nodes are the n sites that are worth a look, then the places of the breaks, then
the start, the end and, where there are several tours, a *turn* between each two: the
end of one and the start of the next in one node, which sets the clock to the next
departure. So all tours together are one sequence from the start to the end.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from guide.solver.problem import UNREACHABLE, Problem, Window

Ints = npt.NDArray[np.int64]


class Model(NamedTuple):
    """Arrays by node; times in seconds after the earliest departure.

    Windows are padded, in front, with ones that never open. ``reset`` is the next
    departure at a turn and -1 elsewhere; a turn's window is what is allowed for its
    arrival. A ``group`` is a kind or a break, of which a tour takes at most ``cap``;
    ``only`` is the one tour that may take a node, or -1. ``needed`` marks what has to
    be there: it is -1, or the number of a need, which any of its nodes fulfils.
    """

    travel: Ints
    visit: Ints
    opens: Ints
    closes: Ints
    reset: Ints
    score: Ints
    group: Ints
    cap: Ints
    only: Ints
    theme: Ints
    decay: Ints
    needed: Ints
    before: npt.NDArray[np.bool_]
    counts: npt.NDArray[np.bool_]
    # depart, max stops a tour, max walk a tour, whether any wish needs a look at whole
    # tours, number of needs
    limits: Ints


@dataclass(frozen=True, slots=True)
class Node:
    """What a node stands for: a site's visit, or a break (``rest`` >= 0) there."""

    site: int
    rest: int = -1


@dataclass(frozen=True, slots=True)
class Case:
    """A model, what its nodes stand for, and where its clock begins."""

    problem: Problem
    model: Model
    nodes: tuple[Node, ...]
    base_s: int
    first: int
    last: int

    @property
    def start(self) -> int:
        """The node of the start; the end is the next one."""
        return len(self.nodes)

    @property
    def turns(self) -> range:
        """The nodes between two tours."""
        return range(self.start + 2, self.start + 2 + len(self.problem.more_tours))


def build(problem: Problem) -> Case:
    """Turn a problem into arrays, without the sites that no tour can visit."""
    base_s = min(depart for depart, _ in problem.tours)
    every = [Node(site) for site in range(problem.size)]
    every += [
        Node(place, number)
        for number, rest in enumerate(problem.breaks)
        for place in sorted(set(rest.places))
    ]
    needs = _needs(problem)
    travel = np.minimum(np.asarray(problem.travel_s, dtype=np.int64), UNREACHABLE)
    nearest = _nearest(problem, travel)
    nodes = tuple(
        node
        for node in every
        if _is_wanted(problem, node, needs) and _can_be_visited(problem, node, nearest)
    )
    ends = [node for node in nodes if node.rest < 0]
    first = next((i for i, n in enumerate(ends) if n.site == problem.first), -1)
    last = next((i for i, n in enumerate(ends) if n.site == problem.last), -1)
    model = _model(problem, nodes, needs, base_s)
    _fix_ends(model.travel, len(nodes), (first, last))
    return Case(problem, model, nodes, base_s, first, last)


def _needs(problem: Problem) -> dict[tuple[str, int], int]:
    """Number what has to be there: sites, then breaks."""
    sites = set(problem.must) | {site for site, _ in problem.at}
    sites |= {site for site in (problem.first, problem.last) if site is not None}
    needs = {("site", site): number for number, site in enumerate(sorted(sites))}
    for number in range(len(problem.breaks)):
        needs["break", number] = len(needs)
    return needs


def _need(node: Node, needs: dict[tuple[str, int], int]) -> int:
    key = ("site", node.site) if node.rest < 0 else ("break", node.rest)
    return needs.get(key, -1)


def _is_wanted(problem: Problem, node: Node, needs: dict[tuple[str, int], int]) -> bool:
    if node.rest >= 0:
        return True
    worth = problem.scores[node.site] > 0 or _need(node, needs) >= 0
    return worth and node.site not in problem.never


def _visit_s(problem: Problem, node: Node) -> int:
    if node.rest >= 0:
        return problem.breaks[node.rest].pause_s
    return problem.visit_s[node.site]


def windows_of(problem: Problem, node: Node) -> list[Window]:
    """Tell when a node's visit may start: its windows, cut by what is wished."""
    windows = _joined(problem.windows[node.site])
    if node.rest >= 0:
        rest = problem.breaks[node.rest]
        return _cut(windows, (rest.earliest_s, rest.latest_s - rest.pause_s))
    for site, second in problem.at:
        if site == node.site:
            windows = _cut(windows, (second, second))
    return windows


def _joined(windows: tuple[Window, ...]) -> list[Window]:
    """Join windows that overlap, so that a time is in at most one."""
    joined: list[Window] = []
    for earliest, latest in windows:
        if joined and earliest <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], latest))
        else:
            joined.append((earliest, latest))
    return joined


def _cut(windows: list[Window], span: Window) -> list[Window]:
    cut = [(max(w[0], span[0]), min(w[1], span[1])) for w in windows]
    return [window for window in cut if window[0] <= window[1]]


def _nearest(problem: Problem, travel: Ints) -> tuple[list[int], list[int]]:
    """Tell the least seconds from the start to each site, and from it to the end.

    Another stop may make the way shorter, where one stays at least so long.
    """
    size = problem.size
    stay = np.array(problem.visit_s, dtype=np.int64)
    for rest in problem.breaks:
        for place in rest.places:
            stay[place] = min(stay[place], rest.pause_s)
    there, home = travel[size, :size], travel[:size, size + 1]
    steps = travel[:size, :size] + stay[:, None]
    back = travel[:size, :size] + stay
    return _shortest(there, steps), _shortest(home, back.T)


def _shortest(direct: Ints, steps: Ints) -> list[int]:
    """Shorten ways by steps, from row to column, until nothing gets shorter."""
    for _ in range(len(direct)):
        shorter = (direct[:, None] + steps).min(axis=0)
        if (shorter >= direct).all():
            break
        direct = np.minimum(direct, shorter)
    seconds: list[int] = direct.tolist()
    return seconds


def stops_are_shortcuts(case: Case) -> bool:
    """Tell whether a stop may make a way shorter: not where streets are streets."""
    # As it was given: the ways round a first or last stop are closed in the model.
    travel = np.asarray(case.problem.travel_s, dtype=np.int64)
    stays = case.model.visit.tolist()
    if case.problem.max_walk_s is not None:
        stays = [0] * len(stays)
    return any(
        bool((travel[:, n.site, None] + stay + travel[n.site] < travel).any())
        for n, stay in zip(case.nodes, stays, strict=False)
    )


def _can_be_visited(
    problem: Problem, node: Node, nearest: tuple[list[int], list[int]]
) -> bool:
    """Tell whether some tour has the time to visit a node, and nothing else."""
    there, home = (seconds[node.site] for seconds in nearest)
    home += _visit_s(problem, node)
    windows = windows_of(problem, node)
    return any(
        depart + there <= latest and max(earliest, depart + there) + home <= end
        for depart, end in problem.tours
        for earliest, latest in windows
    )


def _model(
    problem: Problem,
    nodes: tuple[Node, ...],
    needs: dict[tuple[str, int], int],
    base_s: int,
) -> Model:
    size, turns = len(nodes), len(problem.more_tours)
    places = [node.site for node in nodes]
    groups, caps = _groups(problem, nodes)
    opens, closes = _windows(problem, nodes, base_s)
    reset = np.full(size + 2 + turns, -1, dtype=np.int64)
    reset[size + 2 :] = [depart - base_s for depart, _ in problem.tours[1:]]
    before = _before(problem, nodes)
    whole = (
        len(caps) > 0
        or before.any()
        or problem.max_stops is not None
        or problem.max_walk_s is not None
        or problem.decay != (100,)
    )
    most = (problem.max_stops, problem.max_walk_s)
    return Model(
        travel=_travel(problem, places),
        visit=_ints([_visit_s(problem, node) for node in nodes], turns + 2),
        opens=opens,
        closes=closes,
        reset=reset,
        score=_ints([_score(problem, node) for node in nodes], turns + 2),
        group=_ints(groups, turns + 2, -1),
        cap=np.array([*caps, 0], dtype=np.int64),
        only=_ints([_only(problem, node) for node in nodes], turns + 2, -1),
        theme=_ints([_theme(problem, node) for node in nodes], turns + 2, -1),
        decay=np.array(problem.decay, dtype=np.int64),
        needed=_ints([_need(node, needs) for node in nodes], turns + 2, -1),
        before=before,
        counts=np.array([node.rest < 0 for node in nodes] + [False] * (turns + 2)),
        limits=np.array(
            [
                problem.depart_s - base_s,
                *(UNREACHABLE if limit is None else limit for limit in most),
                whole,
                len(needs),
            ],
            dtype=np.int64,
        ),
    )


def _ints(values: list[int], pad: int, filler: int = 0) -> Ints:
    return np.array(values + [filler] * pad, dtype=np.int64)


def _score(problem: Problem, node: Node) -> int:
    return problem.scores[node.site] if node.rest < 0 else 0


def _only(problem: Problem, node: Node) -> int:
    return problem.breaks[node.rest].tour if node.rest >= 0 else -1


def _theme(problem: Problem, node: Node) -> int:
    return problem.themes[node.site] if problem.themes and node.rest < 0 else -1


def _groups(problem: Problem, nodes: tuple[Node, ...]) -> tuple[list[int], list[int]]:
    """Number the kinds that are limited, then the breaks, each taken once."""
    caps = [*problem.max_of_kind, *(1 for _ in problem.breaks)]
    groups = []
    for node in nodes:
        kind = problem.kinds[node.site] if problem.kinds else -1
        if node.rest >= 0:
            kind = len(problem.max_of_kind) + node.rest
        elif kind >= len(problem.max_of_kind):
            kind = -1
        groups.append(kind)
    return groups, caps


def _windows(
    problem: Problem, nodes: tuple[Node, ...], base_s: int
) -> tuple[Ints, Ints]:
    ends = [end for _, end in problem.tours]
    rows = [windows_of(problem, node) for node in nodes]
    # The start, the end of the last tour, then the turns: the ends of the others.
    rows += [[(base_s, base_s)], [(base_s, ends[-1])]]
    rows += [[(base_s, end)] for end in ends[:-1]]
    width = max(len(row) for row in rows)
    opens = np.full((len(rows), width), 2 * UNREACHABLE, dtype=np.int64)
    closes = np.full((len(rows), width), -1, dtype=np.int64)
    span = (base_s, max(ends))
    for number, row in enumerate(rows):
        for place, (earliest, latest) in enumerate(reversed(_cut(row, span)), 1):
            opens[number, -place] = earliest - base_s
            closes[number, -place] = latest - base_s
    return opens, closes


def _travel(problem: Problem, places: list[int]) -> Ints:
    start, end = problem.size, problem.size + 1
    turns = len(problem.more_tours)
    rows = [*places, start, end, *[start] * turns]
    columns = [*places, start, end, *[end] * turns]
    given: Any = np.asarray(problem.travel_s, dtype=np.int64)
    travel: Ints = np.minimum(given[np.ix_(rows, columns)], UNREACHABLE)
    # In rows, whatever came: another layout would have to be compiled anew.
    return np.ascontiguousarray(travel)


def _before(problem: Problem, nodes: tuple[Node, ...]) -> npt.NDArray[np.bool_]:
    place = {node.site: i for i, node in enumerate(nodes) if node.rest < 0}
    before = np.zeros((len(nodes), len(nodes)), dtype=np.bool_)
    for site, other in problem.before:
        if site in place and other in place:
            before[place[site], place[other]] = True
    return before


def _fix_ends(travel: Ints, start: int, ends: tuple[int, int]) -> None:
    """Close every way round a fixed first or last stop."""
    first, last = ends
    if first >= 0:
        kept = travel[start, first]
        travel[start, :] = UNREACHABLE
        travel[:, first] = UNREACHABLE
        travel[start, first] = kept
    if last >= 0:
        kept = travel[last, start + 1]
        travel[:, start + 1] = UNREACHABLE
        travel[last, :] = UNREACHABLE
        travel[last, start + 1] = kept
