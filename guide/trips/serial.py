"""What a rotation is, in numbers; and a quick one: group after group, first come."""

from dataclasses import dataclass
from itertools import count

Minutes = int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rota:
    """Groups and stops as numbers: what a rotation is asked for.

    Args:
        sizes: how many people each group has.
        holds: how many people each stop holds at once.
        visit: how many minutes a visit takes, by stop.
        travel: minutes from place to place; after the stops come the start and the end.
            None where no street leads.
        open: from when to when each stop is open, in order.
        limit: when all must be at the end.
        toilets: the stops with a toilet.
        toilet_every: no group goes longer without one; None where nobody asked.
    """

    sizes: tuple[int, ...]
    holds: tuple[int, ...]
    visit: tuple[Minutes, ...]
    travel: tuple[tuple[Minutes | None, ...], ...]
    open: tuple[tuple[tuple[Minutes, Minutes], ...], ...]
    limit: Minutes
    toilets: frozenset[int] = frozenset()
    toilet_every: Minutes | None = None

    def walk(self, a: int, b: int) -> Minutes | None:
        """Return the minutes between stops; the number of stops is start and end."""
        last = len(self.holds)
        return self.travel[a][last + 1 if b == last else b]

    @property
    def longest(self) -> Minutes:
        """A time within which any rotation that there is can be over."""
        walks = sum(max(filter(None, row), default=0) for row in self.travel)
        alone = sum(self.visit) + walks
        opens = max((spans[-1][1] for spans in self.open if spans), default=0)
        return max(self.limit, opens) + alone * (len(self.sizes) + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One group at one stop."""

    stop: int
    arrive: Minutes
    enter: Minutes
    leave: Minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One group from its start to its end."""

    depart: Minutes
    visits: tuple[Visit, ...]
    back: Minutes

    def entering(self, stop: int) -> Minutes:
        """Return when the group enters a stop."""
        return next(visit.enter for visit in self.visits if visit.stop == stop)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """All groups; ``proven`` says that no rotation is over earlier."""

    rounds: tuple[Round, ...]
    proven: bool = False

    @property
    def total(self) -> Minutes:
        """When the last group is at the end."""
        return max(one.back for one in self.rounds)


def too_slow(rota: Rota) -> tuple[int, ...]:
    """List the stops at which alone the groups, one after the other, take too long."""
    last = len(rota.holds)
    ends = [(rota.walk(last, s) or 0) + (rota.walk(s, last) or 0) for s in range(last)]
    return tuple(s for s in range(last) if ends[s] + busy(rota, s) > rota.limit)


def busy(rota: Rota, stop: int) -> Minutes:
    """Return how long a stop is busy, at the least, until all have been there."""
    at_once = max(1, rota.holds[stop] // min(rota.sizes))
    return -(-len(rota.sizes) // at_once) * rota.visit[stop]


def quick(rota: Rota) -> Rotation | None:
    """Lead one group after the other, each in the order in which it is back first.

    Of the orders, those are tried that begin at each stop and go on to the nearest.

    Returns:
        A rotation that keeps all limits but the one on toilets; None where this way of
        looking finds none.
    """
    if rota.toilet_every is not None:
        return None
    orders = [_from(rota, first) for first in range(len(rota.holds))]
    taken: list[list[tuple[Minutes, int]]] = [[] for _stop in rota.holds]
    rounds = []
    for size in rota.sizes:
        walked = [_walked(rota, order, size, taken) for order in orders if order]
        found = [one for one in walked if one]
        if not found:
            return None
        best = min(found, key=lambda one: one.back)
        for visit in best.visits:
            taken[visit.stop].append((visit.enter, size))
        rounds.append(best)
    return Rotation(rounds=tuple(rounds))


def _from(rota: Rota, first: int) -> list[int]:
    """Return an order that begins with a stop and goes on to the nearest one left."""
    order, left = [first], set(range(len(rota.holds))) - {first}
    while left:
        near = [(m, s) for s in left if (m := rota.walk(order[-1], s)) is not None]
        if not near:
            return []
        order.append(min(near)[1])
        left.remove(order[-1])
    return order


def _walked(
    rota: Rota, order: list[int], size: int, taken: list[list[tuple[Minutes, int]]]
) -> Round | None:
    here, now, depart = len(rota.holds), 0, 0
    visits: list[Visit] = []
    for stop in order:
        walk = rota.walk(here, stop)
        if walk is None:
            return None
        enter = first_free(rota, stop, now + walk, (size, taken[stop]))
        if enter is None:
            return None
        depart = depart if visits else enter - walk
        arrive = now + walk if visits else enter
        now = enter + rota.visit[stop]
        visits.append(Visit(stop=stop, arrive=arrive, enter=enter, leave=now))
        here = stop
    walk = rota.walk(here, len(rota.holds))
    if walk is None or now + walk > rota.limit:
        return None
    return Round(depart=depart, visits=tuple(visits), back=now + walk)


def first_free(
    rota: Rota,
    stop: int,
    earliest: Minutes,
    of: tuple[int, list[tuple[Minutes, int]]],
) -> Minutes | None:
    """Return the first minute at which a group may enter a stop.

    Args:
        rota: what is asked for.
        stop: where to.
        earliest: when the group is there.
        of: the size of the group, and who else enters the stop when, with their sizes.
    """
    size, others = of
    for minute in count(earliest):
        if minute + rota.visit[stop] > rota.limit:
            return None
        if _is_open(rota, stop, minute) and _has_room(
            rota, stop, minute, (size, others)
        ):
            return minute
    return None


def _is_open(rota: Rota, stop: int, minute: Minutes) -> bool:
    leave = minute + rota.visit[stop]
    return any(opens <= minute and leave <= closes for opens, closes in rota.open[stop])


def _has_room(
    rota: Rota, stop: int, minute: Minutes, of: tuple[int, list[tuple[Minutes, int]]]
) -> bool:
    size, others = of
    visit = rota.visit[stop]
    at = [
        minute,
        *(enter for enter, _size in others if minute < enter < minute + visit),
    ]
    return all(
        size + sum(n for enter, n in others if enter <= moment < enter + visit)
        <= rota.holds[stop]
        for moment in at
    )
