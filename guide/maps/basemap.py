"""The streets as the browser draws them: lines by class, and where names go."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import atan2, cos, degrees, hypot, radians
from typing import Any

from guide.streets.pack import Pack, Street
from sites.position import Position

METRES_A_DEGREE = 111_000

BEND_DEGREES = 12.0
"""A name follows a street only as long as it is straight to the eye."""

Run = tuple[Position, Position]


def base_map(pack: Pack) -> dict[str, Any]:
    """Return what ``map.js`` draws: lines by kind of street, labels, attribution.

    A label has a name, latitude, longitude, the angle of its street in degrees
    (clockwise, never upside down) and the metres of straight street that it may use.
    """
    lines: dict[str, list[list[list[float]]]] = defaultdict(list)
    for street in pack.streets:
        lines[street.kind].append([_short(point) for point in street.line])
    return {
        "attribution": pack.attribution,
        "lines": lines,
        "labels": sorted(_labels(pack.streets), key=lambda label: -label["metres"]),
    }


def _labels(streets: Iterable[Street]) -> Iterator[dict[str, Any]]:
    """Put each name on the straight runs of its streets."""
    named: dict[str, list[Street]] = defaultdict(list)
    for street in streets:
        if street.name:
            named[street.name].append(street)
    for name, parts in named.items():
        for start, end in _straight_runs(parts):
            yield _label(name, start, end)


def _straight_runs(parts: list[Street]) -> Iterator[Run]:
    """Join pieces that meet end to end while they hold their direction."""
    runs = dict(enumerate((part.line[0], part.line[-1]) for part in parts))
    at: dict[Position, list[int]] = defaultdict(list)
    for number, ends in runs.items():
        for end in ends:
            at[end].append(number)
    for number in range(len(parts)):
        if run := runs.pop(number, None):
            while further := _further(run, runs, at):
                taken, run = further
                del runs[taken]
            yield run


def _further(
    run: Run, runs: Mapping[int, Run], at: Mapping[Position, list[int]]
) -> tuple[int, Run] | None:
    """Return the first of the runs that goes on with one, and both joined."""
    # Whoever holds its direction meets it at an end: a town has thousands that do not.
    near = sorted({number for end in run for number in at[end]} & runs.keys())
    for number in near:
        if joined := _joined(run, runs[number]):
            return number, joined
    return None


def _joined(one: Run, two: Run) -> Run | None:
    """Return the run that two runs make together; None where they do not."""
    for (a, b), (c, d) in ((one, two), (one, two[::-1]), (two, one), (one[::-1], two)):
        if b == c:
            turn = abs(_bearing(a, b) - _bearing(c, d)) % 360
            if min(turn, 360 - turn) <= BEND_DEGREES:
                return a, d
    return None


def _bearing(a: Position, b: Position) -> float:
    east, south = _offset(a, b)
    return degrees(atan2(south, east))


def _offset(a: Position, b: Position) -> tuple[float, float]:
    """Return the metres east and south from one position to another."""
    return (
        (b.lon - a.lon) * cos(radians(a.lat)) * METRES_A_DEGREE,
        (a.lat - b.lat) * METRES_A_DEGREE,
    )


def _label(name: str, start: Position, end: Position) -> dict[str, Any]:
    angle = _bearing(start, end)
    if not -90 <= angle < 90:
        angle -= 180 if angle > 0 else -180
    middle = Position((start.lat + end.lat) / 2, (start.lon + end.lon) / 2)
    lat, lon = _short(middle)
    return {
        "name": name,
        "lat": lat,
        "lon": lon,
        "angle": round(angle, 1),
        "metres": round(hypot(*_offset(start, end))),
    }


def _short(position: Position) -> list[float]:
    """Five decimals are a metre: enough for the eye, half the bytes."""
    return [round(position.lat, 5), round(position.lon, 5)]
