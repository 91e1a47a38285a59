"""Prove that routes are the best, or say how much better others could be."""

from dataclasses import dataclass, replace
from threading import Lock
from typing import NamedTuple

from guide.solver import labels, relax
from guide.solver.masks import MOST_NODES, masks_of
from guide.solver.model import Case
from guide.solver.precedence import earlier_of, needed_sites, open_ways
from guide.solver.timetable import routes_of, worth


class Stage(NamedTuple):
    """An attempt: so many slots of time at least, so often the tolls are adapted.

    More of both bound better and take longer. ``part`` of the room for labels is used.
    """

    slots: int
    rounds: int
    part: int


STAGES = (Stage(80, 8, 25), Stage(160, 20, 1))
"""Nine of ten proofs are done with few labels; for the others better bounds pay."""

COARSE = Stage(20, 8, 1)
"""What is done where there are too many nodes for labels."""

MOST_LABELS = 500_000
"""No more than this, whatever the effort: 60 megabytes."""

SHARES = (8, 3, 1)
"""Where to look first: in the top eighth between the known and the bound, ..."""

Order = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """The best order if it is proven, and a score that nothing exceeds.

    If it is done and there is no order, no routes obey all wishes.
    """

    order: Order | None
    bound: int
    done: bool


class _Span(NamedTuple):
    """The worth that is known, and one that nothing exceeds."""

    known: int
    top: int


def prove(case: Case, order: Order | None, room: int) -> Proof:
    """Look for the best order, given a good one, with room for so many labels."""
    earlier = earlier_of(case)
    case = replace(case, model=case.model._replace(travel=open_ways(case, earlier)))
    if len(case.nodes) > MOST_NODES:
        return _bounded(case, order, room)
    masks = masks_of(case, earlier, needed_sites(case))
    bounds = relax.bounds_of(case, STAGES[0].slots)
    for stage in STAGES:
        if stage is not STAGES[0]:
            bounds = relax.bounds_of(case, stage.slots, bounds)
        span = _span(case, bounds, order, stage.rounds)
        if not relax.tells_ends_apart(case, bounds):
            break
        ground = labels.Ground(case.model, masks, bounds)
        done, found = _searched(ground, span, room // stage.part)
        if done:
            score = 0 if found is None else worth(case, found)
            return Proof(found, score, done=True)
    return Proof(order, _score(case, bounds, span.top), done=False)


def _bounded(case: Case, order: Order | None, room: int) -> Proof:
    """Say how much better than an order others could be, without labels."""
    bounds = relax.bounds_of(case, COARSE.slots)
    # Each round takes long here: as many as there is time for labels elsewhere.
    work = bounds.gain.size * len(case.nodes)
    rounds = max(1, min(COARSE.rounds, 100 * room // work))
    span = _span(case, bounds, order, rounds)
    return Proof(order, _score(case, bounds, span.top), done=False)


def _span(case: Case, bounds: relax.Bounds, order: Order | None, rounds: int) -> _Span:
    """Tell what an order is worth, and bound what any could be."""
    known = relax.NOTHING + 1 if order is None else _worth(case, order, bounds)
    if not relax.can_tighten(case, bounds):
        return _Span(known, int(bounds.facts[2]))
    top = relax.tighten(case.model, bounds, max(0, known), rounds)
    relax.look_round(case.model, bounds)
    return _Span(known, int(top))


def _searched(
    ground: labels.Ground, span: _Span, room: int
) -> tuple[bool, Order | None]:
    """Look for the best order near the bound first; say whether it came to an end."""
    known, top = span
    for share in SHARES if known > relax.HOPELESS else SHARES[-1:]:
        target = max(known, top - (top - known) // share)
        done, found = _grown(ground, target, room)
        if not done or found is not None:
            return done, found
        top = target - 1
    return True, None


def _grown(ground: labels.Ground, target: int, room: int) -> tuple[bool, Order | None]:
    """Grow labels to the end, if there is room, and read the best order."""
    with _ONE_AT_A_TIME:
        store = _store_for(max(1, min(room, MOST_LABELS)))
        done = labels.grow(ground, store, target, room)
        return done, labels.order_of(store) if done else None


_ONE_AT_A_TIME = Lock()
"""The room for labels is shared: threads take turns, as compiled code makes them."""

STORES: list[labels.Store] = []
"""The largest room ever needed: new memory takes longer to get than to fill."""


def _store_for(room: int) -> labels.Store:
    if not STORES or len(STORES[0].label) <= room:
        STORES[:] = [labels.store_for(room)]
    return STORES[0]


def _worth(case: Case, order: Order, bounds: relax.Bounds) -> int:
    ends = sum(route.end_s - case.base_s for route in routes_of(case, order))
    return worth(case, order) * int(bounds.facts[0]) - ends


def _score(case: Case, bounds: relax.Bounds, top: int) -> int:
    """Turn a bound on worths into one on scores."""
    ends = int(case.model.closes[case.start + 1 :, -1].sum())
    return min(int(case.model.score.sum()), (top + ends) // int(bounds.facts[0]))
