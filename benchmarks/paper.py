"""How long a tour on paper takes: ``python -m benchmarks.paper [ROUNDS]``.

Each figure stands beside the planning of the same tour, measured in turn.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median
from time import perf_counter

from guide import asked, planner
from guide.exports import FORMATS
from guide.exports.format import Setting
from guide.links import Links
from guide.streets.graph import StreetGraph
from guide.streets.pack import read_pack
from guide.tour import Tour
from sites.city import HAI_PHONG
from sites.intake import read_content

LINKS = Links(
    tour="https://guide.example/plan/tour?from=ga-hai-phong&depart=2026-11-22T08%3A00",
    site=lambda slug: f"https://guide.example/sites/{slug}",
    short=lambda _slug: "https://guide.example/s/7K2X",
)
WANTED = (("html", "a4"), ("pdf", "a4"), ("pdf", "a5"))
DEFAULT_ROUNDS = 11


def main(rounds: int) -> None:
    """Print a table: first the very first document, then medians."""
    catalogue, streets = read_content(), StreetGraph(read_pack())

    def plan(minutes: int) -> Tour:
        words = {"from": ["ga-hai-phong"], "depart": ["2026-11-22T08:00"]}
        words["minutes"] = [str(minutes)]
        request = asked.read_request(words, HAI_PHONG, datetime.now(UTC))
        return planner.plan(request, catalogue, streets)

    first = plan(120)
    document = FORMATS["pdf"].document
    cold, _size = timed(
        lambda: document(first, "vi", Setting(streets.pack, links=LINKS))
    )
    print(f"the first PDF of a process: {cold:.0f} ms")
    for minutes in (60, 120, 240, 480):
        tour = plan(minutes)
        planning = median(timed(lambda m=minutes: plan(m))[0] for _ in range(rounds))
        for name, paper in WANTED:
            setting = Setting(streets.pack, paper=paper, links=LINKS)
            runs = [
                timed(lambda t=tour, n=name, s=setting: FORMATS[n].document(t, "vi", s))
                for _ in range(rounds)
            ]
            taken, size = median(run[0] for run in runs), runs[0][1]
            print(
                f"{minutes:4} min, {len(tour.stops):2} stops, {name} {paper}: "
                f"{taken:5.0f} ms, worst {max(run[0] for run in runs):5.0f}, "
                f"{taken / planning:5.1f} x planning, {size / 1000:5.0f} kB"
            )


def timed(run: Callable[[], object]) -> tuple[float, int]:
    """Return the milliseconds of a run, and how long what it made is."""
    start = perf_counter()
    made = run()
    taken = (perf_counter() - start) * 1000
    return taken, len(made) if isinstance(made, bytes) else 0


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_ROUNDS)
