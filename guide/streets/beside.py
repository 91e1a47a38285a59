"""What land a line passes: how far along water it leads, where it meets a railway."""

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from guide.streets.land import Land, LandKind
from guide.streets.plane import Plane
from sites.position import Position

AROUND_M = 60.0
"""Land farther than this from every line is not looked at."""


class Beside:
    """The land near some lines, by its kind, in metres."""

    def __init__(
        self, land: Iterable[Land], lines: Sequence[Sequence[Position]]
    ) -> None:
        points = [position for line in lines for position in line]
        self._plane = Plane(points[0])
        self._shapes: dict[LandKind, list[shapely.Geometry]] = {}
        metres = self._plane.points(points)
        west, south = metres.min(axis=0) - AROUND_M
        east, north = metres.max(axis=0) + AROUND_M
        box = shapely.box(west, south, east, north)
        for piece in land:
            shape = shapely.transform(piece.shape, self._to_metres)
            if shape.intersects(box):
                self._shapes.setdefault(piece.kind, []).append(shape)

    def metres(
        self, line: Sequence[Position], kinds: Iterable[LandKind], within_m: float
    ) -> float:
        """Return how many metres of a line lie so near to land of some kinds."""
        walked = self._line(line)
        if walked is None:
            return 0.0
        near = shapely.union_all(self._of(kinds)).buffer(within_m)
        return float(walked.intersection(near).length)

    def met(
        self, line: Sequence[Position], kinds: Iterable[LandKind]
    ) -> tuple[Position, ...]:
        """Return where a line crosses land of some kinds, in no order."""
        walked = self._line(line)
        if walked is None:
            return ()
        crossed = walked.intersection(shapely.union_all(self._of(kinds)))
        parts = (shapely.get_parts(crossed)) if not crossed.is_empty else ()
        centres = [shapely.get_coordinates(part.centroid)[0] for part in parts]
        return tuple(map(self._plane.position, centres))

    def _of(self, kinds: Iterable[LandKind]) -> list[shapely.Geometry]:
        return [shape for kind in kinds for shape in self._shapes.get(kind, ())]

    def _line(self, line: Sequence[Position]) -> shapely.LineString | None:
        return shapely.LineString(self._plane.points(line)) if len(line) > 1 else None

    def _to_metres(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        return self._plane.of_points(points)
