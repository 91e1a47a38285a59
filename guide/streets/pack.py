"""A street network on disk, with its origin: GeoJSON that any map program reads."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from math import inf
from pathlib import Path
from typing import Any, TextIO

from guide.errors import BadPack
from guide.streets.spots import Spot
from guide.streets.street import Label, Street, StreetTable, TableRows, parts_of
from sites.errors import BadPosition
from sites.position import Box, Position

__all__ = [
    "ATTRIBUTION", "BUILT_IN", "Origin", "Pack", "Street",
    "as_text", "measured", "pack_lines", "read_head", "read_pack",
]  # fmt: skip

ATTRIBUTION = "© OpenStreetMap contributors, ODbL 1.0"
BUILT_IN = Path(__file__).parent / "packs" / "hai-phong-centre.geojson"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a pack was imported from, when, and what was left behind.

    Args:
        file: the name of the extract.
        taken: when it was taken from OpenStreetMap, where it says so.
        newest_edit: when the last of its streets was drawn, where it says so.
        imported: when the pack was made from it.
        junctions: how many there are.
        dropped_parts: how many groups of streets the rest does not reach.
        dropped_streets: how many streets those are.
        dropped_metres: and how long.
        one_way_streets: how many are one-way for people on foot, by their tags.
        closed_gates: how many nodes of streets nobody may pass on foot.
    """

    file: str
    taken: str | None
    newest_edit: str | None
    imported: str
    junctions: int
    dropped_parts: int
    dropped_streets: int
    dropped_metres: float
    one_way_streets: int
    closed_gates: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The streets of an area. Whoever shows them shows the attribution too.

    ``land`` is the stamp of the file with the land between the streets, if any.
    """

    name: str
    attribution: str
    streets: Sequence[Street]
    spots: tuple[Spot, ...] = ()
    origin: Origin | None = None
    land: str | None = None

    def __hash__(self) -> int:
        # Pages keep what they draw of a pack: a million streets are not added up.
        return hash((self.name, self.attribution, len(self.streets), self.origin))

    @property
    def box(self) -> Box:
        """The smallest box that holds all streets."""
        points = StreetTable.of(self.streets).points
        (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
        return Box(
            south=float(south), west=float(west), north=float(north), east=float(east)
        )


FEW = 20_000
"""A pack of so many streets, a city's, is read as records; a bigger one as a table."""

FEATURES = '"features":['
"""How the first line of a pack ends that has a street or spot a line."""


def read_pack(path: Path = BUILT_IN) -> Pack:
    """Read a pack; line by line if ``pack_lines`` wrote it, for it may be huge.

    Raises:
        BadPack: the file is missing, or not what ``measured`` or ``pack_lines`` write.
    """
    try:
        with path.open(encoding="utf-8") as opened:
            return _pack(path.stem, *_parts(opened))
    except (
        OSError, ValueError, KeyError, TypeError, AttributeError, BadPosition
    ) as problem:  # fmt: skip
        raise BadPack(path.name, f"{type(problem).__name__}: {problem}") from None


def read_head(path: Path) -> dict[str, Any]:
    """Read what a pack says of itself, without its streets.

    Raises:
        BadPack: the file is missing, or no pack with a street a line.
    """
    try:
        with path.open(encoding="utf-8") as opened:
            return _head(opened.readline())
    except (OSError, ValueError) as problem:
        raise BadPack(path.name, f"{type(problem).__name__}: {problem}") from None


def _parts(opened: TextIO) -> tuple[dict[str, Any], Iterable[dict[str, Any]]]:
    first = opened.readline()
    if first.rstrip().endswith(FEATURES):
        return _head(first), _features(opened)
    found = json.loads(first + opened.read())
    return found, found["features"]


