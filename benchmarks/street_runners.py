"""The engines that are measured beside each other, and where: see ``streets.py``."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import process_time

import networkx as nx
import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from benchmarks import street_peers
from guide.streets.as_networkx import as_networkx
from guide.streets.graph import StreetGraph
from guide.streets.pack import Pack
from guide.streets.ways import measured
from sites.position import Position

PLACES = 200
LARGE = 20_000
"""On more junctions than that, slow engines are asked for a few rows only."""

FEW_ROWS = 5


@dataclass(slots=True)
class Runner:
    """An engine: what it does for one row and for all; milliseconds of each round."""

    name: str
    row: Callable[[], float]
    table: Callable[[], float] | None
    set_up_s: float = 0.0
    rounds: int = 10**9
    about: str = ""
    row_ms: list[float] = field(default_factory=list)
    table_ms: list[float] = field(default_factory=list)


def timed(action: Callable[[], object]) -> Callable[[], float]:
    """Return the action as one that says how many milliseconds it took.

    Of the processor, not of the clock: on a machine that others use, the clock adds
    more to what takes long, as that is interrupted more often.
    """

    def run() -> float:
        begin = process_time()
        action()
        return (process_time() - begin) * 1000

    return run


class Town:
    """Streets, and random places in them."""

    def __init__(self, title: str, pack: Pack, extract: Path) -> None:
        """Lay the streets out, and take the time.

        Args:
            title: what to call them.
            pack: the streets.
            extract: the same streets, for other engines.
        """
        self.title, self.extract = title, extract
        begin = process_time()
        self.streets = StreetGraph(pack)
        _ = self.streets.walked.weighed
        self.set_up_s = process_time() - begin
        dice, box = Random(2), pack.box
        self.places = [
            Position(
                dice.uniform(box.south, box.north), dice.uniform(box.west, box.east)
            )
            for _ in range(PLACES)
        ]
        self.snaps = [self.streets.snap(place) for place in self.places]
        ends = self.streets.walked.network.ends
        self.nodes = [int(ends[snap.street, 0]) for snap in self.snaps]

    @property
    def junctions(self) -> int:
        """How many there are."""
        return len(self.streets.walked.network.nodes)


def ours(town: Town) -> Iterator[Runner]:
    """The built-in engine: laid out, but no way known; and all of it known."""
    walked, snaps, streets = town.streets.walked, town.snaps, town.streets
    yield Runner(
        "ours",
        timed(lambda: measured(walked, snaps[:1], snaps)),
        timed(lambda: measured(walked, snaps, snaps)),
        town.set_up_s,
    )

    def with_places(count: int) -> Callable[[], object]:
        def run() -> object:
            found = streets.snap_all(town.places)
            return measured(walked, found[:count], found)

        return run

    yield Runner(
        "ours, places joined to streets too",
        timed(with_places(1)),
        timed(with_places(PLACES)),
    )
    kept = StreetGraph(streets.pack, walked)
    kept.keep(town.places)
    yield Runner(
        "ours, from the kept matrix", timed(lambda: kept.ways(snaps).metres[0]),
        timed(lambda: kept.ways(snaps).metres),
    )  # fmt: skip


def scipy(town: Town) -> Runner:
    """Scipy's Dijkstra, from junction to junction."""
    arcs, count = town.streets.walked.arcs, town.junctions
    heads = np.repeat(np.arange(count), np.diff(arcs.first))
    metres = np.maximum(town.streets.walked.network.metres[arcs.street], 0.01)
    # Of two streets between the same junctions the shorter one counts.
    order = np.lexsort((-metres, heads, arcs.tail))
    joined = {
        (tail, head): length
        for tail, head, length in zip(
            arcs.tail[order].tolist(), heads[order].tolist(), metres[order].tolist(),
            strict=True,
        )
    }  # fmt: skip
    tails, ends = np.array(list(joined)).T
    graph = csr_array((list(joined.values()), (tails, ends)), shape=(count, count))
    rows, nodes = FEW_ROWS if count > LARGE else PLACES, np.array(town.nodes)
    table = timed(lambda: dijkstra(graph, indices=nodes[:rows])[:, nodes])
    return Runner(
        "scipy, Dijkstra",
        timed(lambda: dijkstra(graph, indices=nodes[:1])[:, nodes]),
        lambda: table() * PLACES / rows,
        rounds=3,
        about="" if rows == PLACES else f"table from {rows} rows",
    )


def networkx(town: Town) -> Runner:
    """Networkx's Dijkstra, from junction to junction."""
    graph = as_networkx(town.streets.walked)
    junctions = list(town.streets.walked.network.nodes)
    places = [junctions[node] for node in town.nodes]
    rows = FEW_ROWS

    def row(place: Position) -> None:
        found = nx.single_source_dijkstra_path_length(graph, place, weight="metres")
        _ = [found.get(goal) for goal in places]

    def all_rows() -> None:
        for place in places[:rows]:
            row(place)

    table = timed(all_rows)
    return Runner(
        "networkx, Dijkstra",
        timed(lambda: row(places[0])),
        lambda: table() * PLACES / rows,
        rounds=3,
        about=f"table from {rows} rows",
    )


def peer(child: street_peers.Child, town: Town, what: str = "metres") -> Runner:
    """An engine in a process of its own; places are joined to streets every time."""
    slow = child.name == "Valhalla"
    rows = FEW_ROWS if slow else PLACES
    places = town.places

    def table() -> float:
        found = child.ask(places[:rows], places, what)["ms"]
        return float(found) * PLACES / rows

    return Runner(
        f"{child.name}, {what}",
        lambda: float(child.ask(places[:1], places, what)["ms"]),
        # Of a few rows nothing follows for OSRM: it searches from the goals first.
        None if town.junctions > LARGE and not slow else table,
        child.set_up_s,
        rounds=3 if slow else 10**9,
        about="" if rows == PLACES else f"table from {rows} rows",
    )
