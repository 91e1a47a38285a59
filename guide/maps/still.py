"""A map for paper: one picture with the ground, a walk, numbered stops and their names.

It is SVG with text as text, in millimetres. Whatever a name holds, it is text there.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import shapely
from shapely.geometry.base import BaseGeometry

from guide.maps.ground import Layer
from guide.maps.lettering import fitted, width_em, written
from guide.maps.names import Free, Name
from guide.maps.painted import names_wanted, paint, renamed, within
from guide.maps.paper import EDGE_MM, SIZES_MM, Frame, Paper, frame_around
from guide.maps.style import FONT, FONT_WEIGHT, PAPER, WALK_DASHES, WALKS
from sites.names import Language, Text
from sites.position import Position

NORTH = Text(vi="B", en="N")
FONTS = f"'{FONT}', 'Noto Sans', 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"
"""Where our font is not there, others that know Vietnamese."""

TITLE_MM, LIST_MM, ROW_MM = 4.6, 3.1, 6.1
LETTERS = {Paper.A4: 1.0, Paper.A5: 0.8}
"""How large the list is set: at 0.8 its letters are of 7 points."""

LIST_PART = 0.45
"""The list below the map takes no more of the height of the sheet."""

STOP_MM = 2.7
"""The radius of a numbered stop."""

SURE_M = 40.0
"""A circle of doubt that is smaller says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A place to draw: ``label`` is its number; without one it is a start or an end.

    ``beside`` is what the list below the map says after the name: times, say.
    """

    position: Position
    name: str
    label: str = ""
    beside: str = ""
    radius_m: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What is to be drawn on a sheet; ``lines`` are the walks, ``pins`` in order.

    ``rename`` returns what a street is to be called, where that is not its own name.
    """

    title: str
    lines: Sequence[Sequence[Position]] = ()
    pins: Sequence[Pin]
    attribution: str
    language: Language = "vi"
    paper: Paper = Paper.A4
    rename: Callable[[str], str] | None = None


def draw(picture: Picture, layers: Sequence[Layer] = ()) -> bytes:
    """Draw a picture as SVG in UTF-8; the same picture gives the same bytes.

    Args:
        picture: what is to be drawn; with one position at least.
        layers: the ground below it; without any, the walk stands on white paper.
    """
    width, height = SIZES_MM[picture.paper]
    root = sheet(picture, (width, height))
    room = width - 2 * EDGE_MM
    title = written_all(picture.title)
    # A long title is set smaller, and only then cut.
    size = TITLE_MM * min(1.0, max(0.65, room / (width_em(title or "-") * TITLE_MM)))
    title = fitted(title, size, room)
    _text(root, title, (EDGE_MM, EDGE_MM + TITLE_MM), size)
    top = EDGE_MM + TITLE_MM + 3.5
    list_mm = _list_mm(picture)
    frame = frame_around(
        positions(picture), (EDGE_MM, top, room, height - top - list_mm - EDGE_MM)
    )
    draw_map(root, picture, layers, frame)
    _draw_list(root, picture, frame)
    return written_out(root)


def sheet(picture: Picture, size_mm: tuple[float, float]) -> ET.Element:
    """Return an empty white sheet of such a width and height."""
    width, height = size_mm
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": f"{width:g}mm",
            "height": f"{height:g}mm",
            "viewBox": f"0 0 {width:g} {height:g}",
            "font-family": FONTS,
            "font-weight": str(FONT_WEIGHT),
            "role": "img",
            "lang": picture.language,
        },
    )
    ET.SubElement(root, "title").text = written_all(picture.title)
    ET.SubElement(root, "rect", width="100%", height="100%", fill="#ffffff")
    return root


def written_out(root: ET.Element) -> bytes:
    """Write a sheet as SVG in UTF-8."""
    ET.indent(root, " ")
    found: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return found + b"\n"


def written_all(text: str) -> str:
    """Return a longer text as a map writes it."""
    return " ".join(filter(None, map(written, text.split())))


def positions(picture: Picture) -> list[Position]:
    """List all that has to be seen on the map of a picture."""
    walked = [position for line in picture.lines for position in line]
    return [*walked, *(pin.position for pin in picture.pins)]


