"""The best routes, proven: every promising way is followed, compiled.

Labels grow from the start, one node at a time. Of labels with the same nodes and the
same last one, those that are nowhere better go; so do those whose bound shows that
they cannot become better than the best known routes.

Source:
    Righini and Salani (2009), https://doi.org/10.1016/j.cor.2008.01.003; bounded by
    completion as in Baldacci, Mingozzi and Roberti (2011),
    https://doi.org/10.1287/opre.1110.0975.
"""

from typing import NamedTuple

import numpy as np

from guide.solver.clock import NEVER, begin_at
from guide.solver.compiled import helper, kernel
from guide.solver.model import Ints, Model
from guide.solver.relax import NOTHING, Bounds

MOST_NODES = 62
"""Sets are the bits of one number."""

# Columns of a label.
(
    NODE, TOUR, SEEN, HERE, NOW, WALK, WALKED, ENDED, SCORE, REST, PARENT, OPEN, NEXT,
    ROOM,
) = range(14)  # fmt: skip


class Store(NamedTuple):
    """All labels, a table to find those of a state, and a few numbers.

    ``facts`` are the number of labels, the best finished one, its worth; ``full``.
    """

    label: Ints
    table: Ints
    facts: Ints


def store_for(most: int) -> Store:
    """Make room for ``most`` labels."""
    table = 1 << max(10, (most - 1).bit_length())
    return Store(
        label=np.zeros((most, ROOM), dtype=np.int64),
        table=np.full(table, -1, dtype=np.int64),
        facts=np.array([0, -1, NOTHING, 0], dtype=np.int64),
    )


@kernel
def grow(model: Model, bounds: Bounds, store: Store, known: int) -> bool:
    """Grow labels until none is left; False if there was no room for all.

    ``known`` is a worth that was reached already: what cannot equal it is dropped.
    """
    label, facts = store.label, store.facts
    size = len(bounds.item)
    label[0, NODE], label[0, NOW], label[0, PARENT] = size, model.limits[0], -1
    label[0, OPEN], label[0, NEXT] = 1, -1
    label[0, REST] = 0
    for toll in bounds.toll:
        label[0, REST] += toll
    facts[0], facts[1], facts[2], facts[3] = 1, -1, known, 0
    # A state that is left over from another problem would tie the chains into a ring.
    for slot in range(len(store.table)):
        store.table[slot] = -1
    low, high = 0, 1
    while low < high:
        for at in range(low, high):
            if label[at, OPEN] and not facts[3]:
                _extend(model, bounds, store, at, high)
        # The next layer has other sets: nothing in the table concerns it.
        for at in range(high, facts[0]):
            store.table[_slot_of(store, at)] = -1
        if facts[3]:
            return False
        low, high = high, facts[0]
    return True


@helper
def _slot_of(store: Store, at: int) -> int:
    """Tell where a label's state belongs in the table."""
    label = store.label
    mixed = np.uint64(label[at, SEEN]) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= np.uint64(label[at, HERE]) * np.uint64(0xC2B2AE3D27D4EB4F)
    mixed ^= np.uint64(label[at, NODE] + 1) * np.uint64(0x165667B19E3779F9)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    slot: int = np.int64(mixed >> np.uint64(32)) & (len(store.table) - 1)  # type: ignore[assignment]
    return slot


@helper
def _extend(model: Model, bounds: Bounds, store: Store, at: int, high: int) -> None:
    """Go on from a label to every node, the next turn or the end."""
    label, size = store.label, len(bounds.item)
    for node in range(size):
        if not label[at, SEEN] >> node & 1 and _may_join(model, label, at, node):
            _reach(model, bounds, store, (at, node, high))
    tours = bounds.gain.shape[0]
    if label[at, TOUR] < tours - 1:
        _reach(model, bounds, store, (at, size + 2 + label[at, TOUR], high))
    else:
        _finish(model, bounds, store, at)


