"""What one does at a corner, and where things lie to a walker: named by angles."""

from bisect import bisect_right
from enum import StrEnum

from guide.sections import STRAIGHT_DEG

SIDE_M = 5.0
"""What is nearer to the line of the street than this lies on it: half its width."""

SIDE_DEG = 30.0
"""What is within this angle of straight ahead, or behind, is on neither side."""


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
    """On which hand something is."""

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


def turned(turn: float) -> Manoeuvre:
    """Name a turn by its degrees, -180 to 180; to the right is positive."""
    names = RIGHTWARDS if turn > 0 else LEFTWARDS
    return names[bisect_right(TURN_DEG, abs(turn))]


def headed(towards: float) -> Heading:
    """Name a bearing, in degrees clockwise from north, by the nearest of eight."""
    return tuple(Heading)[round(towards / 45) % 8]


def side_of(turn: float) -> Side | None:
    """Name the hand on which something lies that one would turn to by some degrees."""
    if not SIDE_DEG <= abs(turn) <= 180 - SIDE_DEG:
        return None
    return Side.RIGHT if turn > 0 else Side.LEFT
