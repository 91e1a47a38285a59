"""Whether memory stays flat: a line after every tenth of many plans.

Usage: ``python -m benchmarks.memory [PLANS]`` solves so many problems (10,000), small
and large ones in turn, and prints the resident memory of the process. It reads
``/proc``, so it needs Linux.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

from guide.solver.problem import Problem
from guide.solver.solve import solve, warm

EFFORT = 2000
"""Steps of a search: a short one uses as much memory as a long one."""

SIZES = (5, 12, 30, 70, 100)


def made(size: int, seed: int) -> Problem:
    """Make up a problem of four hours on a square of forty minutes."""
    random = Random(seed)
    places = [(random.randrange(1200), random.randrange(1200)) for _ in range(size + 2)]
    opens = [random.choice([0, 0, 3600, 9000]) for _ in range(size)]
    return Problem(
        scores=tuple(random.randint(1, 50) for _ in range(size)),
        visit_s=tuple(random.randrange(600, 2700, 300) for _ in range(size)),
        windows=tuple(((start, start + 9000),) for start in opens),
        travel_s=[[abs(a - c) + abs(b - d) for c, d in places] for a, b in places],
        depart_s=0,
        limit_s=4 * 3600,
    )


def resident_mb() -> float:
    """Return how much memory this process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def grown_mb(problems: Sequence[Problem], plans: int) -> float:
    """Solve so many problems, in turn, and return by how much memory grew."""
    before = resident_mb()
    for number in range(plans):
        solve(problems[number % len(problems)], seed=number, effort=EFFORT)
    return resident_mb() - before


def main(arguments: Sequence[str]) -> None:
    """Print how memory grows, tenth by tenth."""
    plans = int(arguments[0]) if arguments else 10_000
    problems = [made(size, seed) for seed in range(4) for size in SIZES]
    warm()
    print(f"{0:6} plans {resident_mb():7.1f} MB")
    for tenth in range(1, 11):
        grown_mb(problems, plans // 10)
        print(f"{tenth * plans // 10:6} plans {resident_mb():7.1f} MB", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
