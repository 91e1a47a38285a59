"""The streets of a pack as numbers: what is joined to what, before anybody walks."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from guide.streets.pack import Pack
from guide.streets.plane import Plane
from guide.streets.sweeps.hierarchy import Hierarchy, good_order, hierarchy
from sites.position import Position

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Corners:
    """The corners of all streets in metres on a plane, street after street.

    Those of street ``s`` are the rows ``first[s]`` to ``first[s + 1]``, that excluded.
    """

    points: NDArray[np.float64]
    first: Numbers


class Network:
    """The junctions and streets of one pack.

    A junction is a position at which a street begins or ends. It is known by its
    number, which is its place in the order of the ``hierarchy``. Two streets between
    the same junctions are two streets.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        found: dict[Position, int] = {}
        ends, metres, one_way, lengths = [], [], [], []
        points: list[Position] = []
        # One pass: a large pack makes its streets as they are asked for.
        for street in pack.streets:
            line = street.line
            ends.append(
                [found.setdefault(at, len(found)) for at in (line[0], line[-1])]
            )
            metres.append(street.metres)
            one_way.append(street.one_way)
            lengths.append(len(line))
            points += line
        numbers = np.array(ends, dtype=np.int64)
        order = good_order(len(found), _pairs(numbers))
        rank = np.empty(len(found), dtype=np.int64)
        rank[order] = np.arange(len(found))
        self.ends: Numbers = rank[numbers]
        """The junctions where each street begins and ends, a row a street."""
        self.metres: NDArray[np.float64] = np.array(metres)
        """How long each street is."""
        self.one_way: Numbers = np.array(one_way, dtype=np.int64)
        """1 where one may only walk as a street is drawn, -1 only against, or 0."""
        self.nodes = {place: int(rank[number]) for place, number in found.items()}
        """The number of the junction at a position."""
        self.plane = Plane(points[0])
        """The plane on which places are joined to streets."""
        first = np.concatenate([[0], np.cumsum(lengths)])
        self.corners = Corners(self.plane.points(points), first)
        """Where all streets run."""

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """Which junctions are joined once all are taken out in their order."""
        return hierarchy(len(self.nodes), _pairs(self.ends))

    @cached_property
    def arms(self) -> Numbers:
        """How many streets meet at each junction; a loop counts twice."""
        return np.bincount(self.ends.ravel(), minlength=len(self.nodes))

    def arms_at(self, position: Position) -> int:
        """Return how many streets meet at a position: 0 where there is no junction."""
        node = self.nodes.get(position)
        return 0 if node is None else int(self.arms[node])

    def along(self, street: int) -> NDArray[np.float64]:
        """Return how far along its street each corner lies; the last is its length."""
        first, last = self.corners.first[street : street + 2]
        runs = np.diff(self.corners.points[first:last], axis=0)
        found = np.concatenate([[0.0], np.cumsum(np.hypot(*runs.T))])
        # The plane and the ellipsoid differ by a hair; the street's own length counts,
        # to the last digit: a junction that seems to lie beyond it would be cut off.
        found *= self.metres[street] / max(found[-1], 0.01)
        found[-1] = self.metres[street]
        return found


def _pairs(ends: Numbers) -> Numbers:
    """Return each two junctions that a street joins, once."""
    found: Numbers = np.unique(np.sort(ends, axis=1), axis=0)
    return found


def parts_of(network: Network, allowed: NDArray[np.bool_], *, one_way: bool) -> Numbers:
    """Number the parts within which one gets from every junction to every other.

    Args:
        network: the streets.
        allowed: which of them may be walked.
        one_way: whether one-way streets are walked in their direction only.

    Returns:
        The number of its part for each junction.
    """
    from scipy.sparse import coo_array  # noqa: PLC0415 - slow to import
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415

    tail, head = network.ends.T
    along = network.one_way if one_way else np.zeros(len(tail), dtype=np.int64)
    ahead, back = allowed & (along >= 0), allowed & (along <= 0)
    pairs = (
        np.concatenate([tail[ahead], head[back]]),
        np.concatenate([head[ahead], tail[back]]),
    )
    shape = (len(network.nodes),) * 2
    joined = coo_array((np.ones(len(pairs[0])), pairs), shape=shape).tocsr()
    _count, found = connected_components(joined, connection="strong")
    return found.astype(np.int64)
