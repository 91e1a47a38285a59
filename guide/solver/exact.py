"""The best routes of a small problem, in plain Python: nothing to load or compile.

Dynamic programming over (last node, nodes of this tour, nodes of earlier tours): of
two ways to the same state only one that is somewhere better is kept.

Source:
    Held and Karp (1962), https://doi.org/10.1137/0110015; with time windows and
    several criteria, Righini and Salani (2009), https://doi.org/10.1016/j.cor.2008.01.003.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from guide.solver.model import Case
from guide.solver.problem import UNREACHABLE
from guide.solver.timetable import begin_at, worth_of

TINY, SMALL = 4, 8
"""Up to so many nodes this is quicker than the compiled parts, or than loading them."""


_OVER = -1
"""The end of a tour in an order: less than every node, as (1,) is less than (1, 2)."""


class _State(NamedTuple):
    """Where a way has come to; the sets are bits by node."""

    last: int
    here: int
    earlier: int
    tour: int


class _Label(NamedTuple):
    """What a way to a state has cost; all but the order: the less the better.

    ``lost`` is the score of the finished tours, negative; ``ended`` the sum of their
    ends; ``walk`` is the travel of this tour, ``walked`` of all.
    """

    lost: int
    ended: int
    now: int
    walked: int
    walk: int
    order: tuple[int, ...]

    def beats(self, other: "_Label") -> bool:
        """Tell whether it becomes no worse than ``other``, whatever follows."""
        if any(a > b for a, b in zip(self[:5], other[:5], strict=True)):
            return False
        # Where the walking is the same, a later tie may be settled by the order.
        return self.walked < other.walked or self.order <= other.order


_Layer = dict[_State, list[_Label]]


def best_order(case: Case) -> tuple[int, ...] | None:
    """Find the best order of a case, turns included; None if there is none.

    Best is the highest score, then the earliest end (of several tours, the sum), then
    the least walking, then the lexicographically smallest order.
    """
    begin = _Label(0, 0, int(case.model.limits[0]), 0, 0, ())
    layer: _Layer = {_State(case.start, 0, 0, 0): [begin]}
    done: list[_Label] = []
    rules = Rules(case)
    while layer:
        following: _Layer = {}
        for state, labels in layer.items():
            for target in rules.targets(state):
                reached = rules.after(state, target)
                for label in labels:
                    new = rules.extended(state, label, target)
                    if new is not None:
                        _keep(following.setdefault(reached, []), new)
        for state in [s for s in following if s.last == case.start + 1]:
            done += following.pop(state)
        layer = following
    if not done:
        return None
    turns = iter(case.turns)
    return tuple(next(turns) if n < 0 else n for n in min(done).order[:-1])


def _keep(rivals: list[_Label], new: _Label) -> None:
    if not any(rival.beats(new) for rival in rivals):
        rivals[:] = [rival for rival in rivals if not new.beats(rival)] + [new]


class Rules:
    """What may follow what in a case: its arrays as plain lists."""

    def __init__(self, case: Case) -> None:
        self.case, self.size = case, len(case.nodes)
        model = case.model
        self.travel: list[list[int]] = model.travel.tolist()
        self.visit: list[int] = model.visit.tolist()
        self.group: list[int] = model.group.tolist()
        self.needed: list[int] = model.needed.tolist()
        self.worth = cache(self._worth)

    def targets(self, state: _State) -> Iterator[int]:
        """List the nodes that may come next, whatever the time."""
        gone = state.here | state.earlier
        for node in range(self.size):
            if not gone >> node & 1 and self._may_join(node, state):
                yield node
        if state.tour < len(self.case.turns):
            yield self.case.turns[state.tour]
        elif self._meets_needs(gone):
            yield self.case.start + 1

    def _members(self, mask: int) -> list[int]:
        return [node for node in range(self.size) if mask >> node & 1]

    def _may_join(self, node: int, state: _State) -> bool:
        model, here = self.case.model, self._members(state.here)
        if model.only[node] not in (-1, state.tour):
            return False
        if any(model.before[node, other] for other in here):
            return False
        stops = sum(1 for other in here if model.counts[other])
        if model.counts[node] and stops >= model.limits[1]:
            return False
        same = sum(1 for other in here if self.group[other] == self.group[node])
        return self.group[node] < 0 or same < int(model.cap[self.group[node]])

    def _meets_needs(self, mask: int) -> bool:
        met = {self.needed[node] for node in self._members(mask)} - {-1}
        return len(met) == int(self.case.model.limits[4])

    def after(self, state: _State, target: int) -> _State:
        """Name the state that going on to a node leads to."""
        if target < self.size:
            return state._replace(last=target, here=state.here | 1 << target)
        gone = state.here | state.earlier
        return _State(target, 0, gone, state.tour + 1)

    def extended(self, state: _State, label: _Label, target: int) -> _Label | None:
        """Go on from a label to a node; None if that is too late or too far."""
        way = self.travel[state.last][target]
        arrive, walk, walked = label.now + way, label.walk + way, label.walked + way
        begin = begin_at(self.case, target, arrive)
        if begin >= UNREACHABLE or walk > self.case.model.limits[2]:
            return None
        if target < self.size:
            now, order = begin + self.visit[target], (*label.order, target)
            return _Label(label.lost, label.ended, now, walked, walk, order)
        lost = label.lost - self.worth(state.here)
        departs = int(self.case.model.reset[target])
        order = (*label.order, _OVER)
        return _Label(lost, label.ended + arrive, departs, walked, 0, order)

    def _worth(self, here: int) -> int:
        return worth_of(self.case.model, self._members(here))
