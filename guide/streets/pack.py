"""A street network on disk, with its origin: GeoJSON that any map program reads."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from pathlib import Path
from typing import Any

from guide.errors import BadPack
from sites.errors import BadPosition
from sites.position import Position

BUILT_IN = Path(__file__).parent / "packs" / "hai-phong-centre.geojson"


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """A piece of street between two junctions; its line has at least two points."""

    line: tuple[Position, ...]
    metres: float
    name: str | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The streets of an area. Whoever shows them shows the attribution too."""

    name: str
    attribution: str
    streets: tuple[Street, ...]


def read_pack(path: Path = BUILT_IN) -> Pack:
    """Read a pack.

    Raises:
        BadPack: the file is missing, or not what ``measured`` writes.
    """
    try:
        found = json.loads(path.read_text("utf-8"))
        return Pack(
            name=path.stem,
            attribution=found["attribution"],
            streets=tuple(_streets(found)),
        )
    except (OSError, ValueError, KeyError, TypeError, BadPosition) as problem:
        raise BadPack(path.name, f"{type(problem).__name__}: {problem}") from None


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
    if not collection["features"]:
        raise ValueError("it holds no street")
    for feature in collection["features"]:
        properties = feature["properties"]
        points = feature["geometry"]["coordinates"]
        metres = float(properties["metres"])
        if len(points) < 2:
            raise ValueError("a street has two points or more")
        # Written so that NaN fails: every comparison with NaN is false.
        if not 0 <= metres < inf:
            raise ValueError(f"a street cannot be {metres} m long")
        yield Street(
            line=tuple(Position(lat, lon) for lon, lat in points),
            metres=metres,
            name=properties["name"],
            kind=properties["class"],
        )
