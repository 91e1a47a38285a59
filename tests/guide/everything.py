"""Random walks through the small town, and the best answer to each by trying it all.

Nothing here uses the solver, the street graph or the reader of opening hours: distances
are counted in paces of 20 m on a lattice, and doors open at the minutes drawn here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from math import inf
from random import Random

import networkx as nx

from guide.no_tour import DoesNotFit, EndTooFar
from guide.pace import PACES
from guide.request import TourRequest
from guide.tour import Stop, Tour
from sites.hours import UNKNOWN, Hours
from sites.model import Kind, Site
from tests.guide.factories import at, on, request, temple, walk

Spot = tuple[int, int]
"""Metres east and north of the corner, on a street, in multiples of ``PACE_M``."""

Doors = tuple[tuple[int, int], ...]
"""From which to which minute of the day one may be inside."""

PACE_M = 20
SIDE_M = 300
ISLAND = (1060, 0)
ALL_DAY: Doors = ((0, 24 * 60),)
MOST_SITES = 12


def _lattice() -> dict[Spot, dict[Spot, int]]:
    """Count the paces from each spot of the town to each other one."""
    streets: nx.Graph[Spot] = nx.Graph()
    for along in range(0, SIDE_M, PACE_M):
        for across in range(0, SIDE_M + 1, 100):
            streets.add_edge((along, across), (along + PACE_M, across))
            streets.add_edge((across, along), (across, along + PACE_M))
    return dict(nx.all_pairs_shortest_path_length(streets))


PACES_BETWEEN = _lattice()


@dataclass(frozen=True)
class Case:
    """A question, and what its answer has to obey."""

    asked: TourRequest
    start: Spot
    end: Spot
    sites: tuple[Site, ...]
    spots: tuple[Spot, ...]
    doors: tuple[Doors, ...]

    def walk_s(self, a: Spot, b: Spot) -> float:
        paces = PACES_BETWEEN.get(a, {}).get(b, inf)
        seconds = paces * PACE_M / self.asked.pace.m_per_s
        return seconds if seconds == inf else round(seconds)

    def worth(self, site: Site) -> int:
        liked = not self.asked.likes or site.kind in self.asked.likes
        return site.interest * (10 if liked else 1)


@cache
def case(seed: int) -> Case:
    """Draw a case; the same seed draws the same one."""
    draw = Random(seed)
    count = draw.randint(0, MOST_SITES)
    spots = tuple(_spot(draw) for _ in range(count))
    doors = tuple(_doors(draw) for _ in range(count))
    sites = tuple(
        _site(draw, number, *drawn)
        for number, drawn in enumerate(zip(spots, doors, strict=True))
    )
    start, end = _street_spot(draw), _street_spot(draw)
    round_trip = draw.random() < 0.5
    reachable = [s.slug for s, spot in zip(sites, spots, strict=True) if spot != ISLAND]
    must = draw.sample(reachable, min(len(reachable), draw.choice([0, 0, 0, 1, 2])))
    asked = request(
        on(*start),
        end=None if round_trip else on(*end),
        depart=at(draw.choice(["07:30", "08:00", "08:20"])),
        minutes=draw.randint(20, 180),
        pace=draw.choice(list(PACES.values())),
        likes=frozenset(draw.sample(list(Kind), draw.choice([0, 1, 2]))),
        must=tuple(must),
    )
    return Case(asked, start, start if round_trip else end, sites, spots, doors)


def _street_spot(draw: Random) -> Spot:
    along = PACE_M * draw.randint(0, SIDE_M // PACE_M)
    across = 100 * draw.randint(0, 3)
    return (along, across) if draw.random() < 0.5 else (across, along)


def _spot(draw: Random) -> Spot:
    return ISLAND if draw.random() < 0.05 else _street_spot(draw)


def _doors(draw: Random) -> Doors:
    if draw.random() < 0.4:
        return draw.choice([ALL_DAY, ALL_DAY, ()])
    times = sorted(draw.sample(range(7 * 60, 11 * 60, 5), draw.choice([2, 4])))
    return tuple(zip(times[::2], times[1::2], strict=True))


def _site(draw: Random, number: int, spot: Spot, doors: Doors) -> Site:
    spans = ",".join(f"{_clock(opens)}-{_clock(closes)}" for opens, closes in doors)
    hours = Hours(rule=spans or "off")
    return temple(
        f"s{number}",
        on(*spot),
        visit=timedelta(minutes=draw.choice([5, 10, 15, 20, 30])),
        interest=draw.randint(1, 5),
        kind=draw.choice(list(Kind)),
        hours=UNKNOWN if doors == ALL_DAY and draw.random() < 0.5 else hours,
    )


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


@cache
def answer(seed: int) -> Tour | None:
    """Let the planner answer a case; None where it finds no walk at all."""
    drawn = case(seed)
    try:
        return walk(drawn.asked, *drawn.sites)
    except (DoesNotFit, EndTooFar):
        return None


def answers(seeds: Iterable[int]) -> Iterator[tuple[Case, Tour]]:
    """Go through the cases that can be walked."""
    for seed in seeds:
        tour = answer(seed)
        if tour:
            yield case(seed), tour


def best(drawn: Case) -> tuple[int, int] | None:
    """Try every order of every choice of sites: (score, seconds to the end).

    Whoever has seen the same sites and stands at the same one, only later, has nothing
    ahead that the earlier one has not.
    """
    limit = drawn.asked.minutes * 60
    must = {n for n, site in enumerate(drawn.sites) if site.slug in drawn.asked.must}
    found: list[tuple[int, float]] = []
    earliest: dict[tuple[frozenset[int], Spot], float] = {}
    todo: list[tuple[frozenset[int], Spot, float, int]] = [
        (frozenset(), drawn.start, 0, 0)
    ]
    while todo:
        seen, here, now, score = todo.pop()
        if earliest.get((seen, here), inf) <= now:
            continue
        earliest[seen, here] = now
        end = now + drawn.walk_s(here, drawn.end)
        if must <= seen and end <= limit:
            found.append((score, -end))
        for number in {*range(len(drawn.sites))} - seen:
            leave = _leave(drawn, number, now + drawn.walk_s(here, drawn.spots[number]))
            if leave <= limit:
                worth = score + drawn.worth(drawn.sites[number])
                todo.append((seen | {number}, drawn.spots[number], leave, worth))
    if not found:
        return None
    score, end = max(found)
    return score, int(-end)


def _leave(drawn: Case, number: int, arrive: float) -> float:
    """Tell when a visit is over that is reached after so many seconds; inf if never."""
    depart = drawn.asked.depart
    left = depart.hour * 3600 + depart.minute * 60
    visit = drawn.sites[number].visit.total_seconds()
    for opens, closes in drawn.doors[number]:
        leave = max(arrive, opens * 60 - left) + visit
        if leave <= closes * 60 - left:
            return leave
    return inf


def is_inside(drawn: Case, stop: Stop) -> bool:
    """Say whether a visit lies between two doors, and lasts as long as it should."""
    doors = drawn.doors[drawn.sites.index(stop.site)]
    midnight = drawn.asked.depart.replace(hour=0, minute=0)
    enter, leave = (
        (moment - midnight).total_seconds() / 60 for moment in (stop.enter, stop.leave)
    )
    return (
        stop.arrive <= stop.enter
        and stop.leave - stop.enter == stop.site.visit
        and any(opens <= enter and leave <= closes for opens, closes in doors)
    )
