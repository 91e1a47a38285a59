"""The search beside the libraries that people use, on the same instances and times.

Usage: ``python -m benchmarks.solver_peers FILE… --best FILE.csv --ms 1000`` prints a
table of mean gaps to the best known scores. It needs ``pyvrp``, ``pyvroom`` and
``ortools``, which the project itself does not.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.optw import Instance, check, gaps, load, matrix, run

Solver = Callable[[Instance, float], list[int]]

PRIZE = 1_000_000
"""What a point of score is worth to a library that minimises distance."""

SMALL_PRIZE = 1_000
"""The same for PyVRP, whose penalties for lateness must be able to exceed it."""


def ours(instance: Instance, ms: float) -> list[int]:
    """Search with the project's own solver."""
    route = run(instance, ms, 1)["route"]
    return list(route) if isinstance(route, list) else []


def pyvrp(instance: Instance, ms: float) -> list[int]:
    """Search with PyVRP: optional clients with prizes above any distance."""
    from pyvrp import Model  # noqa: PLC0415 - each library only where it is asked for
    from pyvrp.stop import MaxRuntime  # noqa: PLC0415

    model, unit = Model(), instance.unit
    start, *sites = instance.points
    places = [model.add_location(x=site.x, y=site.y) for site in [*sites, start]]
    model.add_depot(places[-1])
    model.add_vehicle_type(1, tw_early=0, tw_late=round(start.closes * unit))
    for place, site in zip(places[:-1], sites, strict=True):
        model.add_client(
            place,
            service_duration=round(site.visit * unit),
            tw_early=round(site.opens * unit),
            tw_late=round(site.closes * unit),
            prize=round(site.score) * SMALL_PRIZE,
            required=False,
        )
    ways = matrix(instance)
    for i, one in enumerate(places):
        for j, other in enumerate(places):
            way = int(ways[i, j])
            if i != j:
                model.add_edge(one, other, distance=way, duration=way)
    result = model.solve(MaxRuntime(ms / 1000), seed=1, display=False)
    if not result.is_feasible():
        return []
    routes = result.best.routes()
    visits = [visit for route in routes for visit in route if visit.is_client()]
    return [visit.idx + 1 for visit in visits]


def vroom(instance: Instance, ms: float) -> list[int]:
    """Search with VROOM: scores as priorities, up to 100."""
    from datetime import timedelta  # noqa: PLC0415

    import vroom as library  # type: ignore[import-untyped]  # noqa: PLC0415

    start, *sites = instance.points
    unit, problem = instance.unit, library.Input()
    ways = matrix(instance)[:-1, :-1]
    problem.set_durations_matrix(profile="car", matrix_input=ways.astype("uint32"))
    end = len(sites)
    window = library.TimeWindow(0, round(start.closes * unit))
    problem.add_vehicle(library.Vehicle(1, start=end, end=end, time_window=window))
    most = max(site.score for site in sites)
    problem.add_job(
        [
            library.Job(
                number + 1,
                location=number,
                default_service=round(site.visit * unit),
                priority=round(100 * site.score / most),
                time_windows=[
                    library.TimeWindow(
                        round(site.opens * unit), round(site.closes * unit)
                    )
                ],
            )
            for number, site in enumerate(sites)
        ]
    )
    solution = problem.solve(
        exploration_level=5, nb_threads=1, timeout=timedelta(milliseconds=ms)
    )
    rows = solution.routes
    return [int(number) for number in rows[rows["type"] == "job"]["id"]]


def ortools(instance: Instance, ms: float) -> list[int]:
    """Search with OR-Tools' routing library: a penalty for what is left out."""
    from ortools.constraint_solver import (  # type: ignore[import-untyped] # noqa: PLC0415
        pywrapcp,
    )
    from ortools.constraint_solver import routing_enums_pb2 as enums  # noqa: PLC0415

    start, *sites = instance.points
    unit, end = instance.unit, len(sites)
    ways = matrix(instance).tolist()
    manager = pywrapcp.RoutingIndexManager(end + 1, 1, end)
    routing = pywrapcp.RoutingModel(manager)

    def took(one: int, other: int) -> int:
        node, following = manager.IndexToNode(one), manager.IndexToNode(other)
        stay = 0 if node == end else round(sites[node].visit * unit)
        return int(ways[node][following]) + stay

    transit = routing.RegisterTransitCallback(took)
    routing.SetArcCostEvaluatorOfAllVehicles(transit)
    limit = round(start.closes * unit)
    routing.AddDimension(transit, limit, limit, True, "time")  # noqa: FBT003 - theirs
    time = routing.GetDimensionOrDie("time")
    for number, site in enumerate(sites):
        at = manager.NodeToIndex(number)
        time.CumulVar(at).SetRange(round(site.opens * unit), round(site.closes * unit))
        routing.AddDisjunction([at], round(site.score) * PRIZE)
    options = pywrapcp.DefaultRoutingSearchParameters()
    options.local_search_metaheuristic = (
        enums.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    )
    options.time_limit.FromMilliseconds(round(ms))
    answer = routing.SolveWithParameters(options)
    route, at = [], routing.Start(0)
    while answer and not routing.IsEnd(at):
        if manager.IndexToNode(at) != end:
            route.append(manager.IndexToNode(at) + 1)
        at = answer.Value(routing.NextVar(at))
    return route


SOLVERS: dict[str, Solver] = {
    "ours": ours,
    "PyVRP": pyvrp,
    "VROOM": vroom,
    "OR-Tools routing": ortools,
}


def measure(solver: Solver, files: Sequence[Path], ms: float, best: Path) -> str:
    """Solve every file, and give a row of the table."""
    results: list[dict[str, object]] = []
    begin = perf_counter()
    for path in files:
        instance = load(path)
        score = check(instance, [solver(instance, ms)])
        results.append({"instance": instance.name, "score": score})
    took = (perf_counter() - begin) / len(files)
    missed = gaps(results, best)
    mean, worst = sum(missed) / len(missed), max(missed)
    return f"{mean:.2f} | {worst:.1f} | {took * 1000:.0f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, print the table."""
    parser = argparse.ArgumentParser(description="Compare with other solvers.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--best", type=Path, required=True)
    parser.add_argument("--ms", type=float, nargs="+", default=[100, 1000])
    parser.add_argument("--only", nargs="+", choices=list(SOLVERS))
    options = parser.parse_args(arguments)
    ours(load(options.files[0]), 50)  # load the compiled parts
    head = "| solver | limit ms | mean gap % | worst gap % | took ms |"
    sys.stdout.write(head + "\n|---|---|---|---|---|\n")
    for ms in options.ms:
        for name in options.only or SOLVERS:
            row = measure(SOLVERS[name], options.files, ms, options.best)
            sys.stdout.write(f"| {name} | {ms:.0f} | {row} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
