"""Prove that routes are the best, or say how much better others could be."""

from dataclasses import dataclass
from functools import cache
from threading import Lock

from guide.solver import labels, relax
from guide.solver.masks import MOST_NODES, masks_of
from guide.solver.model import Case
from guide.solver.precedence import earlier_of, needed_sites, open_ways
from guide.solver.timetable import routes_of, worth

SLOTS = 80
"""At least so many slots of time; more of them bound better, and take longer."""

ROUNDS = 8
"""So often the tolls are adapted; labels are cheaper than more of it."""

SHARES = (8, 3, 1)
"""Where to look first: in the top eighth between the known and the bound, ..."""


_ONE_AT_A_TIME = Lock()
"""The room for labels is shared: threads take turns."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The best order if it is proven, and a score that nothing exceeds."""

    order: tuple[int, ...] | None
    bound: int
    done: bool


def prove(case: Case, order: tuple[int, ...] | None, room: int) -> Proof:
    """Look for the best order, given a good one, with room for so many labels.

    If it is done and there is no order, no routes obey all wishes.
    """
    small = len(case.nodes) <= MOST_NODES
    earlier = earlier_of(case)
    model = case.model._replace(travel=open_ways(case, earlier))
    bounds = relax.bounds_of(case, SLOTS if small else SLOTS // 4)
    known = relax.NOTHING + 1 if order is None else _worth(case, order, bounds)
    top = int(bounds.facts[2])
    if relax.can_tighten(case, bounds):
        rounds = _rounds(case, bounds, room)
        top = int(relax.tighten(model, bounds, max(0, known), rounds))
        relax.look_round(model, bounds)
    if not small:
        return Proof(order, _score(case, bounds, top), done=False)
    masks = masks_of(case, earlier, needed_sites(case))
    ground = labels.Ground(model, masks, bounds)
    for share in SHARES if order is not None else (1,):
        target = max(known, top - (top - known) // share)
        done, found = _grown(ground, room, target)
        if not done:
            break
        if found is not None or share == 1:
            score = 0 if found is None else worth(case, found)
            return Proof(found, score, done=True)
        top = target - 1
    return Proof(order, _score(case, bounds, top), done=False)


def _grown(
    ground: labels.Ground, room: int, target: int
) -> tuple[bool, tuple[int, ...] | None]:
    """Grow labels to the end, if there is room, and read the best order."""
    with _ONE_AT_A_TIME:
        store = _store(room)
        done = labels.grow(ground, store, target, room)
        return done, labels.order_of(store) if done else None


def _rounds(case: Case, bounds: relax.Bounds, room: int) -> int:
    """Choose how often to adapt the tolls: less where each time takes long."""
    work = bounds.gain.size * len(case.nodes)
    return max(1, min(ROUNDS, 100 * room // max(1, work)))


@cache
def _store(room: int) -> labels.Store:
    """Make room once: new memory takes longer to get than to fill."""
    return labels.store_for(room)


def _worth(case: Case, order: tuple[int, ...], bounds: relax.Bounds) -> int:
    ends = sum(route.end_s - case.base_s for route in routes_of(case, order))
    return worth(case, order) * int(bounds.facts[0]) - ends


def _score(case: Case, bounds: relax.Bounds, top: int) -> int:
    """Turn a bound on worths into one on scores."""
    ends = int(case.model.closes[case.start + 1 :, -1].sum())
    return min(int(case.model.score.sum()), (top + ends) // int(bounds.facts[0]))
