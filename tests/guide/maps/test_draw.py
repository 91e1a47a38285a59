import re
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

import pytest

from guide.asked import read_request
from guide.maps import draw
from guide.maps.figure import Drawing
from guide.maps.style import WALKS
from guide.planner import plan
from guide.streets.graph import StreetGraph
from guide.streets.pack import read_pack
from guide.tour import Tour
from guide.wishes import Break, Wishes
from guide.within import within
from sites.catalogue import Catalogue
from sites.intake import read_content
from sites.model import Site
from sites.names import Text
from sites.position import Position
from tests.guide.factories import CORNER, on, request, temple, walk
from tests.sites.factories import STANDPOINTS, site

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


def test_a_circle_smaller_than_its_pin_is_drawn_where_one_may_look_closer(
    catalogue: Catalogue,
) -> None:
    drawing = draw.draw_site(catalogue.get("nha-hat-lon"), LIMITS, "vi")

    assert drawing is not None
    assert '"radius": 10' in drawing.script
    assert '"radius": 10,' not in draw.draw_sites(catalogue, LIMITS, "vi").script


def test_further_positions_have_pins_and_circles_of_their_own(
    catalogue: Catalogue,
) -> None:
    gated = replace(catalogue.get("nha-hat-lon"), also_at=STANDPOINTS)
    drawing = draw.draw_site(gated, LIMITS, "vi")

    assert drawing is not None
    assert [words["title"] for words in drawing.words[1:]] == [
        "Cổng", "Chỗ đứng nhìn: bên kia đường"
    ]  # fmt: skip
    assert drawing.script.count('"radius": 30') == 2
    assert drawing.script.count("pin pin-spot spot-") == 2


def test_doubts_are_drawn_as_circles_below_the_pins(catalogue: Catalogue) -> None:
    drawing = draw.draw_doubts(catalogue, LIMITS, "vi")

    assert '"radius": 800' in drawing.script
    assert len(drawing.words) == sum(1 for site in catalogue if site.location)


def test_the_ground_alone_shows_the_streets_around_some_positions() -> None:
    drawing = draw.draw_ground([Position(20.85, 106.68)], LIMITS)

    assert drawing.words == []
    assert "20.85" in drawing.script


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
    assert '"iconAnchor": [-13, 15]' in script


def test_words_come_in_the_language_asked_for(catalogue: Catalogue) -> None:
    drawing = draw.draw_site(catalogue.get("chua-do"), LIMITS, "en")

    assert drawing is not None
    assert drawing.words[0]["title"] == "Đỏ Pagoda (Red Pagoda)"


def test_the_area_has_an_edge_around_the_streets() -> None:
    assert LIMITS.south < 20.8393
    assert LIMITS.holds(next(iter(read_pack().streets)).line[0])


A, B = temple("a", on(120, 0)), temple("b", on(300, 300))
HERE, THERE = on(200, 0), on(300, 200)
NOON = Break(10, time(8, 10), time(9), (HERE,))
LATER = Break(15, time(9), time(9, 30), (THERE,))
TOWN = draw.area([CORNER, on(300, 300)])


def drawn(*sites: Site, **wishes: Any) -> Drawing:
    found = walk(request(wishes=Wishes(**wishes)), *sites)
    return draw.draw_tour(found, TOWN, "en")


def colours(drawing: Drawing) -> list[str]:
    """List the colours of the lines in the order in which they are drawn."""
    return re.findall(r'L\.polyline\(.*?"color": "(#\w+)"', drawing.script, re.DOTALL)


@pytest.mark.parametrize(
    ("wishes", "walks"),
    [
        pytest.param({}, 1, id="one walk"),
        pytest.param({"days": 2}, 2, id="two days"),
        pytest.param({"days": 2, "groups": 2}, 4, id="two groups on two days"),
    ],
)
def test_every_walk_has_a_line_of_its_own_colour_on_a_white_one(
    wishes: dict[str, int], walks: int
) -> None:
    sites = [temple(f"s{n}", on(100 * n, 50)) for n in range(4)]
    lines = colours(drawn(*sites, max_stops=4 // walks, **wishes))

    assert lines == [colour for own in WALKS[:walks] for colour in ("#ffffff", own)]


def test_colours_begin_anew_where_there_are_more_walks() -> None:
    groups = len(WALKS) + 1
    sites = [temple(f"s{n}", on(40 * n, 300)) for n in range(groups)]
    own = [c for c in colours(drawn(*sites, max_stops=1, groups=groups)) if c[1] != "f"]

    assert own == [*WALKS, WALKS[0]]


def test_a_walk_that_goes_nowhere_has_no_line() -> None:
    assert colours(drawn()) == []


def test_the_stops_of_each_walk_look_like_its_line() -> None:
    script = drawn(A, B, max_stops=1, groups=2).script

    assert script.count("pin-stop walk-0") == 1
    assert script.count("pin-stop walk-1") == 1


@pytest.mark.parametrize(
    ("breaks", "titles"),
    [
        pytest.param((), [], id="none"),
        pytest.param((NOON,), ["Rest 10 min near 20.86000, 106.69192"], id="one"),
        pytest.param(
            (NOON, LATER),
            [
                "Rest 10 min near 20.86000, 106.69192",
                "Rest 15 min near 20.86181, 106.69288",
            ],
            id="two",
        ),
    ],
)
def test_every_break_has_a_pin_that_says_how_long(
    breaks: tuple[Break, ...], titles: list[str]
) -> None:
    drawing = drawn(A, B, breaks=breaks)
    found = [word["title"] for word in drawing.words if "kind" not in word]

    assert drawing.script.count("pin pin-rest") == len(breaks)
    assert [title for title in found if title.startswith("Rest")] == titles


def test_every_walk_has_pins_for_its_own_breaks() -> None:
    drawing = drawn(A, B, breaks=(NOON,), groups=2, max_stops=1)

    assert drawing.script.count("pin pin-rest") == 2


def test_groups_that_rest_in_one_place_have_pins_side_by_side() -> None:
    script = drawn(A, B, breaks=(NOON,), groups=2, max_stops=1).script

    assert script.count('"iconAnchor": [-13, 15]') == 1


def test_a_break_at_a_stop_stands_beside_it() -> None:
    anywhere = Break(10, time(8, 10), time(9))
    beside = drawn(A, breaks=(anywhere,)).script
    apart = drawn(A, breaks=(NOON,)).script

    assert '"iconAnchor": [-13, 15]' in beside
    assert '"iconAnchor": [-13, 15]' not in apart


def test_what_is_in_reach_is_drawn_with_its_area(
    catalogue: Catalogue, centre: StreetGraph
) -> None:
    found = within(request("nha-hat-lon", minutes=10), catalogue, centre)
    drawing = draw.draw_within(found, LIMITS, "vi")

    assert drawing.script.count("L.polygon(") == len(found.area.geoms)
    assert len(drawing.words) == len(found.sites) + 1
    assert drawing.words[-1] == {"title": "Nhà hát lớn Hải Phòng"}
