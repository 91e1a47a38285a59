"""When a visit can begin, and by when one must be there: compiled."""

from guide.compiled import helper
from guide.solver.model import Model
from guide.solver.problem import UNREACHABLE

NEVER = 2 * UNREACHABLE
"""Later than any moment."""


@helper
def begin_at(model: Model, node: int, arrive: int) -> int:
    """Tell when a visit begins that is reached at ``arrive``; NEVER if too late.

    At a turn it is the next departure.
    """
    for window in range(model.opens.shape[1]):
        if arrive <= model.closes[node, window]:
            begin: int = model.reset[node]
            return begin if begin >= 0 else max(arrive, model.opens[node, window])
    return NEVER


@helper
def latest_at(model: Model, node: int, leave: int) -> int:
    """Tell by when a node must be reached to be left by ``leave``; -1 if impossible."""
    latest: int = leave - model.visit[node]
    if model.reset[node] >= 0:
        latest = model.closes[node, -1]
        return latest if model.reset[node] <= leave else -1
    for window in range(model.opens.shape[1] - 1, -1, -1):
        if model.opens[node, window] <= latest:
            return min(latest, int(model.closes[node, window]))
    return -1
