"""How long an import takes, and how much memory, on an extract and on tiles of it.

    .venv/bin/python -m benchmarks.streets_import EXTRACT --tiles 36

A big file is made of 36 by 36 copies of the extract side by side, with numbers of their
own, each joined to the next one by a street. Beside each import stands a pass of osmium
over the same file that counts what is in it and does nothing else.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import osmium
from osmium.osm import mutable

JOINED = ("residential", "tertiary", "secondary")

BARE = """
import sys, osmium
osmium.apply(osmium.io.Reader(sys.argv[1]), osmium.filter.EmptyTagFilter())
"""
READ = """
import sys
from pathlib import Path
from guide.streets.pack import read_pack
read_pack(Path(sys.argv[1]))
"""


class Tile:
    """An extract that is held in memory, to be written many times."""

    def __init__(self, file: Path) -> None:
        self.nodes: list[Any] = []
        self.ways: list[Any] = []
        for thing in osmium.FileProcessor(str(file)):
            told = {
                "version": thing.version,
                "timestamp": thing.timestamp,
                "changeset": thing.changeset,
                "uid": thing.uid,
                "user": thing.user,
                "tags": dict(thing.tags),
            }
            if isinstance(thing, osmium.osm.Node):
                self.nodes.append((thing.id, thing.lon, thing.lat, told))
            elif isinstance(thing, osmium.osm.Way):
                self.ways.append(([node.ref for node in thing.nodes], told))
        self.number = {row[0]: place for place, row in enumerate(self.nodes, 1)}
        lons = [row[1] for row in self.nodes]
        lats = [row[2] for row in self.nodes]
        self.wide, self.high = max(lons) - min(lons), max(lats) - min(lats)

    @property
    def hub(self) -> int:
        """The node at which most streets meet: there tiles are joined."""
        uses = Counter(
            self.number[ref]
            for refs, told in self.ways
            for ref in refs
            if told["tags"].get("highway") in JOINED and ref in self.number
        )
        return max(uses, key=lambda node: (uses[node], -node))


def tiled(extract: Path, into: Path, side: int) -> None:
    """Write side by side copies of an extract to a file."""
    tile, count = Tile(extract), side * side
    size, hub = len(tile.nodes), tile.hub

    def moved(ref: int, copy: int) -> int:
        return copy * size + tile.number[ref] if ref in tile.number else 10**12 + ref

    with osmium.SimpleWriter(str(into)) as writer:
        for copy in range(count):
            east, north = copy % side * tile.wide, copy // side * tile.high
            for place, (_id, lon, lat, told) in enumerate(tile.nodes, 1):
                at = (lon + east, lat + north)
                writer.add_node(
                    mutable.Node(id=copy * size + place, location=at, **told)
                )
        for copy in range(count):
            for place, (refs, told) in enumerate(tile.ways, 1):
                nodes = [moved(ref, copy) for ref in refs]
                number = copy * len(tile.ways) + place
                writer.add_way(mutable.Way(id=number, nodes=nodes, **told))
        number = count * len(tile.ways)
        for copy in range(count):
            right = [copy + 1] if (copy + 1) % side else []
            for other in [*right, *([copy + side] if copy + side < count else [])]:
                number += 1
                ends = [copy * size + hub, other * size + hub]
                tags = {"highway": "residential"}
                writer.add_way(mutable.Way(id=number, nodes=ends, tags=tags))


def measured(command: list[str], env: Mapping[str, str]) -> tuple[float, float, int]:
    """Run a command; return seconds on the clock, of the processor, and peak bytes."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=dict(env), stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} failed")
    seconds = time.perf_counter() - begin
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def row(what: str, command: list[str], env: Mapping[str, str]) -> float:
    """Measure a command, print how it went, and return its seconds of the processor."""
    seconds, busy, peak = measured(command, env)
    print(f"{what:28} {seconds:8.2f} s {busy:8.2f} s cpu {peak / 1e6:8.0f} MB")
    return busy


def one_file(file: Path, env: Mapping[str, str]) -> None:
    """Import a file, and measure what there is to measure."""
    pack = Path(env["GUIDE_HOME"]) / "packs" / "bench.geojson"
    guide = [sys.executable, "-m", "guide", "streets"]
    options = ["--name", "bench", "--anywhere"]
    print(f"\n{file.name}: {file.stat().st_size / 1e6:.1f} MB")
    bare = row("bare pass of osmium", [sys.executable, "-c", BARE, str(file)], env)
    whole = row("import", [*guide, "import", str(file), *options], env)
    print(f"{'':28} {whole / bare:8.1f} times the bare pass")
    row("read_pack", [sys.executable, "-c", READ, str(pack)], env)
    row("info", [*guide, "info", "bench"], env)


def main(say: Callable[[str], object] = print) -> None:
    """Measure an extract, and tiles of it."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("extract", type=Path)
    words.add_argument("--tiles", type=int, default=36, help="so many side by side")
    words.add_argument("--big", type=Path, help="a file that was made before")
    asked = words.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        env = os.environ | {"GUIDE_HOME": folder}
        big = asked.big or Path(folder) / "big.osm.pbf"
        if not big.exists():
            say(f"writing {asked.tiles} by {asked.tiles} tiles …")
            tiled(asked.extract, big, asked.tiles)
        for file in (asked.extract, big):
            one_file(file, env)


if __name__ == "__main__":
    main()
