"""The tiles of an instance: files in its folder, made when they are first needed."""

import hashlib
import logging
import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from guide.errors import BadPack
from guide.maps.ground import layers_of
from guide.maps.tiles import SCHEMA, Done, write_tiles
from guide.streets.land import Land, as_lines
from guide.streets.pack import Pack, as_text

ENDING = ".pmtiles"
DIGEST_LETTERS = 20
"""Eighty bits: no two packs of the world meet in them by chance."""

STREETS_AT_ONCE = 200_000
"""A pack of more streets takes minutes to draw: that is done when somebody asks."""

KEPT = 6
"""Files that stay in the folder; older ones go when one is added."""


@dataclass(frozen=True, slots=True)
class Tileset:
    """What tiles are made of, and the name of the file they are in.

    ``land`` is read anew for each use: there may be more of it than one wants to hold.
    """

    digest: str
    pack: Pack
    land: Callable[[], Iterable[Land]]

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{self.digest}{ENDING}"


def drawn_at_once(pack: Pack) -> bool:
    """Say whether the tiles of a pack are made unasked, at import or when needed."""
    return len(pack.streets) <= STREETS_AT_ONCE


def tileset(pack: Pack, land: Callable[[], Iterable[Land]] = tuple) -> Tileset:
    """Name the tiles of a pack and its land: another name for any change of them.

    It depends on the pack, its land, and the schema of the tiles. Land that cannot be
    read is left out: a map without it is better than none.
    """
    lines = f"{SCHEMA}\n{as_text(pack)}".encode()
    found = hashlib.sha256(lines)
    try:
        for line in as_lines(land()):
            found.update(line.encode())
    except BadPack as broken:
        logging.getLogger(__name__).warning("no land on the map: %s", broken)
        found, land = hashlib.sha256(lines), tuple
    return Tileset(found.hexdigest()[:DIGEST_LETTERS], pack, land)


class TileShelf:
    """The files of tiles below a folder; each is whole, or not there.

    Where the folder takes no files, they lie in one that goes with this process.
    """

    def __init__(self, home: Path) -> None:
        self.folder = home / "tiles"
        self._making = Lock()
        self._elsewhere: tempfile.TemporaryDirectory[str] | None = None

    def file(self, tiles: Tileset, done: Done = lambda _part: None) -> Path:
        """Return the file of a set of tiles; make it if there is none.

        Raises:
            OSError: there is no place for it, not even a temporary one.
        """
        # One at a time: two visitors must not have the same tiles made twice.
        with self._making:
            return self.made(tiles) or self._make(tiles, done)

    def keep(self, tiles: Tileset, done: Done = lambda _part: None) -> Path:
        """Return the file of a set of tiles in the folder; make it if there is none.

        Raises:
            OSError: the folder does not take it.
        """
        file = self.folder / tiles.name
        if file.is_file():
            return file
        self.folder.mkdir(parents=True, exist_ok=True)
        return self._write(file, tiles, done)

    def made(self, tiles: Tileset) -> Path | None:
        """Return the file of a set of tiles if there is one."""
        places = self._places(tiles.name)
        return next((file for file in places if file.is_file()), None)

    def close(self) -> None:
        """Let go of what could not be kept in the folder."""
        if self._elsewhere:
            self._elsewhere.cleanup()
            self._elsewhere = None

    def _places(self, name: str) -> list[Path]:
        folders = [self.folder]
        if self._elsewhere:
            folders.append(Path(self._elsewhere.name))
        return [folder / name for folder in folders]

    def _make(self, tiles: Tileset, done: Done) -> Path:
        try:
            return self.keep(tiles, done)
        except OSError as problem:
            logging.getLogger(__name__).warning(
                "tiles cannot be kept in %s (%s): they are made anew at each start",
                self.folder,
                problem.strerror or type(problem).__name__,
            )
        if self._elsewhere is None:
            self._elsewhere = tempfile.TemporaryDirectory(prefix="guide-tiles-")
        return self._write(Path(self._elsewhere.name) / tiles.name, tiles, done)

    def _write(self, file: Path, tiles: Tileset, done: Done) -> Path:
        """Write beside the file, and only then put it in its place."""
        layers = layers_of(tiles.pack, tiles.land())
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as opened:
                write_tiles(layers, tiles.pack.attribution, opened, done)
                opened.flush()
                os.fsync(opened.fileno())
            # mkstemp lets nobody else read: a server may run as another user.
            beside.chmod(0o644)
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
        self._clear(file)
        return file

    def _clear(self, newest: Path) -> None:
        """Let go of the oldest files, which no pack in use needs any more."""
        files = [file for file in newest.parent.glob(f"*{ENDING}") if file != newest]
        files.sort(key=lambda file: file.stat().st_mtime, reverse=True)
        for file in files[KEPT - 1 :]:
            file.unlink(missing_ok=True)
