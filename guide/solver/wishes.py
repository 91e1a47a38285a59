"""Whether tours obey the wishes about whole tours, and what they are worth: compiled.

Only problems with such wishes get here (``limits[3]`` of the model): it takes a look
at the whole sequence, where times are judged by a stretch.
"""

from guide.compiled import helper
from guide.solver.model import Model
from guide.solver.sequence import Sequence


@helper
def value_of(model: Model, seq: Sequence, count: int) -> int:
    """Add up the prizes of ``trial[:count]``, or give -1 if it breaks a wish."""
    total, tour, low = 0, 0, 0
    for high in range(1, count):
        if seq.trial[high] > model.before.shape[0]:
            value = _tour_value(model, seq, (low, high, tour))
            if value < 0:
                return -1
            total += value
            tour += 1
            low = high
    return total


@helper
def _tour_value(model: Model, seq: Sequence, tour: tuple[int, int, int]) -> int:
    """Judge one tour: its number, and the positions of what is before and after it."""
    low, high, number = tour
    order = seq.trial
    total, stops, walk = 0, 0, model.travel[order[high - 1], order[high]]
    for at in range(low + 1, high):
        node = order[at]
        if model.only[node] >= 0 and model.only[node] != number:
            return -1
        if not _may_stand(model, seq, low, at):
            return -1
        walk += model.travel[order[at - 1], node]
        stops += model.counts[node]
        total += seq.prize[node] - _faded(model, seq, tour, at)
    if stops > model.limits[1] or walk > model.limits[2]:
        return -1
    return total


@helper
def _may_stand(model: Model, seq: Sequence, low: int, at: int) -> bool:
    """Tell whether a node may follow those of its tour that are before it."""
    node, same = seq.trial[at], 1
    for other_at in range(low + 1, at):
        other = seq.trial[other_at]
        if model.before[node, other]:
            return False
        same += model.group[other] == model.group[node]
    return model.group[node] < 0 or same <= model.cap[model.group[node]]  # type: ignore[no-any-return]


@helper
def _faded(model: Model, seq: Sequence, tour: tuple[int, int, int], at: int) -> int:
    """Tell what a node loses because its tour has better ones of the same theme."""
    node, rank = seq.trial[at], 0
    if model.theme[node] < 0:
        return 0
    for other_at in range(tour[0] + 1, tour[1]):
        other = seq.trial[other_at]
        if other_at != at and model.theme[other] == model.theme[node]:
            above = model.score[other] - model.score[node]
            rank += above > 0 or (above == 0 and other_at < at)
    percent = model.decay[min(rank, len(model.decay) - 1)]
    lost: int = model.score[node] - model.score[node] * percent // 100
    return lost
