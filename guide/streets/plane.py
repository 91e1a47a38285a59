"""Metres on a small piece of the Earth, for what must be quick."""

from collections.abc import Iterable
from math import cos, hypot, radians, sin, sqrt

import numpy as np
from numpy.typing import NDArray

from sites.position import Position

SEMI_MAJOR_M = 6_378_137.0
ECCENTRICITY_2 = 0.006_694_379_990_14


class Plane:
    """The plane that touches the ellipsoid WGS 84 at a position.

    Within 10 km of it, lengths come out right to one part in a thousand or better.

    Source:
        Radii of curvature in the meridian and the prime vertical:
        J. P. Snyder, Map Projections, USGS Professional Paper 1395, pp. 24–25,
        https://doi.org/10.3133/pp1395.
    """

    def __init__(self, centre: Position) -> None:
        self._centre = np.array(centre.lon_lat)
        self._metres = np.array(_metres_a_degree(centre.lat))

    def points(self, positions: Iterable[Position]) -> NDArray[np.float64]:
        """Return metres east and north of the centre, one row a position."""
        degrees = np.array([position.lon_lat for position in positions])
        found: NDArray[np.float64] = (degrees - self._centre) * self._metres
        return found

    def position(self, point: NDArray[np.float64]) -> Position:
        """Return the position that lies so many metres east and north."""
        lon, lat = self.degrees(point)
        return Position(float(lat), float(lon))

    def degrees(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return longitudes and latitudes, one row for each row of metres."""
        found: NDArray[np.float64] = points / self._metres + self._centre
        return found


def metres_between(a: Position, b: Position) -> float:
    """Return how far apart two positions are that are close to each other.

    Within 10 km, lengths come out right to one part in a million: the radii are those
    half-way.
    """
    east, north = _metres_a_degree((a.lat + b.lat) / 2)
    return hypot((b.lon - a.lon) * east, (b.lat - a.lat) * north)


def _metres_a_degree(lat: float) -> tuple[float, float]:
    """Return the metres that a degree is long, to the east and to the north."""
    bend = 1 - ECCENTRICITY_2 * sin(radians(lat)) ** 2
    north = SEMI_MAJOR_M * (1 - ECCENTRICITY_2) / bend**1.5
    east = SEMI_MAJOR_M / sqrt(bend) * cos(radians(lat))
    return radians(1) * east, radians(1) * north
