"""How far all sites are apart: measured once, kept, brought up to date row by row."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from guide.streets.files import write_whole
from sites.errors import BadPosition
from sites.position import Position

Metres = NDArray[np.float64]
Measure = Callable[[Sequence[Position], Sequence[Position]], Metres]
"""Measures the ways from some positions to others, row to column."""

MOST_FILES = 24
"""So many matrices are kept on disk: of some packs, for each profile in use."""


@dataclass(frozen=True)
class Matrix:
    """The metres from each of some different positions to each, row to column."""

    positions: tuple[Position, ...]
    metres: Metres

    @cached_property
    def rows(self) -> dict[Position, int]:
        """The row and column of each position."""
        return {position: row for row, position in enumerate(self.positions)}


NOTHING = Matrix((), np.zeros((0, 0)))


def between(known: Matrix, positions: Sequence[Position], measure: Measure) -> Metres:
    """Return the metres between positions; measure only what is not known.

    One new position is one row and one column.
    """
    rows = np.array([known.rows.get(position, -1) for position in positions], dtype=int)
    new, old = np.flatnonzero(rows < 0), np.flatnonzero(rows >= 0)
    if not new.size:
        block: Metres = known.metres[np.ix_(rows, rows)]
        return block
    found = np.empty((len(rows),) * 2)
    found[np.ix_(old, old)] = known.metres[np.ix_(rows[old], rows[old])]
    news, olds = ([positions[place] for place in some.tolist()] for some in (new, old))
    found[new] = measure(news, positions)
    found[np.ix_(old, new)] = measure(olds, news)
    return found


def updated(known: Matrix, positions: Iterable[Position], measure: Measure) -> Matrix:
    """Return the matrix of other positions; those that are gone are forgotten."""
    wanted = tuple(dict.fromkeys(positions))
    if wanted == known.positions:
        return known
    return Matrix(wanted, between(known, wanted, measure))


class MatrixFolder:
    """Matrices on disk, by a name that says of which streets and for whom they are."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> Matrix:
        """Read a matrix; an empty one where there is none, or it is broken."""
        try:
            content = BytesIO(self._file(name).read_bytes())
            with np.load(content, allow_pickle=False) as found:
                return _checked(found["positions"], found["metres"])
        except (OSError, ValueError, KeyError, EOFError, BadZipFile, BadPosition):
            return NOTHING

    def keep(self, name: str, matrix: Matrix) -> None:
        """Write a matrix; where that is impossible, it is measured again next time."""
        content = BytesIO()
        positions = np.array([at.lat_lon for at in matrix.positions]).reshape(-1, 2)
        np.savez(content, positions=positions, metres=matrix.metres)
        try:
            write_whole(self._file(name), content.getvalue())
            self._forget_the_oldest()
        except OSError:
            return

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.npz"

    def _forget_the_oldest(self) -> None:
        files = sorted(self.folder.glob("*.npz"), key=lambda file: file.stat().st_mtime)
        for file in files[:-MOST_FILES]:
            file.unlink(missing_ok=True)


def _checked(positions: NDArray[np.float64], metres: Metres) -> Matrix:
    """Return what was read.

    Raises:
        ValueError, BadPosition: it is no matrix of ways.
    """
    found = tuple(Position(float(lat), float(lon)) for lat, lon in positions)
    fits = metres.shape == (len(found),) * 2 and len(set(found)) == len(found)
    # Written so that NaN fails: every comparison with NaN is false.
    if not fits or not (metres >= 0).all():
        raise ValueError("a matrix has a row and a column for each position")
    return Matrix(found, metres)
