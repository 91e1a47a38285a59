"""A graph put in an order in which least costs are found by two sweeps."""

from copy import copy
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from guide.streets.sweeps import kernels
from guide.streets.sweeps.kernels import FAR, Numbers

Table = NDArray[np.int64]

FEW_ROWS = 4
"""So many rows of a table are swept one by one; with more places on both sides, it is
quicker to climb from each and to meet."""


@dataclass(frozen=True)
class Hierarchy:
    """Which nodes are joined to which once all are taken out in their order."""

    first: Numbers
    head: Numbers
    parent: Numbers

    def __len__(self) -> int:
        return len(self.parent)

    @cached_property
    def depth(self) -> Numbers:
        """How many nodes are above each one in the tree of parents."""
        found = np.empty(len(self), dtype=np.int64)
        kernels.depths(self.parent, found)
        return found


@dataclass(frozen=True, slots=True)
class Doors:
    """Where places touch the graph: one row of nodes a place, and the cost to each.

    ``FAR`` is the cost of a door that cannot be used.
    """

    nodes: Table
    costs: Table


def good_order(count: int, pairs: Table) -> Numbers:
    """Return the nodes of a graph in a good order: those of few neighbours first.

    Args:
        count: how many nodes there are.
        pairs: a row of two for each edge.

    Source:
        Multiple minimum degree: J. W. H. Liu (1985),
        https://doi.org/10.1145/214392.214398, as SuperLU implements it.
    """
    from scipy.sparse import coo_array, eye_array  # noqa: PLC0415 - slow to import
    from scipy.sparse.linalg import splu  # noqa: PLC0415

    one, two = pairs.T
    ones = np.full(len(pairs), -1.0)
    joined = coo_array((ones, (one, two)), shape=(count, count)).tocsr()
    # Strictly dominant: nothing is exchanged for the sake of numbers.
    matrix = joined + joined.T + eye_array(count) * (4.0 * len(pairs) + 4.0)
    factors = splu(
        matrix.tocsc(),
        permc_spec="MMD_AT_PLUS_A",
        diag_pivot_thresh=0.0,
        options={"SymmetricMode": True},
    )
    found: Numbers = np.argsort(factors.perm_c).astype(np.int64)
    return found


def hierarchy(count: int, pairs: Table) -> Hierarchy:
    """Take the nodes of a graph out one by one, from 0 on, and join their neighbours.

    Args:
        count: how many nodes there are.
        pairs: a row of two for each edge; which way it is walked does not matter.
    """
    both = np.concatenate([pairs, pairs[:, ::-1]])
    both = both[np.lexsort((both[:, 1], both[:, 0]))]
    first = np.searchsorted(both[:, 0], np.arange(count + 1))
    near = np.ascontiguousarray(both[:, 1])
    parent, over = np.full(count, -1), np.full(count, -1)
    kernels.parents(first, near, parent, over)
    counts = np.zeros(count, dtype=np.int64)
    kernels.count_arcs(first, near, parent, np.full(count, -1), counts)
    begin = np.concatenate([[0], np.cumsum(counts)])
    head = np.zeros(begin[-1], dtype=np.int64)
    kernels.fill_arcs((first, near), parent, np.full(count, -1), begin.copy(), head)
    return Hierarchy(begin, head, parent)


class Weighed:
    """A hierarchy with costs: whole numbers from 1 on, ``FAR`` where no way leads."""

    def __init__(self, order: Hierarchy, arcs: Table) -> None:
        """Weigh the arcs; of two between the same nodes the cheaper one counts.

        Args:
            order: the hierarchy of a graph that joins the ends of all arcs.
            arcs: a row for each: from, to, cost.
        """
        self._graph = (order.first, order.head, order.parent)
        self._count = len(order)
        self._depth = order.depth
        self.up, self.down = (np.full(len(order.head), FAR) for _ in range(2))
        tail, head, cost = arcs[arcs[:, 0] != arcs[:, 1]].T
        low, high = np.minimum(tail, head), np.maximum(tail, head)
        lows = np.repeat(np.arange(len(order)), np.diff(order.first))
        keys = lows * len(order) + order.head
        place = np.searchsorted(keys, low * len(order) + high)
        rising = tail < head
        np.minimum.at(self.up, place[rising], cost[rising])
        np.minimum.at(self.down, place[~rising], cost[~rising])
        kernels.weigh(order.first, order.head, self.up, self.down)

    @property
    def reversed(self) -> "Weighed":
        """The same graph with every arc the other way round."""
        found = copy(self)
        found.up, found.down = self.down, self.up
        return found

    def to_all(self, begin: Doors) -> Numbers:
        """Return what it costs from one place, a single row of doors, to each node."""
        cost = np.empty(self._count, dtype=np.int64)
        kernels.costs_to_all(
            self._graph, (self.up, self.down), (begin.nodes, begin.costs), cost
        )
        return cost

    def between(self, begin: Doors, end: Doors) -> Table:
        """Return the least costs from each place to each, row to column.

        The doors of a place that has two are the ends of one street.
        """
        shape = (len(begin.nodes), len(end.nodes))
        if min(shape) > FEW_ROWS:
            return self._meeting(begin, end)
        work = np.empty(self._count, dtype=np.int64)
        table = np.empty(shape, dtype=np.int64)
        kernels.costs_between(
            self._graph,
            (self.up, self.down),
            (begin.nodes, begin.costs),
            (end.nodes, end.costs),
            (work, table),
        )
        return table

    def _meeting(self, begin: Doors, end: Doors) -> Table:
        """Climb from all places, and meet above each two of them."""
        out, into = (
            self._climbed(doors, weight)
            for doors, weight in ((begin, self.up), (end, self.down))
        )
        table = np.empty((len(begin.nodes), len(end.nodes)), dtype=np.int64)
        kernels.meet_all(out, into, table)
        return table

    def _climbed(self, doors: Doors, weight: Numbers) -> tuple[Table, Table]:
        shape = (len(doors.nodes), int(self._depth.max()) + 1)
        found = np.full(shape, -1), np.full(shape, FAR)
        kernels.climb_all(
            self._graph, weight, (doors.nodes, doors.costs), self._depth, found
        )
        return found


def warm() -> None:
    """Compile what is not compiled yet, or read it from disk."""
    arcs = np.array([[0, 1, 1], [1, 0, 1]])
    graph = Weighed(hierarchy(2, arcs[:1, :2]), arcs)
    doors = Doors(np.zeros((1, 2), dtype=np.int64), np.zeros((1, 2), dtype=np.int64))
    graph.to_all(doors)
    graph.between(doors, doors)
    many = Doors(np.repeat(doors.nodes, 9, axis=0), np.repeat(doors.costs, 9, axis=0))
    graph.between(many, many)