def draw_map(
    root: ET.Element, picture: Picture, layers: Sequence[Layer], frame: Frame
) -> None:
    """Draw the ground, the walks and the pins of a picture into a frame."""
    place = {
        "x": f"{frame.left:g}", "y": f"{frame.top:g}",
        "width": f"{frame.width:g}", "height": f"{frame.height:g}",
    }  # fmt: skip
    clip = ET.SubElement(ET.SubElement(root, "defs"), "clipPath", id="frame")
    ET.SubElement(clip, "rect", place)
    inside = ET.SubElement(root, "g", {"clip-path": "url(#frame)"})
    ET.SubElement(inside, "rect", place, fill=PAPER.ground)
    scale = frame.mm_a_metre / 1000
    pieces = within(layers, frame)
    paint(inside, pieces, scale)
    _draw_doubts(inside, picture, frame)
    _draw_walks(inside, picture, frame)
    spots = list(_spread(picture.pins, frame))
    taken = [shapely.Point(spot).buffer(STOP_MM + 0.4) for spot in spots]
    furniture = _furniture(picture, frame)
    free = Free(_rectangle(frame), [*taken, *furniture])
    named = renamed(pieces, picture.rename) if picture.rename else pieces
    names = free.stand(names_wanted(named, scale, picture.language))
    _draw_names(inside, names)
    for pin, spot in reversed(list(zip(picture.pins, spots, strict=True))):
        _draw_pin(inside, pin, spot)
    _draw_furniture(inside, picture, frame, furniture)
    edge = {"fill": "none", "stroke": PAPER.spot}
    ET.SubElement(root, "rect", place | edge | THIN)


THIN = {"stroke-width": "0.25"}


def _rectangle(frame: Frame) -> BaseGeometry:
    right, bottom = frame.left + frame.width, frame.top + frame.height
    return shapely.box(frame.left + 0.5, frame.top + 0.5, right - 0.5, bottom - 0.5)


def _draw_doubts(to: ET.Element, picture: Picture, frame: Frame) -> None:
    look = {"fill": "none", "stroke": "#945c05", "stroke-dasharray": "1 1.2"}
    for pin in picture.pins:
        if pin.radius_m > SURE_M:
            x, y = frame.at(pin.position)
            radius = f"{pin.radius_m * frame.mm_a_metre:.2f}"
            circle = {"cx": f"{x:.2f}", "cy": f"{y:.2f}", "r": radius}
            ET.SubElement(to, "circle", circle | look | THIN)


def _draw_walks(to: ET.Element, picture: Picture, frame: Frame) -> None:
    for number, line in enumerate(picture.lines):
        if len(line) < 2:
            continue
        points = " ".join(f"{x:.2f},{y:.2f}" for x, y in map(frame.at, line))
        colour = WALKS[number % len(WALKS)]
        dashes = WALK_DASHES[number % len(WALK_DASHES)]
        shape = {"points": points, "fill": "none", "stroke-linejoin": "round"}
        edge = {"stroke": "#ffffff", "stroke-width": "2.3", "stroke-linecap": "round"}
        ET.SubElement(to, "polyline", shape | edge)
        look = {"stroke": colour, "stroke-width": "1.3"}
        if dashes:
            look["stroke-dasharray"] = dashes
        ET.SubElement(to, "polyline", shape | look)


def _spread(pins: Sequence[Pin], frame: Frame) -> Iterator[tuple[float, float]]:
    """Put each pin where it belongs, or to the right of those that stand there."""
    taken: list[tuple[float, float]] = []
    for pin in pins:
        x, y = frame.at(pin.position)
        while any(
            abs(x - u) < STOP_MM * 1.4 and abs(y - v) < STOP_MM for u, v in taken
        ):
            x += STOP_MM * 1.8
        taken.append((x, y))
        yield x, y


def _draw_pin(to: ET.Element, pin: Pin, spot: tuple[float, float]) -> None:
    x, y = spot
    at = {"cx": f"{x:.2f}", "cy": f"{y:.2f}"}
    if not pin.label:
        look = {"r": "1.7", "fill": "#ffffff", "stroke": "#1d2422"}
        ET.SubElement(to, "circle", at | look | {"stroke-width": "1.1"})
        return
    look = {"r": f"{STOP_MM}", "fill": "#1d2422", "stroke": "#ffffff"}
    ET.SubElement(to, "circle", at | look | {"stroke-width": "0.5"})
    size = 3.2 if len(pin.label) < 3 else 2.4
    middle = {"text-anchor": "middle", "fill": "#ffffff"}
    _text(to, pin.label, (x, y + size * 0.36), size, **middle)


def _draw_names(to: ET.Element, names: Sequence[Name]) -> None:
    halo = {"stroke": PAPER.halo, "stroke-linejoin": "round", "paint-order": "stroke"}
    group = ET.SubElement(to, "g", {"text-anchor": "middle", **halo})
    for name in names:
        turn = {"transform": f"rotate({name.angle:.1f} {name.x:.2f} {name.y:.2f})"}
        wide = {"stroke-width": f"{name.size * 0.3:.2f}", "fill": name.colour}
        _text(group, name.text, (name.x, name.y), name.size, **turn, **wide)


