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

from guide.compiled import helper, kernel
from guide.solver.clock import NEVER, begin_at
from guide.solver.masks import Masks, added_score, may_join
from guide.solver.model import Ints, Model
from guide.solver.relax import HOPELESS, NOTHING, Bounds
from guide.solver.tolls import WALK as WALKING
from guide.solver.tolls import given_back

# Columns of a label. GONE are the nodes that are seen or can no longer be reached,
# REST what the tolls give back, and what was won, so far.
(
    NODE, TOUR, SEEN, HERE, GONE, NOW, WALK, WALKED, ENDED, SCORE, REST, PARENT, OPEN,
    NEXT, ROOM,
) = range(15)  # fmt: skip

EMPTY = -1
"""No label."""


class Ground(NamedTuple):
    """All that labels grow on."""

    model: Model
    masks: Masks
    bounds: Bounds


class Store(NamedTuple):
    """All labels, a table to find those of a state, and a few numbers.

    ``table`` is by slot: the newest label there, and the layer that it belongs to; what
    other layers left behind is as good as nothing. ``facts`` are the number of labels,
    the best finished one, its worth, whether there was too little room, how many layers
    there ever were.
    """

    label: Ints
    table: Ints
    facts: Ints


def store_for(most: int) -> Store:
    """Make room for ``most`` labels, and one that is only tried."""
    table = 1 << max(10, (most - 1).bit_length())
    return Store(
        label=np.zeros((most + 1, ROOM), dtype=np.int64),
        table=np.full((table, 2), EMPTY, dtype=np.int64),
        facts=np.array([0, EMPTY, NOTHING, 0, 0], dtype=np.int64),
    )


@kernel
def grow(ground: Ground, store: Store, known: int, room: int) -> bool:
    """Grow labels until none is left; False if ``room`` labels were not enough.

    ``known`` is a worth that was reached already: what cannot equal it is dropped.
    """
    label, facts = store.label, store.facts
    _plant(ground, store, known)
    low, high = 0, 1
    # A layer has one node or turn more than the one before it.
    for _ in range(len(ground.model.visit)):
        facts[4] += 1
        for at in range(low, high):
            if label[at, OPEN] and not facts[3]:
                _extend(ground, store, at, min(room, len(label) - 1))
        if facts[3] or facts[0] == high:
            break
        low, high = high, facts[0]
    complete: bool = facts[3] == 0
    return complete


@helper
def _plant(ground: Ground, store: Store, known: int) -> None:
    """Make the first label: at the start, nothing seen."""
    label, facts = store.label, store.facts
    for column in range(ROOM):
        label[0, column] = 0
    label[0, NODE], label[0, NOW] = len(ground.masks.ahead), ground.model.limits[0]
    label[0, REST], label[0, OPEN] = given_back(ground.bounds.tolls), 1
    label[0, PARENT], label[0, NEXT] = EMPTY, EMPTY
    facts[0], facts[1], facts[2], facts[3] = 1, EMPTY, known, 0


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
def _extend(ground: Ground, store: Store, at: int, room: int) -> None:
    """Go on from a label to every node, the next turn or the end."""
    label, size = store.label, len(ground.masks.ahead)
    here, seen = label[at, HERE], label[at, SEEN]
    for node in range(size):
        if label[at, GONE] >> node & 1:
            continue
        tour = (label[at, TOUR], here, seen)
        if not ground.model.limits[3] or may_join(
            ground.model, ground.masks, node, tour
        ):
            _reach(ground, store, (at, node, room))
    if label[at, TOUR] < ground.bounds.gain.shape[0] - 1:
        _reach(ground, store, (at, size + 2 + label[at, TOUR], room))
    else:
        _finish(ground, store, at)


@helper
def _reach(ground: Ground, store: Store, step: tuple[int, int, int]) -> None:
    """Make the label of going on to a node, unless it is late, hopeless or beaten."""
    at, node, room = step
    label, new = store.label, store.facts[0]
    if not _go(ground, label, (at, node, new)) or not _may_win(ground, store, at):
        return
    label[new, SCORE] = label[at, SCORE]
    if node < len(ground.masks.ahead):
        here = label[at, HERE]
        label[new, SCORE] += added_score(ground.model, ground.masks, here, node)
    label[new, PARENT], label[new, OPEN] = at, 1
    if _stands(store, new):
        store.facts[0] = min(new + 1, room)
        store.facts[3] = new >= room


