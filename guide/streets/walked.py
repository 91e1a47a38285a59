"""The streets as one profile walks them: which way, at which cost, by which doors."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from guide.streets.cutting import parts_of_ends
from guide.streets.network import Network, Numbers
from guide.streets.profile import Profile
from guide.streets.snap import Snap
from guide.streets.sweeps.hierarchy import Doors, Weighed
from guide.streets.sweeps.kernels import FAR

VERSION = b"2"
"""Another one where ways are found or measured otherwise than before."""

COST_PER_M = 10**9
"""Costs are whole numbers, so that sums are exact: a metre of any street counts so."""


@dataclass(frozen=True, slots=True)
class Arcs:
    """The streets in each direction in which they are walked, by where they lead.

    Those that lead into junction ``n`` are the rows ``first[n]`` to ``first[n + 1]``,
    that excluded: the junction they come from, and the street.
    """

    first: Numbers
    tail: Numbers
    street: Numbers


class Walked:
    """A network as somebody walks it who has a profile."""

    def __init__(self, network: Network, profile: Profile) -> None:
        self.network, self.profile = network, profile

    @cached_property
    def percent(self) -> Numbers:
        """What 100 m of each street count for; 0 where it is not walked."""
        labels = self.network.table.labels
        found = [self.profile.percent(label.kind, label.tags) for label in labels]
        return self.network.by_label([percent or 0 for percent in found])

    def cost(self, street: Numbers, metres: NDArray[np.float64]) -> Numbers:
        """Return what it costs to walk so far along streets; 1 at the least."""
        whole = np.rint(metres * COST_PER_M).astype(np.int64)
        found: Numbers = np.maximum(whole * self.percent[street] // 100, 1)
        return found

    @cached_property
    def streets(self) -> Numbers:
        """The streets that are walked.

        Of each part that hangs together, that is the largest one within which people of
        this profile get everywhere, and back.
        """
        network, count = self.network, len(self.network)
        tail, head = network.ends.T
        allowed = self.percent > 0
        whole = parts_of_ends(network.ends, np.zeros_like(tail), count)
        part = parts_of_ends(network.ends[allowed], network.one_way[allowed], count)
        inside = allowed & (part[tail] == part[head])
        metres = np.bincount(
            part[tail[inside]], network.metres[inside], minlength=count
        )
        whole_of = np.zeros(count, dtype=np.int64)
        whole_of[part] = whole
        order = np.argsort(-metres, kind="stable")
        _wholes, places = np.unique(whole_of[order], return_index=True)
        found: Numbers = np.flatnonzero(inside & np.isin(part[tail], order[places]))
        return found

    @cached_property
    def arcs(self) -> Arcs:
        """The streets in each direction in which they are walked."""
        tail, head = self.network.ends.T
        one_way = self.network.one_way[self.streets]
        ahead, back = self.streets[one_way >= 0], self.streets[one_way <= 0]
        street = np.concatenate([ahead, back])
        begin = np.concatenate([tail[ahead], head[back]])
        end = np.concatenate([head[ahead], tail[back]])
        order = np.lexsort((street, end))
        first = np.searchsorted(end[order], np.arange(len(self.network) + 1))
        return Arcs(first, begin[order], street[order])

    @cached_property
    def arc_costs(self) -> Numbers:
        """What it costs to walk each arc."""
        street = self.arcs.street
        return self.cost(street, self.network.metres[street])

    @cached_property
    def weighed(self) -> Weighed:
        """The least costs between any two junctions, once asked for."""
        heads = np.repeat(np.arange(len(self.network)), np.diff(self.arcs.first))
        arcs = np.column_stack([self.arcs.tail, heads, self.arc_costs])
        return Weighed(self.network.hierarchy, arcs)

    def doors(self, snaps: Sequence[Snap], *, out: bool) -> tuple[Doors, Numbers]:
        """Return the two ends of the street of each place, and how far they are.

        Args:
            snaps: the places.
            out: whether one walks from the place to the end, or comes from there.

        Returns:
            The doors, and the metres to each, counted as costs are.
        """
        street = np.array([snap.street for snap in snaps], dtype=np.int64)
        along = np.array([snap.along_m for snap in snaps])
        metres = np.column_stack([along, self.network.metres[street] - along])
        costs = np.column_stack([self.cost(street, part) for part in metres.T])
        one_way = self.network.one_way[street]
        ahead, back = (1, 0) if out else (0, 1)
        costs[one_way < 0, ahead] = FAR
        costs[one_way > 0, back] = FAR
        lengths = np.rint(metres * COST_PER_M).astype(np.int64)
        return Doors(np.ascontiguousarray(self.network.ends[street]), costs), lengths

    @cached_property
    def fingerprint(self) -> str:
        """A name for these streets and this profile, from all that ways depend on."""
        table = self.network.table
        digest = sha256(VERSION)
        for part in (
            table.points, table.starts, table.metres, self.network.one_way, self.percent
        ):  # fmt: skip
            digest.update(part.tobytes())
        return digest.hexdigest()[:24]
