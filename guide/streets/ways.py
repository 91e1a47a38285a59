"""The best ways between a handful of places, all pairs at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guide.streets.network import Numbers
from guide.streets.snap import Snap
from guide.streets.sweeps.hierarchy import Doors
from guide.streets.sweeps.kernels import FAR, lengths_to_all
from guide.streets.walked import COST_PER_M, Walked
from guide.streets.way import Piece, Stretch, Way, joined
from sites.position import Position

NOTHING_M = 1e-6
"""A piece of street this short or shorter only says that a place is at a junction."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A piece of one street, walked from one distance along it to another."""

    street: int
    start_m: float
    end_m: float


class Ways:
    """All best ways between places that have been snapped to the streets.

    ``metres[a, b]`` runs from place to place, the bit between each place and its
    street included; ``inf`` where no street leads there, 0 between equal places.
    """

    def __init__(
        self,
        walked: Walked,
        snaps: Sequence[Snap],
        metres: NDArray[np.float64],
    ) -> None:
        """Join places and the ``metres`` between them, as ``measured`` finds them."""
        self._walked, self._snaps, self.metres = walked, tuple(snaps), metres

    def way(self, a: int, b: int) -> Way:
        """Return the line from place ``a`` to place ``b``.

        It exists only where ``metres[a, b]`` is finite.
        """
        start, goal = self._snaps[a], self._snaps[b]
        line: list[Position] = [start.place]
        pieces: list[Piece] = []
        if start.place != goal.place:
            steps = self._steps(start, goal)
            _reach(line, start.point)
            for step in steps:
                begin = len(line) - 1
                _reach(line, *self._cut(step))
                if step is steps[-1]:
                    _reach(line, goal.point)
                pieces.append(self._piece(step, line, begin))
            _reach(line, goal.place)
        return Way(
            line=tuple(line),
            stretches=joined(Stretch(piece.name, piece.metres) for piece in pieces),
            metres=float(self.metres[a, b]),
            pieces=tuple(piece for piece in pieces if piece.metres > NOTHING_M),
        )

    def _steps(self, start: Snap, goal: Snap) -> list[_Step]:
        """Find the pieces of street of the best way."""
        walked = self._walked
        out, _lengths = walked.doors([start], out=True)
        into, _lengths = walked.doors([goal], out=False)
        cost = walked.weighed.to_all(out)
        by_door = cost[into.nodes[0]] + into.costs[0]
        if _direct(walked, [start], [goal])[0, 0] <= min(by_door.min(), FAR - 1):
            return [_Step(start.street, start.along_m, goal.along_m)]
        door = int(by_door.argmin())
        node, between = self._back(int(into.nodes[0, door]), cost, out)
        first = int(np.argmax((out.nodes[0] == node) & (out.costs[0] == cost[node])))
        return [
            _Step(start.street, start.along_m, self._end_m(start, first)),
            *between,
            _Step(goal.street, self._end_m(goal, door), goal.along_m),
        ]

    def _back(self, node: int, cost: Numbers, out: Doors) -> tuple[int, list[_Step]]:
        """Follow the least costs back from a junction to one of the doors."""
        arcs, costs, network = (
            self._walked.arcs, self._walked.arc_costs, self._walked.network,
        )  # fmt: skip
        steps: list[_Step] = []
        while not any((out.nodes[0] == node) & (out.costs[0] == cost[node])):
            arc = int(arcs.first[node])
            while cost[arcs.tail[arc]] + costs[arc] != cost[node]:
                arc += 1
            street, tail = int(arcs.street[arc]), int(arcs.tail[arc])
            length = float(network.metres[street])
            ahead = int(network.ends[street, 0]) == tail
            steps.append(_Step(street, *((0.0, length) if ahead else (length, 0.0))))
            node = tail
        return node, steps[::-1]

    def _end_m(self, snap: Snap, door: int) -> float:
        return (0.0, float(self._walked.network.metres[snap.street]))[door]

    def _cut(self, step: _Step) -> list[Position]:
        """Return the corners of a street strictly between two distances along it."""
        network = self._walked.network
        line = network.pack.streets[step.street].line
        low, high = sorted((step.start_m, step.end_m))
        if (low, high) != (0.0, network.metres[step.street]):
            along = network.along(step.street)
            line = tuple(
                corner
                for corner, at in zip(line, along, strict=True)
                if low <= at <= high
            )
        return list(line if step.start_m <= step.end_m else line[::-1])

    def _piece(self, step: _Step, line: list[Position], begin: int) -> Piece:
        street = self._walked.network.pack.streets[step.street]
        return Piece(
            name=street.name,
            metres=abs(step.end_m - step.start_m),
            begin=begin,
            end=len(line) - 1,
            choice=self._walked.network.arms_at(line[begin]) > 2,
            kind=street.kind,
            tags=street.tags,
        )


