"""What one walks on: said where a street has no name, from its kind and its tags.

Source:
    OpenStreetMap Wiki, "Key:highway", "Key:footway".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from guide.streets.way import Piece


class Ground(StrEnum):
    """What one walks on."""

    MAIN = "main-street"
    STREET = "street"
    ALLEY = "alley"
    DRIVEWAY = "driveway"
    CAR_PARK = "car-park"
    PEDESTRIAN = "pedestrian-street"
    FOOTPATH = "footpath"
    PAVEMENT = "pavement"
    CROSSING = "crossing"
    STEPS = "steps"
    SQUARE = "square"
    YARD = "yard"
    BRIDGE = "bridge"
    FOOTBRIDGE = "footbridge"
    TUNNEL = "tunnel"
    UNDERPASS = "underpass"
    PASSAGE = "passage"


KINDS: dict[str, Ground] = {
    **dict.fromkeys(("trunk", "primary", "secondary"), Ground.MAIN),
    "service": Ground.ALLEY,
    "pedestrian": Ground.PEDESTRIAN,
    **dict.fromkeys(("footway", "path", "corridor"), Ground.FOOTPATH),
    "steps": Ground.STEPS,
}
"""Kinds of OpenStreetMap; all others are streets."""

SERVICES: dict[str, Ground] = {
    "driveway": Ground.DRIVEWAY,
    "parking_aisle": Ground.CAR_PARK,
}

BUSY = frozenset({"trunk", "primary"})
"""Kinds of street whose traffic one is warned of."""

JOINED: dict[Ground, Ground] = {
    Ground.MAIN: Ground.STREET,
    Ground.PAVEMENT: Ground.FOOTPATH,
    Ground.CROSSING: Ground.FOOTPATH,
    Ground.DRIVEWAY: Ground.ALLEY,
}
"""Grounds without a name that are told as going on where they follow each other."""


@dataclass(frozen=True, slots=True)
class Stairs:
    """Flights of steps on the way; ``count`` is None where one is not counted."""

    count: int | None


def ground_of(piece: Piece) -> Ground:
    """Say what a piece is, the most telling of its tags first."""
    foot = KINDS.get(piece.kind) is Ground.FOOTPATH
    area = piece.tags.get("area") == "yes"
    known = {
        Ground.CROSSING: is_crossing(piece),
        Ground.STEPS: piece.kind == "steps",
        Ground.FOOTBRIDGE: foot and _has(piece, "bridge"),
        Ground.BRIDGE: _has(piece, "bridge"),
        Ground.PASSAGE: piece.tags.get("tunnel") == "building_passage",
        Ground.UNDERPASS: foot and _has(piece, "tunnel"),
        Ground.TUNNEL: _has(piece, "tunnel"),
        Ground.SQUARE: area and piece.kind == "pedestrian",
        Ground.YARD: area,
        Ground.PAVEMENT: piece.tags.get("footway") == "sidewalk",
    }
    if piece.kind == "service":
        otherwise = SERVICES.get(piece.tags.get("service", ""), Ground.ALLEY)
    else:
        otherwise = KINDS.get(piece.kind, Ground.STREET)
    return next((ground for ground, is_it in known.items() if is_it), otherwise)


def _has(piece: Piece, tag: str) -> bool:
    return piece.tags.get(tag, "no") != "no"


def is_crossing(piece: Piece) -> bool:
    """Say whether a piece leads across a street, a refuge in its middle included."""
    return piece.tags.get("footway") in {"crossing", "traffic_island"}


def is_for_feet(piece: Piece) -> bool:
    """Say whether a piece is a path, a pavement or a way across."""
    ground = ground_of(piece)
    return JOINED.get(ground, ground) is Ground.FOOTPATH


def is_one(a: Piece, b: Piece) -> bool:
    """Say whether two pieces are one street, or one kind of ground, to a walker."""
    if a.name or b.name:
        return a.name == b.name
    one, other = ground_of(a), ground_of(b)
    return JOINED.get(one, one) is JOINED.get(other, other)


def stairs(pieces: Sequence[Piece], whole: Sequence[bool]) -> Stairs | None:
    """Count the steps on some pieces; None where there are none.

    Args:
        pieces: in the order they are walked.
        whole: for each, whether it is surely walked from end to end: the steps of a
            part of a flight are not known.
    """
    counts: list[int | None] = []
    before: Piece | None = None
    for piece, is_whole in zip(pieces, whole, strict=True):
        if piece.kind == "steps":
            # A flight that is cut at a junction has the same tags on both pieces.
            again = before is not None and before.tags == piece.tags
            if not (again and before and before.kind == "steps"):
                counts.append(_count(piece) if is_whole else None)
            elif not is_whole:
                counts[-1] = None
        before = piece
    known = [count for count in counts if count is not None]
    if not counts:
        return None
    return Stairs(sum(known) if len(known) == len(counts) else None)


def is_busy(pieces: Iterable[Piece], least_m: float) -> bool:
    """Say whether one walks at least so far along streets of much traffic."""
    metres = sum(piece.metres for piece in pieces if piece.kind in BUSY)
    return metres >= least_m


def _count(piece: Piece) -> int | None:
    given = piece.tags.get("step_count", "")
    return (
        int(given) if given.isascii() and given.isdecimal() and len(given) < 5 else None
    )
