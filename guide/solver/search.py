"""The search for good tours when there are many sites: simulated annealing, compiled.

A step proposes to put an unvisited node somewhere, in the place of up to three others
if need be; to move, turn round or drop some stops. It is taken if the score rises, or
the walking falls at the same score, and sometimes if not, ever less.

Source:
    Lin and Yu (2012), https://doi.org/10.1016/j.ejor.2011.08.024, for annealing this
    problem; the moves and how they are judged are our own.
"""

from typing import NamedTuple

import numpy as np
from numba import njit

from guide.solver.model import Case, Ints, Model
from guide.solver.sequence import (
    NEVER,
    Sequence,
    added_walk,
    begin_at,
    below,
    exponential,
    refresh,
    sequence_of,
    splice,
    value_of,
)

SKIP = 3
"""So many stops may make room for another."""

REACH = 3
"""So many stops are moved together."""


PARAMS = dict(hot=0.5, cold=0.0, w=0.2, shape=0, wf=0.0, mput=40, mdrop=60, skip=3)


class Best(NamedTuple):
    """The best sequence so far; ``facts`` are its length, value, end, walking."""

    route: Ints
    facts: Ints


@njit(cache=True)
def _put(
    model: Model, seq: Sequence, node: int, weight: float, SKIP
) -> tuple[int, int]:
    """Find where a node is best put: after which position, and before which other."""
    best, low, high = -1e18, -1, -1
    length, visits = seq.facts[0], model.before.shape[0]
    for at in range(length - 1):
        way = model.travel[seq.route[at], node]
        now = begin_at(model, node, seq.leave[at] + way)
        if now >= NEVER:
            continue
        now += model.visit[node]
        gain = seq.prize[node]
        for to in range(at + 1, min(at + 2 + SKIP, length)):
            on = model.travel[node, seq.route[to]]
            if now + on <= seq.late[to]:
                added = way + on - (seq.walk[to] - seq.walk[at])
                value = gain - weight * added
                if value > best:
                    best, low, high = value, at, to
                break
            if seq.route[to] >= visits:
                break
            gain -= seq.prize[seq.route[to]]
    return low, high


@njit(cache=True)
def _rearrange(model: Model, seq: Sequence) -> tuple[int, int, int]:
    """Propose to move or turn some stops: between which positions, how many."""
    length, visits = seq.facts[0], model.before.shape[0]
    first = 1 + below(seq.random, length - 2)
    last = first + below(seq.random, REACH)
    target = below(seq.random, length - 1)
    turned = below(seq.random, 2)
    if below(seq.random, 3) == 0:
        # Turn round everything between two positions.
        last, target, turned = max(first, target), first - 1, 1
        first = min(first, last)
    if last >= length - 1 or first - 1 < target <= last:
        return -1, -1, -1
    for at in range(first, last + 1):
        if seq.route[at] >= visits:
            return -1, -1, -1
    count = 0
    if target > last:
        for at in range(last + 1, target + 1):
            seq.piece[count] = seq.route[at]
            count += 1
    for at in range(last - first + 1):
        seq.piece[count] = seq.route[last - at if turned else first + at]
        count += 1
    for at in range(target + 1, first):
        seq.piece[count] = seq.route[at]
        count += 1
    return min(first - 1, target), max(last, target) + 1, count


@njit(cache=True)
def _worth_it(
    model: Model, seq: Sequence, stretch: tuple[int, int, int], heat: Ints
) -> bool:
    """Take a proposed change if it is good, or luck will have it."""
    low, high, count = stretch
    temperature, weight = heat[0], heat[1]
    added = added_walk(model, seq, low, high, count)
    if added >= NEVER:
        return False
    gain = 0
    for at in range(count):
        gain += seq.prize[seq.piece[at]]
    for at in range(low + 1, high):
        gain -= seq.prize[seq.route[at]]
    luck = temperature * exponential(seq.random)
    if model.limits[3]:
        length = seq.facts[0]
        trial = np.empty(length + count, dtype=np.int64)
        trial[: low + 1] = seq.route[: low + 1]
        trial[low + 1 : low + 1 + count] = seq.piece[:count]
        rest = length - high
        trial[low + 1 + count : low + 1 + count + rest] = seq.route[high:length]
        value = value_of(model, seq, trial, low + 1 + count + rest)
        if value < 0:
            return False
        gain = value - seq.facts[1]
    if gain - weight * added < -luck:
        return False
    seq.facts[1] += gain
    seq.facts[2] += added
    return True