def measured(
    walked: Walked, begin: Sequence[Snap], goal: Sequence[Snap]
) -> NDArray[np.float64]:
    """Return the metres of the best ways from places to places, row to column.

    ``inf`` where no street leads there, 0 between equal places.
    """
    if not begin or not goal:
        return np.zeros((len(begin), len(goal)))
    by_cost = _lengths if walked.profile.is_weighed else _shortest
    counted = by_cost(walked, begin, goal)
    away = np.add.outer([s.away_m for s in begin], [s.away_m for s in goal])
    metres = np.where(counted < FAR, counted / COST_PER_M, np.inf) + away
    places = [snap.place for snap in goal]
    metres[[[snap.place == place for place in places] for snap in begin]] = 0.0
    return metres


def _shortest(walked: Walked, begin: Sequence[Snap], goal: Sequence[Snap]) -> Numbers:
    """Return the lengths where the best way is the shortest one."""
    out, _lengths = walked.doors(begin, out=True)
    into, _lengths = walked.doors(goal, out=False)
    # One sweep a row: from the side where there are fewer places.
    by_doors: Numbers = (
        walked.weighed.between(out, into)
        if len(begin) <= len(goal)
        else walked.weighed.reversed.between(into, out).T
    )
    found: Numbers = np.minimum(by_doors, _direct(walked, begin, goal))
    return found


def _lengths(walked: Walked, begin: Sequence[Snap], goal: Sequence[Snap]) -> Numbers:
    """Return the lengths of ways that are the best, not the shortest."""
    out, lengths = walked.doors(begin, out=True)
    into, more = walked.doors(goal, out=False)
    direct = _direct(walked, begin, goal)
    along = np.array([s.along_m for s in begin])[:, None] - [s.along_m for s in goal]
    found: Numbers = np.rint(np.abs(along) * COST_PER_M).astype(np.int64)
    for row in range(len(begin)):
        doors = Doors(out.nodes[row : row + 1], out.costs[row : row + 1])
        cost = walked.weighed.to_all(doors)
        length = lengths_along(walked, cost, doors, lengths[row])
        by_door = cost[into.nodes] + into.costs
        door = by_door.argmin(axis=1)[:, None]
        node, rest = (np.take_along_axis(t, door, 1)[:, 0] for t in (into.nodes, more))
        least = by_door.min(axis=1)
        around = np.where(least < FAR, length[node] + rest, FAR)
        along_it = (direct[row] < FAR) & (direct[row] <= least)
        found[row] = np.where(along_it, found[row], around)
    return found


def lengths_along(
    walked: Walked, cost: Numbers, out: Doors, lengths: Numbers
) -> Numbers:
    """Return how long the ways are whose costs are known, to every junction.

    Args:
        walked: the streets.
        cost: what it costs to each junction.
        out: the doors by which one sets out, a single row.
        lengths: how far it is to each of them, counted as costs are.
    """
    arcs = walked.arcs
    found = np.full(len(cost), FAR)
    for door in (1, 0):
        node = out.nodes[0, door]
        if cost[node] == out.costs[0, door]:
            found[node] = lengths[door]
    long = np.rint(walked.network.metres[arcs.street] * COST_PER_M).astype(np.int64)
    by_cost = np.argsort(cost, kind="stable")
    lengths_to_all(
        (arcs.first, arcs.tail, walked.arc_costs, long), by_cost, cost, found
    )
    return found


def _direct(walked: Walked, begin: Sequence[Snap], goal: Sequence[Snap]) -> Numbers:
    """Return what it costs along the one street on which two places are; else FAR."""
    street = np.array([snap.street for snap in begin])
    from_m, to_m = (np.array([snap.along_m for snap in s]) for s in (begin, goal))
    along = to_m - from_m[:, None]
    one_way = walked.network.one_way[street][:, None]
    same = street[:, None] == [snap.street for snap in goal]
    usable = same & (along * one_way >= 0)
    cost = walked.cost(np.broadcast_to(street[:, None], along.shape), np.abs(along))
    found: Numbers = np.where(usable, cost, FAR)
    return found


def _reach(line: list[Position], *points: Position) -> None:
    """Lengthen a line, but repeat no point."""
    for point in points:
        if point != line[-1]:
            line.append(point)
