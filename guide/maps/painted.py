"""The ground of a still picture: land and streets as shapes of SVG, and their names."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import cast
from xml.etree import ElementTree as ET

import numpy as np
import shapely
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from guide.maps.ground import Layer, Properties
from guide.maps.names import Wanted
from guide.maps.paper import Frame
from guide.maps.style import PAPER, STREETS, StreetLook, look_of
from sites.names import Language

BEYOND_MM = 4.0
"""Shapes reach so far beyond the frame, so that no cut edge is seen."""

WIDE_AT = 1 / 8000
"""The scale at which streets are as wide as the table of looks says."""

SMALL = 1 / 16_000
"""At a smaller scale, houses and alleys would only be dirt."""

FINE = frozenset({"steps", "path", "service"})
"""The classes of street that are left out at a small scale."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A shape on the sheet, in mm, and what is said of it."""

    shape: BaseGeometry
    said: Properties


Pieces = dict[str, list[Piece]]
"""The pieces of each layer that lie in the frame."""


def within(layers: Iterable[Layer], frame: Frame) -> Pieces:
    """Cut out of the layers what a frame shows."""
    edge = BEYOND_MM / frame.mm
    west, north, east, south = frame.seen
    box = (west - edge, north - edge, east + edge, south + edge)
    found: Pieces = {}
    for layer in layers:
        bounds = shapely.bounds(layer.shapes)
        meets = (bounds[:, :2] <= box[2:]).all(axis=1)
        meets &= (bounds[:, 2:] >= box[:2]).all(axis=1)
        cut = shapely.clip_by_rect(layer.shapes[meets], *box)
        placed = shapely.transform(cut, frame.place)
        said = [layer.properties[number] for number in np.flatnonzero(meets).tolist()]
        found[layer.name] = [
            Piece(shape, properties)
            for shape, properties in zip(placed, said, strict=True)
            if not shape.is_empty
        ]
    return found


def paint(to: ET.Element, pieces: Pieces, scale: float) -> None:
    """Draw land and streets, from the lowest to the highest.

    Args:
        to: the element that gets the shapes.
        pieces: what is to be seen.
        scale: of the map: 1 / 8000 …
    """
    areas = [("parks", PAPER.park), ("water", PAPER.water)]
    if scale >= SMALL:
        areas.append(("buildings", PAPER.building))
    for layer, fill in areas:
        look = {"fill": fill, "fill-rule": "evenodd"}
        if layer == "buildings":
            look |= {"stroke": PAPER.building_edge, "stroke-width": "0.12"}
        _path(to, pieces.get(layer, ()), look)
    _path(to, pieces.get("waterways", ()), _line(PAPER.water, 0.8))
    _path(to, pieces.get("railways", ()), _line(PAPER.railway, 0.7))
    ties = _line("#ffffff", 0.35) | {"stroke-dasharray": "1.4 1.4"}
    _path(to, pieces.get("railways", ()), ties)
    _paint_streets(to, pieces.get("streets", []), scale)


def _paint_streets(to: ET.Element, streets: list[Piece], scale: float) -> None:
    """First the edges of all streets, then the fills: so they flow into each other."""
    wide = widening(scale)
    looks = [look for look in STREETS if scale >= SMALL or look.name not in FINE]
    ours = {
        look.name: [piece for piece in streets if _look(piece) is look]
        for look in looks
    }
    for look in looks:
        if not look.dash:
            width = look.paper_mm * wide + 0.3
            _path(to, ours[look.name], _line(PAPER.edge, width) | ROUND)
    for look in looks:
        width = look.paper_mm * wide
        style = _line(getattr(PAPER, look.fill), width)
        if look.dash:
            dashes = (f"{max(times * width, 0.3):.2f}" for times in look.dash)
            style["stroke-dasharray"] = " ".join(dashes)
        _path(to, ours[look.name], style | ({} if look.dash else ROUND))


ROUND = {"stroke-linecap": "round", "stroke-linejoin": "round"}


