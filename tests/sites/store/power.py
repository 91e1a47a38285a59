"""Power cuts, replayed: what a disk could hold after one, at any moment.

strace writes down every write and sync of a process that saves drafts, in order. From
that the files are made anew as a disk could hold them after a cut: what was synced is
there; of what was not, any part may be, torn at 512 bytes.
"""

import random
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512

CALLS = "pwrite64,fdatasync,fsync,ftruncate,write"

SAVER = """
import sys
from datetime import UTC, datetime
from sites.staff.account import Account
from sites.staff.draft import Change
from sites.staff.roles import Role
from sites.store import engine
from sites.store.drafts import Drafts
from sites.store.store import Store
from sqlalchemy import event
store = Store(sys.argv[1])
if sys.argv[3] == "NORMAL":
    event.listen(store._engine, "connect",
                 lambda db, _: db.execute("PRAGMA synchronous=NORMAL"))
lan = Account(id=1, login="lan", called="Lan", role=Role.EDITOR)
drafts = Drafts(store)
for number in range(int(sys.argv[2])):
    slug, token = f"site-{number % 5}", f"TOKEN{number:05d}"
    draft = drafts.get(slug, {"x": 1})
    text = token + "x" * (number * 977 % 6000)
    change = Change(version=draft.version, document={"text": text})
    drafts.save(draft, change, lan, datetime.now(UTC))
    sys.stdout.write(f"ACK {token}\\n")
    sys.stdout.flush()
"""


@dataclass(frozen=True)
class Event:
    """One thing that the process did: a write, a sync, a cut of a file, an answer."""

    what: str
    path: str = ""
    at: int = 0
    data: bytes = b""


@dataclass
class Disk:
    """What lies on the disk, and what is still on its way there."""

    files: dict[str, bytearray] = field(default_factory=dict)
    waiting: list[Event] = field(default_factory=list)

    def do(self, event: Event) -> None:
        """Take one event in."""
        if event.what != "sync":
            self.waiting.append(event)
            return
        for one in [w for w in self.waiting if w.path == event.path]:
            self._land(one, 0, len(one.data))
        self.waiting = [w for w in self.waiting if w.path != event.path]

    def cut(self, chance: random.Random) -> None:
        """Cut the power: of what is on its way, any sectors arrive, or none."""
        for one in self.waiting:
            if one.what == "truncate":
                if chance.random() < 0.5:
                    self._land(one, 0, 0)
                continue
            for start in range(0, len(one.data), SECTOR):
                if chance.random() < 0.5:
                    self._land(one, start, min(start + SECTOR, len(one.data)))

    def _land(self, event: Event, start: int, end: int) -> None:
        file = self.files.setdefault(event.path, bytearray())
        if event.what == "truncate":
            del file[event.at :]
            return
        at = event.at + start
        if len(file) < at:
            file.extend(bytes(at - len(file)))
        file[at : at + end - start] = event.data[start:end]


def recorded(folder: Path, edits: int, synchronous: str = "FULL") -> list[Event]:
    """Save so many drafts under strace; ``guide.db`` of ``folder`` has its tables."""
    trace = folder.parent / f"trace-{synchronous}"
    url = f"sqlite:///{folder / 'guide.db'}"
    command = ["strace", "-f", "-qq", "-y", "-xx", "-s", "100000", "-e",
               f"trace={CALLS}", "-o", str(trace), sys.executable, "-c", SAVER,
               url, str(edits), synchronous]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    return list(_events(trace.read_text("utf-8", errors="replace"), folder))


def _events(trace: str, folder: Path) -> Iterator[Event]:
    for line in trace.splitlines():
        call = re.match(r"\d+\s+(\w+)\(\d+<([^>]*)>(.*)\)\s+= (-?\d+)", line)
        if call is None or int(call[4]) < 0:
            continue
        path, rest = _text(call[2]), call[3]
        data = b"".join(map(_bytes, re.findall(r'"((?:\\x[0-9a-f]{2})*)"', rest)))
        if call[1] == "write" and data.startswith(b"ACK "):
            yield Event("ack", data=data[4:].strip())
        elif path.startswith(str(folder)) and not path.endswith("-shm"):
            yield from _on_a_file(call[1], path, rest, data)


def _on_a_file(call: str, path: str, rest: str, data: bytes) -> Iterator[Event]:
    name = Path(path).name
    if call == "pwrite64":
        yield Event("write", name, int(rest.rpartition(", ")[2]), data)
    elif call in {"fsync", "fdatasync"}:
        yield Event("sync", name)
    elif call == "ftruncate":
        yield Event("truncate", name, int(rest.rpartition(", ")[2]))


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def _text(escaped: str) -> str:
    return _bytes(escaped).decode() if escaped.startswith("\\x") else escaped


def lost(
    before: Path, events: list[Event], place: Path, chance: random.Random
) -> tuple[set[str], bool]:
    """Cut the power somewhere; return the answers that were lost, and any damage."""
    disk = Disk({one.name: bytearray(one.read_bytes()) for one in before.iterdir()})
    first = next(n for n, event in enumerate(events) if event.what == "ack")
    promised: set[str] = set()
    for event in events[: chance.randint(first + 1, len(events))]:
        if event.what == "ack":
            promised.add(event.data.decode())
        else:
            disk.do(event)
    disk.cut(chance)
    place.mkdir()
    for name, content in disk.files.items():
        if not name.endswith("-shm"):
            (place / name).write_bytes(content)
    return _missing(place / "guide.db", promised)


def _missing(file: Path, promised: set[str]) -> tuple[set[str], bool]:
    db = sqlite3.connect(file)
    try:
        whole = db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        rows = db.execute(
            "SELECT substr(json_extract(document, '$.text'), 1, 10) FROM revision"
        )
        return promised - {row[0] for row in rows}, not whole
    except sqlite3.DatabaseError:
        return promised, True
    finally:
        db.close()
