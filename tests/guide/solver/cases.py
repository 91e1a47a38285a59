"""Problems for the tests: a plain one, and random ones with any wish."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from guide.solver.errors import Impossible
from guide.solver.problem import UNREACHABLE, Break, Problem
from guide.solver.solution import Route
from guide.solver.solve import solve

DECAYS = [(100, 50), (100, 80, 20), (100, 100, 0)]

ALWAYS = ((0, 100_000),)


def problem(scores: tuple[int, ...] = (5, 3, 4), **changes: Any) -> Problem:
    """Sites a minute from each other and from the start; two hours, always open."""
    size = len(scores)
    rows = range(size + 2)
    given: dict[str, Any] = {
        "scores": scores,
        "visit_s": (600,) * size,
        "windows": (ALWAYS,) * size,
        "travel_s": tuple(tuple(0 if a == b else 60 for b in rows) for a in rows),
        "depart_s": 0,
        "limit_s": 7200,
    }
    return Problem(**(given | changes))


def any_problem(seed: int, most: int = 9) -> Problem:
    """Draw a problem of up to ``most`` sites; every wish is there now and then."""
    random = Random(seed)
    size = random.randint(0, most)
    sites = range(size)
    base = random.choice([0, 28_800, 1_700_000_000])
    limit = random.randint(0, 9 * 25)
    tours = random.choice([1, 1, 1, 2]) if size < 7 else 1
    return Problem(
        scores=tuple(random.choice([0, 1, 2, 5, 10]) for _ in sites),
        visit_s=tuple(random.randint(0, 30) for _ in sites),
        windows=tuple(_windows(random, base, limit) for _ in sites),
        travel_s=_travel(random, size),
        depart_s=base,
        limit_s=limit,
        more_tours=((base + random.choice([0, 200, -50]), limit),) * (tours - 1),
        **_wishes(random, size, base, limit),
    )


def _windows(random: Random, base: int, limit: int) -> tuple[tuple[int, int], ...]:
    if random.random() < 0.4:
        return ((base - 1000, base + 1000),)
    times = sorted(
        random.randint(-20, limit + 40) for _ in range(random.choice([0, 2, 2, 4]))
    )
    pairs = zip(times[::2], times[1::2], strict=True)
    return tuple((base + a, base + b) for a, b in pairs)


def _travel(random: Random, size: int) -> tuple[tuple[int, ...], ...]:
    rows = range(size + 2)
    if random.random() < 0.5:
        points = [(random.randint(0, 20), random.randint(0, 20)) for _ in rows]
        return tuple(
            tuple(abs(a[0] - b[0]) + abs(a[1] - b[1]) for b in points) for a in points
        )
    ways = [*range(5, 40), UNREACHABLE]
    return tuple(
        tuple(0 if a == b else random.choice(ways) for b in rows) for a in rows
    )


def _wishes(random: Random, size: int, base: int, limit: int) -> dict[str, Any]:
    """Draw each wish that luck will have."""

    def some(share: float) -> tuple[int, ...]:
        return tuple(site for site in range(size) if random.random() < share)

    def one() -> int:
        return random.randrange(size)

    def labels(most: int) -> tuple[int, ...]:
        return tuple(random.randint(-1, most) for _ in range(size))

    wishes: list[tuple[float, Callable[[], dict[str, Any]]]] = [
        (0.3, lambda: {"never": frozenset(some(0.1))}),
        (0.3, lambda: {"must": frozenset(some(0.2))}),
        (0.15, lambda: {"first": one()}),
        (0.15, lambda: {"last": one()}),
        (0.15, lambda: {"at": ((one(), base + random.randint(0, limit)),)}),
        (0.3, lambda: {"before": ((one(), one()), (one(), one()))}),
        (0.2, lambda: {"max_stops": random.randint(0, 5)}),
        (0.3, lambda: {"kinds": labels(2), "max_of_kind": (random.randint(0, 3), 1)}),
        (0.3, lambda: {"themes": labels(1), "decay": random.choice(DECAYS)}),
        (0.2, lambda: {"max_walk_s": random.randint(0, limit)}),
        (0.2, lambda: {"breaks": (_rest(random, some(0.4), base, limit),)}),
    ]
    drawn: dict[str, Any] = {}
    for share, wish in wishes:
        if size > 0 and random.random() < share:
            drawn |= wish()
    return drawn


def _rest(random: Random, places: tuple[int, ...], base: int, limit: int) -> Break:
    earliest = base + random.randint(0, limit)
    return Break(
        places=places,
        pause_s=random.randint(0, 15),
        earliest_s=earliest,
        latest_s=earliest + 60,
    )


def likely_problem(seed: int) -> Problem:
    """Draw a problem of up to 8 sites whose wishes some walk meets, but for a rest.

    They describe the best walk of another visitor, who likes other sites.
    """
    random = Random(seed)
    drawn = any_problem(seed, most=8)
    plain = Problem(
        scores=drawn.scores,
        visit_s=drawn.visit_s,
        windows=drawn.windows,
        travel_s=_travel(random, drawn.size),
        depart_s=drawn.depart_s,
        limit_s=drawn.limit_s + 100,
        more_tours=drawn.more_tours,
    )
    others = tuple(random.randint(0, 9) for _ in range(plain.size))
    try:
        routes = solve(replace(plain, scores=others)).routes
    except Impossible:
        return plain
    return replace(plain, **_met_by(random, plain, routes))


def _met_by(
    random: Random, plain: Problem, routes: tuple[Route, ...]
) -> dict[str, Any]:
    """Draw wishes that some routes meet."""
    begins = [pair for r in routes for pair in zip(r.stops, r.begin_s, strict=True)]
    stops = [stop for stop, _ in begins]
    sites = range(plain.size)
    kinds = tuple(random.randint(-1, 1) for _ in sites)
    most = [max(sum(kinds[s] == k for s in r.stops) for r in routes) for k in (0, 1)]
    base, limit = plain.depart_s, plain.limit_s
    rest = Break(
        places=tuple(site for site in sites if random.random() < 0.5),
        pause_s=random.randint(0, 9),
        earliest_s=base + random.randint(0, limit // 2),
        latest_s=base + limit,
    )
    wishes: list[dict[str, Any]] = [
        {"never": frozenset(s for s in sites if s not in stops and s % 2)},
        {"max_stops": max(len(r.stops) for r in routes)},
        {"max_walk_s": max(r.walk_s for r in routes)},
        {"kinds": kinds, "max_of_kind": tuple(most)},
        {"themes": kinds, "decay": random.choice(DECAYS)},
        {"breaks": (rest,)},
    ]
    if routes[0].stops and routes[-1].stops:
        wishes += [
            {"must": frozenset(random.sample(stops, min(2, len(stops))))},
            {"first": stops[0]},
            {"last": stops[-1]},
            {"at": (random.choice(begins),)},
            {"before": tuple(zip(routes[0].stops, routes[0].stops[1:], strict=False))},
        ]
    drawn: dict[str, Any] = {}
    for wish in wishes:
        if random.random() < 0.35:
            drawn |= wish
    return drawn
