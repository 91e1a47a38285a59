from itertools import combinations
from math import cos, radians, sin
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import shapely

from guide.maps.ground import layers_of
from guide.maps.lettering import width_em
from guide.maps.paper import SIZES_MM, Paper
from guide.maps.still import STOP_MM, Picture, Pin, draw
from guide.streets.pack import read_pack
from sites.position import Position
from tests.guide.factories import on
from tests.guide.maps.land import TOWN, layers, pack, street

SVG = "{http://www.w3.org/2000/svg}"
LAYERS = layers()
HOSTILE = "<script>alert(1)</script> ]]> \"&amp;' {{7*7}} \u202eabc\u0000"


def pin(number: int, east: float = 50, north: float = 0, **more: Any) -> Pin:
    values = {"name": f"Đền {number}", "label": str(number)} | more
    return Pin(position=on(east, north), **values)


def picture(*pins: Pin, **more: Any) -> Picture:
    values: dict[str, Any] = {"title": "Dạo bộ", "attribution": "© Ai Đó"}
    return Picture(pins=pins or (pin(1), pin(2, 300, 300)), **values | more)


def drawn(wanted: Picture, *, bare: bool = False) -> ET.Element:
    return ET.fromstring(draw(wanted, () if bare else LAYERS))


def texts(root: ET.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def boxes(root: ET.Element) -> dict[str, shapely.Polygon]:
    """Return what each name covers, told anew from what the file says."""
    found = {}
    for number, text in enumerate(root.iter(f"{SVG}text")):
        if "rotate" in text.get("transform", ""):
            turn, x, y = map(float, text.attrib["transform"][7:-1].split())
            size = float(text.attrib["font-size"])
            half = width_em(text.text or "") * size / 2
            corners = ((-half, -0.9), (half, -0.9), (half, 0.3), (-half, 0.3))
            a, b = cos(radians(turn)), sin(radians(turn))
            ring = [
                (x + u * a - v * size * b, y + u * b + v * size * a) for u, v in corners
            ]
            found[f"{number} {text.text}"] = shapely.Polygon(ring)
    return found


CENTRE = Picture(
    title="Trung tâm",
    pins=[
        Pin(position=Position(20.8567, 106.6823), name="Nhà hát", label="1"),
        Pin(position=Position(20.8650, 106.6950), name="Bến", label="2"),
    ],
    attribution=read_pack().attribution,
)
CENTRE_SVG = ET.fromstring(draw(CENTRE, layers_of(read_pack(), ())))


def test_the_streets_of_the_centre_have_their_names() -> None:
    found = {name.split(" ", 1)[1] for name in boxes(CENTRE_SVG)}

    assert {"Phố Điện Biên Phủ", "Phố Trần Phú", "Phố Lương Khánh Thiện"} <= found


def test_no_name_of_the_centre_lies_on_another_or_on_a_stop() -> None:
    names = boxes(CENTRE_SVG)
    stops = [
        shapely.Point(float(c.attrib["cx"]), float(c.attrib["cy"])).buffer(STOP_MM)
        for c in CENTRE_SVG.iter(f"{SVG}circle")
        if c.get("r") == str(STOP_MM)
    ]

    assert len(names) > 8
    clashes = [
        (one, two)
        for (one, a), (two, b) in combinations(names.items(), 2)
        if a.intersects(b)
    ]
    assert clashes == []
    assert stops
    assert not any(name.intersects(stop) for name in names.values() for stop in stops)


@pytest.mark.parametrize("paper", Paper)
def test_a_sheet_is_as_large_as_its_paper(paper: Paper) -> None:
    root = drawn(picture(paper=paper))
    width, height = SIZES_MM[paper]

    assert root.attrib["width"] == f"{width}mm"
    assert root.attrib["viewBox"] == f"0 0 {width} {height}"


@pytest.mark.parametrize("bare", [True, False])
def test_a_sheet_says_what_it_is_and_whose(*, bare: bool) -> None:
    found = texts(drawn(picture(), bare=bare))

    assert found[0] == "Dạo bộ"
    assert "© Ai Đó" in found
    assert {"Đền 1", "Đền 2"} <= set(found)


@pytest.mark.parametrize(("language", "north"), [("vi", "B"), ("en", "N")])
def test_north_is_named_in_both_languages(language: str, north: str) -> None:
    assert north in texts(drawn(picture(language=language)))


def test_the_bar_is_as_long_as_it_says() -> None:
    root = drawn(picture(pin(1, 0, 0), pin(2, 300, 0)))
    bar = next(p for p in root.iter(f"{SVG}path") if "v1.4h" in p.attrib["d"])
    mm = float(bar.attrib["d"].split("h")[1].split("v")[0])
    a, b = [
        float(c.attrib["cx"])
        for c in root.iter(f"{SVG}circle")
        if c.get("r") == str(STOP_MM)
    ][1::-1]
    (metres,) = [int(t[:-2]) for t in texts(root) if t.endswith(" m")]

    assert (b - a) / mm == pytest.approx(300 / metres, rel=0.01)


def test_stops_are_numbered_on_the_map_and_in_the_list() -> None:
    found = texts(drawn(picture(pin(1, beside="08:10–08:20"), pin(2, 200, 0))))

    assert found.count("1") == found.count("2") == 2
    assert "08:10–08:20" in found


def test_stops_at_one_place_stand_beside_each_other() -> None:
    root = drawn(picture(*(pin(number) for number in range(1, 5))))
    places = {
        circle.attrib["cx"]
        for circle in root.iter(f"{SVG}circle")
        if circle.get("r") == str(STOP_MM)
    }

    assert len(places) >= 4


def test_a_place_without_a_number_is_a_ring() -> None:
    root = drawn(picture(pin(1), pin(2, label="", name="Ga")))

    assert [c.get("r") for c in root.iter(f"{SVG}circle")].count("1.7") == 2
    assert "Ga" in texts(root)


@pytest.mark.parametrize(("radius_m", "circles"), [(40.0, 0), (40.1, 1)])
def test_doubt_is_a_dashed_circle_as_on_the_screen(
    radius_m: float, circles: int
) -> None:
    root = drawn(picture(pin(1, radius_m=radius_m), pin(2, 300, 300)))
    dashed = [c for c in root.iter(f"{SVG}circle") if "stroke-dasharray" in c.attrib]

    assert len(dashed) == circles


def test_walks_differ_by_more_than_colour() -> None:
    lines = [[on(0, 0), on(100, 0)], [on(0, 50), on(100, 50)], [on(0, 9)]]
    root = drawn(picture(lines=lines))
    looks = [
        (line.attrib["stroke"], line.get("stroke-dasharray"))
        for line in root.iter(f"{SVG}polyline")
        if line.attrib["stroke"] != "#ffffff"
    ]

    assert len(looks) == 2
    assert len({colour for colour, _dashes in looks}) == 2
    assert len({dashes for _colour, dashes in looks}) == 2


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert draw(picture(), LAYERS) == draw(picture(), layers())


def test_hostile_names_are_nothing_but_text() -> None:
    streets = pack(
        street((0, 0), (300, 0), kind="primary", name=HOSTILE),
        street((0, 100), (300, 100), name="Zal\u0334\u0335\u0336\u0337go مرحبا"),
    )
    wanted = picture(pin(1, name=HOSTILE, beside=HOSTILE), pin(2, 300, 90))
    written = draw(
        Picture(
            title=HOSTILE, attribution=HOSTILE, pins=wanted.pins, lines=[[on(0, 0)]]
        ),
        layers_of(streets, ()),
    )
    root = ET.fromstring(written)

    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {
        "svg", "title", "rect", "defs", "clipPath", "g", "path", "circle",
        "text", "polyline",
    }  # fmt: skip
    assert b"<script" not in written
    assert not any(key.startswith("on") for e in root.iter() for key in e.attrib)
    assert any(text.startswith("<script>alert(1)") for text in texts(root))
    assert all(text.isprintable() for text in texts(root))


def test_nothing_outside_is_asked_for() -> None:
    written = draw(picture(), LAYERS).decode()

    assert "href" not in written
    assert "@import" not in written
    assert written.count("http") == 1  # the name of SVG itself


@pytest.mark.parametrize("count", [1, 2, 60, 200])
def test_a_map_remains_however_many_stops_there_are(count: int) -> None:
    pins = [pin(number, number * 7, number * 3) for number in range(1, count + 1)]
    root = drawn(picture(*pins, paper=Paper.A5))
    frame = next(root.iter(f"{SVG}clipPath"))[0]

    assert float(frame.attrib["height"]) > 0.4 * SIZES_MM[Paper.A5][1]
    assert f"Đền {count}" in texts(root)


@pytest.mark.parametrize(
    ("title", "size", "cut"),
    [
        pytest.param("Dạo bộ", 4.6, False, id="as large as it may be"),
        pytest.param("Dạo bộ " * 13, 3.8, False, id="smaller: 190 mm for 50 em"),
        pytest.param("Dạo bộ " * 40, 2.99, True, id="cut"),
    ],
)
def test_a_long_title_is_set_smaller_and_only_then_cut(
    title: str, size: float, *, cut: bool
) -> None:
    text = next(drawn(picture(title=title)).iter(f"{SVG}text"))

    assert float(text.attrib["font-size"]) == pytest.approx(size, abs=0.15)
    assert (text.text or "").endswith("…") == cut


def test_a_name_that_is_too_long_for_the_list_is_cut() -> None:
    found = texts(drawn(picture(pin(1, name="Đền " * 40), pin(2, 9, 9))))

    assert any(text.startswith("Đền Đền") and text.endswith("…") for text in found)


def test_english_names_of_streets_stand_on_an_english_map() -> None:
    whole = picture(pin(1, 0, 0), pin(2, 300, 300), language="en")
    root = ET.fromstring(draw(whole, layers_of(TOWN, ())))

    assert "Stone Lane" in texts(root)
