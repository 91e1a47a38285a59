"""The streets of a pack as numbers: what is joined to what, before anybody walks."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from guide.streets.access import one_way_of
from guide.streets.pack import Pack
from guide.streets.plane import Plane
from guide.streets.street import Label, StreetTable
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
        self.table = StreetTable.of(pack.streets)
        self.one_way: Numbers = self.by_label(
            [one_way_of(label.tags) for label in self.table.labels]
        )
        """1 where one may only walk as a street is drawn, -1 only against, or 0."""
        lon, lat = self.table.points[0].tolist()
        self.plane = Plane(Position(lat, lon))
        """The plane on which places are joined to streets."""
        points = self.plane.of_points(self.table.points)
        self.corners = Corners(points, self.table.starts)
        """Where all streets run."""

    @cached_property
    def _numbered(self) -> tuple[Numbers, NDArray[np.complex128]]:
        """The ends of all streets by their numbers, and where each junction is.

        Found when somebody walks: a page that shows no walk need not wait for it.
        """
        places, ends = np.unique(self.table.ends @ (1, 1j), return_inverse=True)
        numbers = ends.reshape(-1, 2)
        order = good_order(len(places), _pairs(numbers))
        rank = np.empty(len(places), dtype=np.int64)
        rank[order] = np.arange(len(places))
        return rank[numbers], places[order]

    @property
    def ends(self) -> Numbers:
        """The junctions where each street begins and ends, a row a street."""
        return self._numbered[0]

    def by_label(self, values: list[int]) -> Numbers:
        """Return for each street the value of its label."""
        found: Numbers = np.array(values, dtype=np.int64)[self.table.label]
        return found

    def label(self, street: int) -> Label:
        """Return the name, kind and tags of a street."""
        return self.table.labels[int(self.table.label[street])]

    @property
    def metres(self) -> NDArray[np.float64]:
        """How long each street is."""
        return self.table.metres

    def __len__(self) -> int:
        """Return how many junctions there are."""
        return len(self._numbered[1])

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """Which junctions are joined once all are taken out in their order."""
        return hierarchy(len(self), _pairs(self.ends))

    @cached_property
    def arms(self) -> Numbers:
        """How many streets meet at each junction; a loop counts twice."""
        return np.bincount(self.ends.ravel(), minlength=len(self))

    @cached_property
    def nodes(self) -> dict[Position, int]:
        """The number of the junction at a position."""
        places = self._numbered[1]
        pairs = zip(places.real.tolist(), places.imag.tolist(), strict=True)
        return {Position(lat, lon): node for node, (lon, lat) in enumerate(pairs)}

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