@helper
def _may_join(model: Model, label: Ints, at: int, node: int) -> bool:
    """Tell whether the wishes about whole tours let a node in."""
    if not model.limits[3]:
        return True
    here, group = label[at, HERE], model.group[node]
    same, stops, behind = 0, 0, False
    for other in range(model.before.shape[0]):
        if here >> other & 1:
            behind |= model.before[node, other]
            same += model.group[other] == group
            stops += model.counts[other]
    mine = model.only[node] < 0 or model.only[node] == label[at, TOUR]
    full = model.counts[node] and stops >= model.limits[1]
    many = group >= 0 and same >= model.cap[group]
    return mine and not (behind or full or many)


@helper
def _added_score(model: Model, label: Ints, at: int, node: int) -> int:
    """Tell what a node adds to the score of the tour under way."""
    theme = model.theme[node]
    if theme < 0:
        score: int = model.score[node]
        return score
    before = _theme_score(model, label[at, HERE], theme)
    return _theme_score(model, label[at, HERE] | 1 << node, theme) - before


@helper
def _theme_score(model: Model, here: int, theme: int) -> int:
    """Add up the scores of one theme, the best counted first."""
    total, size = 0, model.before.shape[0]
    for node in range(size):
        if not (here >> node & 1 and model.theme[node] == theme):
            continue
        rank = 0
        for other in range(size):
            if here >> other & 1 and model.theme[other] == theme and other != node:
                above = model.score[other] - model.score[node]
                rank += above > 0 or (above == 0 and other < node)
        percent = model.decay[min(rank, len(model.decay) - 1)]
        total += model.score[node] * percent // 100
    return total


@helper
def _reach(
    model: Model, bounds: Bounds, store: Store, step: tuple[int, int, int]
) -> None:
    """Make the label of going on to a node, unless it is late, hopeless or beaten."""
    at, node, high = step
    label, new = store.label, store.facts[0]
    way = model.travel[label[at, NODE], node]
    arrive, walk = label[at, NOW] + way, label[at, WALK] + way
    begin = begin_at(model, node, arrive)
    if begin >= NEVER or walk > model.limits[2]:
        return
    now, tour, ended = begin + model.visit[node], label[at, TOUR], label[at, ENDED]
    seen, here, rest = label[at, SEEN], label[at, HERE], label[at, REST]
    score = label[at, SCORE]
    if node < len(bounds.item):
        seen, here = seen | 1 << node, here | 1 << node
        rest -= bounds.toll[bounds.item[node]]
        score += _added_score(model, label, at, node)
    else:
        tour, ended, walk, here = tour + 1, ended + arrive, 0, 0
    hope = score * bounds.facts[0] - ended + rest
    if hope + _gain(bounds, (tour, node, now), seen) < store.facts[2]:
        return
    if new >= len(label):
        store.facts[3] = 1
        return
    label[new, NODE], label[new, TOUR], label[new, SEEN] = node, tour, seen
    label[new, HERE], label[new, NOW], label[new, WALK] = here, now, walk
    label[new, WALKED], label[new, ENDED] = label[at, WALKED] + way, ended
    label[new, SCORE], label[new, REST], label[new, PARENT] = score, rest, at
    label[new, OPEN], label[new, NEXT] = 1, -1
    if _stands(store, new, high):
        store.facts[0] = new + 1


@helper
def _gain(bounds: Bounds, where: tuple[int, int, int], seen: int) -> int:
    """Bound what can still be won, the tolls of what is unseen not counted."""
    tour, node, now = where
    slot = now >> bounds.facts[1]
    if slot >= bounds.gain.shape[2]:
        return NOTHING
    then = bounds.then[tour, node, slot]
    if 0 <= then < len(bounds.item) and seen >> then & 1:
        gain: int = bounds.other_gain[tour, node, slot]
    else:
        gain = bounds.gain[tour, node, slot]
    return gain


