"""How good routes could be at the very best: bounds, compiled.

The relaxed walk may visit a node twice, not at once; that makes it a simple dynamic
program over (node, time). A *toll* on every node then makes repeating dear: what the
relaxed walk pays beyond one visit lowers the bound. Time is cut into slots and every
node left at the beginning of its slot, so that no true walk is lost.

Source:
    Christofides, Mingozzi and Toth (1981), https://doi.org/10.1002/net.3230110207, for
    the relaxation of the state space; Held and Karp (1971),
    https://doi.org/10.1007/BF01584070, for the tolls.
"""

from typing import NamedTuple

import numpy as np

from guide.solver.clock import begin_at
from guide.solver.compiled import helper, kernel
from guide.solver.model import Case, Ints, Model
from guide.solver.problem import UNREACHABLE

NOTHING = -(2**61)
"""The worth of what cannot be: less than that of anything that can."""

MOST_SLOTS = 2000
"""With more slots than this, a bound would take too long."""


class Bounds(NamedTuple):
    """What can still be won after leaving a node in a slot.

    Worths are a score times ``scale`` less the moment of the end, so that they tell
    earlier ends apart. ``gain`` and ``then`` are by tour, node and slot: the most, and
    the next node; ``other_gain`` and ``other_then`` the most by any other next node.
    ``item`` is by node: nodes of one need are one item, which has one ``toll``.
    ``facts`` are the scale, the power of two that is the seconds of a slot, the bound.
    """

    gain: Ints
    then: Ints
    other_gain: Ints
    other_then: Ints
    item: Ints
    toll: Ints
    kept: Ints
    visits: Ints
    needed: Ints
    prize: Ints
    facts: Ints


def bounds_of(case: Case, slots: int) -> Bounds:
    """Make room for the bounds of a case.

    They hold at once, if loosely: every item still to be had is counted in full.
    """
    model, size = case.model, len(case.nodes)
    needs, scale = int(model.limits[4]), _scale(case)
    needed = model.needed[:size]
    item = np.where(needed >= 0, needed, needs + np.arange(size)).astype(np.int64)
    horizon = int(model.closes[size + 1 :].max()) + 1
    shift = _shift(model, size, horizon, slots)
    tables = (len(case.turns) + 1, size + 2 + len(case.turns), (horizon >> shift) + 1)
    prize = model.score[:size] * scale
    toll = np.zeros(needs + size, dtype=np.int64)
    np.maximum.at(toll, item, prize)
    return Bounds(
        gain=np.zeros(tables, dtype=np.int64),
        then=np.full(tables, -1, dtype=np.int64),
        other_gain=np.zeros(tables, dtype=np.int64),
        other_then=np.full(tables, -1, dtype=np.int64),
        item=item,
        toll=toll,
        kept=np.zeros_like(toll),
        visits=np.zeros_like(toll),
        needed=np.array([needs], dtype=np.int64),
        prize=prize,
        facts=np.array([scale, shift, int(toll.sum())], dtype=np.int64),
    )


def can_tighten(case: Case, bounds: Bounds) -> bool:
    """Tell whether every step leads to a later slot, as ``tighten`` needs it."""
    return 1 << int(bounds.facts[1]) <= _shortest_step(case.model, len(case.nodes))


