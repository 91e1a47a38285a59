"""How fast ways are found, beside other engines, in one run on the same streets.

Usage: ``python -m benchmarks.streets [EXTRACT…]`` prints tables of medians, in
milliseconds of the processor. The first extract is measured beside OSRM, Valhalla,
scipy and networkx, then made-up grids; on all extracts and the built-in pack, random
ways are compared with networkx's. Without arguments, the extracts are those of
``shared/geodata`` beside the checkout. Tools that are not installed get environments of
their own in a cache folder; what cannot be had is named and left out.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import ceil, sqrt
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

import networkx as nx
import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from benchmarks import street_peers
from benchmarks.environments import NotThere, cache_folder
from benchmarks.street_grid import grid
from benchmarks.street_pairs import pairs
from guide.streets.as_networkx import as_networkx
from guide.streets.graph import StreetGraph
from guide.streets.osm import import_extract
from guide.streets.pack import Pack, read_pack
from guide.streets.sweeps import hierarchy
from guide.streets.ways import measured
from sites.position import Position

EXTRACTS = ("hai-phong-south.osm", "ha-noi-quoc-tu-giam.osm")
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
            found = [streets.snap(place) for place in town.places]
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
        table,
        child.set_up_s,
        rounds=3 if slow else 10**9,
        about="" if rows == PLACES else f"table from {rows} rows",
    )


def compare(town: Town, rounds: int) -> None:
    """Measure all engines in turn, round by round; print the medians."""
    with ExitStack() as ends:
        runners = [*ours(town), scipy(town), networkx(town)]
        for start in (street_peers.osrm, street_peers.valhalla):
            try:
                child = start(town.extract)
                ends.callback(child.close)
                kinds = ("metres", "seconds") if "OSRM" in child.name else ("metres",)
                runners += [peer(child, town, kind) for kind in kinds]
            except NotThere as problem:
                print(f"left out: {start.__name__}: {problem}")
        measure(runners, rounds)
    print(f"\n{town.title}: {town.junctions:,} junctions\n")
    print(f"| engine | 1 → {PLACES}, ms | × ours | {PLACES} × {PLACES}, ms | × ours |"
          " set-up, s |")  # fmt: skip
    print("|---|---|---|---|---|---|")
    row_ms, table_ms = (
        median(times) for times in (runners[0].row_ms, runners[0].table_ms)
    )
    for runner in runners:
        if not runner.row_ms or not runner.table_ms:
            continue
        row, table = median(runner.row_ms), median(runner.table_ms)
        set_up = f"{runner.set_up_s:.1f}" if runner.set_up_s else ""
        about = f" ({runner.about})" if runner.about else ""
        print(f"| {runner.name}{about} | {row:.2f} | {row / row_ms:.2f} | {table:.1f} |"
              f" {table / table_ms:.2f} | {set_up} |")  # fmt: skip


def measure(runners: Sequence[Runner], rounds: int) -> None:
    """Let each engine have its turn in each round: a busy minute meets all of them."""
    for turn in range(rounds + 1):
        for runner in runners:
            if turn > runner.rounds:
                continue
            try:
                row, table = runner.row(), runner.table() if runner.table else 0.0
            except NotThere as problem:
                print(f"left out: {problem}")
                runner.rounds = -1
                continue
            # The first round only warms up.
            if turn:
                runner.row_ms.append(row)
                runner.table_ms.append(table)


def same_as_networkx(title: str, pack: Pack, count: int) -> None:
    """Compare random ways with networkx's, and print how far they are apart at most."""
    found = pairs(StreetGraph(pack), count)
    ways = sum(pair.ours < float("inf") for pair in found)
    worst = max(pair.apart for pair in found)
    print(f"{title}: {count} pairs, {ways} with a way, at most {worst:.1e} m apart")


def beside(name: str) -> Path | None:
    """Find an extract beside the checkout."""
    root = Path(__file__).resolve().parents[1]
    for folder in (root.parent, root.parents[1]):
        file = folder / "shared/geodata/extracts" / name
        if file.exists():
            return file
    return None


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("extracts", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument(
        "--nodes", type=int, nargs="*", default=[5_000, 100_000], help="of the grids"
    )
    given = parser.parse_args()
    files = given.extracts or [file for name in EXTRACTS if (file := beside(name))]
    if not files:
        print(f"no extract: none is given, and no {', '.join(EXTRACTS)} is beside")
    now = datetime.now(UTC)
    hierarchy.warm()
    packs = {file.name: import_extract(file, "x", now) for file in files}
    for file in files[:1]:
        compare(Town(file.name, packs[file.name], file), given.rounds)
    for nodes in given.nodes:
        side = ceil(sqrt(nodes))
        drawn, file = grid(side), cache_folder() / f"grid-{side}.osm.pbf"
        if not file.exists():
            drawn.write(file)
        compare(Town(f"a grid of {side} × {side}", drawn.pack(), file), given.rounds)
    print()
    for title, pack in [*packs.items(), ("the built-in pack", read_pack())]:
        same_as_networkx(title, pack, given.pairs)


if __name__ == "__main__":
    main()
