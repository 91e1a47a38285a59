"""One file from a web server, taken up again where it was interrupted.

Source:
    RFC 9110, sections 13 and 14, https://doi.org/10.17487/RFC9110: If-Range, Range.
"""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from guide.streets.fetch.errors import Refused, TooMuch
from guide.streets.fetch.room import is_fresh, require_room, settle, storing
from guide.streets.fetch.web import Again, Answer, Ask, Web, host_of

MAX_FILE_BYTES = 4_000_000_000
"""More than the extract of any country that the guide could hold in memory."""

MOVED_BYTES = 1 << 16
"""A try that brought less got nowhere: a server could feed us a byte at a time."""

Told = Callable[[int, int | None], object]
"""Told how many bytes are there, and how many there will be, if that is known."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Of which state of which file the bytes so far are; None: that is not known."""

    address: str
    etag: str | None = None
    modified: str | None = None
    total: int | None = None

    @classmethod
    def of(cls, address: str, answer: Answer) -> Self:
        """Read the mark from the answer that brings the whole file."""
        headers = answer.headers
        if headers.get("Content-Encoding", "identity") != "identity":
            return cls(address)  # packed on the way: lengths and places mean nothing
        length = headers.get("Content-Length", "")
        return cls(
            address,
            headers.get("ETag"),
            headers.get("Last-Modified"),
            int(length) if length.isdigit() else None,
        )

    @property
    def condition(self) -> str | None:
        """What to send as If-Range; None where a part could be of another state."""
        strong = self.etag and not self.etag.startswith("W/")
        return self.etag if strong else self.modified

    def fits(self, answer: Answer, begin: int) -> bool:
        """Say whether a partial answer goes on from ``begin`` in the same state."""
        headers = answer.headers
        span = re.fullmatch(
            r"bytes (\d+)-\d+/(\d+|\*)", headers.get("Content-Range", "")
        )
        same = headers.get("ETag", self.etag) == self.etag
        if not (span and same and int(span[1]) == begin):
            return False
        return self.total is None or span[2] in {"*", str(self.total)}


class Download:
    """A file on its way: ``target`` is there only when it is whole."""

    def __init__(self, web: Web, address: str, target: Path) -> None:
        self._web, self._address, self._target = web, address, target
        self._host = host_of(address)
        self._part = target.with_name(f"{target.name}.part")
        self._note = target.with_name(f"{target.name}.json")
        self._most = 0

    def run(self, told: Told = lambda _have, _total: None) -> Path:
        """Fetch the file, or what is missing of it.

        Raises:
            FetchFailed, BadAddress: the other side does not give it.
            NotStored: the disk takes no more.
        """
        if not is_fresh(self._target):
            self._target.unlink(missing_ok=True)
            self._web.stubbornly(self._host, lambda: self._once(told))
        return self._target

    def _once(self, told: Told) -> None:
        mark = self._kept()
        have = self._part.stat().st_size if mark else 0
        self._most = max(self._most, have)
        headers = {"Accept-Encoding": "identity"}
        if mark and mark.condition and have:
            headers |= {"Range": f"bytes={have}-", "If-Range": mark.condition}
        with self._web.asked(Ask(self._address, headers=headers)) as answer:
            if answer.status == 416:
                self._beyond(mark, have)
            elif answer.status == 206:
                if not (mark and mark.fits(answer, have)):
                    self._forget()
                    raise Again("it sent another part than the one asked for")
                self._write(answer, mark, have, told)
            else:
                self._write(answer, self._begin(answer), 0, told)
        with storing(self._target.parent):
            self._part.replace(self._target)
            self._note.unlink(missing_ok=True)

    def _kept(self) -> Mark | None:
        """Return the mark of the bytes that are there, if they may be gone on from."""
        with suppress(OSError, ValueError, TypeError):
            mark = Mark(**json.loads(self._note.read_text("utf-8")))
            if mark.address == self._address and is_fresh(self._part):
                return mark
        return None

    def _forget(self) -> None:
        self._note.unlink(missing_ok=True)
        self._part.unlink(missing_ok=True)

    def _beyond(self, mark: Mark | None, have: int) -> None:
        """Nothing is missing, or else what we have is of another file."""
        if not (mark and mark.total == have):
            self._forget()
            raise Again("it has less than was there before")

    def _begin(self, answer: Answer) -> Mark:
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            raise Refused(self._host, "it sends a page, not an extract")
        mark = Mark.of(self._address, answer)
        if (mark.total or 0) > MAX_FILE_BYTES:
            raise TooMuch(self._host, f"{(mark.total or 0) / 1e9:.1f} GB")
        require_room(self._target.parent, mark.total or 0)
        with storing(self._target.parent):
            self._forget()
            self._part.touch()
            self._note.write_text(json.dumps(asdict(mark)), "utf-8")
        return mark

    def _write(self, answer: Answer, mark: Mark, begin: int, told: Told) -> None:
        have = begin
        try:
            with (
                storing(self._target.parent),
                self._part.open("ab" if begin else "wb") as out,
            ):
                for chunk in answer.chunks():
                    out.write(chunk)
                    have += len(chunk)
                    told(have, mark.total)
                    if have > MAX_FILE_BYTES:
                        raise TooMuch(self._host, f"more than {have / 1e9:.1f} GB")
                settle(out)
        except Again as problem:
            # Measured by the most there ever was: what is thrown away and fetched
            # once more is no way forward.
            moved = have - self._most >= MOVED_BYTES
            self._most = max(self._most, have)
            raise Again(problem.problem, problem.wait_s, moved=moved) from None
        if mark.total is not None and have != mark.total:
            raise Again(f"it ended after {have:,} of {mark.total:,} bytes")