def _shift(model: Model, size: int, horizon: int, slots: int) -> int:
    """Choose the length of a slot, a power of two: about so many slots of a horizon.

    No step may end in the slot it began in, unless that would take too many slots.
    """
    wished = max(1, horizon // slots)
    shortest = _shortest_step(model, size)
    if shortest > 0 and horizon <= shortest * MOST_SLOTS:
        wished = min(wished, shortest)
    return wished.bit_length() - 1


def _scale(case: Case) -> int:
    """Choose what a point is worth in seconds: more than any difference of ends."""
    ends = int(case.model.closes[len(case.nodes) + 1 :].sum()) + 1
    room = 2**58 // (int(case.model.score.sum()) + 1)
    return max(1, min(ends, room))


def _shortest_step(model: Model, size: int) -> int:
    """Tell the seconds of the shortest way to another visit, and the visit."""
    steps = model.travel[:, :size] + model.visit[:size]
    np.fill_diagonal(steps, UNREACHABLE)
    return int(steps.min(initial=UNREACHABLE))


@helper
def look_ahead(model: Model, bounds: Bounds) -> None:
    """Fill the tables, from the last slot of the last tour backwards."""
    size = len(bounds.item)
    tours = bounds.gain.shape[0]
    for tour in range(tours - 1, -1, -1):
        last = tour == tours - 1
        home = size + 1 if last else size + 2 + tour
        after = 0
        if not last:
            after = bounds.gain[tour + 1, home, model.reset[home] >> bounds.facts[1]]
        origin = size if tour == 0 else size + 1 + tour
        for slot in range(bounds.gain.shape[2] - 1, -1, -1):
            for node in range(size + 1):
                here = node if node < size else origin
                _look_from(model, bounds, (tour, here, slot), (home, after))


@helper
def _look_from(
    model: Model, bounds: Bounds, state: tuple[int, int, int], home: tuple[int, int]
) -> None:
    """Find the two best ways on from a node left in a slot."""
    _, here, slot = state
    target, after = home
    bounds.gain[state], bounds.then[state] = NOTHING, -1
    bounds.other_gain[state], bounds.other_then[state] = NOTHING, -1
    end = (slot << bounds.facts[1]) + model.travel[here, target]
    if end <= model.closes[target, -1] and after > NOTHING:
        bounds.gain[state], bounds.then[state] = after - end, target
    for node in range(len(bounds.item)):
        gain = _gain_via(model, bounds, state, node)
        if gain > bounds.gain[state]:
            bounds.other_gain[state] = bounds.gain[state]
            bounds.other_then[state] = bounds.then[state]
            bounds.gain[state], bounds.then[state] = gain, node
        elif gain > bounds.other_gain[state]:
            bounds.other_gain[state], bounds.other_then[state] = gain, node


@helper
def _gain_via(
    model: Model, bounds: Bounds, state: tuple[int, int, int], node: int
) -> int:
    """Tell what going on to a node wins at most; NOTHING if it is too late."""
    tour, here, slot = state
    arrive = (slot << bounds.facts[1]) + model.travel[here, node]
    if node == here or arrive > model.closes[node, -1]:
        return NOTHING
    leave = begin_at(model, node, arrive) + model.visit[node]
    into = leave >> bounds.facts[1]
    if into >= bounds.gain.shape[2]:
        return NOTHING
    gain: int = bounds.gain[tour, node, into]
    if bounds.then[tour, node, into] == here:
        gain = bounds.other_gain[tour, node, into]
    if gain == NOTHING:
        return NOTHING
    gain += bounds.prize[node] - bounds.toll[bounds.item[node]]
    return gain


@helper
def _count_visits(model: Model, bounds: Bounds, visits: Ints) -> None:
    """Follow the best relaxed walk and count how often it takes each item."""
    size = len(bounds.item)
    for item in range(len(visits)):
        visits[item] = 0
    tour, here, before = 0, size, -1
    slot = model.limits[0] >> bounds.facts[1]
    while True:
        node = bounds.then[tour, here, slot]
        if node == before:
            node = bounds.other_then[tour, here, slot]
        if node < 0 or node == size + 1:
            return
        if node > size:
            tour, slot = tour + 1, model.reset[node] >> bounds.facts[1]
            before, here = -1, node
            continue
        visits[bounds.item[node]] += 1
        now = (slot << bounds.facts[1]) + model.travel[here, node]
        now = begin_at(model, node, now) + model.visit[node]
        slot, before, here = now >> bounds.facts[1], here, node


@kernel
def tighten(model: Model, bounds: Bounds, known: int, rounds: int) -> int:
    """Adapt the tolls to what the relaxed walk repeats; give back the best bound.

    Stops as soon as the bound shows that nothing better than ``known`` exists.
    """
    best, stride, stale = -NOTHING, 1.0, 0
    _copy(bounds.toll, bounds.toll, 0)
    _copy(bounds.kept, bounds.toll, 0)
    for _ in range(rounds):
        look_ahead(model, bounds)
        bound = _root(model, bounds)
        if bound == NOTHING:
            return NOTHING
        stale += 1
        if bound < best:
            best, stale = bound, 0
            _copy(bounds.kept, bounds.toll, 1)
        elif stale == 3:
            stride, stale = stride / 2, 0
        _count_visits(model, bounds, bounds.visits)
        norm = _norm(bounds)
        if norm == 0 or best <= known:
            break
        _adapt(bounds, stride * max(bound - known, bounds.facts[0]) / norm)
    _copy(bounds.toll, bounds.kept, 1)
    look_ahead(model, bounds)
    bounds.facts[2] = best
    return int(best)


@helper
def _root(model: Model, bounds: Bounds) -> int:
    """Read the bound off the tables; NOTHING if there is no way at all."""
    slot = model.limits[0] >> bounds.facts[1]
    root: int = bounds.gain[0, len(bounds.item), slot]
    if root == NOTHING:
        return NOTHING
    for toll in bounds.toll:
        root += toll
    return root


@helper
def _norm(bounds: Bounds) -> int:
    """Tell how far the relaxed walk is from one visit each, where a toll can act."""
    norm = 0
    for item in range(len(bounds.toll)):
        if bounds.visits[item] > 0 or bounds.toll[item] > 0 or _is_need(bounds, item):
            norm += (bounds.visits[item] - 1) ** 2
    return norm


@helper
def _adapt(bounds: Bounds, step: float) -> None:
    """Raise the tolls of what is repeated, lower those of what is left out."""
    for item in range(len(bounds.toll)):
        bounds.toll[item] += np.int64(step * (bounds.visits[item] - 1))
        if bounds.toll[item] < 0 and not _is_need(bounds, item):
            bounds.toll[item] = 0


@helper
def _copy(target: Ints, source: Ints, times: int) -> None:
    for at in range(len(target)):
        target[at] = source[at] * times


@helper
def _is_need(bounds: Bounds, item: int) -> bool:
    need: bool = item < bounds.needed[0]
    return need
