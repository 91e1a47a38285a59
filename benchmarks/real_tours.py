"""Tours on the built-in streets: how good they are, and how soon, as a page gets them.

Usage: ``python -m benchmarks.real_tours [short] [half-day] [day]`` prints a line for
each row: how many requests, the share that is proven best, the milliseconds of the
whole ``solve()``, and how much of the score of a search a hundred times as long is
missed. The requests are made up, the same for the same ``--seed``: places beside the
streets, hours as in town, interests and visits as in the catalogue.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from statistics import mean, quantiles
from time import perf_counter

import numpy as np

from guide.pace import PACES
from guide.question import LIKED, OTHER
from guide.solver import search
from guide.solver.model import build
from guide.solver.problem import UNREACHABLE, Problem, Window
from guide.solver.solve import solve, steps_of, warm
from guide.solver.timetable import worth
from guide.streets.graph import StreetGraph
from guide.streets.pack import read_pack
from sites.position import Position

HOUR_S = 3600

HOURS: tuple[tuple[int, tuple[tuple[float, float], ...]], ...] = (
    (6, ((0, 24),)),
    (6, ((7.5, 11.5), (13.5, 17))),
    (4, ((8, 17),)),
    (2, ((13.5, 17.5),)),
    (1, ((7, 11),)),
    (1, ()),
)
"""How often which opening hours are drawn."""

KINDS = 6

OFF_STREET_DEG = 0.0003
"""A place is up to some thirty metres away from its street."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: requests of one size."""

    sites: tuple[int, int]
    hours: int
    departs: tuple[int, int]
    requests: int
    long: bool


ROWS = {
    "short": Row((30, 30), 2, (8, 15), 500, long=False),
    "half-day": Row((100, 100), 4, (8, 13), 40, long=True),
    "day": Row((100, 200), 8, (7, 10), 40, long=True),
}

LONGER = 100
"""So many times the page's effort is what a tour is compared with."""


def request(row: Row, streets: StreetGraph, random: Random) -> Problem:
    """Make up what somebody may ask, as ``guide.question`` puts it in numbers."""
    count = random.randint(*row.sites)
    places = [_place(streets, random) for _ in range(count + 1)]
    snaps = [streets.snap(place) for place in places]
    seconds = streets.ways([*snaps, snaps[-1]]).metres / PACES["normal"].m_per_s
    travel_s = np.where(np.isfinite(seconds), np.rint(seconds), UNREACHABLE)
    depart_s = random.randint(*row.departs) * HOUR_S
    visits = [random.randrange(10, 50, 5) * 60 for _ in range(count)]
    likes = random.sample(range(KINDS), random.randrange(3))
    return Problem(
        scores=tuple(_score(likes, random) for _ in range(count)),
        visit_s=tuple(visits),
        windows=tuple(_windows(visit, depart_s, random) for visit in visits),
        travel_s=travel_s.astype(np.int64),
        depart_s=0,
        limit_s=row.hours * HOUR_S,
    )


def _place(streets: StreetGraph, random: Random) -> Position:
    """Draw a place beside a street; a longer street has more of them."""
    every = streets.pack.streets
    (street,) = random.choices(every, [street.metres for street in every])
    corner = random.randrange(len(street.line) - 1)
    one, other = street.line[corner : corner + 2]
    share = random.random()
    return Position(
        one.lat + share * (other.lat - one.lat) + _aside(random),
        one.lon + share * (other.lon - one.lon) + _aside(random),
    )


def _aside(random: Random) -> float:
    return random.uniform(-OFF_STREET_DEG, OFF_STREET_DEG)


def _score(likes: Sequence[int], random: Random) -> int:
    liked = not likes or random.randrange(KINDS) in likes
    return random.randint(1, 5) * (LIKED if liked else OTHER)


def _windows(visit_s: int, depart_s: int, random: Random) -> tuple[Window, ...]:
    """Draw opening hours: when a visit may begin, in seconds after the departure."""
    (hours,) = random.choices([h for _, h in HOURS], [share for share, _ in HOURS])
    spans = [
        (max(0, round(opens * HOUR_S) - depart_s), round(closes * HOUR_S) - depart_s)
        for opens, closes in hours
    ]
    return tuple((a, b - visit_s) for a, b in spans if a <= b - visit_s)


def measure(row: Row, requests: int, seed: int) -> str:
    """Solve the requests of a row, and give what is printed of it."""
    random, streets = Random(seed), StreetGraph(read_pack())
    proven, took, gaps = [], [], []
    for _ in range(requests):
        problem = request(row, streets, random)
        begin = perf_counter()
        solution = solve(problem)
        took.append((perf_counter() - begin) * 1000)
        proven.append(solution.optimal)
        if row.long and not solution.optimal:
            best = max(solution.score, _long(problem))
            gaps.append(100 * (1 - solution.score / best))
        else:
            gaps.append(0.0)
    cuts = quantiles(took, n=20, method="inclusive")
    missed = f"{mean(gaps):.2f} ({max(gaps):.1f})" if row.long else "–"
    return (
        f"{requests} | {100 * mean(proven):.1f} | {cuts[9]:.1f} | {cuts[18]:.1f}"
        f" | {missed}"
    )


def _long(problem: Problem) -> int:
    """Score a search that takes a hundred times as long as a page waits."""
    case = build(problem)
    order = search.best_order(case, 1, LONGER * steps_of(case))
    return 0 if order is None else worth(case, order)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, print the table."""
    parser = argparse.ArgumentParser(description="Solve tours on real streets.")
    parser.add_argument("rows", nargs="*", help=f"of {list(ROWS)}; all if none")
    parser.add_argument("--requests", type=int, help="how many of each, if not 500, 40")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    warm()
    head = "| row | requests | proven % | p50 ms | p95 ms | mean (worst) gap % |"
    sys.stdout.write(head + "\n|---|---|---|---|---|---|\n")
    for name in options.rows or ROWS:
        row = ROWS[name]
        line = measure(row, options.requests or row.requests, options.seed)
        sys.stdout.write(f"| {name} | {line} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
