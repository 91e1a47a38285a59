"""A made-up town: a grid of crooked streets, some of them missing."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

import osmium

from guide.streets.pack import Pack, Street
from guide.streets.plane import metres_between
from sites.position import Position

SPACING_DEGREES = 0.0007
"""Some 75 m, as blocks in an old town are."""

CORNER = (20.7, 106.5)
JITTER = 0.3
"""A junction lies off its place in the grid by so much of the spacing, at most."""

KEPT = 0.9
"""So many of the streets are there."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Junctions, and streets between them by their places in ``junctions``."""

    junctions: tuple[Position, ...]
    streets: tuple[tuple[int, int], ...]

    def pack(self) -> Pack:
        """Return the grid as the built-in engine takes it."""
        streets = (
            Street(line=line, metres=metres_between(*line), name=None, kind="road")
            for one, two in self.streets
            for line in [(self.junctions[one], self.junctions[two])]
        )
        return Pack(name="grid", attribution="made up", streets=tuple(streets))

    def write(self, file: Path) -> None:
        """Write the grid as .osm.pbf, as other engines take it.

        Raises:
            OSError: the file cannot be written.
        """
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f"new-{file.name}")
        with osmium.SimpleWriter(str(beside), overwrite=True) as writer:
            for number, at in enumerate(self.junctions, 1):
                node = osmium.osm.mutable.Node(
                    id=number, version=1, location=at.lon_lat
                )
                writer.add_node(node)
            for number, (one, two) in enumerate(self.streets, 1):
                tags = {"highway": "residential"}
                way = osmium.osm.mutable.Way(
                    id=number, version=1, nodes=[one + 1, two + 1], tags=tags
                )
                writer.add_way(way)
        beside.replace(file)


def grid(side: int, seed: int = 1) -> Grid:
    """Draw a grid of ``side`` by ``side`` junctions; the same seed, the same grid."""
    dice = Random(seed)
    junctions = []
    for number in range(side * side):
        lat, lon = (
            at + (place + dice.uniform(-JITTER, JITTER)) * SPACING_DEGREES
            for at, place in zip(CORNER, divmod(number, side), strict=True)
        )
        # As OpenStreetMap keeps it: seven digits.
        junctions.append(Position(round(lat, 7), round(lon, 7)))
    streets = [
        (number, other)
        for number in range(side * side)
        for other in _next(number, side)
        if dice.random() < KEPT
    ]
    return Grid(tuple(junctions), tuple(streets))


def _next(number: int, side: int) -> list[int]:
    row, column = divmod(number, side)
    right = [number + 1] if column < side - 1 else []
    return right + ([number + side] if row < side - 1 else [])
