"""Where one steps from a place onto the streets."""

from dataclasses import dataclass

from sites.position import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Snap:
    """A place and the point of a street from which one walks to it.

    Args:
        street: which street of the pack.
        along_m: how far that point lies from the beginning of the street.
        away_m: how far the place lies from that point, as the crow flies.
        point: that point.
        place: the place itself.
    """

    street: int
    along_m: float
    away_m: float
    point: Position
    place: Position
