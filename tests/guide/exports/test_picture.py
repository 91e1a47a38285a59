from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from guide.bad_request import BadChoice
from guide.errors import NoMap, NoSuchFormat
from guide.exports.format import Setting
from guide.exports.picture import PNG, SVG, of_site
from tests.guide.factories import GRID, on, request, temple, walk
from tests.guide.maps.land import LAND

TOUR = walk(request(), temple("a", on(100, 0)), temple("b", on(200, 200)))
SETTING = Setting(GRID.pack, lambda: LAND)


def test_a_picture_shows_the_streets_below_the_walk() -> None:
    with_streets = SVG.document(TOUR, "vi", SETTING).decode()

    assert "Phố Ngang 0" in with_streets
    assert "Hồ Sen" in with_streets
    assert "Phố Ngang 0" not in SVG.render(TOUR, "vi").decode()


def test_the_paper_is_as_asked_for() -> None:
    root = ET.fromstring(SVG.document(TOUR, "vi", replace(SETTING, paper="a5")))

    assert root.attrib["width"] == "148mm"


@pytest.mark.parametrize("form", [SVG, PNG], ids=["svg", "png"])
def test_unknown_paper_is_refused(form: object) -> None:
    with pytest.raises(BadChoice, match="paper: “a0” is not known"):
        form.document(TOUR, "vi", replace(SETTING, paper="a0"))  # type: ignore[attr-defined]


def test_the_png_is_the_svg_in_dots() -> None:
    with_streets = PNG.document(TOUR, "vi", SETTING)

    assert with_streets.startswith(b"\x89PNG")
    assert with_streets != PNG.render(TOUR, "vi")
    assert PNG.render(TOUR, "vi").startswith(b"\x89PNG")


def test_the_surroundings_of_a_site_are_a_picture_too() -> None:
    site = temple("c", on(100, 100))

    assert "Đền c" in of_site(site, "svg", "vi", SETTING).decode()
    assert "c Temple" in of_site(site, "svg", "en", SETTING).decode()
    assert of_site(site, "png", "vi", SETTING).startswith(b"\x89PNG")


def test_a_site_that_nobody_can_find_has_no_picture() -> None:
    with pytest.raises(NoMap, match="nobody knows where lost is"):
        of_site(temple("lost"), "svg", "vi", SETTING)


def test_a_site_is_drawn_as_a_picture_only() -> None:
    with pytest.raises(NoSuchFormat, match="choose one of svg, png"):
        of_site(temple("c", on(0, 0)), "gpx", "vi", SETTING)
