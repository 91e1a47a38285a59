"""Questions for rotations: seeded ones, and what any answer has to obey."""

import random
from collections.abc import Iterator
from itertools import pairwise

from guide.trips.serial import Rota, Rotation, Round

SHAPES = ((2, 3), (3, 2), (2, 2), (4, 2), (1, 4), (2, 4), (3, 3))
"""So many groups and stops: few enough to try everything."""


def rota(**changes: object) -> Rota:
    """Two groups of 20, two stops that hold one of them, five minutes apart."""
    values: dict[str, object] = {
        "sizes": (20, 20),
        "holds": (30, 30),
        "visit": (20, 20),
        "travel": apart(2, 5),
        "open": (((0, 300),), ((0, 300),)),
        "limit": 300,
    }
    return Rota(**values | changes)  # type: ignore[arg-type]


def apart(stops: int, minutes: int) -> tuple[tuple[int, ...], ...]:
    """Return a matrix in which everything is as far apart."""
    places = range(stops + 2)
    return tuple(tuple(minutes * (a != b) for b in places) for a in places)


def seeded(seed: int) -> Rota:
    """Make up a question: sizes, room, times, and hours with breaks in them."""
    dice = random.Random(seed)
    groups, stops = SHAPES[seed % len(SHAPES)]
    sizes = tuple(dice.randint(10, 30) for _group in range(groups))
    places = [(dice.randint(0, 12), dice.randint(0, 12)) for _place in range(stops + 2)]
    travel = tuple(tuple(abs(a - c) + abs(b - d) for c, d in places) for a, b in places)
    return Rota(
        sizes=sizes,
        holds=tuple(dice.randint(28, 65) for _stop in range(stops)),
        visit=tuple(dice.randint(5, 25) for _stop in range(stops)),
        travel=travel,
        open=tuple(_hours(dice) for _stop in range(stops)),
        limit=dice.choice((90, 140, 200, 260)),
    )


def _hours(dice: random.Random) -> tuple[tuple[int, int], ...]:
    if dice.random() < 0.6:
        return ((0, 400),)
    noon = dice.randint(30, 80)
    return ((dice.randint(0, 15), noon), (noon + dice.randint(5, 30), 400))


def faults(asked: Rota, found: Rotation) -> list[str]:
    """List everything in which an answer does not obey the question."""
    rounds = enumerate(found.rounds)
    wrong = [f"group {group} {fault}" for group, r in rounds for fault in _of(asked, r)]
    return wrong + fullness(asked, found)


def _of(asked: Rota, one: Round) -> Iterator[str]:
    last = len(asked.holds)
    if sorted(visit.stop for visit in one.visits) != list(range(last)):
        yield "does not see every stop once"
    here, now = last, one.depart
    for visit in one.visits:
        walk = asked.walk(here, visit.stop)
        if walk is None or visit.arrive != now + walk or visit.enter < visit.arrive:
            yield f"is at stop {visit.stop} too early"
        inside = (visit.enter, visit.leave)
        if not any(o <= inside[0] <= inside[1] <= c for o, c in asked.open[visit.stop]):
            yield f"finds stop {visit.stop} shut"
        if visit.leave - visit.enter != asked.visit[visit.stop]:
            yield "stays too long or too short"
        here, now = visit.stop, visit.leave
    if one.back != now + (asked.walk(here, last) or 0) or one.back > asked.limit:
        yield "is not at the end in time"
    if one.depart < 0:
        yield "leaves too early"


def fullness(asked: Rota, found: Rotation) -> list[str]:
    """List every minute at which a stop holds more people than it can."""
    wrong = []
    for stop, held in enumerate(asked.holds):
        inside = [
            (visit.enter, visit.leave, size)
            for one, size in zip(found.rounds, asked.sizes, strict=True)
            for visit in one.visits
            if visit.stop == stop
        ]
        for minute in range(found.total + 1):
            people = sum(
                size for enter, leave, size in inside if enter <= minute < leave
            )
            if people > held:
                wrong.append(f"stop {stop} holds {people} at minute {minute}")
    return wrong


def longest_without_toilet(asked: Rota, found: Rotation) -> int:
    """Return the longest time that a group is without a toilet."""
    gaps = []
    for one in found.rounds:
        at = [one.depart]
        at += [visit.enter for visit in one.visits if visit.stop in asked.toilets]
        gaps += [b - a for a, b in pairwise([*at, one.back])]
    return max(gaps)


def exhaustive(asked: Rota) -> int | None:
    """Try everything, with none of the code under test: when is the last group back?

    Every order of all visits of all groups, each as early as what was placed before it
    lets it be. Where to be earlier is never worse, one of these is best.
    """
    if any(max(asked.sizes) > held for held in asked.holds):
        return None
    stops = frozenset(range(len(asked.holds)))
    best = _Everything(asked).best(((len(stops), 0, stops),) * len(asked.sizes))
    return best if best <= asked.limit else None


State = tuple[tuple[int, int, frozenset[int]], ...]
"""Of each group: where it is, since when, and what it has not seen."""


class _Everything:
    """All ways to place the visits; what cannot beat the best so far is left."""

    def __init__(self, asked: Rota) -> None:
        self._asked = asked
        self._best = asked.limit + 1
        self._placed: list[list[tuple[int, int]]] = [[] for _stop in asked.holds]

    def best(self, state: State) -> int:
        bound = max(map(self._bound, state))
        if bound >= self._best:
            return self._best
        if not any(left for _here, _now, left in state):
            self._best = bound
        for group, (_here, _now, left) in enumerate(state):
            for stop in sorted(left):
                self._place(state, group, stop)
        return self._best

    def _bound(self, one: tuple[int, int, frozenset[int]]) -> int:
        _here, now, left = one
        ends = [self._walk(stop, len(self._asked.holds)) for stop in left]
        return now + sum(self._asked.visit[s] for s in left) + min(ends, default=0)

    def _walk(self, a: int, b: int) -> int:
        return self._asked.walk(a, b) or 0

    def _place(self, state: State, group: int, stop: int) -> None:
        here, now, left = state[group]
        size, minute = self._asked.sizes[group], now + self._walk(here, stop)
        while minute < self._best and not self._is_room(stop, minute, size):
            minute += 1
        if minute >= self._best:
            return
        self._placed[stop].append((minute, size))
        after, leave = left - {stop}, minute + self._asked.visit[stop]
        back = 0 if after else self._walk(stop, len(self._asked.holds))
        self.best((*state[:group], (stop, leave + back, after), *state[group + 1 :]))
        self._placed[stop].pop()

    def _is_room(self, stop: int, minute: int, size: int) -> bool:
        asked = self._asked
        leave = minute + asked.visit[stop]
        if not any(o <= minute and leave <= c for o, c in asked.open[stop]):
            return False
        return all(
            size
            + sum(n for e, n in self._placed[stop] if e <= m < e + asked.visit[stop])
            <= asked.holds[stop]
            for m in range(minute, leave)
        )
