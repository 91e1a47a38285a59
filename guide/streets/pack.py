"""A street network on disk, with its origin: GeoJSON that any map program reads."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from math import inf
from pathlib import Path
from typing import Any

from guide.errors import BadPack
from guide.streets.access import one_way_of
from guide.streets.spots import Spot
from sites.errors import BadPosition
from sites.position import Box, Position

ATTRIBUTION = "© OpenStreetMap contributors, ODbL 1.0"
BUILT_IN = Path(__file__).parent / "packs" / "hai-phong-centre.geojson"


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """A piece of street between two junctions; its line has at least two points.

    ``tags`` are those that OpenStreetMap has besides: other names, surface, steps …
    """

    line: tuple[Position, ...]
    metres: float
    name: str | None
    kind: str
    tags: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def one_way(self) -> int:
        """How people on foot may walk it: 1 along its line, -1 against it, 0 both."""
        return one_way_of(self.tags)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The streets of an area. Whoever shows them shows the attribution too."""

    name: str
    attribution: str
    streets: tuple[Street, ...]
    spots: tuple[Spot, ...] = ()
    origin: Origin | None = None

    @property
    def box(self) -> Box:
        """The smallest box that holds all streets."""
        lats, lons = zip(
            *(point.lat_lon for street in self.streets for point in street.line),
            strict=True,
        )
        return Box(south=min(lats), west=min(lons), north=max(lats), east=max(lons))


def read_pack(path: Path = BUILT_IN) -> Pack:
    """Read a pack.

    Raises:
        BadPack: the file is missing, or not what ``measured`` or ``as_text`` write.
    """
    try:
        found = json.loads(path.read_text("utf-8"))
        return Pack(
            name=path.stem,
            attribution=found["attribution"],
            streets=tuple(_streets(found)),
            spots=tuple(_spots(found)),
            origin=Origin(**found["origin"]) if "origin" in found else None,
        )
    except (OSError, ValueError, KeyError, TypeError, BadPosition) as problem:
        raise BadPack(path.name, f"{type(problem).__name__}: {problem}") from None


def as_text(pack: Pack) -> str:
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
    features = [*map(_feature, pack.streets), *map(_point, pack.spots)]
    lines = ",\n".join(map(_dumped, features))
    return f'{_dumped(head)[:-1]},"features":[\n{lines}\n]}}\n'


def _dumped(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _feature(street: Street) -> dict[str, Any]:
    own = {"class": street.kind, "name": street.name, "metres": street.metres}
    return {
        "type": "Feature",
        "properties": own | dict(street.tags),
        "geometry": {
            "type": "LineString",
            "coordinates": [point.lon_lat for point in street.line],
        },
    }


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


def _streets(collection: dict[str, Any]) -> Iterator[Street]:
    features = _of_type(collection, "LineString")
    if not features:
        raise ValueError("it holds no street")
    for feature in features:
        properties = dict(feature["properties"])
        points = feature["geometry"]["coordinates"]
        metres = float(properties.pop("metres"))
        if len(points) < 2:
            raise ValueError("a street has two points or more")
        # Written so that NaN fails: every comparison with NaN is false.
        if not 0 <= metres < inf:
            raise ValueError(f"a street cannot be {metres} m long")
        yield Street(
            line=tuple(Position(lat, lon) for lon, lat in points),
            metres=metres,
            name=properties.pop("name"),
            kind=properties.pop("class"),
            tags=properties,
        )


def _spots(collection: dict[str, Any]) -> Iterator[Spot]:
    for feature in _of_type(collection, "Point"):
        properties = dict(feature["properties"])
        lon, lat = feature["geometry"]["coordinates"]
        yield Spot(
            kind=properties.pop("spot"),
            position=Position(lat, lon),
            name=properties.pop("name"),
            tags=properties,
        )


def _of_type(collection: dict[str, Any], geometry: str) -> list[dict[str, Any]]:
    features = collection["features"]
    return [one for one in features if one["geometry"]["type"] == geometry]
