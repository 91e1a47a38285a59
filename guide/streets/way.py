"""A way from one place to another: its line, and the streets it follows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sites.position import Position

SHORT_M = 1.0
"""What is shorter is too short to name a street for."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a way along one street: its name if known, and how far."""

    name: str | None
    metres: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a way between two junctions.

    ``begin`` and ``end`` are places in the way's line; ``choice`` says whether other
    streets go off where it begins. ``kind`` and ``tags`` are those of its street.
    """

    name: str | None
    metres: float
    begin: int
    end: int
    choice: bool = False
    kind: str = "road"
    tags: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Way:
    """The line from one place to another, and the streets it follows.

    ``stretches`` joins the ``pieces`` that have one name.
    """

    line: tuple[Position, ...]
    stretches: tuple[Stretch, ...]
    metres: float
    pieces: tuple[Piece, ...] = ()


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Join neighbours of the same name, and drop what is too short."""
    found: list[Stretch] = []
    for stretch in stretches:
        if stretch.metres < SHORT_M:
            continue
        same = found and found[-1].name == stretch.name
        before_m = found.pop().metres if same else 0.0
        found.append(Stretch(stretch.name, before_m + stretch.metres))
    return tuple(found)
