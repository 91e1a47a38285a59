"""Eight people edit over HTTP while the server is killed; nothing acknowledged is lost.

Run as a program it does so a hundred times: ``./run.sh soak``.
"""

import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import requests

from guide.config import Config
from guide.services import open_services
from sites.staff import shape
from sites.staff.paths import flatten
from sites.staff.roles import Role
from sites.store.accounts import Accounts
from sites.store.sessions import Sessions

WRITERS = 8
SITES = (
    "den-nghe", "chua-do", "nga-nam", "ga-hai-phong",
    "nha-hat-lon", "quan-hoa", "may-to", "cau-tre",
)  # fmt: skip

# The pages are served by the real app and server, without compiling the planner.
PROGRAM = """
import sys
from pathlib import Path
from waitress.server import create_server
from guide.config import Config
from guide.services import open_services
from guide.web import create_app
app = create_app(open_services(Config(home=Path(sys.argv[1]))))
app.config["WTF_CSRF_ENABLED"] = False
server = create_server(app, host="127.0.0.1", port=0, threads=8)
print(server.effective_port, flush=True)
server.run()
"""


@dataclass
class Torture:
    """One instance, its writers, and all that the server ever acknowledged."""

    home: Path
    seed: int = 1
    acked: set[str] = field(default_factory=set)
    statuses: Counter[int] = field(default_factory=Counter)
    restarts: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    versions: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        services = open_services(Config(home=self.home))
        accounts, now = Accounts(services.store), datetime.now(UTC)
        self.tokens = []
        for number in range(WRITERS):
            made = accounts.add(f"w{number}", "W", Role.EDITOR, now=now, by=None)
            self.tokens.append(Sessions(services.store).begin(made, now))
        self.forms = {
            slug: flatten(shape.of_site(services.catalogue.get(slug))) for slug in SITES
        }
        services.store.close()

    def run(self, kills: int) -> None:
        """Kill the server so many times while all writers write."""
        chance = random.Random(self.seed)
        for _ in range(kills):
            self._cycle(chance)
            self.faults += self._check()

    def _cycle(self, chance: random.Random) -> None:
        began = time.monotonic()
        with subprocess.Popen(
            [sys.executable, "-c", PROGRAM, self.home],
            stdout=subprocess.PIPE,
            text=True,
        ) as server:
            assert server.stdout
            address = f"http://127.0.0.1:{int(server.stdout.readline())}"
            requests.get(f"{address}/staff/sign-in", timeout=20).raise_for_status()
            self.restarts.append(time.monotonic() - began)
            requests.get(f"{address}/sites/den-nghe", timeout=20).raise_for_status()
            stop = threading.Event()
            writers = [
                threading.Thread(target=self._write, args=(address, number, stop))
                for number in range(WRITERS)
            ]
            for writer in writers:
                writer.start()
            time.sleep(chance.uniform(0.5, 2.0))
            server.send_signal(signal.SIGKILL)
            stop.set()
            for writer in writers:
                writer.join()

    def _write(self, address: str, number: int, stop: threading.Event) -> None:
        """Save and submit over and over; a killed server answers nothing."""
        chance = random.Random(f"{self.seed} {number} {len(self.acked)}")
        browser = requests.Session()
        browser.cookies.set("staff", self.tokens[number])
        with suppress(requests.RequestException):
            while not stop.is_set():
                # Mostly everybody has a site of their own; now and then two meet.
                own = chance.random() < 0.9
                slug = SITES[number] if own else chance.choice(SITES)
                self._edit(browser, address, slug, f"T{chance.getrandbits(64):016x}")

    def _edit(
        self, browser: requests.Session, address: str, slug: str, token: str
    ) -> None:
        page = f"{address}/staff/sites/{slug}/"
        version = self.versions[slug]
        form = self.forms[slug] | {"also": token, "version": str(version)}
        answer = browser.post(page, data=form, timeout=20, allow_redirects=False)
        self.statuses[answer.status_code] += 1
        if answer.status_code == 303:
            self.versions[slug] = version + 1
        elif found := re.search(r'name="version" value="(\d+)"', answer.text):
            self.versions[slug] = int(found[1])
        # Whoever came second was told that the text is kept: that is a promise too.
        if answer.status_code in {303, 409}:
            self.acked.add(token)

    def _check(self) -> list[str]:
        """Look at the file itself, as it lies there after the kill."""
        wrong = []
        with sqlite3.connect(self.home / "guide.db") as db:
            if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                wrong.append("the file is damaged")
            if db.execute("PRAGMA foreign_key_check").fetchall():
                wrong.append("a row points nowhere")
            kept = {
                row[0]
                for row in db.execute(
                    "SELECT json_extract(document, '$.also[0]') FROM revision"
                )
            }
            if lost := self.acked - kept:
                wrong.append(f"{len(lost)} acknowledged edits are lost")
            wrong += [
                f"{slug} is at version {version}, but its history is not: half an edit"
                for slug, version in db.execute(HALF_DRAFTS)
            ]
            wrong += [
                f"revision {number} of {slug} is in no record: half an edit"
                for slug, number in db.execute(UNRECORDED)
            ]
        db.close()
        return wrong


HALF_DRAFTS = """
SELECT site, version FROM draft WHERE document <> (
  SELECT document FROM revision
  WHERE revision.site = draft.site AND revision.version = draft.version
    AND sort <> 'conflict' ORDER BY number DESC LIMIT 1)
"""

UNRECORDED = """
SELECT site, number FROM revision WHERE "by" <> '–' AND NOT EXISTS (
  SELECT 1 FROM audit WHERE audit.about = revision.site
    AND json_extract(audit.more, '$.number') = revision.number)
"""


def main(kills: int = 100) -> int:
    """Torture a new instance; say what came of it."""
    home = Path(tempfile.mkdtemp(prefix="guide-soak-"))
    try:
        torture = Torture(home, seed=time.time_ns() % 10_000)
        torture.run(kills)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(  # noqa: T201 - a program for the terminal
        f"{kills} kills (seed {torture.seed}), {len(torture.acked)} edits acknowledged,"
        f" statuses {dict(torture.statuses)}, restart at most"
        f" {max(torture.restarts):.1f} s; faults: {torture.faults or 'none'}"
    )
    return int(bool(torture.faults) or not torture.acked)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
