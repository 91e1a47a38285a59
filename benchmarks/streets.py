"""How fast ways are found, beside other engines, in one run on the same streets.

Usage: ``python -m benchmarks.streets [EXTRACT…]`` prints tables of medians, in
milliseconds of the processor. The first extract is measured beside OSRM, Valhalla,
scipy and networkx, then made-up grids; on all extracts and the built-in pack, random
ways are compared with networkx's. Without arguments, the extracts are those of
``shared/geodata`` beside the checkout. Tools that are not installed get environments of
their own in a cache folder; what cannot be had is named and left out.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from math import ceil, sqrt
from pathlib import Path
from statistics import median

from benchmarks import street_peers
from benchmarks.environments import NotThere, cache_folder
from benchmarks.street_grid import grid
from benchmarks.street_pairs import pairs
from benchmarks.street_runners import (
    PLACES,
    Runner,
    Town,
    networkx,
    ours,
    peer,
    scipy,
)
from benchmarks.valhalla_server import spent_by_children
from guide.streets.graph import StreetGraph
from guide.streets.osm import import_extract
from guide.streets.pack import Pack, read_pack
from guide.streets.sweeps import hierarchy

EXTRACTS = ("hai-phong-south.osm", "ha-noi-quoc-tu-giam.osm")


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
        whole = f"{table:.1f} | {table / table_ms:.2f}" if runner.table else "– | –"
        print(f"| {runner.name}{about} | {row:.2f} | {row / row_ms:.2f} | {whole} |"
              f" {set_up} |")  # fmt: skip


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


def import_time(file: Path) -> None:
    """Print what an import takes, the whole program included."""
    with tempfile.TemporaryDirectory() as home:
        words = ["streets", "import", str(file), "--anywhere", "--name", "measured"]
        spent = []
        for _turn in range(3):
            begin = spent_by_children()
            subprocess.run(
                [sys.executable, "-m", "guide", *words],
                env=os.environ | {"GUIDE_HOME": home}, capture_output=True, check=True,
            )  # fmt: skip
            spent.append(spent_by_children() - begin)
    print(f"import of {file.name}, whole process: {median(spent):.2f} s")


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
    packs = {file.name: import_extract(file, "x", now).pack for file in files}
    for file in files[:1]:
        import_time(file)
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
