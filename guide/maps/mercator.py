"""Web Mercator, in which tiles are cut: the world as a square from 0 to 1.

Source:
    EPSG:3857; the square and its tiles as in OGC 17-083r4, Two Dimensional Tile Matrix
    Set, Annex D.1 (WebMercatorQuad).
"""

from math import atan, cos, degrees, exp, pi, radians

import numpy as np
import shapely
from numpy.typing import NDArray

from sites.position import Position

Square = NDArray[np.float64]
"""Rows of x, to the east, and y, to the south."""

EQUATOR_M = 40_075_016.685_578_49
MAX_LAT = 85.051_128_779_806_6
"""Where the square ends; what lies beyond is drawn on its edge."""


def to_square(lon_lat: NDArray[np.float64]) -> Square:
    """Return where points lie in the square, from rows of longitude and latitude."""
    lat = np.radians(np.clip(lon_lat[:, 1], -MAX_LAT, MAX_LAT))
    y = 0.5 - np.arcsinh(np.tan(lat)) / (2 * pi)
    return np.column_stack([lon_lat[:, 0] / 360 + 0.5, y])


def from_square(x: float, y: float) -> Position:
    """Return the position of a point of the square."""
    lat = degrees(2 * atan(exp((0.5 - y) * 2 * pi)) - pi / 2)
    return Position(lat, (x - 0.5) * 360)


def shapes_to_square(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return shapes in the square, from shapes of longitude and latitude."""
    found: NDArray[np.object_] = shapely.transform(shapes, to_square)
    return found


def metres_across(lat: float) -> float:
    """Return how many metres on the ground one side of the square is, at a latitude.

    It is as many to the north as to the east, to two parts in a thousand: the Earth is
    no sphere, and the square takes it for one.
    """
    return EQUATOR_M * cos(radians(lat))
