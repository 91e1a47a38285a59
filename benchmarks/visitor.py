"""Everything that a visitor's first minute rests on, in figures, by one command.

Run: .venv/bin/python benchmarks/visitor.py [RUNS]

Needs npm and Chromium. Prints what Lighthouse says of home, a site and a tour on its
phone profile (slow 4G, a processor four times slower), the median of some runs; then
what pages cost the server and the network (``pages.py``).
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from waitress.server import create_server

from benchmarks.pages import PAGES, measured
from guide.config import Config
from guide.services import open_services
from guide.web import create_app

LIGHTHOUSE = "lighthouse@12.2.3"
LOOKED_AT = ("home", "site", "tour")
ATTEMPTS = 3
"""On a busy machine Lighthouse at times misses the first moment of a page."""

CHROME = (
    "--headless=new --no-sandbox --disable-background-networking "
    "--host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'"
)


def main() -> None:
    """Serve a new guide, measure, and print one line a figure."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as home:
        services = open_services(Config(home=Path(home)))
        app = create_app(services)
        with served(app) as address:
            for name in LOOKED_AT:
                reports = [lighthouse(address + PAGES[name]) for _run in range(runs)]
                print(f"{name:8} {', '.join(scores(reports))}")
        for line in measured(app.test_client(), 21):
            print(line)
        services.store.close()


@contextmanager
def served(app: Any) -> Iterator[str]:  # noqa: ANN401 - waitress has no types
    """Serve an app, and say at which address."""
    server = create_server(app, host="127.0.0.1", port=0, threads=8)
    Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


def lighthouse(address: str) -> dict[str, Any]:
    """Let Lighthouse look at a page, and return its report."""
    npx = shutil.which("npx")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if npx is None or chromium is None:
        raise SystemExit("npm and Chromium are needed: apt-get install npm chromium")
    command = [npx, "--yes", LIGHTHOUSE, address, "--quiet", "--output=json"]
    for _attempt in range(ATTEMPTS):
        told = subprocess.run(
            [*command, f"--chrome-flags={CHROME}"],
            env=os.environ | {"CHROME_PATH": chromium},
            capture_output=True,
            check=False,
        )
        if told.returncode == 0:
            return dict(json.loads(told.stdout))
    raise SystemExit(told.stderr.decode())


def scores(reports: list[dict[str, Any]]) -> Iterator[str]:
    """Say the median of each score, and name what costs points."""
    for key, category in reports[0]["categories"].items():
        points = [100 * one["categories"][key]["score"] for one in reports]
        yield f"{category['title'].lower()} {statistics.median(points):.0f}"
    lost = sorted({name for report in reports for name in _failed(report)})
    if lost:
        yield f"to look at: {' '.join(lost)}"


def _failed(report: Mapping[str, Any]) -> Iterator[str]:
    """Name what counts and failed altogether."""
    for category in report["categories"].values():
        for reference in category["auditRefs"]:
            score = report["audits"][reference["id"]]["score"]
            if reference["weight"] and score == 0:
                yield reference["id"]


if __name__ == "__main__":
    main()
