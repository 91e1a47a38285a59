from datetime import UTC, datetime

import pytest

from guide.asked import read_request
from guide.maps import draw
from guide.planner import plan
from guide.streets.graph import StreetGraph
from guide.streets.pack import read_pack
from guide.tour import Tour
from sites.catalogue import Catalogue
from sites.intake import read_content
from sites.names import Text
from tests.sites.factories import site

HOSTILE = "{{ 7*7 }}${alert(1)}`<img src=x onerror=alert(1)>{% raw %}</script>"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_content()


@pytest.fixture(scope="module")
def tour(catalogue: Catalogue) -> Tour:
    words = {"from": ["ga-hai-phong"], "depart": ["2026-11-22T08:00"]}
    request = read_request(words, catalogue.city, datetime.now(UTC))
    return plan(request, catalogue, StreetGraph(read_pack()))


LIMITS = draw.area(p for street in read_pack().streets for p in street.line)


def test_every_site_with_a_position_has_a_pin(catalogue: Catalogue) -> None:
    drawing = draw.draw_sites(catalogue, LIMITS, "vi")

    assert drawing.script.count("L.marker(") == 27
    assert {word["site"] for word in drawing.words} == {
        found.slug for found in catalogue if found.location
    }


def test_no_text_of_a_site_enters_the_script() -> None:
    hostile = site("hostile", name=Text(vi=HOSTILE, en=HOSTILE))
    drawing = draw.draw_sites([hostile], LIMITS, "vi")

    assert drawing.words[0]["title"] == HOSTILE
    assert "49" not in drawing.script
    assert "alert" not in drawing.script + drawing.html


def test_a_site_without_position_has_no_map(catalogue: Catalogue) -> None:
    assert draw.draw_site(catalogue.get("137-tam-gian"), LIMITS, "vi") is None


def test_an_uncertain_site_has_a_circle(catalogue: Catalogue) -> None:
    drawing = draw.draw_site(catalogue.get("dinh-dong-khe"), LIMITS, "vi")

    assert drawing is not None
    assert '"radius": 800' in drawing.script


def test_a_tour_numbers_its_stops_in_order(tour: Tour) -> None:
    drawing = draw.draw_tour(tour, LIMITS, "vi")
    labels = [word["label"] for word in drawing.words if "label" in word]

    assert labels == [str(number + 1) for number in range(len(tour.stops))]


def test_what_was_left_out_is_grey(tour: Tour) -> None:
    drawing = draw.draw_tour(tour, LIMITS, "vi")
    placed = [out for out in tour.left_out if out.site.location]

    assert drawing.script.count("pin pin-left-out") == len(placed)


def test_pins_in_one_place_stand_side_by_side(catalogue: Catalogue) -> None:
    pair = [catalogue.get("7-ngo-quang-lac"), catalogue.get("8-ngo-quang-lac")]
    script = draw.draw_sites(pair, LIMITS, "vi").script

    assert '"iconAnchor": [15, 15]' in script
    assert '"iconAnchor": [-10, 15]' in script


def test_words_come_in_the_language_asked_for(catalogue: Catalogue) -> None:
    drawing = draw.draw_site(catalogue.get("chua-do"), LIMITS, "en")

    assert drawing is not None
    assert drawing.words[0]["title"] == "Đỏ Pagoda (Red Pagoda)"


def test_the_area_has_an_edge_around_the_streets() -> None:
    assert LIMITS.south < 20.8393
    assert LIMITS.holds(next(iter(read_pack().streets)).line[0])
