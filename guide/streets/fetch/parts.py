"""An area from an Overpass server: asked for in parts, kept, joined."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from guide.streets.fetch.errors import NotStored, Refused, TooMuch
from guide.streets.fetch.grid import parts_of, quarters_of, written
from guide.streets.fetch.join import fault_of, join, oldest
from guide.streets.fetch.overpass import (
    MAX_BYTES,
    QUERY_S,
    Verdict,
    question,
    status_address,
    verdict,
    wait_s,
)
from guide.streets.fetch.room import is_fresh, settle, storing
from guide.streets.fetch.web import Again, Answer, Ask, Web, host_of
from sites.position import Box

TAIL_BYTES = 8192
"""So much of the end of an answer is looked at for the server's remarks."""

STATUS_BYTES = 100_000
"""A status that is longer is none."""

MAX_LOOKS = 20
"""So often is looked for a free slot before the question is asked all the same."""

Told = Callable[[int, int], object]
"""Told how many parts are there, and how many there will be."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of which server: the address of its ``interpreter``, and a box."""

    server: str
    box: Box


class Parts:
    """The parts of an area, some of them perhaps fetched before."""

    def __init__(self, web: Web, asked: Asked, folder: Path) -> None:
        self._web, self._asked, self._folder = web, asked, folder
        self._host = host_of(asked.server)
        self._bytes = 0

    def run(self, told: Told = lambda _have, _total: None) -> list[Path]:
        """Fetch all parts, or those that are missing; south-west comes first.

        Raises:
            BadBox: the area is too large.
            FetchFailed, BadAddress: the server does not give it.
            NotStored: the disk takes no more.
        """
        waiting, done = parts_of(self._asked.box)[::-1], list[Path]()
        told(0, len(waiting))
        while waiting:
            box = waiting.pop()
            file = self._folder / f"{written(box)}.osm"
            hard = file.with_suffix(".hard")
            if is_fresh(hard) or not (is_fresh(file) or self._fetched(box, file)):
                waiting.extend(self._cut(box, hard))
            else:
                self._count(file.stat().st_size)
                done.append(file)
            told(len(done), len(done) + len(waiting))
        return done

    def _cut(self, box: Box, hard: Path) -> list[Box]:
        quarters = quarters_of(box)
        if not quarters:
            raise Refused(self._host, f"even {written(box)} is too much for it at once")
        with storing(self._folder):
            hard.touch()
        return quarters[::-1]

    def _count(self, count: int) -> None:
        self._bytes += count
        if self._bytes > MAX_BYTES:
            raise TooMuch(self._host, f"more than {MAX_BYTES / 1e9:.0f} GB")

    def _fetched(self, box: Box, file: Path) -> bool:
        """Fetch a part; False where it is too much for the server at once."""
        return self._web.stubbornly(self._host, lambda: self._once(box, file))

    def _once(self, box: Box, file: Path) -> bool:
        self._wait_for_slot()
        fresh = file.with_suffix(".new")
        with self._web.asked(
            Ask(self._asked.server, form={"data": question(box)})
        ) as answer:
            tail = self._write(answer, fresh)
        what, words = verdict(tail)
        if what is Verdict.TOO_HARD:
            return False
        if what is not Verdict.WHOLE:
            raise Again(words or what.value)
        if fault := fault_of(fresh):
            raise Again(f"its answer is broken: {fault}")
        with storing(self._folder):
            fresh.replace(file)
        return True

    def _write(self, answer: Answer, fresh: Path) -> str:
        tail, count = b"", 0
        with storing(self._folder), fresh.open("wb") as out:
            for bit in answer.chunks():
                out.write(bit)
                tail, count = (tail + bit)[-TAIL_BYTES:], count + len(bit)
                if self._bytes + count > MAX_BYTES:
                    raise TooMuch(self._host, f"more than {MAX_BYTES / 1e9:.0f} GB")
            settle(out)
        return tail.decode("utf-8", "replace")

    def _wait_for_slot(self) -> None:
        for _look in range(MAX_LOOKS):
            seconds = wait_s(self._status())
            if not seconds:
                return
            # A second more: its clock and ours tick at different times.
            self._web.wait(self._host, seconds + 1)

    def _status(self) -> str:
        """Read how busy the server is; nothing where it does not say so.

        Whatever else is wrong with it shows when it is asked the question itself.
        """
        text = b""
        try:
            address = status_address(self._asked.server)
            with self._web.asked(Ask(address)) as answer:
                for bit in answer.chunks():
                    text += bit
                    if len(text) > STATUS_BYTES:
                        return ""
        except (Again, Refused):
            return ""
        return text.decode("utf-8", "replace")


def joined(parts: list[Path], target: Path, form: str) -> Path:
    """Make one extract of the parts of an area.

    Raises:
        NotStored: it cannot be written.
    """
    beside = target.with_name(f"{target.name}.new")
    with storing(target.parent):
        try:
            join(parts, beside, form, oldest(map(taken, parts)))
        except RuntimeError as problem:
            raise NotStored(str(target.parent), str(problem)) from None
        beside.replace(target)
    return target


def taken(part: Path) -> str | None:
    """Read the moment that the data of a part is of, from its beginning."""
    with part.open(encoding="utf-8", errors="replace") as opened:
        found = re.search(r'osm_base="([0-9T:Z-]+)"', opened.read(2000))
    return found[1] if found else None


def explained(asked: Asked) -> str:
    """Say what will be asked of whom."""
    count = len(parts_of(asked.box))
    return (
        f"asking {host_of(asked.server)} for {written(asked.box)} in {count} parts, "
        f"one after the other, each for at most {QUERY_S} s of its time"
    )
