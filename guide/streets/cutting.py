"""From the ways of OpenStreetMap to streets: cut at junctions, all in one piece."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from sites.position import Position


@dataclass(frozen=True, slots=True)
class OsmWay:
    """A line of OpenStreetMap, or a piece of it: the numbers of its nodes, its tags."""

    nodes: tuple[int, ...]
    tags: Mapping[str, str]

    @property
    def ends(self) -> tuple[int, int]:
        """The nodes where it begins and ends."""
        return self.nodes[0], self.nodes[-1]

    @property
    def closed(self) -> bool:
        """Whether it ends where it began, round something."""
        return len(self.nodes) > 3 and self.nodes[0] == self.nodes[-1]


@dataclass(frozen=True, slots=True)
class Dropped:
    """What cannot be reached from the rest: so many parts, streets and metres."""

    parts: int
    streets: int
    metres: float


def within(ways: Iterable[OsmWay], known: Container[int]) -> Iterator[OsmWay]:
    """Keep what an extract holds of each way: it may have been cut at its edge.

    A node said twice running counts once.
    """
    for way in ways:
        run: list[int] = []
        for node in way.nodes:
            if node not in known:
                yield from _line(run, way)
                run = []
            elif run[-1:] != [node]:
                run.append(node)
        yield from _line(run, way)


def _line(run: Sequence[int], way: OsmWay) -> Iterator[OsmWay]:
    if len(run) > 1:
        yield OsmWay(tuple(run), way.tags)


def junctions(ways: Iterable[OsmWay]) -> set[int]:
    """Return the nodes that two ways share, or one way twice, and all ends.

    Where one way crosses above another, they share no node.
    """
    uses = Counter(node for way in ways for node in way.nodes)
    shared = {node for node, times in uses.items() if times > 1}
    return shared.union(*(way.ends for way in ways))


def cut(ways: Sequence[OsmWay]) -> Iterator[OsmWay]:
    """Cut each way at the junctions on it."""
    corners = junctions(ways)
    for way in ways:
        begin = 0
        for place, node in enumerate(way.nodes):
            if place > begin and node in corners:
                yield OsmWay(way.nodes[begin : place + 1], way.tags)
                begin = place


def mainland(
    pieces: Sequence[OsmWay], metres: Callable[[OsmWay], float]
) -> tuple[list[OsmWay], Dropped]:
    """Keep the longest part of which every street reaches every other."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_edges_from(piece.ends for piece in pieces)
    part = {
        node: number
        for number, nodes in enumerate(nx.connected_components(graph))
        for node in nodes
    }
    lengths: Counter[int] = Counter()
    for piece in pieces:
        # Counter is typed for whole numbers; it adds others as well.
        lengths[part[piece.nodes[0]]] += metres(piece)  # type: ignore[assignment]
    main = max(lengths, key=lambda number: lengths[number])
    kept = [piece for piece in pieces if part[piece.nodes[0]] == main]
    lost = float(sum(length for number, length in lengths.items() if number != main))
    return kept, Dropped(len(lengths) - 1, len(pieces) - len(kept), lost)


APART_DEGREES = 1e-7
"""The smallest step between positions of OpenStreetMap: about a centimetre."""


def told_apart(
    pieces: Iterable[OsmWay], places: Mapping[int, Position]
) -> dict[int, Position]:
    """Return positions of nodes such that no two junctions have the same.

    The graph names a junction by its position. The end of a bridge may be drawn at the
    very position of a junction below it: it is moved by a centimetre.
    """
    found, taken = dict(places), set[Position]()
    for node in sorted({node for piece in pieces for node in piece.ends}):
        here = found[node]
        while here in taken:
            # Towards the equator: no latitude is left.
            step = APART_DEGREES if here.lat < 0 else -APART_DEGREES
            here = Position(round(here.lat + step, 7), here.lon)
        taken.add(here)
        found[node] = here
    return found
