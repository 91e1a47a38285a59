"""Open squares: walked along the outline, and straight across from door to door."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from guide.streets.access import is_square
from guide.streets.cutting import OsmWay
from sites.position import Position

MOST_ENTRANCES = 40
"""A square with more entrances is walked along its outline only."""


def across(ways: Sequence[OsmWay], places: Mapping[int, Position]) -> Iterator[OsmWay]:
    """Draw a line between any two entrances of each square that see each other.

    An entrance is a node that the outline shares with another way. What stands on the
    square is not known.
    """
    uses = Counter(node for way in ways for node in set(way.nodes))
    for way in ways:
        if not is_square(way.tags, closed=way.closed):
            continue
        entrances = [node for node in dict.fromkeys(way.nodes) if uses[node] > 1]
        if len(entrances) > MOST_ENTRANCES:
            continue
        outline = [places[node] for node in way.nodes]
        for a, b in combinations(entrances, 2):
            if _see(places[a], places[b], outline):
                yield OsmWay((a, b), way.tags)


def _see(a: Position, b: Position, outline: Sequence[Position]) -> bool:
    """Say whether the straight line between two corners runs inside an outline."""
    for c, d in pairwise(outline):
        if {a, b} == {c, d}:  # it is a side
            return False
        if {a, b} & {c, d}:
            continue
        if _turn(a, b, c) * _turn(a, b, d) <= 0 >= _turn(c, d, a) * _turn(c, d, b):
            return False
    middle = Position((a.lat + b.lat) / 2, (a.lon + b.lon) / 2)
    return _holds(outline, middle)


def _turn(a: Position, b: Position, c: Position) -> float:
    """Return more than 0 where ``c`` lies left of the line from ``a`` to ``b``."""
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon)


def _holds(outline: Sequence[Position], point: Position) -> bool:
    """Count how often a line from the point to the east leaves the outline."""
    inside = False
    for a, b in pairwise(outline):
        if (a.lat > point.lat) != (b.lat > point.lat):
            share = (point.lat - a.lat) / (b.lat - a.lat)
            inside ^= point.lon < a.lon + share * (b.lon - a.lon)
    return inside
