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

from guide.compiled import helper
from guide.solver.chance import Dice, dice
from guide.solver.clock import NEVER, begin_at, latest_at
from guide.solver.model import Case, Ints, Model

NEAR = 10
"""So many neighbours of a node are tried as the next stop."""

ROUND = 6
"""From so many places on average one comes to a node, when it is ranked."""


class Sequence(NamedTuple):
    """A sequence of nodes with its times; arrays by position but where said.

    ``place`` is by node: its position, or -1. ``piece`` and ``trial`` are room for a
    proposed stretch and a proposed whole. ``prize`` is by node: its score, and much
    more for what is needed. ``near`` lists for each node which may well come next;
    ``into`` is the travel with rows and columns swapped, as memory is read in rows;
    ``rank`` lists the sites and breaks, what is worth most for its time first.
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
    into: Ints
    rank: Ints
    facts: Ints
    dice: Dice


def bare_order(case: Case) -> tuple[int, ...]:
    """Order what has to be first and last, the turns between, and nothing else."""
    order = list(case.turns)
    if case.first >= 0:
        order.insert(0, case.first)
    if case.last >= 0 and (case.last != case.first or case.turns):
        order.append(case.last)
    return tuple(order)


def sequence_of(case: Case, inner: tuple[int, ...], seed: int) -> Sequence:
    """Make the sequence of an order, turns included; its times are not yet known."""
    order = [case.start, *inner, case.start + 1]
    room = len(case.model.visit) + 1
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
        prize=_prizes(case.model),
        near=_near(case.model),
        into=np.ascontiguousarray(case.model.travel.T),
        rank=_rank(case.model),
        facts=np.array([len(order), 0, 0], dtype=np.int64),
        dice=dice(seed),
    )
    sequence.place[order] = range(len(order))
    return sequence


def need_prize(model: Model) -> int:
    """Tell what meeting a need is worth to the search: more than all scores."""
    return int(model.score.sum()) + 1


def _prizes(model: Model) -> Ints:
    """Tell what each node is worth to the search."""
    prizes: Ints = model.score + (model.needed >= 0) * need_prize(model)
    return prizes


def _rank(model: Model) -> Ints:
    """List the sites and breaks, what is worth most for its time first.

    In whole numbers, scaled up as far as they go: the same order on every machine.
    """
    size = len(model.before)
    ways = np.sort(model.travel[:, :size], axis=0)[1 : 1 + ROUND]
    time = model.visit[:size] + ways.sum(axis=0) // ROUND + 1
    prizes = _prizes(model)[:size]
    worth = prizes * ((1 << 62) // max(1, prizes.max(initial=0))) // time
    return np.argsort(-worth, kind="stable").astype(np.int64)


def _near(model: Model) -> Ints:
    """List for each node those that may well come next, the best first."""
    opens, closes = model.opens.min(axis=1), model.closes.max(axis=1)
    earliest = (opens + model.visit)[:, None] + model.travel
    latest = (closes + model.visit)[:, None] + model.travel
    cost = model.travel + np.maximum(0, opens[None, :] - latest)
    cost[earliest > closes[None, :]] = NEVER
    np.fill_diagonal(cost, NEVER)
    order = np.argsort(cost, axis=1, kind="stable")
    return np.ascontiguousarray(order[:, : min(NEAR, len(cost))])


@helper
def refresh(model: Model, seq: Sequence, low: int, high: int) -> None:
    """Work out the times again, forward from ``low`` and backward from ``high``."""
    length = seq.facts[0]
    if low == 0:
        seq.leave[0], seq.walk[0] = model.limits[0], 0
    for at in range(max(1, low), length):
        here, node = seq.route[at - 1], seq.route[at]
        way = model.travel[here, node]
        begin = begin_at(model, node, seq.leave[at - 1] + way)
        seq.place[node] = at
        seq.walk[at] = seq.walk[at - 1] + way
        seq.leave[at] = begin + model.visit[node]
    if high >= length - 1:
        seq.late[length - 1] = model.closes[seq.route[length - 1], -1]
    for at in range(min(high, length - 2), -1, -1):
        node, following = seq.route[at], seq.route[at + 1]
        leave = seq.late[at + 1] - model.travel[node, following]
        seq.late[at] = latest_at(model, node, leave)


@helper
def added_walk(model: Model, seq: Sequence, stretch: tuple[int, int, int]) -> int:
    """Tell how much walking it adds to put ``piece[:count]`` between two positions.

    What is between ``low`` and ``high`` now goes. NEVER if it cannot be done in time.
    """
    low, high, count = stretch
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
    added: int = walk + way - (seq.walk[high] - seq.walk[low])
    return added


@helper
def splice(model: Model, seq: Sequence, stretch: tuple[int, int, int]) -> None:
    """Put ``piece[:count]`` between two positions, in the place of what is there."""
    low, high, count = stretch
    length, shift = seq.facts[0], low + 1 + count - high
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


@helper
def end_of(model: Model, seq: Sequence) -> int:
    """Add up the moments at which the tours end."""
    total, size = 0, model.before.shape[0]
    for at in range(1, seq.facts[0]):
        here, node = seq.route[at - 1], seq.route[at]
        if node > size:
            total += seq.leave[at - 1] + model.travel[here, node]
    return total
