"""The packs of an instance: files in its folder, one of which is in use."""

import os
import re
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from guide.errors import BadPack
from guide.streets.errors import (
    BadChosenPack,
    BadPackName,
    BrokenPack,
    NoSuchPack,
    NotKept,
)
from guide.streets.land import Land, as_lines, read_land
from guide.streets.pack import BUILT_IN, Pack, pack_lines, read_head, read_pack

BUILT_IN_NAME = "built-in"
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
ENDING = ".geojson"
LAND_ENDING = ".geojsonl"
STAMP_SIGNS = 16
STAMP = re.compile(rf"[0-9a-f]{{{STAMP_SIGNS}}}")
NEW = ".new-"
"""How the name of a file begins that is not yet whole."""

YOUNG_S = 3600
"""A file that was written to within the last hour may not be finished."""


Told = Callable[[float], object]
"""Told now and then which share of the work is done, from 0 to 1."""

TELL_EVERY = 5000


class _Lines:
    """Counts the lines that are written, and tells how many of them all it were."""

    def __init__(self, told: Told, expected: int) -> None:
        self._told, self._expected, self._done = told, expected, 0

    def of(self, lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            self._done += 1
            if self._done % TELL_EVERY == 0:
                self._told(min(1.0, self._done / self._expected))
            yield line


class Shelf:
    """The packs below a folder, and the choice of one; what is written is whole.

    A choice is the name in a small file; where there is none, the built-in pack counts.
    """

    def __init__(self, home: Path) -> None:
        self.folder = home / "packs"
        self._choice = self.folder / "in-use"

    def names(self) -> list[str]:
        """Return the names of all packs; the built-in one comes first."""
        files = sorted(file.stem for file in self.folder.glob(f"*{ENDING}"))
        return [BUILT_IN_NAME, *(name for name in files if NAME.fullmatch(name))]

    def keep(
        self,
        pack: Pack,
        land: Iterable[Land] | None = None,
        told: Told = lambda _share: None,
    ) -> Path:
        """Write a pack in place of the one of its name, with the land around it.

        The land is written first, under a name that holds a stamp of its content; the
        pack says that stamp. So no pack is ever read with the land of another one,
        wherever the writing stops. What earlier imports left behind is swept away.

        Raises:
            BadPackName: its name is none.
            NotKept: it cannot be written; what was there stays.
        """
        file = self.folder / f"{self.checked(pack.name)}{ENDING}"
        pieces = len(land) if isinstance(land, Sized) else 0
        lines = _Lines(told, pieces + len(pack.streets) + len(pack.spots))
        stamp = (
            None
            if land is None
            else self._keep_land(pack.name, lines.of(as_lines(land)))
        )
        self._write(file, lines.of(pack_lines(replace(pack, land=stamp))))
        self._sweep()
        return file

    def land(self, pack: Pack) -> Iterator[Land]:
        """Read the land of a pack piece by piece; nothing where there is none.

        Raises:
            BadPack: it cannot be read.
        """
        file = self.land_file(pack)
        return read_land(file) if file else iter(())

    def land_file(self, pack: Pack) -> Path | None:
        """Return the file with the land of a pack, if there is one."""
        if not pack.land or not STAMP.fullmatch(pack.land):
            return None
        file = self.folder / f"{pack.name}.{pack.land}{LAND_ENDING}"
        return file if file.exists() else None

    def file(self, name: str) -> Path:
        """Return where the pack of a name lies, if there is one."""
        return BUILT_IN if name == BUILT_IN_NAME else self.folder / f"{name}{ENDING}"

    def checked(self, name: str) -> str:
        """Return a name under which a pack may be kept.

        Raises:
            BadPackName: it is none.
        """
        if not NAME.fullmatch(name) or name == BUILT_IN_NAME:
            raise BadPackName(name)
        return name

    def read(self, name: str) -> Pack:
        """Read a pack by its name.

        Raises:
            NoSuchPack: there is none of this name.
            BrokenPack: it cannot be read.
        """
        if name not in self.names():
            raise NoSuchPack(name, self.names())
        return self._read(name, BrokenPack)

    def use(self, name: str) -> Pack:
        """Choose a pack, and return it; one that cannot be read is not chosen.

        Raises:
            NoSuchPack: there is none of this name.
            BrokenPack: it cannot be read.
            NotKept: the choice cannot be written.
        """
        pack = self.read(name)
        self._write(self._choice, [f"{name}\n"])
        return pack

    @property
    def chosen(self) -> str:
        """The name of the pack in use.

        Raises:
            BadChosenPack: the choice cannot be read.
        """
        try:
            return self._choice.read_text("utf-8").strip()
        except FileNotFoundError:
            return BUILT_IN_NAME
        except (OSError, ValueError) as problem:
            raise BadChosenPack(self._choice.name, type(problem).__name__) from None

    def in_use(self) -> Pack:
        """Read the pack in use.

        Raises:
            BadChosenPack: it is missing or broken.
        """
        name = self.chosen
        if name != BUILT_IN_NAME and not NAME.fullmatch(name):
            raise BadChosenPack(name or "in-use", "that is no name of a pack")
        file = self.file(name)
        if not file.exists():
            raise BadChosenPack(name, f"{file.name} is missing")
        return self._read(name, BadChosenPack)

    def _read(self, name: str, error: type[BadPack]) -> Pack:
        try:
            return read_pack(self.file(name))
        except BadPack as broken:
            raise error(name, broken.values["problem"]) from None

    def _keep_land(self, name: str, lines: Iterable[str]) -> str:
        digest = sha256()

        def counted() -> Iterator[str]:
            for line in lines:
                digest.update(line.encode())
                yield line

        def named() -> Path:
            stamp = digest.hexdigest()[:STAMP_SIGNS]
            return self.folder / f"{name}.{stamp}{LAND_ENDING}"

        return self._write(named, counted()).name.split(".")[1]

    def _write(self, file: Path | Callable[[], Path], lines: Iterable[str]) -> Path:
        """Write beside the file, and only then put it in its place.

        The name of the file may be asked for when all is written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=self.folder, prefix=NEW)
            try:
                with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as opened:
                    opened.writelines(lines)
                    opened.flush()
                    os.fsync(opened.fileno())
                # mkstemp lets nobody else read: a server may run as another user.
                Path(beside).chmod(0o644)
                return Path(beside).replace(file if isinstance(file, Path) else file())
            finally:
                Path(beside).unlink(missing_ok=True)
        except OSError as problem:
            reason = problem.strerror or type(problem).__name__
            raise NotKept(str(self.folder), reason) from None

    def _sweep(self) -> None:
        """Take away what no pack knows: of imports that were cut off, or replaced.

        What is young may belong to an import that is at work this very moment.
        """
        for file in [
            *self.folder.glob(f"{NEW}*"),
            *self.folder.glob(f"*{LAND_ENDING}"),
        ]:
            # Another import may sweep as well: what is gone is gone.
            with suppress(OSError):
                old = time.time() - file.stat().st_mtime > YOUNG_S
                if old and not self._is_known(file):
                    file.unlink()

    def _is_known(self, land: Path) -> bool:
        name, _, stamp = land.name.removesuffix(LAND_ENDING).partition(".")
        try:
            return bool(stamp) and read_head(self.file(name)).get("land") == stamp
        except BadPack:
            return False