@helper
def _go(ground: Ground, label: Ints, step: tuple[int, int, int]) -> bool:
    """Write down where going on to a node leads; False if that is too late or far."""
    at, node, new = step
    model, tolls = ground.model, ground.bounds.tolls
    way = model.travel[label[at, NODE], node]
    arrive, walk = label[at, NOW] + way, label[at, WALK] + way
    begin = begin_at(model, node, arrive)
    if begin >= NEVER or walk > model.limits[2]:
        return False
    label[new, NODE], label[new, NOW] = node, begin + model.visit[node]
    label[new, WALKED] = label[at, WALKED] + way
    label[new, REST] = label[at, REST] - way * tolls.toll[WALKING]
    if node < len(tolls.net):
        label[new, TOUR], label[new, ENDED] = label[at, TOUR], label[at, ENDED]
        label[new, SEEN] = label[at, SEEN] | 1 << node
        label[new, HERE], label[new, WALK] = label[at, HERE] | 1 << node, walk
        label[new, REST] += tolls.net[node]
    else:
        label[new, TOUR] = label[at, TOUR] + 1
        label[new, ENDED] = label[at, ENDED] + arrive
        label[new, SEEN] = label[at, SEEN]
        label[new, HERE], label[new, WALK] = 0, 0
    return True


@helper
def _may_win(ground: Ground, store: Store, at: int) -> bool:
    """Tell whether the new label, reached from ``at``, may still be the best."""
    label, new, bounds = store.label, store.facts[0], ground.bounds
    tour, node = label[new, TOUR], label[new, NODE]
    slot = label[new, NOW] >> bounds.facts[1]
    if slot >= bounds.gain.shape[2]:
        return False
    gain, then = bounds.gain[tour, node, slot], bounds.then[tour, node, slot]
    if 0 <= then < len(bounds.tolls.net) and label[new, SEEN] >> then & 1:
        gain = bounds.other_gain[tour, node, slot]
    hope = label[new, REST] - label[new, ENDED] + gain - store.facts[2]
    if gain < HOPELESS or hope < 0:
        return False
    seen = label[new, SEEN]
    gone = label[at, GONE] | seen | ~bounds.reach[tour, node, slot]
    given = _given_up(ground, seen, (label[at, GONE], gone))
    label[new, GONE], label[new, REST] = gone, label[new, REST] - given
    may: bool = 0 <= given <= hope
    return may


@helper
def _given_up(ground: Ground, seen: int, gone: tuple[int, int]) -> int:
    """Add up the tolls that are not given back for what can no longer be visited.

    A limit of one visit is then one of none. -1 if something is lost that has to be
    visited. ``gone`` are the nodes that were gone before, and those that are now.
    """
    tolls, (before, now) = ground.bounds.tolls, gone
    for need in ground.masks.need:
        if not need & (seen | ~now):
            return -1
    given, lost = 0, now & ~(before | seen)
    for node in range(len(tolls.net)):
        if lost >> node & 1 and not tolls.exact[tolls.dues[node, 0]]:
            given += tolls.toll[tolls.dues[node, 0]]
    return given


@helper
def _stands(store: Store, new: int) -> bool:
    """Put a new label among its rivals of the same state, unless one beats it."""
    label, slot, layer = store.label, _slot_of(store, new), store.facts[4]
    rival = store.table[slot, 0] if store.table[slot, 1] == layer else EMPTY
    label[new, NEXT] = rival
    while 0 <= rival < new:
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
        # The chain leads to ever older labels; a ring would end here.
        rival = label[rival, NEXT] if label[rival, NEXT] < rival else EMPTY
    store.table[slot, 0], store.table[slot, 1] = new, layer
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
    for _ in range(depth_one + depth_other):
        if one == other:
            break
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
    """Count the steps to a label: each leads from an older one."""
    depth = 0
    while 0 <= label[at, PARENT] < at:
        at = label[at, PARENT]
        depth += 1
    return depth


@helper
def _finish(ground: Ground, store: Store, at: int) -> None:
    """End the last tour here, and keep it if it is the best."""
    model, label, end = ground.model, store.label, len(ground.masks.ahead) + 1
    way = model.travel[label[at, NODE], end]
    arrive = label[at, NOW] + way
    if arrive > model.closes[end, -1] or label[at, WALK] + way > model.limits[2]:
        return
    for need in ground.masks.need:
        if not need & label[at, SEEN]:
            return
    worth = label[at, SCORE] * ground.bounds.facts[0] - label[at, ENDED] - arrive
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


def order_of(store: Store) -> tuple[int, ...] | None:
    """Read the best order from the labels; None if nothing was good enough."""
    at, order = int(store.facts[1]), []
    if at < 0:
        return None
    while store.label[at, PARENT] >= 0:
        order.append(int(store.label[at, NODE]))
        at = int(store.label[at, PARENT])
    return tuple(reversed(order))
