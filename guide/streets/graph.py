"""The streets as a graph: its junctions and streets, and where places touch it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from guide.streets.pack import Pack, Street
from guide.streets.plane import Plane
from guide.streets.snap import Snap
from sites.position import Position


@dataclass(frozen=True, slots=True)
class _Segments:
    """Every straight piece of every street, as arrays of the same length."""

    street: NDArray[np.int64]
    start: NDArray[np.float64]
    run: NDArray[np.float64]


class StreetGraph:
    """The pedestrian network of one pack.

    ``graph`` has a node for each junction, named by its position, and an edge for each
    street with ``metres`` and ``street``, its place in ``pack.streets``. Two streets
    between the same junctions are two edges. Every street is walked both ways.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.graph: nx.MultiGraph[Position] = nx.MultiGraph()
        for place, street in enumerate(pack.streets):
            self.graph.add_edge(
                street.line[0], street.line[-1], metres=street.metres, street=place
            )
        self._nodes = {node: place for place, node in enumerate(self.graph)}

    @cached_property
    def _plane(self) -> Plane:
        return Plane(self.pack.streets[0].line[0])

    @cached_property
    def _segments(self) -> _Segments:
        street, start, run = [], [], []
        for place, piece in enumerate(self.pack.streets):
            points = self._plane.points(piece.line)
            street.append(np.full(len(points) - 1, place))
            start.append(points[:-1])
            run.append(np.diff(points, axis=0))
        return _Segments(*map(np.concatenate, (street, start, run)))

    @cached_property
    def links(self) -> dict[tuple[int, int], int]:
        """The shortest street between each pair of neighbours, both ways."""
        found: dict[tuple[int, int], int] = {}
        place: int
        for a, b, place in self.graph.edges(data="street"):
            for pair in (
                (self._nodes[a], self._nodes[b]),
                (self._nodes[b], self._nodes[a]),
            ):
                known = found.setdefault(pair, place)
                if self.street(place).metres < self.street(known).metres:
                    found[pair] = place
        return found

    @cached_property
    def table(self) -> Any:  # noqa: ANN401 - a scipy.sparse.csr_array
        """The metres between neighbours, as the sparse table that scipy walks."""
        from scipy.sparse import csr_array  # noqa: PLC0415 - slow to import, not always used

        pairs = np.array(list(self.links))
        metres = np.array([self.street(place).metres for place in self.links.values()])
        # A street of no length would be no street for scipy.
        entries = (np.maximum(metres, 0.01), (pairs[:, 0], pairs[:, 1]))
        return csr_array(entries, shape=(len(self._nodes),) * 2)

    def street(self, place: int) -> Street:
        """Return the street at a place of the pack."""
        return self.pack.streets[place]

    def ends(self, place: int) -> tuple[int, int]:
        """Return the numbers of the junctions where a street begins and ends."""
        line = self.street(place).line
        return self._nodes[line[0]], self._nodes[line[-1]]

    def arms(self, position: Position) -> int:
        """Return how many streets meet at a position: 0 where there is no junction."""
        return self.graph.degree[position] if position in self.graph else 0

    def corners(self, place: int) -> list[float]:
        """Return how far along its street each corner lies; the last is its length."""
        street = self.street(place)
        runs = np.diff(self._plane.points(street.line), axis=0)
        along = np.concatenate([[0.0], np.cumsum(np.hypot(*runs.T))])
        # The plane and the ellipsoid differ by a hair; the street's own length counts,
        # to the last digit: a junction that seems to lie beyond it would be cut off.
        scaled: list[float] = (along * (street.metres / max(along[-1], 0.01))).tolist()
        return [*scaled[:-1], street.metres]

    def snap(self, position: Position) -> Snap:
        """Find the point of the streets that is nearest to ``position``."""
        pieces = self._segments
        point = self._plane.points([position])[0]
        length_2 = np.maximum((pieces.run**2).sum(axis=1), 1e-9)
        share = ((point - pieces.start) * pieces.run).sum(axis=1) / length_2
        foot = pieces.start + np.clip(share, 0, 1)[:, None] * pieces.run
        away = np.hypot(*(foot - point).T)
        best = int(np.argmin(away))
        place = int(pieces.street[best])
        corner = best - int(np.searchsorted(pieces.street, place))
        before, after = self.corners(place)[corner : corner + 2]
        share_walked = float(np.clip(share[best], 0, 1))
        return Snap(
            street=place,
            along_m=before + share_walked * (after - before),
            away_m=float(away[best]),
            point=self._plane.position(foot[best]),
            place=position,
        )
