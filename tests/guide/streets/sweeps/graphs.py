"""Small graphs of numbers, and a slow twin that walks them."""

from collections.abc import Sequence
from typing import NamedTuple

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from guide.streets.sweeps.hierarchy import (
    Doors,
    Table,
    Weighed,
    good_order,
    hierarchy,
)
from guide.streets.sweeps.kernels import FAR


class Drawn(NamedTuple):
    """So many nodes, and arcs: from, to, cost."""

    nodes: int
    arcs: list[tuple[int, int, int]]


@st.composite
def graphs(draw: st.DrawFn) -> Drawn:
    """Draw a graph of up to twelve nodes; some of it may not hang together."""
    count = draw(st.integers(1, 12))
    node = st.integers(0, count - 1)
    arc = st.tuples(node, node, st.integers(1, 50))
    return Drawn(count, draw(st.lists(arc, max_size=40)))


def weighed(drawn: Drawn) -> tuple[Weighed, Table]:
    """Put a graph in order and weigh it; return the new number of each node too."""
    arcs = np.array(drawn.arcs, dtype=np.int64).reshape(-1, 3)
    order = good_order(drawn.nodes, arcs[:, :2])
    rank = np.empty(drawn.nodes, dtype=np.int64)
    rank[order] = np.arange(drawn.nodes)
    arcs[:, :2] = rank[arcs[:, :2]]
    return Weighed(hierarchy(drawn.nodes, arcs[:, :2]), arcs), rank


def doors(rows: Sequence[Sequence[tuple[int, int]]]) -> Doors:
    """Make doors of (node, cost), a row a place."""
    table = np.array(rows, dtype=np.int64)
    return Doors(table[:, :, 0].copy(), table[:, :, 1].copy())


def walked(drawn: Drawn) -> Table:
    """Let networkx find the least costs, all pairs."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(drawn.nodes))
    for tail, head, cost in drawn.arcs:
        known = graph.get_edge_data(tail, head, {"weight": FAR})["weight"]
        graph.add_edge(tail, head, weight=min(cost, known))
    table = np.full((drawn.nodes,) * 2, FAR)
    for tail, costs in nx.all_pairs_dijkstra_path_length(graph):
        for head, least in costs.items():
            table[tail, head] = int(least)
    return table
