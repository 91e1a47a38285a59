"""The folder where fetched things lie until they are used: only one command at a time.

What is there survives an interruption, and is taken up again for a day.
"""

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from guide.streets.fetch.errors import FetchRunning, NotStored

FRESH_S = 24 * 3600.0
"""Older parts are fetched anew: a map of two different days has seams."""

RESERVE_BYTES = 200_000_000
"""Left free on the disk: the guide writes there too, and the pack is yet to come."""


@contextmanager
def storing(folder: Path) -> Iterator[None]:
    """Turn the refusals of the disk into sentences.

    Raises:
        NotStored: the disk is full, or may not be written to.
    """
    try:
        yield
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise NotStored(str(folder), reason) from None


@contextmanager
def only_one(folder: Path) -> Iterator[Path]:
    """Make the folder, and keep it for oneself.

    Raises:
        FetchRunning: another command has it.
        NotStored: it cannot be made.
    """
    with storing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    lock = _locked(folder)
    try:
        yield folder
    finally:
        lock.close()


def _locked(folder: Path) -> sqlite3.Connection:
    # The lock of a database: every system lets it go when the program ends, however
    # it ends; a file that says "mine" would stay behind.
    connection = None
    try:
        connection = sqlite3.connect(
            folder / "lock.db", timeout=0, isolation_level=None
        )
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as problem:
        if connection:
            connection.close()
        if "locked" in str(problem):
            raise FetchRunning(str(folder)) from None
        raise NotStored(str(folder), str(problem)) from None
    return connection


def is_fresh(file: Path) -> bool:
    """Say whether a file is there, and young enough to be taken up again."""
    try:
        age_s = time.time() - file.stat().st_mtime
    except FileNotFoundError:
        return False
    return age_s < FRESH_S


def tidy(room: Path, mine: Path) -> None:
    """Throw away what others have left in the room for longer than a day."""
    for folder in room.iterdir():
        if folder.is_dir() and folder != mine and not is_fresh(folder):
            shutil.rmtree(folder, ignore_errors=True)


def require_room(folder: Path, wanted_bytes: int) -> None:
    """Make sure that there is room for so many bytes, and some more.

    Raises:
        NotStored: there is not.
    """
    with storing(folder):
        free = shutil.disk_usage(folder).free
    if free < wanted_bytes + RESERVE_BYTES:
        needed = (wanted_bytes + RESERVE_BYTES) / 1e6
        problem = f"{free / 1e6:,.0f} MB are free, {needed:,.0f} MB are needed"
        raise NotStored(str(folder), problem)


def settle(opened: IO[bytes]) -> None:
    """Make sure that what was written stays, should the power fail."""
    opened.flush()
    os.fsync(opened.fileno())


def place(source: Path, target: Path) -> None:
    """Put a copy of a file in its place, whole or not at all.

    Raises:
        NotStored: it cannot be written; what was there stays.
    """
    with storing(target.parent):
        handle, beside = tempfile.mkstemp(dir=target.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as opened, source.open("rb") as given:
                shutil.copyfileobj(given, opened)
                settle(opened)
            # mkstemp lets nobody else read.
            Path(beside).chmod(0o644)
            Path(beside).replace(target)
        finally:
            Path(beside).unlink(missing_ok=True)
