"""The compiled loops: a graph is ordered and filled once, weighed once a walker.

Nodes are numbered in the order in which they are taken out of the graph. Whoever is
taken out leaves arcs between the neighbours that stay: so every least cost runs first
up to higher numbers, then down. ``first`` and ``head`` list the arcs from each node to
higher ones, in order; ``up`` and ``down`` are what they cost in either direction.

Source:
    J. Dibbelt, B. Strasser, D. Wagner: Customizable Contraction Hierarchies (2016),
    https://doi.org/10.1145/2886843; the sweep over all nodes: D. Delling et al.,
    PHAST (2013), https://doi.org/10.1016/j.jpdc.2012.02.007; the tree and the filling:
    J. W. H. Liu (1990), https://doi.org/10.1137/0611010; meeting in the tree:
    section 4 of the first.
"""

import numpy as np
from numpy.typing import NDArray

from guide.compiled import helper, kernel

Numbers = NDArray[np.int64]

FAR = 1 << 60
"""No way: more than any cost, and the sum of two of them is still a number."""


@kernel
def parents(first: Numbers, near: Numbers, parent: Numbers, over: Numbers) -> None:
    """Find for each node the lowest higher one that it is joined to in the end.

    Args:
        first: where the neighbours of each node begin.
        near: the neighbours, in any order.
        parent: is filled; -1 where there is none.
        over: a row of -1, for work.
    """
    for node in range(len(parent)):
        for place in range(first[node], first[node + 1]):
            low = near[place]
            while low < node and over[low] not in (-1, node):
                higher = over[low]
                over[low] = node
                low = higher
            if low < node and over[low] == -1:
                over[low] = node
                parent[low] = node


@kernel
def count_arcs(
    first: Numbers, near: Numbers, parent: Numbers, seen: Numbers, counts: Numbers
) -> None:
    """Count the arcs that lead up from each node once all are taken out."""
    for node in range(len(parent)):
        seen[node] = node
        for place in range(first[node], first[node + 1]):
            low = near[place]
            while low < node and seen[low] != node:
                seen[low] = node
                counts[low] += 1
                low = parent[low]


@kernel
def fill_arcs(
    graph: tuple[Numbers, Numbers], parent: Numbers, seen: Numbers, free: Numbers,
    head: Numbers,
) -> None:  # fmt: skip
    """Write the arcs that ``count_arcs`` counted, each node's from ``free`` on."""
    first, near = graph
    for node in range(len(parent)):
        seen[node] = node
        for place in range(first[node], first[node + 1]):
            low = near[place]
            while low < node and seen[low] != node:
                seen[low] = node
                head[free[low]] = node
                free[low] += 1
                low = parent[low]


@kernel
def weigh(first: Numbers, head: Numbers, up: Numbers, down: Numbers) -> None:
    """Let every arc cost no more than the detour over any lower node."""
    for node in range(len(first) - 1):
        for one in range(first[node], first[node + 1]):
            place = first[head[one]]
            for two in range(one + 1, first[node + 1]):
                while head[place] < head[two]:
                    place += 1
                up[place] = min(up[place], down[one] + up[two], FAR)
                down[place] = min(down[place], down[two] + up[one], FAR)


@helper
def _climb(
    graph: tuple[Numbers, Numbers, Numbers], up: Numbers, start: int, cost: Numbers
) -> None:
    first, head, parent = graph
    node = start
    while node != -1:
        if cost[node] < FAR:
            for arc in range(first[node], first[node + 1]):
                over = cost[node] + up[arc]
                cost[head[arc]] = min(cost[head[arc]], over)
        node = parent[node]


@helper
def _sweep(
    graph: tuple[Numbers, Numbers, Numbers],
    weights: tuple[Numbers, Numbers],
    begin: tuple[NDArray[np.int64], NDArray[np.int64]],
    row: int,
    cost: Numbers,
) -> None:  # fmt: skip
    first, head, _parent = graph
    up, down = weights
    doors, steps = begin
    for node in range(len(cost)):
        cost[node] = FAR
    for door in range(doors.shape[1]):
        node = doors[row, door]
        cost[node] = min(cost[node], steps[row, door])
    for door in range(doors.shape[1]):
        _climb(graph, up, doors[row, door], cost)
    for node in range(len(cost) - 1, -1, -1):
        least = cost[node]
        for arc in range(first[node], first[node + 1]):
            least = min(least, cost[head[arc]] + down[arc])
        cost[node] = least


