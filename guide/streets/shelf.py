"""The packs of an instance: files in its folder, one of which is in use."""

import os
import re
import tempfile
from pathlib import Path

from guide.errors import BadPack
from guide.streets.errors import (
    BadChosenPack,
    BadPackName,
    BrokenPack,
    NoSuchPack,
    PackNotKept,
)
from guide.streets.pack import BUILT_IN, Pack, as_text, read_pack

BUILT_IN_NAME = "built-in"
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
ENDING = ".geojson"


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

    def keep(self, pack: Pack) -> Path:
        """Write a pack in place of the one of its name, if there is one.

        Raises:
            BadPackName: its name is none.
            PackNotKept: it cannot be written; what was there stays.
        """
        file = self.folder / f"{self.checked(pack.name)}{ENDING}"
        self._write(file, as_text(pack))
        return file

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
            PackNotKept: the choice cannot be written.
        """
        pack = self.read(name)
        self._write(self._choice, f"{name}\n")
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
        file = self._file(name)
        if not file.exists():
            raise BadChosenPack(name, f"{file.name} is missing")
        return self._read(name, BadChosenPack)

    def _read(self, name: str, error: type[BadPack]) -> Pack:
        try:
            return read_pack(self._file(name))
        except BadPack as broken:
            raise error(name, broken.values["problem"]) from None

    def _file(self, name: str) -> Path:
        return BUILT_IN if name == BUILT_IN_NAME else self.folder / f"{name}{ENDING}"

    def _write(self, file: Path, text: str) -> None:
        """Write beside the file, and only then put it in its place."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=self.folder, prefix=".new-")
            try:
                with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as opened:
                    opened.write(text)
                    opened.flush()
                    os.fsync(opened.fileno())
                # mkstemp lets nobody else read: a server may run as another user.
                Path(beside).chmod(0o644)
                Path(beside).replace(file)
            finally:
                Path(beside).unlink(missing_ok=True)
        except OSError as problem:
            reason = problem.strerror or type(problem).__name__
            raise PackNotKept(str(self.folder), reason) from None
