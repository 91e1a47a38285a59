"""What a relaxed walk pays for what it does too often: tolls, compiled.

Each limit (one visit each, so many of a kind, so many stops, so much walking, a rank
of a theme once) is lifted, and a toll put on all that it counts. As much as the limit
allows is given back, so that no true walk pays more than it gets.

Source:
    Held and Karp (1971), https://doi.org/10.1007/BF01584070; Fisher (1981),
    https://doi.org/10.1287/mnsc.27.1.1, for limits of any kind.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from guide.compiled import helper
from guide.solver.model import Case, Ints

NOTHING, WALK = 0, 1
"""The limits that are always there: of what is not limited, and of walking."""


class Tolls(NamedTuple):
    """Limits, their tolls, and what a visit pays.

    By limit: ``toll`` for each time, ``kept`` the tolls of the best bound, ``used`` how
    often the relaxed walk counts for it, ``allowed`` how often it may, ``unit`` how
    much is about one visit, ``exact`` whether less is as wrong as more. By node:
    ``dues`` the limits that a visit counts for, ``net`` what it wins after all tolls,
    ``rank`` which place in its theme wins most. By node and rank: ``prize`` what a
    visit is worth there, ``ranks`` the limit of that rank.
    """

    toll: Ints
    kept: Ints
    used: Ints
    allowed: Ints
    unit: Ints
    exact: npt.NDArray[np.bool_]
    dues: Ints
    net: Ints
    rank: Ints
    prize: Ints
    ranks: Ints


def tolls_of(case: Case, scale: int) -> Tolls:
    """Make the limits of a case; a point of score is worth ``scale``.

    The first tolls take all that a visit wins: bounds hold at once, if loosely.
    """
    model, size = case.model, len(case.nodes)
    item, stops = items_of(case), 2 + int(model.limits[4]) + size
    groups, ranks = stops + 1, stops + len(model.cap)
    prize, rank = _ranked(case, ranks)
    tours = len(case.turns) + 1
    count = ranks + (len(model.decay) - 1) * int(model.theme.max() + 1)
    toll = np.zeros(count, dtype=np.int64)
    np.maximum.at(toll, item, prize[:, 0] * scale)
    allowed = np.full(count, tours, dtype=np.int64)
    allowed[NOTHING], allowed[WALK] = 0, model.limits[2] * tours
    allowed[WALK + 1 : stops], allowed[stops] = 1, model.limits[1] * tours
    allowed[groups:ranks] = model.cap[:-1] * tours
    unit = np.ones(count, dtype=np.int64)
    unit[WALK] = 1 + model.limits[2] // VISITS
    exact = np.zeros(count, dtype=np.bool_)
    exact[WALK + 1 : WALK + 1 + int(model.limits[4])] = True
    group = model.group[:size]
    dues = [item, np.where(model.counts[:size], stops, NOTHING)]
    dues.append(np.where(group >= 0, groups + group, NOTHING))
    return Tolls(
        toll=toll,
        kept=np.zeros_like(toll),
        used=np.zeros_like(toll),
        allowed=allowed,
        unit=unit,
        exact=exact,
        dues=np.ascontiguousarray(np.stack(dues, axis=1)),
        net=prize[:, 0] * scale - toll[item],
        rank=np.zeros(size, dtype=np.int64),
        prize=prize * scale,
        ranks=rank,
    )


VISITS = 8
"""About so many visits share the walking that is allowed."""


def items_of(case: Case) -> Ints:
    """Tell for each node the limit of its own; nodes of one need share it."""
    needs, size = int(case.model.limits[4]), len(case.nodes)
    needed = case.model.needed[:size]
    item = np.where(needed >= 0, needed, needs + np.arange(size))
    return (item + WALK + 1).astype(np.int64)


def _ranked(case: Case, first: int) -> tuple[Ints, Ints]:
    """Tell what each node is worth by its rank in its theme, and the limit of that."""
    model, size, last = case.model, len(case.nodes), len(case.model.decay) - 1
    score, theme = model.score[:size, None], model.theme[:size, None]
    places = np.arange(last + 1)
    worth = score * model.decay // 100
    alone = np.where(places == 0, score, 0)
    limit = np.where(places < last, first + theme * last + places, NOTHING)
    themed = theme >= 0
    return np.where(themed, worth, alone), np.where(themed, limit, NOTHING)


@helper
def charge(tolls: Tolls) -> None:
    """Work out what each visit wins after all tolls, at the rank that wins most."""
    for node in range(len(tolls.net)):
        best, rank = tolls.prize[node, 0] - tolls.toll[tolls.ranks[node, 0]], 0
        for other in range(1, tolls.prize.shape[1]):
            net = tolls.prize[node, other] - tolls.toll[tolls.ranks[node, other]]
            if net > best:
                best, rank = net, other
        for due in range(tolls.dues.shape[1]):
            best -= tolls.toll[tolls.dues[node, due]]
        tolls.net[node], tolls.rank[node] = best, rank


@helper
def given_back(tolls: Tolls) -> int:
    """Add up the tolls of all that the limits allow."""
    total = 0
    for limit in range(len(tolls.toll)):
        total += tolls.toll[limit] * tolls.allowed[limit]
    return total


@helper
def count_visit(tolls: Tolls, node: int, way: int) -> None:
    """Count a way to a node, and the visit, for all their limits."""
    tolls.used[WALK] += way
    tolls.used[tolls.ranks[node, tolls.rank[node]]] += 1
    for due in range(tolls.dues.shape[1]):
        tolls.used[tolls.dues[node, due]] += 1


@helper
def excess(tolls: Tolls) -> float:
    """Tell how far the relaxed walk is from the limits, where a toll can act."""
    norm = 0.0
    for limit in range(1, len(tolls.toll)):
        over = (tolls.used[limit] - tolls.allowed[limit]) / tolls.unit[limit]
        if over > 0 or tolls.toll[limit] > 0 or tolls.exact[limit]:
            norm += over * over
    return norm


@helper
def adapt(tolls: Tolls, step: float) -> None:
    """Raise the tolls of what is overdone, lower those of what is left over."""
    for limit in range(1, len(tolls.toll)):
        unit = tolls.unit[limit]
        over = (tolls.used[limit] - tolls.allowed[limit]) / unit
        tolls.toll[limit] += np.int64(step * over / unit)
        if tolls.toll[limit] < 0 and not tolls.exact[limit]:
            tolls.toll[limit] = 0


@helper
def copy(target: Ints, source: Ints, times: int) -> None:
    """Set each entry to so many times that of another list."""
    for at in range(len(target)):
        target[at] = source[at] * times
