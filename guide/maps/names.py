"""Where names stand on a map of paper: along their streets, and never on each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from guide.maps.lettering import width_em

Points = NDArray[np.float64]

ABOVE, BELOW = 0.95, 0.35
"""How far letters reach from their base line, as a part of their size: Ộ, ỵ."""

AIR = 0.25
"""The least space between two names, as a part of the size of the letters."""

BEND = 0.3
"""How far a street may leave its name, as a part of the size of the letters."""

STEP_MM = 3.0
"""How far along a street the next place for its name is tried."""

APART_MM = 70.0
"""One name stands again only so far from itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A name that would like to stand somewhere along a line, or at a point.

    ``colour`` is passed on to whoever draws it; ``line`` is in mm on the sheet.
    """

    text: str
    size: float
    colour: str
    line: LineString | Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that stands: the middle of its base line in mm, and its angle.

    The angle is in degrees clockwise from level, -90 or more and less than 90, so that
    no name is upside down.
    """

    text: str
    size: float
    colour: str
    x: float
    y: float
    angle: float

    @property
    def box(self) -> BaseGeometry:
        """What the letters cover, in mm, with a little air around."""
        half = width_em(self.text) * self.size / 2 + AIR * self.size / 2
        up, down = (ABOVE + AIR / 2) * self.size, (BELOW + AIR / 2) * self.size
        corners = ((-half, -up), (half, -up), (half, down), (-half, down))
        turn_cos, turn_sin = cos(radians(self.angle)), sin(radians(self.angle))
        return shapely.Polygon(
            (self.x + x * turn_cos - y * turn_sin, self.y + x * turn_sin + y * turn_cos)
            for x, y in corners
        )


class Free:
    """The room that is left on a sheet."""

    def __init__(self, frame: BaseGeometry, taken: Iterable[BaseGeometry] = ()) -> None:
        self._west, self._north, self._east, self._south = frame.bounds
        self._taken = [(box.bounds, box) for box in taken]
        self._standing: dict[str, list[tuple[float, float]]] = {}

    def stand(self, wanted: Iterable[Wanted]) -> list[Name]:
        """Put up as many names as there is room for; the first one has the choice."""
        return [name for one in wanted if (name := self._place(one))]

    def _place(self, wanted: Wanted) -> Name | None:
        for name in _places(wanted):
            if not self._is_near_itself(name) and self._has_room(box := name.box):
                self._taken.append((box.bounds, box))
                self._standing.setdefault(name.text, []).append((name.x, name.y))
                return name
        return None

    def _has_room(self, box: BaseGeometry) -> bool:
        west, north, east, south = box.bounds
        inside = self._west <= west and east <= self._east
        inside = inside and self._north <= north and south <= self._south
        # Most are far away: comparing numbers is much quicker than shapes.
        return inside and not any(
            left <= east and west <= right and top <= south and north <= bottom
            and other.intersects(box)
            for (left, top, right, bottom), other in self._taken
        )  # fmt: skip

    def _is_near_itself(self, name: Name) -> bool:
        return any(
            hypot(name.x - x, name.y - y) < APART_MM
            for x, y in self._standing.get(name.text, ())
        )


def _places(wanted: Wanted) -> Iterator[Name]:
    """Name the places where a name could stand, the best one first."""
    if isinstance(wanted.line, Point):
        yield _named(wanted, (wanted.line.x, wanted.line.y), 0.0)
        return
    line = shapely.get_coordinates(wanted.line)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    needed = (width_em(wanted.text) + AIR) * wanted.size
    room = float(along[-1]) - needed
    if room < 0:
        return
    starts = np.append(np.arange(0, room, STEP_MM), room)
    for start in sorted(starts.tolist(), key=lambda start: abs(start - room / 2)):
        piece = _piece(line, along, start, start + needed)
        if _is_straight(piece, BEND * wanted.size):
            (x0, y0), (x1, y1) = piece[[0, -1]].tolist()
            middle = ((x0 + x1) / 2, (y0 + y1) / 2)
            yield _named(wanted, middle, _angle(x1 - x0, y1 - y0))


def _piece(line: Points, along: Points, start: float, end: float) -> Points:
    """Cut a piece out of a line, from and to so many mm along it."""
    between = line[(along > start) & (along < end)]
    ends = [
        [np.interp(at, along, line[:, 0]), np.interp(at, along, line[:, 1])]
        for at in (start, end)
    ]
    return np.vstack([ends[:1], between, ends[1:]])


def _is_straight(line: Points, bend: float) -> bool:
    """Say whether a line stays so close to the straight one between its ends."""
    way = line[-1] - line[0]
    length = float(np.hypot(*way))
    if length == 0:
        return False
    away = (line - line[0]) @ np.array([-way[1], way[0]]) / length
    along = (line - line[0]) @ way / length
    return bool(np.abs(away).max() <= bend and (np.diff(along) >= 0).all())


def _angle(east: float, south: float) -> float:
    angle = degrees(atan2(south, east))
    if -90 <= angle < 90:
        return angle
    return angle - 180 if angle > 0 else angle + 180


def _named(wanted: Wanted, middle: Sequence[float], angle: float) -> Name:
    """Lay the middle of the letters, not their base line, on a point."""
    down = (ABOVE - BELOW) / 2 * wanted.size * 0.85
    return Name(
        text=wanted.text,
        size=wanted.size,
        colour=wanted.colour,
        x=middle[0] - down * sin(radians(angle)),
        y=middle[1] + down * cos(radians(angle)),
        angle=angle,
    )
