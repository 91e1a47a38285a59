"""The streets as a networkx graph, for whoever looks into them with its tools."""

import networkx as nx

from guide.streets.walked import Walked
from sites.position import Position


def as_networkx(walked: Walked) -> "nx.MultiDiGraph[Position]":
    """Return a graph of the streets as they are walked.

    It has a node for each junction, named by its position, and for each street an edge
    in each direction in which it is walked, with its place in the pack (``street``),
    its ``metres``, and what it costs (``cost``): both as metres.
    """
    network = walked.network
    graph: nx.MultiDiGraph[Position] = nx.MultiDiGraph()
    graph.add_nodes_from(network.nodes)
    for place in walked.streets.tolist():
        street = network.pack.streets[place]
        ends = (street.line[0], street.line[-1])
        values = {
            "street": place,
            "metres": street.metres,
            "cost": street.metres * int(walked.percent[place]) / 100,
        }
        if street.one_way >= 0:
            graph.add_edge(*ends, **values)
        if street.one_way <= 0:
            graph.add_edge(*reversed(ends), **values)
    return graph
