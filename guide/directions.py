"""How one walks a leg, turn by turn: decided from its line and its streets alone."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from math import dist

from guide.sections import STRAIGHT_DEG, Line, angle, bearing, sections
from guide.streets.way import Piece
from guide.tour import Leg

OFF_STREET_M = 20.0
"""From here on, the bit between a place and its street is said by itself."""

SIDE_M = 5.0
"""A place nearer to the line of the street than this lies on it: half its width."""

SIDE_DEG = 30.0
"""A place within this angle of straight ahead, or behind, is on neither side."""

HERE_M = 1.0
"""A leg shorter than this needs no directions: one is there."""


class Manoeuvre(StrEnum):
    """What one does at the beginning of a step."""

    REACH = "reach"
    START = "start"
    STRAIGHT = "straight"
    SLIGHT_LEFT = "slight-left"
    SLIGHT_RIGHT = "slight-right"
    LEFT = "left"
    RIGHT = "right"
    SHARP_LEFT = "sharp-left"
    SHARP_RIGHT = "sharp-right"
    BACK = "back"
    ARRIVE = "arrive"


class Heading(StrEnum):
    """Where one faces: an eighth of the compass, in the order of the compass."""

    NORTH = "north"
    NORTH_EAST = "north-east"
    EAST = "east"
    SOUTH_EAST = "south-east"
    SOUTH = "south"
    SOUTH_WEST = "south-west"
    WEST = "west"
    NORTH_WEST = "north-west"


class Side(StrEnum):
    """On which hand the place is when one arrives."""

    LEFT = "left"
    RIGHT = "right"


TURN_DEG = (STRAIGHT_DEG, 60.0, 120.0, 160.0)
"""From these angles on, a turn is slight, a turn, sharp, and turning back: the corner
of a block is within 30° of a right angle."""

LEFTWARDS = (
    Manoeuvre.STRAIGHT,
    Manoeuvre.SLIGHT_LEFT,
    Manoeuvre.LEFT,
    Manoeuvre.SHARP_LEFT,
    Manoeuvre.BACK,
)
RIGHTWARDS = (
    Manoeuvre.STRAIGHT,
    Manoeuvre.SLIGHT_RIGHT,
    Manoeuvre.RIGHT,
    Manoeuvre.SHARP_RIGHT,
    Manoeuvre.BACK,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do, and how far to walk then.

    ``street`` is None where its name is not known; for REACH it is the street that one
    comes to. ``at`` is the place in the leg's line where the step begins. ``heading``
    is known where one sets out, ``side`` where one arrives beside the street, both
    only where positions are sure enough; ``doubt_m`` is how far off the place that one
    arrives at may be; ``stays`` says that it is the same street.
    """

    manoeuvre: Manoeuvre
    street: str | None
    metres: float
    at: int
    heading: Heading | None = None
    side: Side | None = None
    doubt_m: float = 0.0
    stays: bool = False


def steps(leg: Leg) -> tuple[Step, ...]:
    """Say how to walk a leg; nothing where one is there already.

    The steps' metres add up to those of the leg. The last step is to arrive.
    """
    if leg.metres < HERE_M:
        return ()
    line = Line(leg)
    if not leg.pieces:
        return (_across(leg, line),)
    off_m = leg.metres - sum(piece.metres for piece in leg.pieces)
    out_m, in_m = _shares(off_m, line.off_m(leg.pieces))
    streets = sections(leg.pieces, line)
    return (
        *_setting_out(leg, streets[0], out_m, line),
        *(_turning(a, b, line) for a, b in pairwise(streets)),
        Step(
            manoeuvre=Manoeuvre.ARRIVE,
            street=None,
            metres=in_m,
            at=leg.pieces[-1].end,
            side=_side(leg, streets[-1], line),
            doubt_m=leg.doubts_m[1],
        ),
    )


def turned(turn: float) -> Manoeuvre:
    """Name a turn by its degrees, -180 to 180; to the right is positive."""
    names = RIGHTWARDS if turn > 0 else LEFTWARDS
    return names[bisect_right(TURN_DEG, abs(turn))]


def headed(towards: float) -> Heading:
    """Name a bearing, in degrees clockwise from north, by the nearest of eight."""
    return tuple(Heading)[round(towards / 45) % 8]


def _setting_out(leg: Leg, first: Piece, off_m: float, line: Line) -> tuple[Step, ...]:
    """Get onto the street if need be, and say where to head along it."""
    heading = headed(line.into(first))
    start = Step(
        manoeuvre=Manoeuvre.START,
        street=first.name,
        metres=first.metres,
        at=first.begin,
        heading=heading,
    )
    if off_m < OFF_STREET_M:
        return (replace(start, metres=off_m + first.metres, at=0),)
    towards = bearing(line.points[0], line.points[first.begin])
    reach = Step(
        manoeuvre=Manoeuvre.REACH,
        street=first.name,
        metres=off_m,
        at=0,
        heading=headed(towards) if off_m >= leg.doubts_m[0] else None,
    )
    return reach, start


def _turning(a: Piece, b: Piece, line: Line) -> Step:
    return Step(
        manoeuvre=turned(line.turn(a, b)),
        street=b.name,
        metres=b.metres,
        at=b.begin,
        stays=a.name is not None and a.name == b.name,
    )


def _across(leg: Leg, line: Line) -> Step:
    """Arrive without walking along any street: the place is over there."""
    return Step(
        manoeuvre=Manoeuvre.ARRIVE,
        street=None,
        metres=leg.metres,
        at=0,
        heading=headed(bearing(line.points[0], line.points[-1])),
        doubt_m=leg.doubts_m[1],
    )


def _side(leg: Leg, last: Piece, line: Line) -> Side | None:
    """Say on which side the place is, unless it may as well be on the other one."""
    corner, place = line.points[last.end], line.points[-1]
    if dist(corner, place) < max(SIDE_M, leg.doubts_m[1]):
        return None
    turn = angle(line.out_of(last), bearing(corner, place))
    if not SIDE_DEG <= abs(turn) <= 180 - SIDE_DEG:
        return None
    return Side.RIGHT if turn > 0 else Side.LEFT


def _shares(total: float, parts: tuple[float, float]) -> tuple[float, float]:
    """Divide a total as two measured parts are to each other."""
    whole = sum(parts)
    first = total * parts[0] / whole if whole else 0.0
    return first, total - first
