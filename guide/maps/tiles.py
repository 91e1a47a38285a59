"""Cut layers into vector tiles, and write them as one file that is read in pieces.

Source:
    PMTiles version 3, https://github.com/protomaps/PMTiles; tiles as in Mapbox Vector
    Tile Specification 2.1, https://github.com/mapbox/vector-tile-spec.
"""

import gzip
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any

import mapbox_vector_tile
import numpy as np
import shapely
from numpy.typing import NDArray
from pmtiles.tile import Compression, TileType, tileid_to_zxy, zxy_to_tileid
from pmtiles.writer import Writer
from shapely import MultiLineString, MultiPolygon
from shapely.geometry.base import BaseGeometry

from guide.maps.ground import Layer, Properties, Shapes
from guide.maps.mercator import from_square
from guide.maps.style import FIRST_ZOOM, LAST_ZOOM

SCHEMA = 1
"""Goes up whenever other tiles come out of the same pack."""

EXTENT = 4096
"""Steps across a tile: 14 cm on the ground at level 16 in Hải Phòng."""

BUFFER = 128
"""Steps that shapes reach into the next tile, so that no edge shows at the border."""

PIXEL = EXTENT / 512
"""Steps a pixel of the screen."""

LEVELS = range(FIRST_ZOOM, LAST_ZOOM + 1)

Done = Callable[[float], object]
"""Is told which part of the work has been done: 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A layer as one level shows it, ready to be cut."""

    name: str
    shapes: Shapes
    properties: Sequence[Properties]
    tree: shapely.STRtree


def write_tiles(
    layers: Sequence[Layer], attribution: str, to: IO[bytes], done: Done = lambda _: 0
) -> int:
    """Write the tiles of layers, of which there is one or more.

    The same layers give the same bytes. Memory is needed for the layers and for one
    tile, not for all.

    Args:
        layers: from the lowest to the highest.
        attribution: whom to name beside the map.
        to: a file open for writing.
        done: is called as the work goes on.

    Returns:
        How many tiles there are.
    """
    writer = Writer(to)
    # The writer keeps tiles in a file of its own until the end.
    with writer.tile_f:
        written = sum(_write_level(writer, layers, zoom, done) for zoom in LEVELS)
        writer.finalize(_header(_bounds(layers)), _about(layers, attribution))
    return written


def _write_level(writer: Writer, layers: Sequence[Layer], zoom: int, done: Done) -> int:
    """Write the tiles of one level; return how many there are."""
    sheets = [sheet for layer in layers if (sheet := _sheet(layer, zoom))]
    numbers = _tiles_touched(sheets, zoom)
    written = 0
    for place, tile_number in enumerate(numbers, start=1):
        _zoom, x, y = tileid_to_zxy(tile_number)
        if tile := _tile(sheets, zoom, x, y):
            # mtime: otherwise the bytes would tell the time they were made at.
            writer.write_tile(tile_number, gzip.compress(tile, mtime=0))
            written += 1
        done((LEVELS.index(zoom) + place / len(numbers)) / len(LEVELS))
    return written


def _sheet(layer: Layer, zoom: int) -> _Sheet | None:
    """Return what a level shows of a layer, with no finer points than can be seen."""
    step = 1 / (2**zoom * EXTENT)
    seen = (layer.from_zoom <= zoom) & _large_enough(layer.shapes, step * PIXEL)
    shapes = layer.shapes[seen]
    if not len(shapes):
        return None
    if zoom < LAST_ZOOM:
        shapes = shapely.simplify(shapes, step * PIXEL / 2)
    kept = [layer.properties[number] for number in np.flatnonzero(seen).tolist()]
    return _Sheet(layer.name, shapes, kept, shapely.STRtree(shapes))


def _large_enough(shapes: Shapes, pixel: float) -> NDArray[np.bool_]:
    """Say which shapes can be seen: an area of less than two pixels is dust."""
    flat = shapely.get_dimensions(shapes) < 2
    seen: NDArray[np.bool_] = flat | (shapely.area(shapes) >= 2 * pixel**2)
    return seen


