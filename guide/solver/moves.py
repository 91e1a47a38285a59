"""What the search may change in a sequence: compiled.

Every move proposes a stretch (low, high, count): that ``piece[:count]`` replaces what
is between two positions. ``NOWHERE`` is a move that came to nothing.
"""

import numpy as np
import numpy.typing as npt

from guide.compiled import helper
from guide.solver.chance import below, exponential, uniform
from guide.solver.clock import NEVER, begin_at
from guide.solver.model import Model
from guide.solver.sequence import Sequence

SKIP = 3
"""So many stops may make room for another."""

REACH = 3
"""So many stops are moved together."""

REFILL = 5
"""Fewer stops than so many are chosen anew together."""

NOWHERE = (-1, -1, 0)

# The mood of the search: how much may be lost, what a second is worth, and how much
# luck this one step has.
HEAT, PRICE, LUCK = range(3)
Mood = npt.NDArray[np.float64]


@helper
def put(model: Model, seq: Sequence, mood: Mood) -> tuple[int, int, int]:
    """Put an unvisited node where it is best, in the place of others if need be."""
    node = _promising(seq)
    # Nowhere is a place to look for what is not even worth its visit.
    worth = seq.prize[node] - mood[PRICE] * model.visit[node]
    if seq.place[node] >= 0 or worth < -mood[LUCK]:
        return NOWHERE
    best, stretch = -1e18, NOWHERE
    for at in range(seq.facts[0] - 1):
        low, to, count = _put_after(model, seq, at, node)
        if low < 0:
            continue
        value = _put_value(model, seq, (low, to, node), mood)
        # A little luck, lest the same place is chosen every time.
        value += mood[HEAT] * uniform(seq.dice)
        if value > best:
            best, stretch = value, (low, to, count)
    return stretch


@helper
def _promising(seq: Sequence) -> int:
    """Draw a site or break: often what is worth much for its time, now and then any."""
    size = len(seq.rank)
    place = below(seq.dice, size)
    for _ in range(1 + 2 * (place & 1)):
        place = min(place, below(seq.dice, size))
    node: int = seq.rank[place]
    return node


@helper
def _put_after(model: Model, seq: Sequence, at: int, node: int) -> tuple[int, int, int]:
    """Put an unvisited node after a position, in the place of others if need be."""
    begin = begin_at(model, node, seq.leave[at] + seq.into[node, seq.route[at]])
    if begin >= NEVER:
        return NOWHERE
    to = _next_in_time(model, seq, at, (node, begin + model.visit[node]))
    seq.piece[0] = node
    return (at, to, 1) if to >= 0 else NOWHERE


@helper
def _next_in_time(model: Model, seq: Sequence, at: int, put: tuple[int, int]) -> int:
    """Find the first position that a node after ``at`` still reaches; -1 if too far."""
    node, leave = put
    for to in range(at + 1, min(at + 2 + SKIP, seq.facts[0])):
        if leave + model.travel[node, seq.route[to]] <= seq.late[to]:
            return to
        if seq.route[to] >= model.before.shape[0]:
            break
    return -1


@helper
def _put_value(
    model: Model, seq: Sequence, where: tuple[int, int, int], mood: Mood
) -> float:
    """Tell what is won by a node between two positions, its time paid for."""
    low, high, node = where
    gain, stay = seq.prize[node], model.visit[node]
    for at in range(low + 1, high):
        gain -= seq.prize[seq.route[at]]
        stay -= model.visit[seq.route[at]]
    walk = seq.into[node, seq.route[low]] + model.travel[node, seq.route[high]]
    walk -= seq.walk[high] - seq.walk[low]
    value: float = gain - mood[PRICE] * (walk + stay)
    return value


@helper
def refill(model: Model, seq: Sequence, mood: Mood) -> tuple[int, int, int]:
    """Leave out some stops in a row, and go from stop to good stop in their time.

    Source:
        Schrimpf et al. (2000), https://doi.org/10.1006/jcph.1999.6413, for ruining
        and recreating.
    """
    low = below(seq.dice, seq.facts[0] - 1)
    high = min(low + 1 + below(seq.dice, REFILL), seq.facts[0] - 1)
    if not _only_visits(model, seq, low + 1, high - 1):
        return NOWHERE
    here, now, count = seq.route[low], seq.leave[low], 0
    for _ in range(REFILL + 1):
        node = _next_stop(model, seq, (low, high, count), (here, now), mood)
        if node < 0:
            break
        now = begin_at(model, node, now + model.travel[here, node])
        now += model.visit[node]
        seq.piece[count] = node
        here, count = node, count + 1
    return low, high, count


@helper
def _next_stop(
    model: Model,
    seq: Sequence,
    stretch: tuple[int, int, int],
    here: tuple[int, int],
    mood: Mood,
) -> int:
    """Choose a good neighbour from which the end of a stretch is reached; or -1."""
    node, now = here
    goal = seq.route[stretch[1]]
    best, found = 0.0, -1
    for k in range(seq.near.shape[1]):
        near = seq.near[node, k]
        if not _is_free(model, seq, stretch, near):
            continue
        begin = begin_at(model, near, now + model.travel[node, near])
        arrive = begin + model.visit[near] + model.travel[near, goal]
        if arrive > seq.late[stretch[1]]:
            continue
        took = arrive - now - model.travel[node, goal]
        value = seq.prize[near] - mood[PRICE] * took
        value += mood[HEAT] * exponential(seq.dice)
        if value > best:
            best, found = value, near
    return found