def _furniture(picture: Picture, frame: Frame) -> list[BaseGeometry]:
    """Return the room of the bar, the attribution and the arrow, in this order."""
    left, bottom = frame.left, frame.top + frame.height
    right = frame.left + frame.width
    _metres, bar_mm = frame.bar
    owner = width_em(written_all(picture.attribution)) * OWNER_MM
    return [
        shapely.box(left + 2, bottom - 9, left + bar_mm + 8, bottom - 2),
        shapely.box(right - owner - 3, bottom - 4.4, right, bottom),
        shapely.box(right - 10, frame.top + 2, right - 2, frame.top + 15),
    ]


OWNER_MM = 2.3


def _draw_furniture(
    to: ET.Element, picture: Picture, frame: Frame, rooms: Sequence[BaseGeometry]
) -> None:
    for room in rooms:
        x, y, right, bottom = room.bounds
        size = {"width": f"{right - x:.2f}", "height": f"{bottom - y:.2f}"}
        place = {"x": f"{x:.2f}", "y": f"{y:.2f}", "fill": "#ffffff"}
        ET.SubElement(to, "rect", place | size | {"fill-opacity": "0.85"})
    bar, owner, arrow = (room.bounds for room in rooms)
    metres, bar_mm = frame.bar
    x, y = bar[0] + 2, bar[3] - 2
    drawn = f"M{x:.2f} {y - 1.4:.2f}v1.4h{bar_mm:.2f}v-1.4"
    ET.SubElement(
        to,
        "path",
        {"d": drawn, "stroke-width": "0.5", "fill": "none"},
        stroke="#1d2422",
    )
    long = f"{metres} m" if metres < 1000 else f"{metres // 1000} km"
    _text(to, long, (x + 0.4, y - 2), 2.6)
    _text(
        to, written_all(picture.attribution), (owner[0] + 1.5, owner[3] - 1.4), OWNER_MM
    )
    middle = (arrow[0] + arrow[2]) / 2
    head = f"M{middle:.2f} {arrow[1] + 1:.2f}l2.2 6.4l-2.2 -1.3l-2.2 1.3z"
    ET.SubElement(to, "path", d=head, fill="#1d2422")
    north = NORTH.in_(picture.language)
    anchor = {"text-anchor": "middle"}
    _text(to, north, (middle, arrow[3] - 1.2), 3.4, **anchor)


def _rows(picture: Picture) -> int:
    return (len(picture.pins) + 1) // 2


def _list_mm(picture: Picture) -> float:
    """Return how high the list is: a long one is set smaller, so that a map remains."""
    _width, height = SIZES_MM[picture.paper]
    wanted = _rows(picture) * ROW_MM * LETTERS[picture.paper]
    return min(wanted, height * LIST_PART) + 3


def _draw_list(root: ET.Element, picture: Picture, frame: Frame) -> None:
    """Say below the map, in two columns, what each pin is."""
    rows = _rows(picture)
    smaller = (_list_mm(picture) - 3) / (rows * ROW_MM)
    at = f"translate({frame.left:g} {frame.top + frame.height + 3:g})"
    size = {"transform": f"{at} scale({smaller:.3f})"}
    group = ET.SubElement(root, "g", size)
    column = (frame.width / smaller - 6) / 2
    for number, pin in enumerate(picture.pins):
        x, y = (number // rows) * (column + 6), (number % rows) * ROW_MM
        _draw_pin(group, pin, (x + STOP_MM, y + ROW_MM / 2))
        beside = written_all(pin.beside)
        room = column - 2 * STOP_MM - 3 - width_em(beside) * LIST_MM
        base = y + ROW_MM / 2 + LIST_MM * 0.36
        name = fitted(written_all(pin.name), LIST_MM, room)
        _text(group, name, (x + 2 * STOP_MM + 1.5, base), LIST_MM)
        end = {"text-anchor": "end", "fill": "#4b4840"}
        if beside:
            _text(group, beside, (x + column, base), LIST_MM, **end)


def _text(
    to: ET.Element, text: str, at: tuple[float, float], size: float, **look: str
) -> None:
    x, y = at
    place = {"x": f"{x:.2f}", "y": f"{y:.2f}", "font-size": f"{size:g}"}
    if text:
        # Where our font is not there, another one is squeezed into the room of it.
        place["textLength"] = f"{width_em(text) * size:.2f}"
        place["lengthAdjust"] = "spacingAndGlyphs"
    ET.SubElement(to, "text", {"fill": "#1d2422"} | place | look).text = text
