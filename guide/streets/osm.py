"""Streets from an extract of OpenStreetMap: .osm, .osm.bz2 and .osm.pbf."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import osmium
import osmium.filter

from guide.streets.access import is_walked, kept, kind_of, name_of, one_way_of
from guide.streets.cutting import OsmWay, cut, mainland, told_apart, within
from guide.streets.errors import BadExtract
from guide.streets.pack import ATTRIBUTION, Origin, Pack, Street
from guide.streets.plane import metres_between
from guide.streets.squares import across
from sites.position import Position

ENDINGS = {".osm": "osm", ".osm.bz2": "osm.bz2", ".osm.pbf": "pbf", ".pbf": "pbf"}
"""How the name of an extract may end, and what osmium calls the format."""

STEPS = ("ways", "positions", "streets", "connections")
"""What an import does, one after the other."""

Step = Callable[[str], object]
"""Told the name of each step when it is done."""


@dataclass(frozen=True, slots=True)
class _Extract:
    """What of an extract is walked, where its nodes are, and how old it is."""

    ways: list[OsmWay]
    taken: str | None
    newest_edit: str | None


def import_extract(
    file: Path, name: str, now: datetime, done: Step = lambda _step: None
) -> Pack:
    """Make a pack of everything that is walked in an extract.

    Raises:
        BadExtract: the file is missing, of another kind, broken, or without a street.
    """
    source = _source(file)
    try:
        extract = _read_ways(source)
        done("ways")
        places = _read_places(source, extract.ways)
    except (RuntimeError, ValueError, OSError) as problem:
        raise BadExtract(file.name, f"it is broken ({_short(problem)})") from None
    done("positions")
    ways = list(within(extract.ways, places))
    if not ways:
        raise BadExtract(file.name, "it holds no street that may be walked")
    pieces = list(cut([*ways, *across(ways, places)]))
    done("streets")
    main, dropped = mainland(pieces, lambda piece: _metres(_line(piece, places)))
    places = told_apart(main, places)
    streets = tuple(_street(piece, places) for piece in main)
    origin = Origin(
        file=file.name,
        taken=extract.taken,
        newest_edit=extract.newest_edit,
        imported=now.astimezone(UTC).isoformat(timespec="seconds"),
        junctions=len({end for piece in main for end in piece.ends}),
        dropped_parts=dropped.parts,
        dropped_streets=dropped.streets,
        dropped_metres=round(dropped.metres, 2),
        one_way_streets=sum(one_way_of(piece.tags) != 0 for piece in main),
    )
    done("connections")
    return Pack(name=name, attribution=ATTRIBUTION, streets=streets, origin=origin)


def _source(file: Path) -> osmium.io.File:
    """Say how to read a file by its name; its beginning is not looked at."""
    name = file.name.lower()
    form = next((ENDINGS[end] for end in ENDINGS if name.endswith(end)), None)
    if form is None:
        raise BadExtract(file.name, "its name ends in another way")
    if not file.exists():
        raise BadExtract(file.name, "there is no such file")
    if not file.is_file():
        raise BadExtract(file.name, "it is no file")
    # The whole path: osmium would fetch what looks like an address.
    return osmium.io.File(str(file.resolve()), form)


def _read_ways(source: osmium.io.File) -> _Extract:
    reader = osmium.FileProcessor(source, osmium.osm.WAY)
    header = reader.header
    taken = header.get("osmosis_replication_timestamp") or header.get("timestamp")
    ways, newest = [], datetime.fromtimestamp(0, UTC)
    for way in reader.with_filter(osmium.filter.KeyFilter("highway")):
        tags = dict(way.tags)
        if isinstance(way, osmium.osm.Way) and is_walked(tags):
            ways.append(OsmWay(tuple(node.ref for node in way.nodes), tags))
            newest = max(newest, way.timestamp)
    edited = newest.isoformat(timespec="seconds") if newest.timestamp() else None
    return _Extract(ways, taken or None, edited)


def _read_places(source: osmium.io.File, ways: Iterable[OsmWay]) -> dict[int, Position]:
    """Read where the nodes of the ways are; those beyond the edge are not there."""
    wanted = {node for way in ways for node in way.nodes}
    # osmium's own filter by numbers takes 400 MB for today's, however few they are.
    return {
        node.id: Position(node.lat, node.lon)
        for node in osmium.FileProcessor(source, osmium.osm.NODE)
        if isinstance(node, osmium.osm.Node)
        if node.id in wanted and node.location.valid()
    }


def _line(piece: OsmWay, places: dict[int, Position]) -> tuple[Position, ...]:
    return tuple(places[node] for node in piece.nodes)


def _metres(line: Iterable[Position]) -> float:
    return sum(metres_between(a, b) for a, b in pairwise(line))


def _street(piece: OsmWay, places: dict[int, Position]) -> Street:
    line = _line(piece, places)
    return Street(
        line=line,
        metres=round(_metres(line), 2),
        name=name_of(piece.tags),
        kind=kind_of(piece.tags),
        tags=kept(piece.tags),
    )


def _short(problem: Exception) -> str:
    return str(problem).partition("\n")[0].rstrip(".")
