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

from guide.solver.compiled import helper, kernel
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


PARAMS = dict(
    hot=0.5,
    cold=0.0,
    w=0.2,
    shape=0,
    wf=0.0,
    mput=40,
    mdrop=60,
    skip=3,
    stiff=1.0,
    noise=0.0,
)


class Best(NamedTuple):
    """The best sequence so far; ``facts`` are its length, value, end, walking."""

    route: Ints
    facts: Ints


@helper()
def _put(
    model: Model, seq: Sequence, node: int, weight: float, SKIP, noise
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
                if noise > 0:
                    value += noise * exponential(seq.random)
                if value > best:
                    best, low, high = value, at, to
                break
            if seq.route[to] >= visits:
                break
            gain -= seq.prize[seq.route[to]]
    return low, high


@helper()
def _rearrange(model: Model, seq: Sequence, most: float) -> tuple[int, int, int]:
    """Propose to move or turn some stops: between which positions, how many."""
    length, visits = seq.facts[0], model.before.shape[0]
    at = below(seq.random, length - 1)
    node = seq.route[at]
    other = seq.near[node, below(seq.random, seq.near.shape[1])]
    to = seq.place[other]
    if to < 0 or to == at + 1 or to == at:
        return -1, -1, -1
    kind = below(seq.random, 4)
    span = below(seq.random, REACH)
    turned = 0
    if kind == 0 and to > at:
        first, last, target, turned = at + 1, to, at, 1
    elif kind == 1 and to < at:
        # turn to .. at: its first comes to be before what follows
        first, last, target, turned = to, at, to - 1, 1
    elif kind == 2:
        # what ends at the first node goes before the other
        first, last, target = max(1, at - span), at, to - 1
    else:
        first, last, target = to, min(length - 2, to + span), at
    if (
        first < 1
        or last < first
        or target < 0
        or last >= length - 1
        or (not turned and first - 1 <= target <= last)
    ):
        return -1, -1, -1
    if not turned:
        route, travel = seq.route, model.travel
        added = (
            travel[route[first - 1], route[last + 1]]
            + travel[route[target], route[first]]
            + travel[route[last], route[target + 1]]
        )
        added -= (
            travel[route[first - 1], route[first]]
            + travel[route[last], route[last + 1]]
            + travel[route[target], route[target + 1]]
        )
        if added > most:
            return -1, -1, -1
    for p in range(first, last + 1):
        if seq.route[p] >= visits:
            return -1, -1, -1
    count = 0
    if target > last:
        for p in range(last + 1, target + 1):
            seq.piece[count] = seq.route[p]
            count += 1
    for p in range(last - first + 1):
        seq.piece[count] = seq.route[last - p if turned else first + p]
        count += 1
    for p in range(target + 1, first):
        seq.piece[count] = seq.route[p]
        count += 1
    return min(first - 1, target), max(last, target) + 1, count


@helper()
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
    if gain == 0 and count > 1:
        weight *= heat[5]
    if model.limits[3]:
        length = seq.facts[0]
        for at in range(low + 1):
            seq.trial[at] = seq.route[at]
        for at in range(count):
            seq.trial[low + 1 + at] = seq.piece[at]
        shift = low + 1 + count - high
        for at in range(high, length):
            seq.trial[at + shift] = seq.route[at]
        value = value_of(model, seq, seq.trial, length + shift)
        if value < 0:
            return False
        gain = value - seq.facts[1]
    if gain - weight * added < -luck:
        return False
    seq.facts[1] += gain
    seq.facts[2] += added
    return True


@helper()
def _step(model: Model, seq: Sequence, heat: Ints) -> bool:
    """Propose one change and take it or not."""
    length, visits = seq.facts[0], model.before.shape[0]
    low, high, count = -1, -1, 0
    kind = below(seq.random, 64)
    if kind < heat[2]:
        node = below(seq.random, visits)
        if seq.place[node] < 0:
            low, high = _put(model, seq, node, heat[1], int(heat[4]), heat[0] * heat[6])
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
            luck = heat[0] * exponential(seq.random)
            low, high, count = _rearrange(model, seq, luck / heat[1] / heat[5])
    if low < 0 or not _worth_it(model, seq, (low, high, count), heat):
        return False
    splice(model, seq, low, high, count)
    return True


@helper()
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
    for at in range(length):
        best.route[at] = seq.route[at]


@helper()
def _ends(model: Model, seq: Sequence) -> int:
    """Add up the moments at which the tours end."""
    total, visits = 0, model.before.shape[0]
    for at in range(1, seq.facts[0]):
        node = seq.route[at]
        if node > visits:
            total += seq.leave[at - 1] + model.travel[seq.route[at - 1], node]
    return total


@kernel()
def anneal(model: Model, seq: Sequence, best: Best, plan: Ints, heat: Ints) -> None:
    """Take ``plan[0]`` steps, cooling from ``plan[1]`` to ``plan[2]`` at ``plan[3]``."""
    steps = int(plan[0])
    fall = (plan[2] - plan[1]) / max(1, steps)
    wfall = (plan[4] - plan[3]) / max(1, steps)
    for _ in range(steps):
        if _step(model, seq, heat):
            _note(model, seq, best)
        heat[0] += fall
        heat[1] += wfall


@kernel()
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
                        P["stiff"],
                        P["noise"],
                    ]
                ),
                np.array(
                    [
                        temp(a),
                        unit * (1 - a * P["wf"]),
                        P["mput"],
                        P["mdrop"],
                        P["skip"],
                        P["stiff"],
                        P["noise"],
                    ]
                ),
            )
    length = int(best.facts[0])
    order = tuple(best.route[1 : length - 1].tolist())
    met = {int(model.needed[node]) for node in order} - {-1}
    return order if len(met) == model.limits[4] else None
