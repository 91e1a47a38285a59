"""Are our ways as short as those of networkx? Random places, two by two."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

import networkx as nx

from guide.streets.as_networkx import as_networkx
from guide.streets.graph import StreetGraph
from guide.streets.snap import Snap
from sites.position import Position


@dataclass(frozen=True, slots=True)
class Pair:
    """The metres from one place to another, by us and by networkx."""

    ours: float
    theirs: float

    @property
    def apart(self) -> float:
        """How many metres they differ; 0 where neither finds a way."""
        return 0.0 if self.ours == self.theirs else abs(self.ours - self.theirs)


def pairs(streets: StreetGraph, count: int, seed: int = 1) -> list[Pair]:
    """Measure so many ways between random places in the box of the streets."""
    dice, box = Random(seed), streets.pack.box
    places = [
        Position(dice.uniform(box.south, box.north), dice.uniform(box.west, box.east))
        for _ in range(2 * count)
    ]
    snaps = [streets.snap(place) for place in places]
    starts, goals = snaps[:count], snaps[count:]
    town = _with_places(streets, starts, goals)
    found = []
    for number, (a, b) in enumerate(zip(starts, goals, strict=True)):
        try:
            between = nx.dijkstra_path_length(
                town, ("from", number), ("to", number), weight="metres"
            )
        except nx.NetworkXNoPath:
            between = float("inf")
        ours = float(streets.ways([a, b]).metres[0, 1])
        found.append(Pair(ours, a.away_m + float(between) + b.away_m))
    return found


def _with_places(
    streets: StreetGraph, starts: Sequence[Snap], goals: Sequence[Snap]
) -> "nx.MultiDiGraph[Position | tuple[str, int]]":
    """Put the places into the graph; nobody walks through one to elsewhere."""
    town: nx.MultiDiGraph[Position | tuple[str, int]] = nx.MultiDiGraph(
        as_networkx(streets.walked)
    )
    for number, snap in enumerate(starts):
        for end, metres in _ends(streets, snap, out=True):
            town.add_edge(("from", number), end, metres=metres)
    for number, snap in enumerate(goals):
        for end, metres in _ends(streets, snap, out=False):
            town.add_edge(end, ("to", number), metres=metres)
        start = starts[number]
        one_way = streets.street(snap.street).one_way
        along = snap.along_m - start.along_m
        if start.street == snap.street and along * one_way >= 0:
            town.add_edge(("from", number), ("to", number), metres=abs(along))
    return town


def _ends(
    streets: StreetGraph, snap: Snap, *, out: bool
) -> Iterable[tuple[Position, float]]:
    """Say how far it is to, or from, the ends of a place's street, as one may walk."""
    street = streets.street(snap.street)
    ahead, back = street.metres - snap.along_m, snap.along_m
    if street.one_way != (-1 if out else 1):
        yield street.line[-1], ahead
    if street.one_way != (1 if out else -1):
        yield street.line[0], back