@njit(cache=True)
def _step(model: Model, seq: Sequence, heat: Ints) -> bool:
    """Propose one change and take it or not."""
    length, visits = seq.facts[0], model.before.shape[0]
    low, high, count = -1, -1, 0
    kind = below(seq.random, 64)
    if kind < heat[2]:
        node = below(seq.random, visits)
        if seq.place[node] < 0:
            low, high = _put(model, seq, node, heat[1], int(heat[4]))
            seq.piece[0], count = node, 1
    if kind >= heat[2] and length > 2:
        if kind >= heat[3]:
            low = below(seq.random, length - 2)
            high = min(low + 2 + below(seq.random, 2), length - 1)
            for at in range(low + 1, high):
                if seq.route[at] >= visits:
                    low = -1
                    break
        else:
            low, high, count = _rearrange(model, seq)
    if low < 0 or not _worth_it(model, seq, (low, high, count), heat):
        return False
    splice(model, seq, low, high, count)
    return True


@njit(cache=True)
def _note(model: Model, seq: Sequence, best: Best) -> None:
    """Keep the sequence if it is the best so far."""
    value, length = seq.facts[1], seq.facts[0]
    if value < best.facts[1]:
        return
    end, walk = _ends(model, seq), seq.facts[2]
    if value == best.facts[1]:
        if end > best.facts[2] or (end == best.facts[2] and walk >= best.facts[3]):
            return
    best.facts[0], best.facts[1], best.facts[2], best.facts[3] = (
        length,
        value,
        end,
        walk,
    )
    best.route[:length] = seq.route[:length]


@njit(cache=True)
def _ends(model: Model, seq: Sequence) -> int:
    """Add up the moments at which the tours end."""
    total, visits = 0, model.before.shape[0]
    for at in range(1, seq.facts[0]):
        node = seq.route[at]
        if node > visits:
            total += seq.leave[at - 1] + model.travel[seq.route[at - 1], node]
    return total


@njit(cache=True)
def anneal(model: Model, seq: Sequence, best: Best, plan: Ints) -> None:
    """Take ``plan[0]`` steps, cooling from ``plan[1]`` to ``plan[2]`` at ``plan[3]``."""
    steps = int(plan[0])
    heat = np.array([plan[1], plan[3], plan[5], plan[6], plan[7]])
    fall = (plan[2] - plan[1]) / max(1, steps)
    wfall = (plan[4] - plan[3]) / max(1, steps)
    for _ in range(steps):
        if _step(model, seq, heat):
            _note(model, seq, best)
        heat[0] += fall
        heat[1] += wfall


@njit(cache=True)
def prepare(model: Model, seq: Sequence, best: Best) -> bool:
    """Work out the first times; False if even the bare sequence cannot be walked."""
    refresh(model, seq, 0, len(seq.route))
    length = seq.facts[0]
    seq.facts[1] = value_of(model, seq, seq.route, length)
    seq.facts[2] = seq.walk[length - 1]
    if seq.facts[1] < 0 or seq.leave[length - 1] >= NEVER:
        return False
    for at in range(length):
        if seq.late[at] < 0:
            return False
    _note(model, seq, best)
    return True


def best_order(case: Case, seed: int, steps: int) -> tuple[int, ...] | None:
    """Search for a good order of a case, turns included; None if none was found."""
    model = case.model
    seq = sequence_of(case, seed)
    best = Best(np.zeros_like(seq.route), np.full(4, -1, dtype=np.int64))
    if not prepare(model, seq, best):
        return None
    if case.nodes:
        P = PARAMS
        scores = model.score[: len(case.nodes)]
        mean = max(1.0, float(scores.mean()))
        unit = P["w"] * mean / max(1.0, float(np.median(model.travel[:-2, :-2])))
        rounds = 10

        def temp(x):
            if P["shape"]:
                return mean * P["hot"] * (P["cold"] / P["hot"]) ** x
            return mean * (P["hot"] * (1 - x) + P["cold"] * x)

        for number in range(rounds):
            a, b = number / rounds, (number + 1) / rounds
            anneal(
                model,
                seq,
                best,
                np.array(
                    [
                        steps // rounds,
                        temp(a),
                        temp(b),
                        unit * (1 - a * P["wf"]),
                        unit * (1 - b * P["wf"]),
                        P["mput"],
                        P["mdrop"],
                        P["skip"],
                    ]
                ),
            )
    length = int(best.facts[0])
    order = tuple(best.route[1 : length - 1].tolist())
    met = {int(model.needed[node]) for node in order} - {-1}
    return order if len(met) == model.limits[4] else None
