"""Points beside the streets: where one can pause, and what one can see from afar."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sites.position import Position

PAUSES = frozenset({"bench", "toilets", "drinking_water", "cafe", "bus_stop"})
"""Kinds of spots where people on foot pause."""

LANDMARKS = frozenset(
    {
        "place_of_worship", "school", "university", "hospital", "market", "bank",
        "fuel", "post_office", "police", "townhall", "theatre", "cinema", "museum",
        "library", "station", "hotel", "supermarket", "monument", "fountain",
    }
)  # fmt: skip
"""Kinds of spots that one sees from the street; they count only with a name."""

CROSSING = "crossing"
"""The kind of a spot of a street where people on foot cross it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point of OpenStreetMap, or the middle of something that is drawn as an area.

    ``kind`` is one of ``PAUSES`` or ``LANDMARKS``, or ``CROSSING``; ``tags`` are the
    further ones that a pack keeps: other names, ``wheelchair``, ``fee`` …
    """

    kind: str
    position: Position
    name: str | None
    tags: Mapping[str, str] = field(default_factory=dict, hash=False)
