"""How long the first walk takes: as a whole process, as a page, and its parts.

Run: .venv/bin/python benchmarks/first_walk.py [RUNS]

Each figure is a median; each ratio compares two things measured in turn in this run.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import networkx as nx

from guide.asked import read_request
from guide.config import Config
from guide.maps.draw import area, draw_tour
from guide.planner import explain, plan
from guide.services import Services, open_services
from guide.web import create_app

WORDS = {"from": ["ga-hai-phong"], "minutes": ["120"], "depart": ["2026-11-22T08:00"]}
TOUR = "/plan/tour?from=ga-hai-phong&minutes=120&depart=2026-11-22T08:00"
WHY = TOUR.replace("tour", "why", 1)


def main() -> None:
    """Measure, and print one line a figure."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as home:
        services = open_services(Config(home=Path(home)))
        whole_process(home, runs)
        inside(services, runs)
        streets(services, runs)
        services.store.close()


def whole_process(home: str, runs: int) -> None:
    """Time ``guide plan`` beside a Python that does nothing."""
    guide = Path(sys.executable).parent / "guide"
    arguments = ["plan", "--from", "ga-hai-phong", "--minutes", "120"]
    command = [str(guide), *arguments, "--format", "json"]
    environment = {"GUIDE_HOME": home, "PATH": "/usr/bin:/bin"}

    def run(command: list[str]) -> None:
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)

    run(command)
    ours, nothing = in_turn(
        lambda: run(command), lambda: run([sys.executable, "-c", "pass"]), runs
    )
    show("guide plan --format json, whole process", ours, nothing, "an empty Python")


def inside(services: Services, runs: int) -> None:
    """Time planning, drawing and the page, each beside the page without a map."""
    client = create_app(services).test_client()
    request = read_request(WORDS, services.catalogue.city, datetime.now(UTC))
    limits = area(p for s in services.streets.pack.streets for p in s.line)
    tour = plan(request, services.catalogue, services.streets)
    for name, action in (
        ("planning", lambda: plan(request, services.catalogue, services.streets)),
        (
            "explaining what is left out",
            lambda: explain(request, services.catalogue, services.streets),
        ),
        ("drawing its map", lambda: draw_tour(tour, limits, "vi")),
        ("the tour page, in the server", lambda: client.get(TOUR)),
        ("what would bring them in, a page", lambda: client.get(WHY)),
        ("the home page, in the server", lambda: client.get("/")),
    ):
        ours, about = in_turn(action, lambda: client.get("/about"), runs)
        show(name, ours, about, "a page without a map")


def streets(services: Services, runs: int) -> None:
    """Time all pairs of sites, compiled, beside networkx on the same graph."""
    graph = services.streets
    places = [site.location.position for site in services.catalogue if site.location]
    snaps = [graph.snap(place) for place in places]
    nodes = [graph.street(snap.street).line[0] for snap in snaps]

    def by_networkx() -> None:
        for node in nodes:
            nx.single_source_dijkstra_path_length(graph.graph, node, weight="metres")

    ours, theirs = in_turn(lambda: graph.ways(snaps), by_networkx, runs)
    show(f"ways between all {len(snaps)} sites", ours, theirs, "networkx, one way only")


def in_turn(
    one: Callable[[], object], two: Callable[[], object], runs: int
) -> tuple[float, float]:
    """Return the median seconds of two actions, measured in turn."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for action, kept in zip((one, two), seconds, strict=True):
            started = time.perf_counter()
            action()
            kept.append(time.perf_counter() - started)
    return statistics.median(seconds[0]), statistics.median(seconds[1])


def show(name: str, ours: float, other: float, beside: str) -> None:
    """Print one figure and its ratio."""
    ratio = ours / other
    print(f"{name:42} {ours * 1000:8.1f} ms   {ratio:7.2f} × {beside}")


if __name__ == "__main__":
    main()
