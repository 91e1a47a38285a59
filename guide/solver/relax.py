"""How good routes could be at the very best: bounds, compiled.

The relaxed walk may visit a node twice, not at once; that makes it a simple dynamic
program over (node, time). Tolls make it dear to repeat a visit or to overstep another
limit (guide/solver/tolls.py). Time is cut into slots and every node left at the
beginning of its slot, so that no true walk is lost.

Source:
    Christofides, Mingozzi and Toth (1981), https://doi.org/10.1002/net.3230110207.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from guide.compiled import helper, kernel
from guide.solver.clock import begin_at
from guide.solver.model import Case, Ints, Model
from guide.solver.problem import UNREACHABLE
from guide.solver.tolls import (
    WALK,
    Tolls,
    adapt,
    charge,
    copy,
    count_visit,
    excess,
    given_back,
    tolls_of,
)

NOTHING = -(2**61)
"""The worth of what cannot be: less than that of anything that can."""

HOPELESS = NOTHING // 2
"""Less than this is nothing, whatever was added to it."""

MOST_SLOTS = 2000
"""With more slots than this, a bound would take too long."""


class Bounds(NamedTuple):
    """What can still be won after leaving a node in a slot.

    Worths are a score times ``scale`` less the moment of the end, so that they tell
    earlier ends apart. ``gain`` and ``then`` are by tour, node and slot: the most, and
    the next node; ``other_gain`` and ``other_then`` the most by any other next node.
    ``reach`` are the nodes that can still be visited, as bits. ``into`` is by node,
    slot and next node: the slot in which that is left, -1 if it is too late; ``cost``
    what the way and the visit win. ``facts`` are the scale, the power of two that is
    the seconds of a slot, the bound.
    """

    gain: Ints
    then: Ints
    other_gain: Ints
    other_then: Ints
    reach: Ints
    into: npt.NDArray[np.int32]
    cost: Ints
    tolls: Tolls
    facts: Ints


def bounds_of(case: Case, slots: int, known: Bounds | None = None) -> Bounds:
    """Make room for the bounds of a case.

    They hold at once, if loosely: every item still to be had is counted in full.
    ``known`` are others of the case, with whose tolls to begin.
    """
    model, size = case.model, len(case.nodes)
    scale = _scale(case)
    tolls = known.tolls if known else tolls_of(case, scale)
    horizon = int(model.closes[size + 1 :].max()) + 1
    shift = _shift(model, size, horizon, slots)
    places, count = size + 2 + len(case.turns), (horizon >> shift) + 1
    tables = (len(case.turns) + 1, places, count)
    return Bounds(
        gain=np.zeros(tables, dtype=np.int64),
        then=np.full(tables, -1, dtype=np.int64),
        other_gain=np.zeros(tables, dtype=np.int64),
        other_then=np.full(tables, -1, dtype=np.int64),
        reach=np.full(tables, -1, dtype=np.int64),
        into=np.empty((places, count, size), dtype=np.int32),
        cost=np.zeros((places, size), dtype=np.int64),
        tolls=tolls,
        facts=np.array([scale, shift, int(tolls.toll.sum())], dtype=np.int64),
    )


def tells_ends_apart(case: Case, bounds: Bounds) -> bool:
    """Tell whether a point is worth more than all time: not if numbers are huge."""
    return int(bounds.facts[0]) >= _ends(case)


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
    room = 2**57 // (int(case.model.score.sum()) + 1)
    return max(1, min(_ends(case), room))


def _ends(case: Case) -> int:
    return int(case.model.closes[len(case.nodes) + 1 :, -1].sum()) + 1


def _shortest_step(model: Model, size: int) -> int:
    """Tell the seconds of the shortest way to another visit, and the visit."""
    steps = model.travel[:, :size] + model.visit[:size]
    np.fill_diagonal(steps, UNREACHABLE)
    return int(steps.min(initial=UNREACHABLE))


@kernel
def tighten(model: Model, bounds: Bounds, known: int, rounds: int) -> int:
    """Adapt the tolls to what the relaxed walk overdoes; give back the best bound.

    Begins with the tolls that were kept. Stops as soon as the bound shows that nothing
    better than ``known`` exists.
    """
    tolls, best, stride, stale = bounds.tolls, -NOTHING, 1.0, 0
    _time_steps(model, bounds)
    copy(tolls.toll, tolls.kept, 1)
    for _ in range(rounds):
        _look_ahead(model, bounds)
        bound = _root(model, bounds)
        if bound < HOPELESS:
            return NOTHING
        stale += 1
        if bound < best:
            best, stale = bound, 0
            copy(tolls.kept, tolls.toll, 1)
        elif stale == 3:
            stride, stale = stride / 2, 0
        _follow(model, bounds)
        norm = excess(tolls)
        if norm == 0 or best <= known:
            break
        adapt(tolls, stride * max(bound - known, bounds.facts[0]) / norm)
    copy(tolls.toll, tolls.kept, 1)
    _look_ahead(model, bounds)
    bounds.facts[2] = best
    return int(best)


@helper
def _time_steps(model: Model, bounds: Bounds) -> None:
    """Work out in which slot each step ends: that is the same in every round."""
    places, slots, size = bounds.into.shape
    for here in range(places):
        for slot in range(slots):
            for node in range(size):
                arrive = (slot << bounds.facts[1]) + model.travel[here, node]
                into = -1
                if node != here and arrive <= model.closes[node, -1]:
                    leave = begin_at(model, node, arrive) + model.visit[node]
                    into = leave >> bounds.facts[1]
                bounds.into[here, slot, node] = into if into < slots else -1


@helper
def _look_ahead(model: Model, bounds: Bounds) -> None:
    """Fill the tables, from the last slot of the last tour backwards."""
    charge(bounds.tolls)
    places, slots, size = bounds.into.shape
    for here in range(places):
        for node in range(size):
            walk = bounds.tolls.toll[WALK] * model.travel[here, node]
            bounds.cost[here, node] = bounds.tolls.net[node] - walk
    tours = bounds.gain.shape[0]
    for tour in range(tours - 1, -1, -1):
        last = tour == tours - 1
        home = size + 1 if last else size + 2 + tour
        after = 0
        if not last:
            after = bounds.gain[tour + 1, home, model.reset[home] >> bounds.facts[1]]
        origin = size if tour == 0 else size + 1 + tour
        for slot in range(slots - 1, -1, -1):
            for node in range(size + 1):
                here = node if node < size else origin
                _go_home(model, bounds, (tour, here, slot), (home, after))
                _go_on(bounds, (tour, here, slot))


@helper
def _go_home(
    model: Model, bounds: Bounds, state: tuple[int, int, int], home: tuple[int, int]
) -> None:
    """Tell what going straight to the end of the tour wins, and what follows it."""
    _, here, slot = state
    target, after = home
    bounds.gain[state], bounds.then[state] = NOTHING, -1
    bounds.other_gain[state], bounds.other_then[state] = NOTHING, -1
    way = model.travel[here, target]
    end = (slot << bounds.facts[1]) + way
    if end <= model.closes[target, -1] and after > HOPELESS:
        paid = bounds.tolls.toll[WALK] * way
        bounds.gain[state], bounds.then[state] = after - end - paid, target


@helper
def _go_on(bounds: Bounds, state: tuple[int, int, int]) -> None:
    """Find the two best ways on from a node left in a slot."""
    tour, here, slot = state
    best, then = bounds.gain[state], bounds.then[state]
    second, other = NOTHING, -1
    for node in range(bounds.into.shape[2]):
        into = bounds.into[here, slot, node]
        if into < 0:
            continue
        gain = bounds.gain[tour, node, into]
        if bounds.then[tour, node, into] == here:
            gain = bounds.other_gain[tour, node, into]
        gain += bounds.cost[here, node]
        if gain > best:
            second, other, best, then = best, then, gain, node
        elif gain > second:
            second, other = gain, node
    if best > HOPELESS:
        bounds.gain[state], bounds.then[state] = best, then
    if second > HOPELESS:
        bounds.other_gain[state], bounds.other_then[state] = second, other


@helper
def _follow(model: Model, bounds: Bounds) -> None:
    """Follow the best relaxed walk and count what it does, for the limits."""
    size, tolls = bounds.into.shape[2], bounds.tolls
    copy(tolls.used, tolls.used, 0)
    tour, here, before = 0, size, -1
    slot = model.limits[0] >> bounds.facts[1]
    # Every step ends in a later slot of its tour, or in the next tour.
    for _ in range(bounds.gain.shape[0] * (bounds.gain.shape[2] + 1)):
        node = bounds.then[tour, here, slot]
        if node == before:
            node = bounds.other_then[tour, here, slot]
        if node < 0:
            return
        way = model.travel[here, node]
        if node < size:
            count_visit(tolls, node, way)
            slot, before, here = bounds.into[here, slot, node], here, node
            continue
        tolls.used[WALK] += way
        if node == size + 1:
            return
        tour, slot = tour + 1, model.reset[node] >> bounds.facts[1]
        before, here = -1, node


@helper
def _root(model: Model, bounds: Bounds) -> int:
    """Read the bound off the tables; hopeless if there is no way at all."""
    slot = model.limits[0] >> bounds.facts[1]
    root: int = bounds.gain[0, bounds.into.shape[2], slot] + given_back(bounds.tolls)
    return root


@kernel
def look_round(model: Model, bounds: Bounds) -> None:
    """Tell for each node and slot what can still be visited, if at the very best."""
    _, slots, size = bounds.into.shape
    tours = bounds.gain.shape[0]
    for tour in range(tours - 1, -1, -1):
        last, after = tour == tours - 1, 0
        if not last:
            turn = size + 2 + tour
            after = bounds.reach[tour + 1, turn, model.reset[turn] >> bounds.facts[1]]
        origin = size if tour == 0 else size + 1 + tour
        for slot in range(slots - 1, -1, -1):
            for place in range(size + 1):
                here = place if place < size else origin
                bounds.reach[tour, here, slot] = after
                for node in range(size):
                    into = bounds.into[here, slot, node]
                    if into >= 0 and bounds.gain[tour, node, into] > HOPELESS:
                        more = 1 << node | bounds.reach[tour, node, into]
                        bounds.reach[tour, here, slot] |= more
