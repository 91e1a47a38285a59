"""What a base map is drawn from: a pack and its land, as layers of shapes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiLineString

from guide.maps.lettering import written
from guide.maps.mercator import shapes_to_square, to_square
from guide.maps.style import FIRST_ZOOM, look_of
from guide.streets.land import Land, LandKind
from guide.streets.pack import Pack, Street
from guide.streets.spots import Spot

Shapes = NDArray[np.object_]
Properties = Mapping[str, str | bool]

LAND_LAYERS: dict[LandKind, tuple[str, int]] = {
    LandKind.PARK: ("parks", FIRST_ZOOM),
    LandKind.WATER: ("water", FIRST_ZOOM),
    LandKind.WATERWAY: ("waterways", 12),
    LandKind.RAILWAY: ("railways", FIRST_ZOOM),
    LandKind.BUILDING: ("buildings", 14),
}
"""The layer of each kind of land, and the first level whose tiles hold it."""

SPOTS_FROM_ZOOM = 15
NAMED_FROM_ZOOM = {"parks": 14, "water": 13, "buildings": 16}
"""The first level whose tiles hold the names of areas."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes of one kind in the square of Web Mercator, and what is said of each.

    Args:
        name: what the layer is called in a tile.
        shapes: n shapes, none of them empty.
        properties: n records.
        from_zoom: n levels; the first whose tiles hold the shape.
    """

    name: str
    shapes: Shapes
    properties: Sequence[Properties]
    from_zoom: NDArray[np.int_]


def layers_of(pack: Pack, land: Iterable[Land]) -> tuple[Layer, ...]:
    """Return the layers of a pack, from the lowest to the highest; none is empty."""
    areas = tuple(_land(land))
    found = (*areas, _streets(pack.streets), _spots(pack.spots), _names(areas))
    return tuple(layer for layer in found if len(layer.shapes))


def _land(land: Iterable[Land]) -> Iterator[Layer]:
    by_kind: dict[LandKind, list[Land]] = defaultdict(list)
    for piece in land:
        if not piece.shape.is_empty:
            by_kind[piece.kind].append(piece)
    for kind, (name, from_zoom) in LAND_LAYERS.items():
        pieces = by_kind[kind]
        yield Layer(
            name,
            shapes_to_square(_valid([piece.shape for piece in pieces])),
            [_said(name=piece.name) for piece in pieces],
            np.full(len(pieces), from_zoom),
        )


def _valid(shapes: Sequence[Any]) -> Shapes:
    """Mend areas whose outline crosses itself: nothing could be cut out of them."""
    found = _array(shapes)
    broken = ~shapely.is_valid(found)
    found[broken] = shapely.make_valid(found[broken])
    return found


def _names(land: Sequence[Layer]) -> Layer:
    """Return a point in each area that has a name: there it is written, and once."""
    shapes: list[Any] = []
    properties: list[Properties] = []
    levels: list[int] = []
    for layer in land:
        areas = shapely.get_dimensions(layer.shapes) == 2
        for number in np.flatnonzero(areas).tolist():
            if name := layer.properties[number].get("name"):
                shapes.append(shapely.point_on_surface(layer.shapes[number]))
                properties.append({"kind": layer.name, "name": name})
                levels.append(NAMED_FROM_ZOOM[layer.name])
    return Layer("names", _array(shapes), properties, np.array(levels, dtype=int))


def _streets(streets: Iterable[Street]) -> Layer:
    """Join pieces of street that go on alike, so that a name has room to stand."""
    alike: dict[tuple[tuple[str, str | bool], ...], list[Street]] = defaultdict(list)
    for street in streets:
        alike[tuple(_street_said(street).items())].append(street)
    shapes: list[Any] = []
    properties: list[Properties] = []
    for said, pieces in alike.items():
        joined = shapely.get_parts(shapely.line_merge(_lines(pieces)))
        shapes.extend(joined)
        properties.extend([dict(said)] * len(joined))
    looks = [look_of(str(said["kind"])) for said in properties]
    levels = np.array([look.from_zoom for look in looks], dtype=int)
    return Layer("streets", _array(shapes), properties, levels)


def _street_said(street: Street) -> Properties:
    tags = street.tags
    return _said(
        kind=street.kind,
        name=street.name,
        name_en=tags.get("name:en"),
        bridge=tags.get("bridge", "no") != "no",
        tunnel=tags.get("tunnel", "no") != "no",
        steps=street.kind == "steps",
    )


def _lines(streets: Sequence[Street]) -> MultiLineString:
    points = chain.from_iterable(street.line for street in streets)
    lon_lat = np.array([position.lon_lat for position in points])
    lengths = [len(street.line) for street in streets]
    numbers = np.repeat(np.arange(len(streets)), lengths)
    lines = shapely.linestrings(to_square(lon_lat), indices=numbers)
    return MultiLineString(list(np.asarray(lines)))


def _spots(spots: Sequence[Spot]) -> Layer:
    lon_lat = np.array([spot.position.lon_lat for spot in spots]).reshape(-1, 2)
    return Layer(
        "spots",
        np.asarray(shapely.points(to_square(lon_lat)), dtype=object),
        [
            _said(kind=spot.kind, name=spot.name, name_en=spot.tags.get("name:en"))
            for spot in spots
        ],
        np.full(len(spots), SPOTS_FROM_ZOOM),
    )


def _said(**values: str | bool | None) -> Properties:
    """Leave out what is not known, and what is not so; make names fit to be written."""
    plain = {
        name: written(value) if isinstance(value, str) else value
        for name, value in values.items()
    }
    return {name: value for name, value in plain.items() if value}


def _array(shapes: Sequence[Any]) -> Shapes:
    """Return an array of shapes; numpy alone would look into them."""
    found = np.empty(len(shapes), dtype=object)
    found[:] = shapes
    return found
