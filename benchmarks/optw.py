"""Solve instances of the literature, and check the answers independently.

Usage: ``python -m benchmarks.optw FILE… --ms 100 --seed 1`` prints a line of JSON for
each file: the instance, the score, the route and the milliseconds it took. With
``--tours M`` it is the team problem: M tours that share no stop, and ``route`` is a
list of lists. With ``--best FILE.csv`` (columns instance and best_known) it also sums
up the gaps.

The files are in the format of KU Leuven for the (team) orienteering problem with time
windows: https://www.mech.kuleuven.be/en/cib/op.
"""

import argparse
import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, hypot
from pathlib import Path
from time import perf_counter

import numpy as np
import numpy.typing as npt

from guide.solver.model import build
from guide.solver.problem import Problem
from guide.solver.search import best_within
from guide.solver.timetable import split


@dataclass(frozen=True, slots=True)
class Point:
    """A line of an instance: a place, how long a visit takes, its worth, its window."""

    x: float
    y: float
    visit: float
    score: float
    opens: float
    closes: float


@dataclass(frozen=True, slots=True)
class Instance:
    """A file: the first point is start and end; distances have so many decimals."""

    name: str
    points: tuple[Point, ...]
    decimals: int

    @property
    def unit(self) -> int:
        """How many of the solver's seconds one unit of time is."""
        return int(10**self.decimals)

    def distance(self, one: Point, other: Point) -> float:
        """Measure as the literature does: straight, the further decimals cut off."""
        exact = hypot(one.x - other.x, one.y - other.y) * self.unit
        return floor(exact + 1e-9) / self.unit


def load(path: Path) -> Instance:
    """Read an instance."""
    rows = [line.split() for line in path.read_text().splitlines() if line.strip()]
    points = []
    for row in rows[2:]:
        x, y, visit, score = (float(text) for text in row[1:5])
        points.append(Point(x, y, visit, score, float(row[-2]), float(row[-1])))
    name = path.stem
    return Instance(name, tuple(points), 2 if name.startswith("pr") else 1)


def matrix(instance: Instance) -> npt.NDArray[np.int64]:
    """Measure from everywhere to everywhere; the start and the end come last."""
    start, *sites = instance.points
    order = [*sites, start, start]
    unit = instance.unit
    return np.array(
        [[round(instance.distance(a, b) * unit) for b in order] for a in order],
        dtype=np.int64,
    )


def problem_of(instance: Instance, tours: int = 1) -> Problem:
    """Ask the solver for the best tours of an instance, all within the same hours."""
    start, *sites = instance.points
    unit = instance.unit
    hours = (0, round(start.closes * unit))
    return Problem(
        scores=tuple(round(site.score) for site in sites),
        visit_s=tuple(round(site.visit * unit) for site in sites),
        windows=tuple(
            ((round(site.opens * unit), round(site.closes * unit)),) for site in sites
        ),
        travel_s=matrix(instance),
        depart_s=hours[0],
        limit_s=hours[1],
        more_tours=(hours,) * (tours - 1),
    )


def check(instance: Instance, routes: Sequence[Sequence[int]]) -> float:
    """Walk some routes (points by number, from 1) and add up their scores.

    Knows nothing of the solver, nor of its matrix.

    Raises:
        ValueError: a point is visited twice, too late, or the end is missed.
    """
    visits = [number for route in routes for number in route]
    if len(set(visits)) != len(visits) or not set(visits) <= set(
        range(1, len(instance.points))
    ):
        raise ValueError("a point is visited twice, or is none")
    return sum(_walked(instance, route) for route in routes)


def _walked(instance: Instance, route: Sequence[int]) -> float:
    here, now, score = instance.points[0], 0.0, 0.0
    for number in route:
        point = instance.points[number]
        now = max(now + instance.distance(here, point), point.opens)
        if now > point.closes + 1e-6:
            raise ValueError(f"point {number} is reached at {now}: too late")
        here, now, score = point, now + point.visit, score + point.score
    start = instance.points[0]
    if now + instance.distance(here, start) > start.closes + 1e-6:
        raise ValueError("the end is reached too late")
    return score


def run(instance: Instance, ms: float, seed: int, tours: int = 1) -> dict[str, object]:
    """Solve an instance within so many milliseconds, the making of arrays included."""
    problem = problem_of(instance, tours)
    begin = perf_counter()
    case = build(problem)
    order = best_within(case, seed, begin + ms / 1000)
    took = (perf_counter() - begin) * 1000
    routes = [
        [case.nodes[node].site + 1 for node in tour] for tour in split(case, order)
    ]
    return {
        "instance": instance.name,
        "score": check(instance, routes),
        "route": routes[0] if tours == 1 else routes,
        "ms": round(took, 1),
    }


def gaps(results: Sequence[dict[str, object]], best: Path) -> list[float]:
    """Compare results with the best known scores: percents missed."""
    with best.open() as lines:
        known = {
            row["instance"]: float(row["best_known"]) for row in csv.DictReader(lines)
        }
    return [
        100 * (1 - float(str(result["score"])) / known[str(result["instance"])])
        for result in results
        if result["instance"] in known
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, print a line for each file."""
    parser = argparse.ArgumentParser(description="Solve OPTW instances.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--ms", type=float, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tours", type=int, default=1, help="so many, as a team")
    parser.add_argument("--best", type=Path, help="a table of best known scores")
    options = parser.parse_args(arguments)
    instances = [load(path) for path in options.files]
    run(instances[0], 50, 0)  # load the compiled parts
    results = []
    for instance in instances:
        results.append(run(instance, options.ms, options.seed, options.tours))
        sys.stdout.write(json.dumps(results[-1]) + "\n")
    if options.best:
        missed = gaps(results, options.best)
        mean = sum(missed) / max(1, len(missed))
        sys.stderr.write(f"mean gap {mean:.2f} % over {len(missed)} instances\n")


if __name__ == "__main__":
    main()
