"""What pages cost: the server's time, and the bytes of a first visit, packed.

Run: .venv/bin/python benchmarks/pages.py [RUNS]

Times are medians of a request in one process, after a first one: by the clock, which
other programs on the machine slow down, and of the processor alone. Bytes are those of
the page, its scripts, its style sheets and the fonts that its words need; pictures and
the tiles of its map come besides.
"""

import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from flask.testing import FlaskClient

from guide.config import Config
from guide.services import open_services
from guide.web import create_app

WORDS = "from=ga-hai-phong&minutes=120&depart=2026-11-22T08:00"

PAGES = {
    "home": "/",
    "site": "/sites/chua-do",
    "planner": "/plan/",
    "tour": f"/plan/tour?{WORDS}",
    "walk": f"/plan/walk?{WORDS}",
    "why": f"/plan/why?{WORDS}",
}

PACKED = {"Accept-Encoding": "gzip"}


def main() -> None:
    """Measure every page, and print one line each."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    with tempfile.TemporaryDirectory() as home:
        services = open_services(Config(home=Path(home)))
        for line in measured(create_app(services).test_client(), runs):
            print(line)
        services.store.close()


def measured(client: FlaskClient, runs: int) -> Iterator[str]:
    """Measure each page, and say it in a line."""
    for name, path in PAGES.items():
        by_clock, busy = (
            median_ms(client, path, runs, timer)
            for timer in (time.perf_counter, time.process_time)
        )
        size = first_visit(client, path) / 1000
        times = f"{by_clock:5.0f} ms by the clock, {busy:5.0f} ms busy"
        yield f"{name:8} {times}, {size:5.0f} kB packed"


def median_ms(
    client: FlaskClient, path: str, runs: int, timer: Callable[[], float]
) -> float:
    """Return the median time of a request, in milliseconds."""
    client.get(path)
    times = []
    for _run in range(runs):
        begin = timer()
        client.get(path, headers=PACKED)
        times.append(timer() - begin)
    return 1000 * statistics.median(times)


def first_visit(client: FlaskClient, path: str) -> int:
    """Return how many bytes a browser fetches that has seen no page of ours."""
    page = client.get(path).text
    named = r'<(?:script|link rel="stylesheet")[^>]*"(/assets[^"]+)'
    files = [path, *re.findall(named, page)]
    sheets = [client.get(file, buffered=True).text for file in files if ".css" in file]
    files += [font for sheet in sheets for font in fonts(sheet)]
    return sum(
        len(client.get(file, headers=PACKED, buffered=True).data) for file in files
    )


def fonts(sheet: str) -> list[str]:
    """List the fonts of a sheet that Vietnamese and English words need."""
    named = re.findall(r"url\((fonts/files/[\w-]+\.woff2)\)", sheet)
    needed = [font for font in named if re.search(r"pro-(latin|vietnamese)-\d", font)]
    return [f"/assets/{font}" for font in needed]


if __name__ == "__main__":
    main()