@helper
def _stands(store: Store, new: int, high: int) -> bool:
    """Put a new label among its rivals of the same state, unless one beats it."""
    label, slot = store.label, _slot_of(store, new)
    rival = store.table[slot]
    while rival >= high:
        if (
            label[rival, OPEN]
            and label[rival, SEEN] == label[new, SEEN]
            and label[rival, HERE] == label[new, HERE]
            and label[rival, NODE] == label[new, NODE]
        ):
            if _beats(label, rival, new):
                return False
            if _beats(label, new, rival):
                label[rival, OPEN] = 0
        rival = label[rival, NEXT]
    label[new, NEXT] = store.table[slot]
    store.table[slot] = new
    return True


@helper
def _beats(label: Ints, one: int, other: int) -> bool:
    """Tell whether a label becomes no worse than another, whatever follows."""
    if label[one, SCORE] < label[other, SCORE]:
        return False
    for column in (NOW, WALK, WALKED, ENDED):
        if label[one, column] > label[other, column]:
            return False
    # Where the walking is the same, a later tie may be settled by the order.
    return label[one, WALKED] < label[other, WALKED] or _is_before(label, one, other)


@kernel
def _is_before(label: Ints, one: int, other: int) -> bool:
    """Tell whether a label's order is the lexicographically smaller one, or the same.

    The end of a tour comes before every node.
    """
    first_one, first_other = -2, -2
    depth_one, depth_other = _depth(label, one), _depth(label, other)
    while one != other:
        level = depth_one - depth_other
        if level >= 0:
            first_one, one = label[one, NODE], label[one, PARENT]
            depth_one -= 1
        if level <= 0:
            first_other, other = label[other, NODE], label[other, PARENT]
            depth_other -= 1
    first_one = -1 if first_one > label[0, NODE] else first_one
    first_other = -1 if first_other > label[0, NODE] else first_other
    return first_one <= first_other


@helper
def _depth(label: Ints, at: int) -> int:
    depth = 0
    while label[at, PARENT] >= 0:
        at = label[at, PARENT]
        depth += 1
    return depth


@helper
def _finish(model: Model, bounds: Bounds, store: Store, at: int) -> None:
    """End the last tour here, and keep it if it is the best."""
    label, end = store.label, len(bounds.item) + 1
    way = model.travel[label[at, NODE], end]
    arrive = label[at, NOW] + way
    if arrive > model.closes[end, -1] or label[at, WALK] + way > model.limits[2]:
        return
    if not _meets_needs(bounds, label[at, SEEN]):
        return
    worth = label[at, SCORE] * bounds.facts[0] - label[at, ENDED] - arrive
    best = store.facts[1]
    if worth < store.facts[2] or (
        worth == store.facts[2]
        and best >= 0
        and not _is_shorter(model, label, at, best)
    ):
        return
    store.facts[1], store.facts[2] = at, worth


@helper
def _is_shorter(model: Model, label: Ints, one: int, other: int) -> bool:
    """Settle a tie of finished labels: less walking, then the smaller order."""
    end = model.before.shape[0] + 1
    walk = label[one, WALKED] + model.travel[label[one, NODE], end]
    than = label[other, WALKED] + model.travel[label[other, NODE], end]
    return walk < than or (walk == than and _is_before(label, one, other))


@helper
def _meets_needs(bounds: Bounds, seen: int) -> bool:
    met = np.int64(0)
    needs = bounds.needed[0]
    for node in range(len(bounds.item)):
        if bounds.item[node] < needs and seen >> node & 1:
            met |= 1 << bounds.item[node]
    complete: bool = met == (1 << needs) - 1
    return complete


def order_of(store: Store) -> tuple[int, ...] | None:
    """Read the best order from the labels; None if nothing was good enough."""
    at, order = int(store.facts[1]), []
    if at < 0:
        return None
    while store.label[at, PARENT] >= 0:
        order.append(int(store.label[at, NODE]))
        at = int(store.label[at, PARENT])
    return tuple(reversed(order))
