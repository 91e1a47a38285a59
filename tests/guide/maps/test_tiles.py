"""Tiles are read back by another program: GDAL's PMTiles and MVT driver."""

import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely

from guide.maps.ground import Layer, layers_of
from guide.maps.mercator import EQUATOR_M, to_square
from guide.maps.tiles import BUFFER, EXTENT, LEVELS, write_tiles
from guide.streets.land import LandKind
from guide.streets.pack import read_pack
from guide.streets.plane import metres_between
from sites.position import Position
from tests.guide.factories import on
from tests.guide.maps.land import TOWN, area, layers, line, pack, street
from tests.guide.maps.reading import about, everything, header, shape, tile


def made(*found: Layer) -> bytes:
    opened = io.BytesIO()
    write_tiles(found, "© Ai Đó", opened)
    return opened.getvalue()


TILES = made(*layers())


def features(layer: str, zoom: int, tiles: bytes = TILES) -> list[dict[str, Any]]:
    return [
        feature
        for (z, _x, _y), found in everything(tiles)
        if z == zoom and layer in found
        for feature in found[layer]["features"]
    ]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.pmtiles"
    path.write_bytes(TILES)
    return path


def by_gdal(file: Path, layer: str) -> tuple[list[dict[str, Any]], Any]:
    """Return the records and shapes, in degrees, that GDAL finds at the last level."""
    meta, _fids, shapes, values = pyogrio.raw.read(file, layer=layer)
    rows = [
        {key: value for key, value in zip(meta["fields"], row, strict=True) if value}
        for row in zip(*values, strict=True)
    ]
    mercator = shapely.from_wkb(shapes)
    degrees = shapely.transform(mercator, _to_degrees)
    return rows, degrees


def _to_degrees(points: Any) -> Any:
    lon = points[:, 0] / EQUATOR_M * 360
    lat = np.degrees(np.arctan(np.sinh(points[:, 1] / EQUATOR_M * 2 * np.pi)))
    return np.column_stack([lon, lat])


def test_gdal_finds_every_layer(file: Path) -> None:
    assert set(pyogrio.list_layers(file)[:, 0]) == {
        "parks", "water", "waterways", "railways", "buildings",
        "streets", "spots", "names",
    }  # fmt: skip


def test_gdal_reads_names_with_their_accents(file: Path) -> None:
    rows, _shapes = by_gdal(file, "streets")
    names = {row["name"] for row in rows if "name" in row}

    assert names == {"Phố Điện Biên Phủ", "Ngõ Đá", "Cầu Đất"}
    assert all(unicodedata.is_normalized("NFC", name) for name in names)


def test_gdal_finds_streets_where_they_are_to_a_metre(file: Path) -> None:
    rows, shapes = by_gdal(file, "streets")
    lane = [s for row, s in zip(rows, shapes, strict=True) if row.get("name_en")]
    ends = {Position(lat, lon) for s in lane for lon, lat in _ends(s)}

    for end in (on(100, 0), on(100, 300)):
        assert min(metres_between(end, found) for found in ends) < 1


def _ends(shape: Any) -> Iterator[Any]:
    for part in shapely.get_parts(shape):
        yield part.coords[0]
        yield part.coords[-1]


def test_gdal_finds_a_pond_as_large_as_it_is(file: Path) -> None:
    _rows, shapes = by_gdal(file, "water")
    lon, lat = shapely.get_coordinates(shapely.union_all(shapes)).T
    south_west = Position(float(lat.min()), float(lon.min()))
    north_east = Position(float(lat.max()), float(lon.max()))

    assert metres_between(south_west, on(20, 120)) < 1
    assert metres_between(north_east, on(80, 180)) < 1


def test_gdal_reads_whom_to_name(file: Path) -> None:
    assert about(file.read_bytes())["attribution"] == "© Ai Đó"
    assert pyogrio.read_info(file, layer="streets")["crs"] == "EPSG:3857"


def test_every_street_of_the_built_in_pack_is_in_the_last_level() -> None:
    (layer,) = layers_of(read_pack(), ())
    tiles = made(layer)
    side = EXTENT * 2 ** LEVELS[-1]
    drawn = [
        shapely.affinity.translate(shape(feature), x * EXTENT, y * EXTENT)
        for (z, x, y), found in everything(tiles)
        if z == LEVELS[-1]
        for feature in found["streets"]["features"]
    ]
    wanted = shapely.transform(layer.shapes, lambda points: points * side)
    # A point every five steps, 70 cm, along every street.
    along = shapely.get_coordinates(shapely.segmentize(wanted, 5))
    points = np.asarray(shapely.points(along))
    tree = shapely.STRtree(shapely.get_parts(drawn))
    _nearest, away = tree.query_nearest(points, return_distance=True, all_matches=False)

    assert len(away) == len(points) > 100_000
    assert away.max() < 1.5