@kernel
def costs_to_all(
    graph: tuple[Numbers, Numbers, Numbers],
    weights: tuple[Numbers, Numbers],
    begin: tuple[NDArray[np.int64], NDArray[np.int64]],
    cost: Numbers,
) -> None:
    """Fill ``cost`` with what it costs to each node from the first row of doors."""
    _sweep(graph, weights, begin, 0, cost)


@kernel
def costs_between(
    graph: tuple[Numbers, Numbers, Numbers],
    weights: tuple[Numbers, Numbers],
    begin: tuple[NDArray[np.int64], NDArray[np.int64]],
    end: tuple[NDArray[np.int64], NDArray[np.int64]],
    work: tuple[Numbers, NDArray[np.int64]],
) -> None:  # fmt: skip
    """Fill a table with the least costs from rows of doors to rows of doors.

    Args:
        graph: ``first``, ``head`` and the parent of each node.
        weights: ``up`` and ``down``.
        begin: the doors of each place to begin at, and what it costs to each.
        end: the doors of each place to end at, and what it costs from each.
        work: a row with a number for each node, and the table.
    """
    goals, more = end
    cost, table = work
    for row in range(begin[0].shape[0]):
        _sweep(graph, weights, begin, row, cost)
        for goal in range(goals.shape[0]):
            least = FAR
            for door in range(goals.shape[1]):
                least = min(least, cost[goals[goal, door]] + more[goal, door])
            table[row, goal] = least


@kernel
def depths(parent: Numbers, depth: Numbers) -> None:
    """Fill in how many nodes are above each one in the tree of parents."""
    for node in range(len(parent) - 1, -1, -1):
        depth[node] = 0 if parent[node] == -1 else depth[parent[node]] + 1


@kernel
def climb_all(
    graph: tuple[Numbers, Numbers, Numbers],
    weight: Numbers,
    places: tuple[NDArray[np.int64], NDArray[np.int64]],
    depth: Numbers,
    found: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> None:
    """Fill in, for each place, what it costs to each node that is above its doors.

    The doors of a place are the ends of one street: one is above the other, so a row
    has one node a depth.

    Args:
        graph: ``first``, ``head`` and the parent of each node.
        weight: ``up``, or ``down`` for what it costs from there to the place.
        places: the doors of each, and the cost to each door.
        depth: that of each node.
        found: by place and depth, the nodes, filled with -1, and the costs, ``FAR``.
    """
    first, head, parent = graph
    doors, steps = places
    nodes, costs = found
    for row in range(doors.shape[0]):
        low = doors[row, 0]
        for door in range(doors.shape[1]):
            node = doors[row, door]
            costs[row, depth[node]] = min(costs[row, depth[node]], steps[row, door])
            low = min(low, node)
        node = low
        while node != -1:
            here = costs[row, depth[node]]
            nodes[row, depth[node]] = node
            if here < FAR:
                for arc in range(first[node], first[node + 1]):
                    place = depth[head[arc]]
                    costs[row, place] = min(costs[row, place], here + weight[arc])
            node = parent[node]


@kernel
def meet_all(
    out: tuple[NDArray[np.int64], NDArray[np.int64]],
    into: tuple[NDArray[np.int64], NDArray[np.int64]],
    table: NDArray[np.int64],
) -> None:
    """Fill a table with the least costs over all nodes above both places."""
    nodes, costs = out
    others, more = into
    for row in range(table.shape[0]):
        for column in range(table.shape[1]):
            least = FAR
            for depth in range(nodes.shape[1]):
                node = nodes[row, depth]
                if node == -1 or node != others[column, depth]:
                    break
                least = min(least, costs[row, depth] + more[column, depth])
            table[row, column] = least


@kernel
def lengths_to_all(
    arcs: tuple[Numbers, Numbers, Numbers, Numbers],
    order: Numbers,
    cost: Numbers,
    length: Numbers,
) -> None:
    """Fill ``length`` along the ways of least cost, node by node in their order.

    Args:
        arcs: where those that lead into each node begin; their tails, costs, lengths.
        order: the nodes by rising cost.
        cost: what it costs to each node.
        length: that of each node where a way begins; the others are filled.
    """
    first, tail, price, long = arcs
    for node in order:
        if length[node] != FAR or cost[node] >= FAR:
            continue
        for arc in range(first[node], first[node + 1]):
            if cost[tail[arc]] + price[arc] == cost[node]:
                length[node] = length[tail[arc]] + long[arc]
                break
