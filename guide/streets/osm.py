"""Streets, spots and land from an extract of OpenStreetMap, step by step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from guide.streets.areas import LandTable
from guide.streets.cutting import Dropped, Pieces, cut, mainland, streets_of, tidy
from guide.streets.drawing import Drawing
from guide.streets.errors import BadExtract
from guide.streets.lines import Ids, LineRows, Lines
from guide.streets.pack import ATTRIBUTION, Origin, Pack
from guide.streets.reading import Extract, read_extract
from guide.streets.spots import Spot
from guide.streets.squares import with_squares

Told = Callable[[float], object]
"""Told now and then which share of the work is done, from 0 to 1."""

READING = 0.8
"""The share of the time that reading takes; cutting and sorting take the rest."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an extract became: a pack, and the land between its streets.

    The land may be gone through any number of times.
    """

    pack: Pack
    land: LandTable


def import_extract(
    file: Path, name: str, now: datetime, told: Told = lambda _share: None
) -> Imported:
    """Make a pack of everything that is walked in an extract.

    Raises:
        BadExtract: the file is missing, of another kind, broken, or without a street.
    """
    extract = read_extract(file, lambda share: told(READING * share))
    drawing = extract.drawing
    lines = _lines(drawing)
    if not len(lines):
        raise BadExtract(file.name, "it holds no street that may be walked")
    told(0.85)
    pieces, dropped = mainland(cut(lines, drawing.shut))
    told(0.9)
    pack = Pack(
        name=name,
        attribution=ATTRIBUTION,
        streets=streets_of(lines, pieces),
        spots=_spots(drawing, lines, pieces),
        origin=_origin(file, extract, now, (pieces, dropped, lines)),
    )
    told(1.0)
    return Imported(pack, drawing.land)


def _lines(drawing: Drawing) -> Lines:
    lines = with_squares(drawing.rows.table(), drawing.squares, drawing.finish())
    drawing.rows = LineRows()  # hundreds of megabytes that are in the table
    return tidy(lines)


def _spots(drawing: Drawing, lines: Lines, pieces: Pieces) -> tuple[Spot, ...]:
    """Return what is beside the streets, and what is on those that are walked."""
    crossings = np.fromiter(drawing.crossings, dtype=np.int64)
    on_streets = crossings[np.isin(crossings, _walked(lines, pieces))].tolist()
    return (*drawing.spots, *(drawing.crossings[node] for node in on_streets))


def _walked(lines: Lines, pieces: Pieces) -> Ids:
    """Return the nodes of the pieces."""
    change = np.zeros(len(lines.nodes) + 1, dtype=np.int64)
    np.add.at(change, pieces.begin, 1)
    np.add.at(change, pieces.end + 1, -1)
    return lines.nodes[np.cumsum(change)[:-1] > 0]


def _origin(
    file: Path, extract: Extract, now: datetime, made: tuple[Pieces, Dropped, Lines]
) -> Origin:
    pieces, dropped, lines = made
    walked = _walked(lines, pieces)
    shut = np.fromiter(extract.drawing.shut, dtype=np.int64)
    return Origin(
        file=file.name,
        taken=extract.taken,
        newest_edit=extract.newest_edit,
        imported=now.astimezone(UTC).isoformat(timespec="seconds"),
        junctions=int(np.count_nonzero(np.bincount(pieces.ends.ravel()))),
        dropped_parts=dropped.parts,
        dropped_streets=dropped.streets,
        dropped_metres=dropped.metres,
        one_way_streets=int(np.count_nonzero(pieces.one_way)),
        closed_gates=len(np.unique(walked[np.isin(walked, shut)])),
    )
