"""Slow twins of what finds ways: networkx walks, place by place."""

from itertools import pairwise

import networkx as nx

from guide.streets.as_networkx import as_networkx
from guide.streets.snap import Snap
from guide.streets.walked import Walked
from sites.position import Position


def with_places(walked: Walked, a: Snap, b: Snap) -> "nx.MultiDiGraph[Position | str]":
    """Put two places into the graph as nodes: one walks from ``a`` to ``b``."""
    town: nx.MultiDiGraph[Position | str] = nx.MultiDiGraph(as_networkx(walked))
    for name, snap in (("a", a), ("b", b)):
        street = walked.network.pack.streets[snap.street]
        share = int(walked.percent[snap.street]) / 100
        first, last = street.line[0], street.line[-1]
        rest = street.metres - snap.along_m
        ends = ((first, snap.along_m, 1), (last, rest, -1))
        for node, metres, forbidden in ends:
            there = forbidden if name == "a" else -forbidden
            if street.one_way != there:
                pair = ("a", node) if name == "a" else (node, "b")
                town.add_edge(*pair, metres=metres, cost=metres * share)
    along = b.along_m - a.along_m
    one_way = walked.network.one_way[a.street]
    if a.street == b.street and along * one_way >= 0:
        share = int(walked.percent[a.street]) / 100
        town.add_edge("a", "b", metres=abs(along), cost=abs(along) * share)
    return town


def walked_by_networkx(walked: Walked, a: Snap, b: Snap) -> float:
    """Return how far networkx walks along the way of least cost; inf without one."""
    town = with_places(walked, a, b)
    try:
        path = nx.dijkstra_path(town, "a", "b", weight="cost")
    except nx.NetworkXNoPath:
        return float("inf")
    steps = (
        min(town[one][two].values(), key=lambda edge: edge["cost"])["metres"]
        for one, two in pairwise(path)
    )
    return a.away_m + float(sum(steps)) + b.away_m
