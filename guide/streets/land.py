"""What lies between the streets, for the base map: water, parks, railways, houses."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
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


AT_ONCE = 1000
"""So many pieces are written in one go: quick, and no more than that in memory."""


def as_lines(land: Iterable[Land]) -> Iterator[str]:
    """Write land as GeoJSON, a feature a line, as GDAL's ``GeoJSONSeq`` reads it."""
    pieces = iter(land)
    while some := list(islice(pieces, AT_ONCE)):
        shapes = shapely.to_geojson([piece.shape for piece in some])
        for piece, written in zip(some, shapes, strict=True):
            name = json.dumps(piece.name, ensure_ascii=False)
            yield (
                f'{BEGIN}"{piece.kind.value}","name":{name}}},"geometry":{written}}}\n'
            )


BEGIN = '{"type":"Feature","properties":{"kind":'
"""How each line begins."""


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


def count_land(path: Path) -> Counter[LandKind]:
    """Count the pieces of each kind that ``as_lines`` wrote, without their shapes.

    Raises:
        BadPack: the file cannot be read, or holds something else.
    """
    found: Counter[str] = Counter()
    try:
        with path.open(encoding="utf-8") as lines:
            found.update(line[len(BEGIN) :][:12].split('"')[1] for line in lines)
        return Counter({LandKind(kind): count for kind, count in found.items()})
    except (OSError, ValueError, IndexError) as problem:
        raise BadPack(path.name, f"{type(problem).__name__}: {problem}") from None