@helper
def _is_free(
    model: Model, seq: Sequence, stretch: tuple[int, int, int], node: int
) -> bool:
    """Tell whether a node may go into a stretch: visited nowhere else."""
    low, high, count = stretch
    if node >= model.before.shape[0]:
        return False
    for at in range(count):
        if seq.piece[at] == node:
            return False
    at = seq.place[node]
    free: bool = at < 0 or low < at < high
    return free


@helper
def drop(model: Model, seq: Sequence) -> tuple[int, int, int]:
    """Leave out one stop or two."""
    low = below(seq.dice, seq.facts[0] - 2)
    high = min(low + 2 + below(seq.dice, 2), seq.facts[0] - 1)
    return (low, high, 0) if _only_visits(model, seq, low + 1, high - 1) else NOWHERE


@helper
def _only_visits(model: Model, seq: Sequence, first: int, last: int) -> bool:
    """Tell whether there is no turn between two positions, both included."""
    turns = 0
    for at in range(first, last + 1):
        turns += seq.route[at] >= model.before.shape[0]
    return turns == 0


@helper
def bring_together(model: Model, seq: Sequence, most: float) -> tuple[int, int, int]:
    """Make a node and one of its neighbours follow each other.

    Puts the neighbour there if it is not visited; else turns round what is between
    them, or moves some stops beside the other; not if that is seen to add more than
    ``most`` seconds of walking.
    """
    at = below(seq.dice, seq.facts[0] - 1)
    near = seq.near[seq.route[at], below(seq.dice, seq.near.shape[1])]
    to = seq.place[near]
    if to < 0:
        return _put_after(model, seq, at, near)
    return NOWHERE if to in (at, at + 1) else _joined(model, seq, (at, to), most)


@helper
def _joined(
    model: Model, seq: Sequence, pair: tuple[int, int], most: float
) -> tuple[int, int, int]:
    """Bring two positions together, in one way or another."""
    at, to = pair
    kind, span = below(seq.dice, 4), below(seq.dice, REACH)
    if kind < 2:
        return _turn_towards(model, seq, (at, to), kind)
    if kind == 2:
        return _move(model, seq, (max(1, at - span), at, to - 1), most)
    return _move(model, seq, (to, min(seq.facts[0] - 2, to + span), at), most)


@helper
def _turn_towards(
    model: Model, seq: Sequence, pair: tuple[int, int], kind: int
) -> tuple[int, int, int]:
    """Turn a stretch round so that two positions come to stand side by side."""
    at, to = pair
    if to > at:
        return _turn_round(model, seq, at + 1, to)
    if to == at - 1:
        return _turn_round(model, seq, to, at)
    # The neighbour is earlier: it comes to just before the node, or the node to it.
    return _turn_round(model, seq, to + kind, at - 1 + kind)


@helper
def _turn_round(
    model: Model, seq: Sequence, first: int, last: int
) -> tuple[int, int, int]:
    """Walk a stretch the other way round."""
    inner = 1 <= first <= last <= seq.facts[0] - 2
    if not inner or not _only_visits(model, seq, first, last):
        return NOWHERE
    for at in range(last - first + 1):
        seq.piece[at] = seq.route[last - at]
    return first - 1, last + 1, last - first + 1


@helper
def _move(
    model: Model, seq: Sequence, stretch: tuple[int, int, int], most: float
) -> tuple[int, int, int]:
    """Move the stops from ``first`` to ``last`` to after position ``target``."""
    first, last, target = stretch
    inner = 1 <= first <= last <= seq.facts[0] - 2 and target >= 0
    if not inner or first - 1 <= target <= last:
        return NOWHERE
    far = _moved_walk(model, seq, stretch) > most
    if far or not _only_visits(model, seq, first, last):
        return NOWHERE
    count = 0
    for at in range(last + 1, target + 1):
        seq.piece[count] = seq.route[at]
        count += 1
    for at in range(first, last + 1):
        seq.piece[count] = seq.route[at]
        count += 1
    for at in range(target + 1, first):
        seq.piece[count] = seq.route[at]
        count += 1
    return min(first - 1, target), max(last, target) + 1, count


@helper
def _moved_walk(model: Model, seq: Sequence, stretch: tuple[int, int, int]) -> int:
    """Tell how much walking a move adds, whatever the times."""
    first, last, target = stretch
    route, travel = seq.route, model.travel
    closed = travel[route[first - 1], route[last + 1]]
    opened = travel[route[first - 1], route[first]]
    opened += travel[route[last], route[last + 1]]
    closed += travel[route[target], route[first]]
    closed += travel[route[last], route[target + 1]]
    opened += travel[route[target], route[target + 1]]
    added: int = closed - opened
    return added
