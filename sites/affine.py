"""A picture laid on the map by three of its points."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

from sites.position import Position

PINS = 3
"""Three points, not in one line, turn, stretch and slant a picture into place."""

THINNEST = 0.05
"""How high a triangle of pins is at least, beside its longest side."""


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
    """
    a, b, c = pins
    area = _area(a, b, c)
    point = Pin(x, y, a.position)
    shares = (
        _area(point, b, c) / area,
        _area(a, point, c) / area,
        _area(a, b, point) / area,
    )
    return Position(
        sum(share * pin.position.lat for share, pin in zip(shares, pins, strict=True)),
        sum(share * pin.position.lon for share, pin in zip(shares, pins, strict=True)),
    )


def is_thin(points: Sequence[tuple[float, float]]) -> bool:
    """Tell whether three points are too near to one line, or to each other."""
    (ax, ay), (bx, by), (cx, cy) = points
    longest = max(
        hypot(ax - bx, ay - by), hypot(bx - cx, by - cy), hypot(cx - ax, cy - ay)
    )
    twice = abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay))
    return twice <= THINNEST * longest**2


def on_the_ground(pins: Sequence[Pin]) -> list[tuple[float, float]]:
    """Return where pins lie, in degrees of latitude both ways."""
    narrower = cos(radians(pins[0].position.lat))
    return [(pin.position.lon * narrower, pin.position.lat) for pin in pins]


def _area(a: Pin, b: Pin, c: Pin) -> float:
    """Return twice the signed area between three points of the picture."""
    return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)
