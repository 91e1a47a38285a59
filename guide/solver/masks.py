"""The wishes about whole tours as sets of nodes: the bits of one number, compiled."""

from typing import NamedTuple

import numpy as np

from guide.compiled import helper
from guide.solver.model import Case, Ints, Model
from guide.solver.precedence import Pairs

MOST_NODES = 62
"""So many nodes a number has bits for."""


class Masks(NamedTuple):
    """Sets of nodes; ``need`` by need, ``group`` by group, the rest by node.

    ``ahead`` must have been visited before, ``behind`` must not; ``stops`` has one
    entry, the nodes that count as stops. ``ranked`` are the nodes of one theme after
    the other, from ``begin`` of the theme, the best first.
    """

    need: Ints
    group: Ints
    ahead: Ints
    behind: Ints
    stops: Ints
    ranked: Ints
    begin: Ints


def masks_of(case: Case, earlier: Pairs, needed: list[int]) -> Masks:
    """Gather the sets of a case of at most ``MOST_NODES`` nodes.

    Args:
        case: what is asked.
        earlier: by (node, other), whether a tour with both has the node first.
        needed: the nodes that are on every tour.
    """
    model, size = case.model, len(case.nodes)
    ranked = sorted(
        range(size), key=lambda n: (model.theme[n], -int(model.score[n]), n)
    )
    themes = np.arange(int(model.theme.max()) + 2)
    every = np.zeros(size, dtype=np.bool_)
    every[needed] = True
    numbers = np.arange(len(model.cap))[:, None]
    needs = np.arange(int(model.limits[4]))[:, None]
    return Masks(
        need=_bits(model.needed[None, :size] == needs),
        group=_bits(model.group[None, :size] == numbers),
        ahead=_bits((earlier & every[:, None]).T),
        behind=_bits(model.before),
        stops=_bits(model.counts[None, :size]),
        ranked=np.array(ranked, dtype=np.int64),
        begin=np.searchsorted(model.theme[ranked], themes).astype(np.int64),
    )


def _bits(rows: np.ndarray[tuple[int, int], np.dtype[np.bool_]]) -> Ints:
    """Turn each row of truths into the bits of a number."""
    powers = np.left_shift(np.int64(1), np.arange(rows.shape[1], dtype=np.int64))
    bits: Ints = rows.astype(np.int64) @ powers
    return bits


@helper
def members(mask: int) -> int:
    """Count the bits of a number of at most 62 of them.

    Source:
        Warren, Hacker's Delight (2nd edition, 2012), section 5-1.
    """
    bits = np.uint64(mask)
    pairs, fours = np.uint64(0x5555555555555555), np.uint64(0x3333333333333333)
    bits -= (bits >> np.uint64(1)) & pairs
    bits = (bits & fours) + ((bits >> np.uint64(2)) & fours)
    bits = (bits + (bits >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    count: int = np.int64((bits * np.uint64(0x0101010101010101)) >> np.uint64(56))  # type: ignore[assignment]
    return count


@helper
def may_join(model: Model, masks: Masks, node: int, tour: tuple[int, int, int]) -> bool:
    """Tell whether the wishes let a node in, after some nodes and tours.

    ``tour`` is its number, the nodes of it so far, and those of all tours so far.
    """
    number, here, seen = tour
    if masks.ahead[node] & ~seen or masks.behind[node] & here:
        return False
    if model.only[node] >= 0 and model.only[node] != number:
        return False
    if model.counts[node] and members(here & masks.stops[0]) >= model.limits[1]:
        return False
    group: int = model.group[node]
    return group < 0 or members(here & masks.group[group]) < model.cap[group]


@helper
def added_score(model: Model, masks: Masks, here: int, node: int) -> int:
    """Tell what a node adds to the score of a tour that has visited some."""
    score: int = model.score[node]
    theme = model.theme[node]
    if theme < 0:
        return score
    added, rank, last = 0, 0, len(model.decay) - 1
    joined = False
    for at in range(masks.begin[theme], masks.begin[theme + 1]):
        other = masks.ranked[at]
        if other == node:
            added += score * model.decay[min(rank, last)] // 100
            joined = True
        elif here >> other & 1:
            if joined:
                worth = model.score[other]
                added += worth * model.decay[min(rank + 1, last)] // 100
                added -= worth * model.decay[min(rank, last)] // 100
            rank += 1
    return added