def test_names_are_in_the_tiles_as_they_are_in_the_pack() -> None:
    names = {street.name for street in read_pack().streets if street.name}
    tiles = made(*layers_of(read_pack(), ()))
    found = {f["properties"].get("name") for f in features("streets", 16, tiles)}

    assert found - {None} == names


def test_the_same_layers_give_the_same_bytes() -> None:
    assert made(*layers()) == TILES


def test_shapes_reach_over_the_border_but_not_far() -> None:
    low, high = 0.0, 0.0
    for _where, found in everything(TILES):
        for layer in found.values():
            for feature in layer["features"]:
                box = shape(feature).bounds
                low, high = min(low, *box), max(high, *box)

    assert low == -BUFFER
    assert high == EXTENT + BUFFER


def test_areas_are_turned_as_the_format_wants_them() -> None:
    """Rings of the outside are clockwise on a screen, where y grows downwards."""
    rings = [shape(feature).exterior for feature in features("water", 16)]

    assert rings
    assert all(ring.is_ccw for ring in rings)


def test_houses_without_a_name_are_one_feature_a_tile() -> None:
    houses = [area(LandKind.BUILDING, 20 * n, 20, 15, "") for n in range(8)]
    found = features("buildings", 15, made(*layers(*houses)))
    kinds = {feature["geometry"]["type"] for feature in found}

    assert kinds == {"MultiPolygon"}
    assert sum(len(f["geometry"]["coordinates"]) for f in found) == 8


@pytest.mark.parametrize("zoom", LEVELS)
def test_far_away_there_are_great_streets_only(zoom: int) -> None:
    kinds = {feature["properties"]["kind"] for feature in features("streets", zoom)}

    assert "primary" in kinds
    assert ("residential" in kinds) == (zoom >= 12)
    assert ("footway" in kinds) == (zoom >= 14)


def test_far_away_lines_have_fewer_points() -> None:
    bends = [(x, (x // 10 % 2) * 4.0) for x in range(0, 400, 10)]
    river = made(*layers(line(LandKind.WATERWAY, *bends)))

    def points(zoom: int) -> int:
        shapes = [shape(feature) for feature in features("waterways", zoom, river)]
        return int(shapely.get_num_coordinates(shapes).sum())

    assert points(12) == 2
    assert points(16) >= 40


def test_what_is_smaller_than_two_pixels_is_not_drawn() -> None:
    small = made(*layers(area(LandKind.PARK, 0, 0, 20, "")))

    assert features("parks", 11, small) == []
    assert len(features("parks", 16, small)) == 1


def test_a_hole_in_a_pond_stays_a_hole() -> None:
    ring = area(LandKind.WATER, 0, 0, 200, "").shape
    hole = area(LandKind.WATER, 50, 50, 100, "").shape
    island = area(LandKind.WATER, 0, 0, 200, "")
    object.__setattr__(island, "shape", ring.difference(hole))
    tiles = made(*layers(island))
    x, y = (to_square(np.array([on(100, 100).lon_lat]))[0] * 2**14).astype(int)
    (pond,) = tile(tiles, 14, x, y)["water"]["features"]
    here = (to_square(np.array([on(100, 100).lon_lat]))[0] * 2**14 - (x, y)) * EXTENT

    assert not shape(pond).contains(shapely.Point(here))
    assert len(shape(pond).interiors) == 1


def test_one_street_is_enough() -> None:
    assert features("streets", 16, made(*layers_of(pack(street((0, 0), (9, 0))), ())))


def test_progress_goes_up_to_the_whole() -> None:
    told: list[float] = []
    write_tiles(layers(), "©", io.BytesIO(), told.append)

    assert told == sorted(told)
    assert told[-1] == 1


def test_the_header_says_where_the_tiles_are() -> None:
    found = header(TILES)
    box = TOWN.box

    assert (found["min_zoom"], found["max_zoom"]) == (11, 16)
    assert found["min_lat_e7"] / 1e7 <= box.south < box.north
    assert found["max_lon_e7"] / 1e7 >= box.east > found["min_lon_e7"] / 1e7


def test_hostile_names_are_nothing_but_text() -> None:
    name = "<script>alert(1)</script> \"'`${7*7}{{7*7}} مرحبا"
    found = features(
        "streets", 16, made(*layers_of(pack(street((0, 0), (50, 0), name=name)), ()))
    )

    assert {feature["properties"]["name"] for feature in found} == {name}
