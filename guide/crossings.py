"""Where a leg crosses streets, and how: from its pieces and from spots on its line."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import groupby, pairwise

from guide.ground import is_crossing, is_for_feet
from guide.streets.spots import Spot
from guide.streets.way import Piece
from sites.position import Position

SPOT = "crossing"
"""The kind of a spot of a street where people on foot cross it."""

DIGITS = 6
"""Positions that agree to so many decimals, some 0.1 m, are one."""


class Crossing(StrEnum):
    """How a street is crossed, the least safe way last."""

    SIGNALS = "signals"
    MARKED = "marked"
    UNKNOWN = "unknown"
    UNMARKED = "unmarked"


HOW: dict[str, Crossing] = {
    "traffic_signals": Crossing.SIGNALS,
    **dict.fromkeys(("marked", "uncontrolled", "zebra"), Crossing.MARKED),
    "unmarked": Crossing.UNMARKED,
}
"""What the tag ``crossing`` of OpenStreetMap means to people on foot."""


class Crossings:
    """The places of a line where a spot says that people on foot cross a street."""

    def __init__(self, line: Sequence[Position], spots: Iterable[Spot]) -> None:
        known = {_cell(s.position): how(s.tags) for s in spots if s.kind == SPOT}
        cells = enumerate(map(_cell, line)) if known else ()
        self._at = {place: known[cell] for place, cell in cells if cell in known}

    def on(self, pieces: Sequence[Piece]) -> tuple[Crossing, ...]:
        """List the streets that are crossed on some pieces, in their order.

        Two carriageways in a row are one street. A spot counts between two pieces of
        path only: along a street, one walks over such a point without crossing.
        """
        order, found = list(Crossing), list[Crossing]()
        for across, run in groupby(pieces, is_crossing):
            if across:
                found.append(max(map(self._of, run), key=order.index))
            else:
                found += self._between(list(run))
        return tuple(found)

    def _of(self, piece: Piece) -> Crossing:
        """Say how a way across leads across: by its own tag, or by a spot on it."""
        own = how(piece.tags)
        if own is not Crossing.UNKNOWN:
            return own
        places = range(piece.begin, piece.end + 1)
        return next((self._at[at] for at in places if at in self._at), own)

    def _between(self, pieces: Sequence[Piece]) -> list[Crossing]:
        return [
            self._at[b.begin]
            for a, b in pairwise(pieces)
            if b.begin in self._at and is_for_feet(a) and is_for_feet(b)
        ]


def how(tags: Mapping[str, str]) -> Crossing:
    """Read the tags of a way across, or of a spot."""
    return HOW.get(tags.get("crossing", ""), Crossing.UNKNOWN)


def _cell(position: Position) -> tuple[float, float]:
    return round(position.lat, DIGITS), round(position.lon, DIGITS)
