"""The street nearest to a place, among millions, without an index."""

import numpy as np

from guide.streets.plane import Plane
from guide.streets.street import StreetTable
from sites.position import Position


class Segments:
    """Every straight piece of every street of a table."""

    def __init__(self, table: StreetTable) -> None:
        self._points = table.points
        # The last point of a street begins no piece.
        begins = np.ones(len(table.points), dtype=bool)
        begins[table.starts[1:] - 1] = False
        self._begin = np.flatnonzero(begins)
        self._starts = table.starts
        runs = np.diff(table.points, axis=0)[self._begin]
        self._degrees = np.hypot(*runs.T)

    def nearest(self, position: Position) -> tuple[int, float]:
        """Return the nearest street, and how many metres it is away."""
        plane = Plane(position)
        far = np.hypot(*plane.of_points(self._points[self._begin]).T)
        # No piece comes nearer than its corner less its own length.
        length = self._degrees * plane.degree.max()
        some = self._begin[far - length <= far.min()]
        start = plane.of_points(self._points[some])
        run = plane.of_points(self._points[some + 1]) - start
        share = -(start * run).sum(axis=1) / np.maximum((run**2).sum(axis=1), 1e-9)
        away = np.hypot(*(start + np.clip(share, 0, 1)[:, None] * run).T)
        best = int(away.argmin())
        street = int(np.searchsorted(self._starts, some[best], side="right")) - 1
        return street, float(away[best])
