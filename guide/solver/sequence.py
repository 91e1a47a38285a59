"""The tours under construction, and what a change to them would do: compiled.

All tours are one sequence of nodes from the start over the turns to the end. For each
position it keeps when that node is left at the earliest and reached at the latest, so
that a change to a stretch is judged by that stretch alone.

Source:
    Savelsbergh (1992), https://doi.org/10.1287/ijoc.4.2.146, for judging by slack;
    here the slack is kept as a latest arrival, which several windows do not disturb.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from guide.solver.compiled import helper
from guide.solver.model import Case, Ints, Model
from guide.solver.problem import UNREACHABLE

NEVER = 2 * UNREACHABLE
"""Later than any moment."""


class Sequence(NamedTuple):
    """A sequence of nodes with its times; arrays by position but where said.

    ``place`` is by node: its position, or -1. ``piece`` holds the nodes of a proposed
    change. ``prize`` is by node: its score, and much more for what is needed.
    ``facts`` are the length, the value, the walking.
    """

    route: Ints
    leave: Ints
    late: Ints
    walk: Ints
    place: Ints
    piece: Ints
    trial: Ints
    prize: Ints
    near: Ints
    facts: Ints
    random: npt.NDArray[np.uint64]


def sequence_of(case: Case, seed: int) -> Sequence:
    """Make the sequence without any stop but a fixed first and last one."""
    ends = [node for node in (case.first, case.last) if node >= 0]
    order = [case.start, *case.turns, case.start + 1]
    if ends:
        order.insert(1, ends[0])
    if len(ends) > 1 and ends[0] != ends[1]:
        order.insert(-1, ends[1])
    elif case.first < 0 <= case.last and case.turns:
        order.insert(-1, order.pop(1))
    room = len(case.model.visit)
    needed = case.model.needed >= 0
    route = np.zeros(room, dtype=np.int64)
    route[: len(order)] = order
    sequence = Sequence(
        route=route,
        leave=np.zeros(room, dtype=np.int64),
        late=np.zeros(room, dtype=np.int64),
        walk=np.zeros(room, dtype=np.int64),
        place=np.full(room, -1, dtype=np.int64),
        piece=np.zeros(room, dtype=np.int64),
        trial=np.zeros(room, dtype=np.int64),
        prize=case.model.score + needed * (int(case.model.score.sum()) + 1),
        near=_near(case.model),
        facts=np.array([len(order), 0, 0], dtype=np.int64),
        random=np.array([seed * 2 + 0x9E3779B97F4A7C15 & 2**64 - 1], dtype=np.uint64),
    )
    sequence.place[order] = range(len(order))
    return sequence


NEAR = 16


def _near(model: Model) -> Ints:
    """List for each node those that may well come next, the nearest first."""
    size = len(model.visit)
    opens = model.opens.min(axis=1)
    closes = model.closes.max(axis=1)
    leave = opens + model.visit
    earliest = leave[:, None] + model.travel
    wait = opens[None, :] - (closes + model.visit)[:, None] - model.travel
    cost = model.travel + np.maximum(0, wait)
    cost[earliest > closes[None, :]] = NEVER
    np.fill_diagonal(cost, NEVER)
    return np.argsort(cost, axis=1, kind="stable")[:, : min(NEAR, size)]


@helper()
def begin_at(model: Model, node: int, arrive: int) -> int:
    """Tell when a visit begins that is reached at ``arrive``; NEVER if too late."""
    for window in range(model.opens.shape[1]):
        if arrive <= model.closes[node, window]:
            if model.reset[node] >= 0:
                return model.reset[node]
            return max(arrive, model.opens[node, window])
    return NEVER


@helper()
def latest_at(model: Model, node: int, leave: int) -> int:
    """Tell by when a node must be reached to be left by ``leave``; -1 if impossible."""
    if model.reset[node] >= 0:
        return model.closes[node, -1] if model.reset[node] <= leave else -1
    latest = leave - model.visit[node]
    for window in range(model.opens.shape[1] - 1, -1, -1):
        if model.opens[node, window] <= latest:
            return min(latest, model.closes[node, window])
    return -1


@helper()
def refresh(model: Model, seq: Sequence, low: int, high: int) -> None:
    """Work out the times again, forward from ``low`` and backward from ``high``."""
    length = seq.facts[0]
    if low == 0:
        seq.leave[0], seq.walk[0] = model.limits[0], 0
        low = 1
    for at in range(low, length):
        here, node = seq.route[at - 1], seq.route[at]
        way = model.travel[here, node]
        seq.place[node] = at
        seq.walk[at] = seq.walk[at - 1] + way
        seq.leave[at] = (
            begin_at(model, node, seq.leave[at - 1] + way) + model.visit[node]
        )
    if high >= length - 1:
        seq.late[length - 1] = model.closes[seq.route[length - 1], -1]
        high = length - 2
    for at in range(high, -1, -1):
        node, following = seq.route[at], seq.route[at + 1]
        leave = seq.late[at + 1] - model.travel[node, following]
        seq.late[at] = latest_at(model, node, leave)


@helper()
def added_walk(model: Model, seq: Sequence, low: int, high: int, count: int) -> int:
    """Tell how much walking it adds to put ``piece[:count]`` between two positions.

    What is between ``low`` and ``high`` now goes. NEVER if it cannot be done in time.
    """
    node, now, walk = seq.route[low], seq.leave[low], 0
    for at in range(count):
        way = model.travel[node, seq.piece[at]]
        node = seq.piece[at]
        now = begin_at(model, node, now + way)
        if now >= NEVER:
            return NEVER
        now += model.visit[node]
        walk += way
    way = model.travel[node, seq.route[high]]
    if now + way > seq.late[high]:
        return NEVER
    return walk + way - (seq.walk[high] - seq.walk[low])


@helper()
def splice(model: Model, seq: Sequence, low: int, high: int, count: int) -> None:
    """Put ``piece[:count]`` between two positions, in the place of what is there."""
    length = seq.facts[0]
    shift = low + 1 + count - high
    for at in range(low + 1, high):
        seq.place[seq.route[at]] = -1
    if shift > 0:
        for at in range(length - 1, high - 1, -1):
            seq.route[at + shift] = seq.route[at]
            seq.late[at + shift] = seq.late[at]
    elif shift < 0:
        for at in range(high, length):
            seq.route[at + shift] = seq.route[at]
            seq.late[at + shift] = seq.late[at]
    for at in range(count):
        seq.route[low + 1 + at] = seq.piece[at]
    seq.facts[0] = length + shift
    refresh(model, seq, low + 1, low + count)


@helper()
def value_of(model: Model, seq: Sequence, order: Ints, count: int) -> int:
    """Add up the prizes of an order, or give -1 if it breaks a wish about tours."""
    total, tour, low = 0, 0, 0
    for high in range(1, count):
        if order[high] > model.before.shape[0]:
            value = _tour_value(model, seq, order, (low, high, tour))
            if value < 0:
                return -1
            total += value
            tour += 1
            low = high
    return total


@helper()
def _tour_value(
    model: Model, seq: Sequence, order: Ints, tour: tuple[int, int, int]
) -> int:
    """Judge one tour: its number, and the positions of what is before and after it."""
    low, high, number = tour
    total, stops = 0, 0
    walk = model.travel[order[high - 1], order[high]]
    for at in range(low + 1, high):
        node = order[at]
        walk += model.travel[order[at - 1], node]
        stops += model.counts[node]
        if model.only[node] >= 0 and model.only[node] != number:
            return -1
        same, rank = 1, 0
        for other_at in range(low + 1, high):
            other = order[other_at]
            if other_at < at:
                if model.before[node, other]:
                    return -1
                same += model.group[other] == model.group[node]
            if other_at != at and model.theme[other] == model.theme[node]:
                above = model.score[other] - model.score[node]
                rank += above > 0 or (above == 0 and other_at < at)
        if model.group[node] >= 0 and same > model.cap[model.group[node]]:
            return -1
        total += seq.prize[node]
        if model.theme[node] >= 0:
            percent = model.decay[min(rank, len(model.decay) - 1)]
            total += model.score[node] * percent // 100 - model.score[node]
    if stops > model.limits[1] or walk > model.limits[2]:
        return -1
    return total


@helper()
def draw(random: npt.NDArray[np.uint64]) -> np.uint64:
    """Draw 64 random bits: xorshift64*, the same on every machine.

    Source:
        Vigna (2016), https://doi.org/10.1145/2845077.
    """
    bits = random[0]
    bits ^= bits >> np.uint64(12)
    bits ^= bits << np.uint64(25)
    bits ^= bits >> np.uint64(27)
    random[0] = bits
    return bits * np.uint64(2685821657736338717)


@helper()
def below(random: npt.NDArray[np.uint64], limit: int) -> int:
    """Draw a whole number from 0 to ``limit`` - 1."""
    return np.int64((draw(random) >> np.uint64(33)) * np.uint64(limit) >> np.uint64(31))


@helper()
def exponential(random: npt.NDArray[np.uint64]) -> float:
    """Draw about exponentially with mean 1, without a logarithm.

    Libraries round logarithms differently, and the search has to be the same
    everywhere: the number of leading zeros gives the halvings, the rest a straight line.
    """
    bits = draw(random)
    halvings = 0
    while halvings < 40 and bits >> np.uint64(63) == 0:
        bits <<= np.uint64(1)
        halvings += 1
    rest = np.int64(bits >> np.uint64(32)) / 4294967296.0
    return (halvings + 2.0 - 2.0 * rest) * 0.6931471805599453
