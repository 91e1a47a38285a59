"""What a paper is made of. Every file format writes these, and nothing else.

Texts are plain: whatever they hold, they are text on paper too.
"""

from dataclasses import dataclass

BLANK = "…………………………"
"""A line to fill in by hand."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 0 is the title of the paper."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; ``strong`` ones must not be overlooked."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list; ``numbered`` ones are in an order."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; ``widths`` are the shares of its columns."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels and what belongs to them; "" is a line to fill in by hand."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG, and what it shows in words."""

    svg: bytes
    words: str


@dataclass(frozen=True, slots=True)
class Room:
    """Empty room to write or draw in."""

    millimetres: int


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs, side by side."""

    people: tuple[tuple[str, str], ...]


Block = Heading | Para | Points | Grid | Fields | Drawing | Room | NewPage | Signatures


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper: its title for programs, its language, its blocks."""

    title: str
    language: str
    blocks: tuple[Block, ...]
