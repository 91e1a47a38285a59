"""Shapes of the land as an extract draws them: kept as numbers, made when asked for."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import GeometryType
from shapely.geometry.base import BaseGeometry

from guide.streets.land import Land, LandKind

AT_ONCE = 1000
"""So many shapes are made in one go: quick, and no more than that in memory."""

Line = NDArray[np.float64]
"""The points of a line: longitude and latitude, a row a point."""


class LandTable:
    """Pieces of land, a row each: 16 bytes a point. Any number may read it.

    Areas that cross themselves are mended, and left out where nothing is left of them.
    """

    def __init__(self) -> None:
        self._lines, self._rings = _Shapes(), _Shapes()
        self._areas: list[Land] = []

    def add_line(self, kind: LandKind, name: str | None, line: Line) -> None:
        """Add a waterway or a railway."""
        self._lines.add(kind, name, line)

    def add_ring(self, kind: LandKind, name: str | None, ring: Line) -> None:
        """Add an area without holes by its outline, which ends where it began."""
        self._rings.add(kind, name, ring)

    def add_area(self, kind: LandKind, name: str | None, area: BaseGeometry) -> None:
        """Add an area of any shape."""
        self._areas.append(Land(kind=kind, name=name, shape=area))

    def __len__(self) -> int:
        return len(self._lines) + len(self._rings) + len(self._areas)

    def __iter__(self) -> Iterator[Land]:
        for kind, name, coordinates, starts in self._lines.batches():
            shapes = shapely.from_ragged_array(
                GeometryType.LINESTRING, coordinates, (starts,)
            )
            yield from _pieces(kind, name, shapes)
        for kind, name, coordinates, starts in self._rings.batches():
            each = np.arange(len(starts))
            shapes = shapely.from_ragged_array(
                GeometryType.POLYGON, coordinates, (starts, each)
            )
            yield from _pieces(kind, name, _mended(shapes))
        yield from self._areas


class _Shapes:
    """Lines of any length, with what each is, one after the other."""

    def __init__(self) -> None:
        self._kind: list[LandKind] = []
        self._name: list[str | None] = []
        self._points, self._starts = array("d"), array("q", [0])

    def __len__(self) -> int:
        return len(self._kind)

    def add(self, kind: LandKind, name: str | None, line: Line) -> None:
        self._kind.append(kind)
        self._name.append(name)
        self._points.frombytes(line.tobytes())
        self._starts.append(len(self._points) // 2)

    def batches(
        self,
    ) -> Iterator[tuple[list[LandKind], list[str | None], Line, NDArray[np.int64]]]:
        for begin in range(0, len(self), AT_ONCE):
            end = min(begin + AT_ONCE, len(self))
            starts = np.array(self._starts[begin : end + 1], dtype=np.int64)
            points = self._points[2 * starts[0] : 2 * starts[-1]]
            yield (
                self._kind[begin:end],
                self._name[begin:end],
                np.array(points, dtype=float).reshape(-1, 2),
                starts - starts[0],
            )


def _pieces(
    kinds: Sequence[LandKind],
    names: Sequence[str | None],
    shapes: Iterable[BaseGeometry],
) -> Iterator[Land]:
    for kind, name, drawn in zip(kinds, names, shapes, strict=True):
        if not drawn.is_empty:
            yield Land(kind=kind, name=name, shape=drawn)


def _mended(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return areas that cross themselves as what they enclose."""
    wrong = ~shapely.is_valid(shapes)
    shapes[wrong] = [enclosed([ring.exterior.coords]) for ring in shapes[wrong]]
    return shapes


def enclosed(lines: Sequence[Line]) -> BaseGeometry:
    """Return the area that lines enclose, holes left out; it may be empty.

    What lies within an odd number of rings belongs to it, whatever their roles say.
    """
    drawn = shapely.union_all([shapely.LineString(line) for line in lines])
    return shapely.build_area(drawn)
