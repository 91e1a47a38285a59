"""Read a file of tiles with libraries that did not write it here."""

import gzip
from collections.abc import Iterator
from typing import Any

import mapbox_vector_tile
import shapely
from pmtiles.reader import MemorySource, Reader, all_tiles

Where = tuple[int, int, int]
"""Level, column and row of a tile."""


def header(tiles: bytes) -> dict[str, Any]:
    found: dict[str, Any] = Reader(MemorySource(tiles)).header()
    return found


def about(tiles: bytes) -> dict[str, Any]:
    found: dict[str, Any] = Reader(MemorySource(tiles)).metadata()
    return found


def tile(tiles: bytes, *where: int) -> dict[str, Any]:
    return _decoded(Reader(MemorySource(tiles)).get(*where))


def everything(tiles: bytes) -> Iterator[tuple[Where, dict[str, Any]]]:
    for where, found in all_tiles(MemorySource(tiles)):
        yield where, _decoded(found)


def shape(feature: dict[str, Any]) -> Any:
    """Return the shape of a feature, in steps of its tile, y downwards."""
    return shapely.geometry.shape(feature["geometry"])


def _decoded(packed: bytes) -> dict[str, Any]:
    found: dict[str, Any] = mapbox_vector_tile.decode(
        gzip.decompress(packed), default_options={"y_coord_down": True}
    )
    return found
