from dataclasses import replace
from xml.etree import ElementTree as ET

from guide.maps.inset import draw_inset
from guide.maps.still import Picture, Pin
from tests.guide.factories import on

PICTURE = Picture(
    title="Dạo bộ",
    lines=[[on(0, 0), on(100, 0)]],
    pins=[Pin(position=on(100, 0), name="Đền Nghè", label="1")],
    attribution="© Somebody",
)


def test_a_map_is_as_large_as_there_is_room() -> None:
    root = ET.fromstring(draw_inset(PICTURE, (), (190, 118.5)))

    assert (root.attrib["width"], root.attrib["height"]) == ("190mm", "118.5mm")
    assert root.attrib["viewBox"] == "0 0 190 118.5"


def test_it_has_numbers_and_attribution_but_no_list() -> None:
    drawn = draw_inset(PICTURE, (), (190, 118.5)).decode()

    assert ">1</text>" in drawn
    assert "© Somebody" in drawn
    assert "Đền Nghè" not in drawn


def test_letters_that_our_font_lacks_are_marked_where_there_is_no_other() -> None:
    strange = replace(PICTURE, attribution="© 春和 Hải a\u0301\u0302")

    assert "© 春和 Hải" in draw_inset(strange, (), (190, 118.5)).decode()
    own = draw_inset(strange, (), (190, 118.5), own_font=True).decode()
    assert "© […] Hải á</text>" in own
