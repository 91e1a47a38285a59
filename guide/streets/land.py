"""What lies between the streets, for the base map: water, parks, railways, houses."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from guide.errors import BadPack


class LandKind(StrEnum):
    """What an area or a line of the land is."""

    WATER = "water"
    WATERWAY = "waterway"
    PARK = "park"
    RAILWAY = "railway"
    BUILDING = "building"


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A piece of land. Its shape is an area, or a line for waterways and railways.

    Coordinates are (longitude, latitude), as in GeoJSON.
    """

    kind: LandKind
    name: str | None
    shape: BaseGeometry


def as_lines(land: Iterable[Land]) -> Iterator[str]:
    """Write land as GeoJSON, a feature a line, as GDAL's ``GeoJSONSeq`` reads it."""
    for piece in land:
        feature = {
            "type": "Feature",
            "properties": {"kind": piece.kind.value, "name": piece.name},
            "geometry": json.loads(shapely.to_geojson(piece.shape)),
        }
        yield json.dumps(feature, ensure_ascii=False, separators=(",", ":")) + "\n"


def read_land(path: Path) -> Iterator[Land]:
    """Read what ``as_lines`` wrote, piece by piece: there may be millions.

    Raises:
        BadPack: the file cannot be read, or holds something else.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                found = json.loads(line)
                yield Land(
                    kind=LandKind(found["properties"]["kind"]),
                    name=found["properties"]["name"],
                    shape=shape(found["geometry"]),
                )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise BadPack(path.name, f"{type(problem).__name__}: {problem}") from None