def _head(line: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(line.rstrip() + "]}")
    return found


def _features(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        if line.startswith("]}"):
            return
        yield json.loads(line.rstrip().removesuffix(","))
    raise ValueError("its end is missing")


def _pack(name: str, head: dict[str, Any], features: Iterable[dict[str, Any]]) -> Pack:
    rows, spots = TableRows(), []
    for feature in features:
        match feature["geometry"]["type"]:
            case "LineString":
                _add(rows, feature)
            case "Point":
                spots.append(_spot(feature))
    streets = rows.table()
    if not streets:
        raise ValueError("it holds no street")
    return Pack(
        name=name,
        attribution=head["attribution"],
        # Records are at hand quicker than rows; a million would be half a gigabyte.
        streets=tuple(streets) if len(streets) <= FEW else streets,
        spots=tuple(spots),
        origin=Origin(**head["origin"]) if "origin" in head else None,
        land=head.get("land"),
    )


def _add(rows: TableRows, feature: dict[str, Any]) -> None:
    tags = dict(feature["properties"])
    points = feature["geometry"]["coordinates"]
    metres = float(tags.pop("metres"))
    if len(points) < 2:
        raise ValueError("a street has two points or more")
    # Written so that NaN fails: every comparison with NaN is false.
    if not 0 <= metres < inf:
        raise ValueError(f"a street cannot be {metres} m long")
    label = Label(tags.pop("name"), tags.pop("class"), tags)
    rows.add(label, metres, points)


def _spot(feature: dict[str, Any]) -> Spot:
    tags = dict(feature["properties"])
    lon, lat = feature["geometry"]["coordinates"]
    return Spot(
        kind=tags.pop("spot"),
        position=Position(lat, lon),
        name=tags.pop("name"),
        tags=tags,
    )


def as_text(pack: Pack) -> str:
    """Write a pack as one text; ``read_pack`` reads it."""
    return "".join(pack_lines(pack))


def pack_lines(pack: Pack) -> Iterator[str]:
    """Write a pack as GeoJSON, a street or spot a line; ``read_pack`` reads it."""
    box = pack.box
    head: dict[str, Any] = {
        "type": "FeatureCollection",
        "name": pack.name,
        "attribution": pack.attribution,
        "bbox": [box.west, box.south, box.east, box.north],
    }
    if pack.origin:
        head["origin"] = asdict(pack.origin)
    if pack.land:
        head["land"] = pack.land
    yield f"{_dumped(head)[:-1]},{FEATURES}"
    between = "\n"
    for feature in _feature_texts(pack):
        yield between + feature
        between = ",\n"
    yield "\n]}\n"


def _feature_texts(pack: Pack) -> Iterator[str]:
    table = StreetTable.of(pack.streets)
    # The words of a street are written once for all pieces of its way.
    words = [
        _dumped({"class": label.kind, "name": label.name, **label.tags})[1:]
        for label in table.labels
    ]
    rows = zip(
        table.label.tolist(), table.metres.tolist(), parts_of(table.starts), strict=True
    )
    for label, metres, (begin, end) in rows:
        line = str(table.points[begin:end].tolist()).replace(" ", "")
        yield (
            f'{{"type":"Feature","properties":{{"metres":{metres!r},{words[label]},'
            f'"geometry":{{"type":"LineString","coordinates":{line}}}}}'
        )
    for spot in pack.spots:
        yield _dumped(_point(spot))


def _dumped(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _point(spot: Spot) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"spot": spot.kind, "name": spot.name} | dict(spot.tags),
        "geometry": {"type": "Point", "coordinates": spot.position.lon_lat},
    }


def measured(collection: dict[str, Any]) -> dict[str, Any]:
    """Return a GeoJSON collection of street lines with the metres of each.

    The lengths are geodesics on the WGS 84 ellipsoid, measured once, because that is
    a thousand times slower than reading them.
    """
    from geopy.distance import geodesic  # noqa: PLC0415 - reading a pack needs none

    def length(line: list[list[float]]) -> float:
        points = [(lat, lon) for lon, lat in line]
        return float(sum(geodesic(a, b).m for a, b in pairwise(points)))

    return collection | {
        "features": [
            feature
            | {
                "properties": feature["properties"]
                | {"metres": round(length(feature["geometry"]["coordinates"]), 2)}
            }
            for feature in collection["features"]
        ]
    }
