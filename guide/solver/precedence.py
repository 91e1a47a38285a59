"""What must come before what, and the ways that no tour takes for that."""

import numpy as np
import numpy.typing as npt

from guide.solver.model import Case, Ints
from guide.solver.problem import UNREACHABLE

Pairs = npt.NDArray[np.bool_]


def earlier_of(case: Case) -> Pairs:
    """Tell by (node, other) whether the node comes first where a tour has both.

    Through a node that has to be visited this is handed on: if a is before it, and it
    before b, then a is before b. With several tours it may be on another than they
    are, and says nothing.
    """
    earlier = case.model.before.copy()
    np.fill_diagonal(earlier, val=False)
    for node in needed_sites(case):
        earlier |= earlier[:, node, None] & earlier[None, node, :]
    return earlier


def needed_sites(case: Case) -> list[int]:
    """List the nodes that are on every tour: none where there are several tours."""
    if case.turns:
        return []
    return [n for n in range(len(case.nodes)) if _is_needed(case, n)]


def _is_needed(case: Case, node: int) -> bool:
    return bool(case.model.counts[node] and case.model.needed[node] >= 0)


def open_ways(case: Case, earlier: Pairs) -> Ints:
    """Close the ways that lead back, or past what has to come in between."""
    travel, size = case.model.travel.copy(), len(case.nodes)
    closed = np.zeros_like(travel, dtype=np.bool_)
    closed[:size, :size] = earlier.T
    for node in needed_sites(case):
        before, after = earlier[:, node], earlier[node]
        closed[:size, :size] |= before[:, None] & after[None, :]
        closed[case.start, :size] |= after
        closed[:size, case.start + 1] |= before
    travel[closed] = UNREACHABLE
    return travel
