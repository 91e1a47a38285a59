import re
from html.parser import HTMLParser

import pytest

from guide.exports.format import Setting
from guide.exports.html import FORMAT
from guide.planner import plan
from guide.streets.graph import StreetGraph
from guide.tour import Tour
from guide.wishes import Wishes
from sites.catalogue import Catalogue
from sites.names import LANGUAGES, Language, Text
from tests.guide.exports.codes import LINKS
from tests.guide.factories import BROKEN, GRID, TRICKY, on, request, temple, walk
from tests.guide.maps.land import LAND
from tests.sites.factories import passage

SETTING = Setting(GRID.pack, lambda: LAND, links=LINKS)
PAIR = temple("a", on(120, 0)), temple("b", on(300, 300))
TOUR = walk(request(), *PAIR, TRICKY, BROKEN)


class Page(HTMLParser):
    """What is in a page: its tags, its addresses, its ids, and its text."""

    def __init__(self, document: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.said: list[tuple[str, str]] = []
        self.text = ""
        self.feed(document.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.said += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, name: str) -> list[str]:
        return [value for said, value in self.said if said == name]


def page(tour: Tour, language: Language = "vi") -> Page:
    return Page(FORMAT.document(tour, language, SETTING))


def test_nothing_is_loaded_from_anywhere() -> None:
    found = page(TOUR)

    assert not {"script", "link", "img", "iframe", "object", "image"} & {*found.tags}
    assert found.values("src") == []
    assert not [name for name, _value in found.said if name.startswith("on")]
    policy = next(value for value in found.values("content") if "default-src" in value)
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")


def test_every_link_inside_leads_somewhere() -> None:
    found = page(TOUR)
    inside = [href[1:] for href in found.values("href") if href.startswith("#")]

    assert {*inside} <= {*found.values("id")}
    assert len(found.values("id")) == len({*found.values("id")})


def test_only_the_tour_itself_is_linked_outside() -> None:
    outside = {href for href in page(TOUR).values("href") if href[0] != "#"}

    assert outside == {LINKS.tour}


def test_one_comes_from_stop_to_stop_and_back() -> None:
    found = FORMAT.document(TOUR, "vi", SETTING).decode()
    first, *_between, last = re.findall(r"<nav [^>]*>.*?</nav>", found)

    assert 'href="#stop-2"' in first
    assert "Điểm trước" not in first
    assert f'href="#stop-{len(TOUR.stops) - 1}"' in last
    assert "Điểm sau" not in last


@pytest.mark.parametrize("language", LANGUAGES)
def test_map_timetable_directions_stories_and_sources_are_there(
    language: Language,
) -> None:
    told = temple("a", on(120, 0), story=(passage("Chuyện kể.", "A story."),))
    found = page(walk(request(), told), language)

    said = {
        "vi": ("Lịch trình", "Chuyện kể.", "Nguồn", "Đền a", "Đến nơi"),
        "en": ("Timetable", "A story.", "Sources", "a Temple", "You are there"),
    }
    assert "svg" in found.tags
    assert all(words.lower() in found.text.lower() for words in said[language])


def test_the_map_lies_on_its_streets() -> None:
    assert "Phố Ngang 0" in FORMAT.document(TOUR, "vi", SETTING).decode()
    assert "Hồ Sen" in FORMAT.document(TOUR, "vi", SETTING).decode()


NASTY = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style><script>alert(1)</script>",
    "]]><svg onload=alert(1)>",
    "&lt;b&gt; ' \" `${7*7}` {{ 7*7 }}",
    "javascript:alert(1)",
)


@pytest.mark.parametrize("nasty", NASTY)
def test_no_text_is_markup(nasty: str) -> None:
    site = temple(
        "a", on(120, 0), name=Text(vi=nasty, en=nasty), lede=passage(nasty, nasty)
    )
    found = page(walk(request(), site))

    assert "script" not in found.tags
    assert "img" not in found.tags
    assert not [name for name, _value in found.said if name.startswith("on")]
    assert found.text.count(nasty) >= 3


def test_a_tour_without_stops_says_what_to_do() -> None:
    assert "Không có điểm nào vừa thời gian này" in page(walk(request())).text


def test_several_walks_have_their_names_and_number_on() -> None:
    found = page(walk(request(wishes=Wishes(groups=2, max_stops=1)), *PAIR))

    assert "Nhóm 2" in found.text
    assert {"stop-1", "stop-2"} <= {*found.values("id")}


def test_a_whole_day_in_the_centre_stays_below_three_megabytes(
    centre: StreetGraph,
) -> None:
    spots = [piece.line[0] for piece in centre.pack.streets[::40]][:30]
    sites = [
        temple(f"s{n:02}", spot, story=(LONG,) * 4) for n, spot in enumerate(spots)
    ]

    tour = plan(request(spots[0], minutes=720), Catalogue(sites), centre)
    document = FORMAT.document(tour, "vi", Setting(centre.pack, links=LINKS))

    assert len(tour.stops) > 12
    assert len(document) < 3_000_000


LONG = passage("Một câu chuyện dài. " * 60, "A long story. " * 60)
