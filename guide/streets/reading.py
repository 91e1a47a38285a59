"""What an extract of OpenStreetMap holds, read in two passes.

The first pass takes where all nodes are, the few nodes that are more than corners, and
what relations say; the second one takes the ways. Only this module knows osmium.
"""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import osmium
import osmium.filter

from guide.streets.drawing import Drawing, Uses, uses_of
from guide.streets.errors import BadExtract
from guide.streets.legend import LAND_KEYS, SPOT_KEYS
from guide.streets.opl import WayLine, read_line, read_tags

ENDINGS = {".osm": "osm", ".osm.bz2": "osm.bz2", ".osm.pbf": "pbf", ".pbf": "pbf"}
"""How the name of an extract may end, and what osmium calls the format."""

TELL_EVERY = 2000
"""So many things are read between two words about how far it is."""

TYPICAL = 20_000
"""The nodes with tags of a city: only for the bar."""

FULL = os.strerror(errno.ENOSPC)
"""What the system says where a disk is full."""

Told = Callable[[float], object]
"""Told now and then which share of the work is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What an extract draws, when it was taken, and when the last street was drawn."""

    drawing: Drawing
    taken: str | None
    newest_edit: str | None


def read_extract(file: Path, told: Told = lambda _share: None) -> Extract:
    """Read what an extract says about streets and what is beside them.

    Raises:
        BadExtract: the file is missing, of another kind, unreadable or broken.
    """
    source = _source(file)
    try:
        return _Reading(source, told).extract()
    except (RuntimeError, ValueError, OSError) as problem:
        said = _short(problem)
        # Ways are written to a temporary folder: the extract is not to blame.
        what = "there is no room for it" if FULL in said else "it is broken"
        raise BadExtract(file.name, f"{what} ({said})") from None


def _source(file: Path) -> osmium.io.File:
    """Say how to read a file by its name."""
    name = file.name.lower()
    form = next((ENDINGS[end] for end in ENDINGS if name.endswith(end)), None)
    if form is None:
        raise BadExtract(file.name, "its name ends in another way")
    try:
        with file.open("rb") as opened:
            opened.read(1)
    except FileNotFoundError:
        raise BadExtract(file.name, "there is no such file") from None
    except OSError as problem:
        what = (
            "it is no file"
            if file.is_dir()
            else f"it cannot be read ({problem.strerror})"
        )
        raise BadExtract(file.name, what) from None
    # The whole path: osmium would fetch what looks like an address.
    return osmium.io.File(str(file.resolve()), form)


def _short(problem: Exception) -> str:
    return str(problem).partition("\n")[0].rstrip(".")


class _Reading:
    """The two passes over one file."""

    def __init__(self, source: osmium.io.File, told: Told) -> None:
        self._source, self._told = source, told
        self._drawing = Drawing()
        self._places = osmium.NodeLocationsForWays(osmium.index.create_map("flex_mem"))
        self._places.ignore_errors()
        self._newest = ""

    def extract(self) -> Extract:
        header = osmium.FileProcessor(self._source).header
        taken = header.get("osmosis_replication_timestamp") or header.get("timestamp")
        self._read_nodes_and_relations()
        self._told(0.4)
        with TemporaryDirectory(prefix="guide-import-") as folder:
            file = Path(folder) / "ways.opl"
            self._write_ways(file)
            del self._places  # hundreds of megabytes, and all said
            self._told(0.5)
            self._read_ways(file)
        return Extract(self._drawing, taken or None, _moment(self._newest))

    def _read_nodes_and_relations(self) -> None:
        both = osmium.osm.NODE | osmium.osm.RELATION
        keys = osmium.filter.KeyFilter(*SPOT_KEYS, *LAND_KEYS, "man_made")
        self._told(0.0)
        with osmium.io.Reader(self._source, both) as reader:
            things = osmium.OsmFileIterator(reader, self._places, keys)
            for count, thing in enumerate(things):
                if count % TELL_EVERY == 0:
                    # Nobody knows how many come: 1/2 of the way, 2/3, 3/4 …
                    self._told(0.4 * count / (count + TYPICAL))
                self._take(thing)

    def _take(self, thing: object) -> None:
        if isinstance(thing, osmium.osm.Relation):
            tags = dict(thing.tags)
            if tags.get("type") == "multipolygon":
                ways = [(m.ref, m.role) for m in thing.members if m.type == "w"]
                self._drawing.relation(tags, ways)
        elif isinstance(thing, osmium.osm.Node) and thing.location.valid():
            place = thing.location
            self._drawing.node(thing.id, dict(thing.tags), (place.lon, place.lat))

    def _write_ways(self, file: Path) -> None:
        """Let compiled code write all ways with the places of their nodes."""
        form = "opl,add_metadata=timestamp,locations_on_ways=true"
        # It takes a file as well as a name, whatever its types say.
        writer = osmium.WriteHandler(osmium.io.File(str(file), form))  # type: ignore[arg-type]
        try:
            with osmium.io.Reader(self._source, osmium.osm.WAY) as reader:
                osmium.apply(reader, self._places, writer)
        finally:
            writer.close()

    def _read_ways(self, file: Path) -> None:
        size, done = file.stat().st_size, 0
        with file.open(encoding="utf-8", newline="\n") as lines:
            for count, line in enumerate(lines):
                done += len(line)
                if count % TELL_EVERY == 0:
                    self._told(0.5 + 0.5 * min(1.0, done / size))
                self._take_way(read_line(line))

    def _take_way(self, way: WayLine) -> None:
        uses = _uses_of(way.tags)
        if not self._drawing.wants(way.way, uses):
            return
        if uses.label:
            self._newest = max(self._newest, way.edited)
        if way.whole:
            self._drawing.way(way.way, uses, way.drawn())
            return
        parts = list(way.parts(self._below_zero.get))
        for part in parts:
            if len(part[0]) == way.nodes.count("n"):
                self._drawing.way(way.way, uses, part)
            else:
                self._drawing.part(uses, part)

    @cached_property
    def _below_zero(self) -> dict[int, tuple[float, float]]:
        """Where nodes are that were never uploaded: osmium's index holds none."""
        return {
            node.id: (node.lon, node.lat)
            for node in osmium.FileProcessor(self._source, osmium.osm.NODE)
            if isinstance(node, osmium.osm.Node)
            if node.id < 0 and node.location.valid()
        }


@lru_cache(maxsize=100_000)
def _uses_of(tags: str) -> Uses:
    return uses_of(read_tags(tags))


def _moment(text: str) -> str | None:
    moment = datetime.fromisoformat(text) if text else None
    return moment.isoformat(timespec="seconds") if moment else None
