"""The shortest ways between a handful of places, all pairs at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from math import inf

import numpy as np
from numpy.typing import NDArray

from guide.streets.graph import StreetGraph
from guide.streets.snap import Snap
from sites.position import Position

NOTHING_M = 1e-6
"""A piece of street this short or shorter only says that a place is at a junction."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a way along one street: its name if known, and how far."""

    name: str | None
    metres: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a way between two junctions.

    ``begin`` and ``end`` are places in the way's line; ``choice`` says whether other
    streets go off where it begins. ``kind`` and ``tags`` are those of its street.
    """

    name: str | None
    metres: float
    begin: int
    end: int
    choice: bool = False
    kind: str = "road"
    tags: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Way:
    """The line from one place to another, and the streets it follows.

    ``stretches`` joins the ``pieces`` that have one name.
    """

    line: tuple[Position, ...]
    stretches: tuple[Stretch, ...]
    metres: float
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class _Step:
    """A piece of one street, walked from one distance along it to another."""

    street: int
    start_m: float
    end_m: float


@dataclass(frozen=True, slots=True, order=True)
class _Door:
    """An end of a place's street: the junction, and where along the street it is."""

    node: int
    at_m: float
    walk_m: float


class Ways:
    """All shortest ways between places that have been snapped to the streets.

    ``metres[a, b]`` runs from place to place, the bit between each place and its
    street included; ``inf`` where no street leads there, 0 between equal places.
    """

    def __init__(self, streets: StreetGraph, snaps: Sequence[Snap]) -> None:
        self._streets, self._snaps = streets, tuple(snaps)
        self._doors = [self._doors_of(snap) for snap in snaps]
        sources = sorted({door.node for pair in self._doors for door in pair})
        self._row = {node: row for row, node in enumerate(sources)}
        self._from, self._before = _search(streets, sources)
        self.metres = self._all()

    def way(self, a: int, b: int) -> Way:
        """Return the line from place ``a`` to place ``b``.

        It exists only where ``metres[a, b]`` is finite.
        """
        start, goal = self._snaps[a], self._snaps[b]
        steps = tuple(self._steps(a, b))
        line, pieces = [start.place], []
        if start.place != goal.place:
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
            stretches=_joined(Stretch(piece.name, piece.metres) for piece in pieces),
            metres=float(self.metres[a, b]),
            pieces=tuple(piece for piece in pieces if piece.metres > NOTHING_M),
        )

    def _doors_of(self, snap: Snap) -> tuple[_Door, _Door]:
        first, last = self._streets.ends(snap.street)
        length = self._streets.street(snap.street).metres
        return (
            _Door(first, 0.0, snap.along_m),
            _Door(last, length, length - snap.along_m),
        )

    def _all(self) -> NDArray[np.float64]:
        """Take the best of the four ways out of one street and into the other."""
        count = len(self._snaps)
        found = np.full((count, count), inf)
        for out, into in product(range(2), repeat=2):
            doors = [pair[out] for pair in self._doors]
            goals = [pair[into] for pair in self._doors]
            rows = np.array([self._row[door.node] for door in doors], dtype=int)
            columns = np.array([goal.node for goal in goals], dtype=int)
            by_these = self._from[np.ix_(rows, columns)]
            by_these += np.array([door.walk_m for door in doors])[:, None]
            by_these += np.array([goal.walk_m for goal in goals])[None, :]
            found = np.minimum(found, by_these)
        along = np.array([snap.along_m for snap in self._snaps])
        street = np.array([snap.street for snap in self._snaps])
        direct = np.abs(along[:, None] - along[None, :])
        same_street = street[:, None] == street[None, :]
        found = np.where(same_street, np.minimum(found, direct), found)
        away = np.array([snap.away_m for snap in self._snaps])
        found += away[:, None] + away[None, :]
        places = [snap.place for snap in self._snaps]
        found[[[a == b for b in places] for a in places]] = 0.0
        return found

    def _steps(self, a: int, b: int) -> Iterator[_Step]:
        """Find the pieces of street of the best way once more, now as a line."""
        start, goal = self._snaps[a], self._snaps[b]
        if start.place == goal.place:
            return
        metres, out, into = min(
            (
                (door.walk_m + goal_door.walk_m + self._between(door, goal_door)),
                door,
                goal_door,
            )
            for door in self._doors[a]
            for goal_door in self._doors[b]
        )
        direct = abs(start.along_m - goal.along_m)
        if start.street == goal.street and direct <= metres:
            yield _Step(start.street, start.along_m, goal.along_m)
            return
        yield _Step(start.street, start.along_m, out.at_m)
        for one, two in pairwise(self._nodes(out.node, into.node)):
            street = self._streets.links[one, two]
            length = self._streets.street(street).metres
            ahead = self._streets.ends(street) == (one, two)
            yield _Step(street, *((0.0, length) if ahead else (length, 0.0)))
        yield _Step(goal.street, into.at_m, goal.along_m)

    def _between(self, out: _Door, into: _Door) -> float:
        return float(self._from[self._row[out.node], into.node])

    def _nodes(self, out: int, into: int) -> list[int]:
        before = self._before[self._row[out]]
        nodes = [into]
        while nodes[-1] != out:
            nodes.append(int(before[nodes[-1]]))
        return nodes[::-1]

    def _cut(self, step: _Step) -> list[Position]:
        """Return the corners of a street strictly between two distances along it."""
        street = self._streets.street(step.street)
        low, high = sorted((step.start_m, step.end_m))
        if low == 0.0 and high == street.metres:
            inside = list(street.line)
        else:
            inside = [
                corner
                for corner, at in zip(
                    street.line, self._streets.corners(step.street), strict=True
                )
                if low <= at <= high
            ]
        return inside if step.start_m <= step.end_m else inside[::-1]

    def _piece(self, step: _Step, line: list[Position], begin: int) -> Piece:
        street = self._streets.street(step.street)
        return Piece(
            name=street.name,
            metres=abs(step.end_m - step.start_m),
            begin=begin,
            end=len(line) - 1,
            choice=self._streets.arms(line[begin]) > 2,
            kind=street.kind,
            tags=street.tags,
        )


def _reach(line: list[Position], *points: Position) -> None:
    """Lengthen a line, but repeat no point."""
    for point in points:
        if point != line[-1]:
            line.append(point)


def _search(
    streets: StreetGraph, sources: list[int]
) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
    """Walk from each source to every junction; the work is done in compiled code."""
    from scipy.sparse.csgraph import dijkstra  # noqa: PLC0415 - slow to import

    found, before = dijkstra(streets.table, indices=sources, return_predecessors=True)
    return found, before


def _joined(stretches: Iterator[Stretch]) -> tuple[Stretch, ...]:
    """Join neighbours of the same name, and drop what has no length."""
    found: list[Stretch] = []
    for stretch in stretches:
        if stretch.metres < 1:
            continue
        same = found and found[-1].name == stretch.name
        before_m = found.pop().metres if same else 0.0
        found.append(Stretch(stretch.name, before_m + stretch.metres))
    return tuple(found)