def widening(scale: float) -> float:
    """Return how much wider than in the table streets are drawn at a scale."""
    return float(np.clip((scale / WIDE_AT) ** 0.5, 0.45, 1.6))


def renamed(pieces: Pieces, rename: Callable[[str], str]) -> Pieces:
    """Give streets the names of another time."""
    streets = [
        Piece(piece.shape, {**piece.said, "name": name, "name_en": name})
        if "name" in piece.said and (name := rename(str(piece.said["name"])))
        else piece
        for piece in pieces.get("streets", ())
    ]
    return {**pieces, "streets": streets}


def names_wanted(pieces: Pieces, scale: float, language: Language) -> Iterator[Wanted]:
    """Name everything that has a name, the most important first."""
    streets = [
        piece
        for piece in pieces.get("streets", ())
        if "name" in piece.said and (scale >= SMALL or _look(piece).name not in FINE)
    ]
    streets.sort(key=lambda piece: (-_rank(piece), -piece.shape.length))
    areas = pieces.get("names", [])
    yield from _along(streets, language, lambda piece: _rank(piece) >= GREAT)
    for piece in areas:
        if piece.said["kind"] != "buildings":
            colour = COLOURS[str(piece.said["kind"])]
            yield _wanted(piece, language, AREA_MM, colour)
    for piece in pieces.get("waterways", ()):
        if "name" in piece.said:
            yield from _lines(piece, language, AREA_MM, PAPER.water_name)
    yield from _along(streets, language, lambda piece: _rank(piece) < GREAT)


GREAT = next(n for n, look in enumerate(STREETS) if look.name == "tertiary")
COLOURS = {"parks": PAPER.park_name, "water": PAPER.water_name}
AREA_MM = 2.3
STREET_MM = {"main": 2.9, "tertiary": 2.6, "residential": 2.4}
LEAST_MM = 2.1
"""Sizes of letters: the least is 6 points, which most can read on paper."""


def _along(
    streets: Sequence[Piece],
    language: Language,
    is_wanted: Callable[[Piece], bool],
) -> Iterator[Wanted]:
    for piece in filter(is_wanted, streets):
        size = STREET_MM.get(_look(piece).name, LEAST_MM)
        yield from _lines(piece, language, size, PAPER.name)


def _lines(
    piece: Piece, language: Language, size: float, colour: str
) -> Iterator[Wanted]:
    for part in shapely.get_parts(piece.shape):
        yield _wanted(Piece(part, piece.said), language, size, colour)


def _wanted(piece: Piece, language: Language, size: float, colour: str) -> Wanted:
    line = cast("LineString | Point", piece.shape)
    return Wanted(text=_name(piece, language), size=size, colour=colour, line=line)


def _name(piece: Piece, language: Language) -> str:
    said = piece.said
    return str(said.get("name_en", said["name"]) if language == "en" else said["name"])


def _look(piece: Piece) -> StreetLook:
    return look_of(str(piece.said["kind"]))


def _rank(piece: Piece) -> int:
    return STREETS.index(_look(piece))


def _line(colour: str, width: float) -> dict[str, str]:
    return {"fill": "none", "stroke": colour, "stroke-width": f"{width:.2f}"}


def _path(to: ET.Element, pieces: Iterable[Piece], look: dict[str, str]) -> None:
    """Draw all pieces of one look as one path: a page has thousands of them."""
    runs = chain.from_iterable(_runs(piece.shape) for piece in pieces)
    if drawn := "".join(runs):
        ET.SubElement(to, "path", {"d": drawn} | look)


def _runs(shape: BaseGeometry) -> Iterator[str]:
    for part in shapely.get_parts(shape):
        rings = [part]
        if part.geom_type == "Polygon":
            rings = [part.exterior, *part.interiors]
        end = "Z" if part.geom_type == "Polygon" else ""
        for ring in rings:
            points = shapely.get_coordinates(ring).tolist()
            yield "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points) + end
