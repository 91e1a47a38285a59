"""A picture laid on the map by three of its points."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

from sites.position import Position

PINS = 3
"""Three points, not in one line, turn, stretch and slant a picture into place."""

Point = tuple[float, float]
"""Two numbers across each other: pixels, or degrees."""

THINNEST = 0.05
"""How high a triangle of pins is at least, beside its longest side."""


class PinsInLine(ValueError):
    """Three pins lie exactly in one line, so they place nothing."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A point of a picture, in pixels from its upper left corner, and where it lies."""

    x: float
    y: float
    position: Position


def placed(pins: Sequence[Pin], x: float, y: float) -> Position:
    """Say where a point of a picture lies.

    Degrees are taken as straight: over the few kilometres of an old map of a city that
    is off by less than a metre.

    Args:
        pins: three, not in one line: see ``is_thin``.
        x: pixels from the left.
        y: pixels from the top.

    Raises:
        PinsInLine: the pins are in one line in the picture.
        BadPosition: the point lies beyond the globe.
    """
    lat_lon = _carried(
        (x, y),
        [(pin.x, pin.y) for pin in pins],
        [pin.position.lat_lon for pin in pins],
    )
    return Position(*lat_lon)


def seen(pins: Sequence[Pin], position: Position) -> Point:
    """Say at which point of a picture a position is: ``placed``, backwards.

    Raises:
        PinsInLine: the pins are in one line on the ground.
    """
    return _carried(
        position.lat_lon,
        [pin.position.lat_lon for pin in pins],
        [(pin.x, pin.y) for pin in pins],
    )


def is_thin(points: Sequence[Point]) -> bool:
    """Tell whether three points are too near to one line, or to each other."""
    (ax, ay), (bx, by), (cx, cy) = points
    longest = max(
        hypot(ax - bx, ay - by), hypot(bx - cx, by - cy), hypot(cx - ax, cy - ay)
    )
    twice = abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay))
    return twice <= THINNEST * longest**2


def on_the_ground(pins: Sequence[Pin]) -> list[Point]:
    """Return where pins lie, in degrees of latitude both ways."""
    narrower = cos(radians(pins[0].position.lat))
    return [(pin.position.lon * narrower, pin.position.lat) for pin in pins]


def _carried(point: Point, start: Sequence[Point], end: Sequence[Point]) -> Point:
    """Carry a point along as three others go from ``start`` to ``end``."""
    a, b, c = start
    area = _area(a, b, c)
    if area == 0:
        raise PinsInLine("the three points are in one line; choose three far apart")
    shares = (
        _area(point, b, c) / area,
        _area(a, point, c) / area,
        _area(a, b, point) / area,
    )
    return (
        sum(share * first for share, (first, _) in zip(shares, end, strict=True)),
        sum(share * second for share, (_, second) in zip(shares, end, strict=True)),
    )


def _area(a: Point, b: Point, c: Point) -> float:
    """Return twice the signed area between three points."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