def _tiles_touched(sheets: Sequence[_Sheet], zoom: int) -> list[int]:
    """Return the numbers of the tiles that hold anything, in the order of the file."""
    edge = BUFFER / EXTENT
    found: set[tuple[int, int]] = set()
    for sheet in sheets:
        boxes = shapely.bounds(sheet.shapes) * 2**zoom + [-edge, -edge, edge, edge]
        for west, north, east, south in np.unique(np.floor(boxes), axis=0).astype(int):
            columns, rows = range(west, east + 1), range(north, south + 1)
            found.update((x, y) for x in columns for y in rows)
    inside = range(2**zoom)
    return sorted(
        zxy_to_tileid(zoom, x, y) for x, y in found if x in inside and y in inside
    )


def _tile(sheets: Sequence[_Sheet], zoom: int, x: int, y: int) -> bytes:
    """Return one tile; nothing where nothing lies in it."""
    side = 1 / 2**zoom
    edge = side * BUFFER / EXTENT
    corner = np.array([x, y]) * side
    box = (*(corner - edge), *(corner + side + edge))
    layers = []
    for sheet in sheets:
        near = np.sort(sheet.tree.query(shapely.box(*box)))
        cut = shapely.clip_by_rect(sheet.shapes[near], *box)
        cut = shapely.transform(
            cut, lambda points: np.rint((points - corner) / side * EXTENT)
        )
        said = [sheet.properties[number] for number in near.tolist()]
        if features := list(_features(shapely.orient_polygons(cut), said)):
            layers.append({"name": sheet.name, "features": features})
    if not layers:
        return b""
    # Areas are turned the right way above, all at once: that is twice as quick.
    how = {"y_coord_down": True, "extents": EXTENT, "check_winding_order": False}
    return bytes(mapbox_vector_tile.encode(layers, default_options=how))


MULTI: dict[int, Callable[[list[Any]], BaseGeometry]] = {
    1: MultiLineString,
    2: MultiPolygon,
}
"""What many shapes of one dimension become; points stay by themselves."""


def _features(shapes: Shapes, said: Sequence[Properties]) -> Iterator[dict[str, Any]]:
    """Make one feature of all lines, or areas, of which the same is said.

    A tile full of nameless houses is half as large then, and made in half the time.
    """
    alike: dict[Any, list[Any]] = defaultdict(list)
    for shape, properties in zip(shapes, said, strict=True):
        for part in shapely.get_parts(shape):
            dimension = shapely.get_dimensions(part)
            if dimension < 1:
                yield {"geometry": part, "properties": properties}
            elif part.length > 0:  # the grid makes a point of what is very small
                alike[(int(dimension), *properties.items())].append(part)
    for (dimension, *properties), parts in alike.items():
        shape = parts[0] if len(parts) == 1 else MULTI[dimension](parts)
        yield {"geometry": shape, "properties": dict(properties)}


def _bounds(layers: Sequence[Layer]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of everything, in degrees."""
    boxes = np.array([shapely.total_bounds(layer.shapes) for layer in layers])
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    south_west = from_square(float(low[0]), float(high[1]))
    north_east = from_square(float(high[0]), float(low[1]))
    return (*south_west.lon_lat, *north_east.lon_lat)


def _header(bounds: tuple[float, float, float, float]) -> dict[str, Any]:
    west, south, east, north = (round(degrees * 1e7) for degrees in bounds)
    return {
        "tile_type": TileType.MVT,
        "tile_compression": Compression.GZIP,
        "min_lon_e7": west,
        "min_lat_e7": south,
        "max_lon_e7": east,
        "max_lat_e7": north,
        "center_zoom": LAST_ZOOM,
        "center_lon_e7": (west + east) // 2,
        "center_lat_e7": (south + north) // 2,
    }


def _about(layers: Sequence[Layer], attribution: str) -> dict[str, Any]:
    """Return the metadata that other programs read: TileJSON's vector_layers."""
    return {
        "attribution": attribution,
        "schema": SCHEMA,
        "vector_layers": [
            {
                "id": layer.name,
                "fields": {
                    name: "Boolean" if isinstance(value, bool) else "String"
                    for properties in layer.properties
                    for name, value in properties.items()
                },
                "minzoom": int(layer.from_zoom.min()),
                "maxzoom": LAST_ZOOM,
            }
            for layer in layers
        ],
    }
