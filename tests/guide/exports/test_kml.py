from datetime import time
from io import BytesIO
from xml.etree import ElementTree as ET

import fastkml
import pyogrio
import pytest
from fastkml import config

from guide.exports.kml import FORMAT
from guide.tour import Tour
from guide.wishes import Break, Wishes
from sites.names import LANGUAGES, Language, Text
from tests.guide.factories import BROKEN, TRICKY, on, request, temple, walk
from tests.sites.factories import passage

TOUR = walk(request(), TRICKY, BROKEN, temple("far", on(300, 200)))
PAIR = temple("a", on(120, 0)), temple("b", on(300, 300))
REST = Break(10, time(8, 10), time(9), (on(200, 0),))
TOURS = {
    "tricky names": TOUR,
    "no stops": walk(request()),
    "to another end": walk(request(end=on(100, 0))),
    "two groups": walk(request(wishes=Wishes(groups=2, max_stops=1)), *PAIR),
    "a break": walk(request(wishes=Wishes(breaks=(REST,))), *PAIR),
}
KML = "{http://www.opengis.net/kml/2.2}"


def texts(tour: Tour, tag: str, language: Language = "vi") -> list[str]:
    root = ET.fromstring(FORMAT.render(tour, language))
    return [str(found.text) for found in root.iter(KML + tag)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tour", TOURS.values(), ids=list(TOURS))
def test_the_document_is_valid_by_the_schema(tour: Tour, language: Language) -> None:
    element = config.etree.fromstring(FORMAT.render(tour, language))

    assert fastkml.validate(element=element) is True


def test_the_schema_finds_faults() -> None:
    bad = FORMAT.render(TOUR, "vi").replace(b"<coordinates>", b"<coordinate>")
    bad = bad.replace(b"</coordinates>", b"</coordinate>")

    with pytest.raises(AssertionError):
        fastkml.validate(element=config.etree.fromstring(bad))


def test_gdal_finds_stops_and_walk_where_they_are() -> None:
    document = BytesIO(FORMAT.render(TOUR, "vi"))
    stops = pyogrio.read_info(document, layer="Điểm dừng", force_feature_count=True)
    document.seek(0)
    _ids, bounds = pyogrio.read_bounds(document, layer="Lộ trình")

    assert stops["features"] == 3
    assert bounds[:2, 0] == pytest.approx([106.69, 20.86])


def test_a_name_keeps_its_signs_and_loses_what_no_xml_may_hold() -> None:
    names = {name[3:] for name in texts(TOUR, "name") if name[1:3] == ". "}

    assert names == {'Đền "A & B" <1>', "Đình [31m ]]>", "Đền far"}


def test_a_description_is_shown_as_text_where_it_is_taken_for_html() -> None:
    words = "<script>alert(1)</script> & đền"
    nasty = walk(request(), temple("a", on(100, 0), lede=passage(words, words)))
    (_attribution, about) = texts(nasty, "description")

    assert about.endswith("&lt;script&gt;alert(1)&lt;/script&gt; &amp; đền")


def test_a_stop_says_from_when_to_when() -> None:
    (stop,) = walk(request(), PAIR[0]).stops
    tour = walk(request(), PAIR[0])

    assert texts(tour, "begin") == [stop.enter.isoformat()]
    assert texts(tour, "end") == [stop.leave.isoformat()]


def test_each_walk_is_a_line_of_its_own() -> None:
    assert "Nhóm 1" in texts(TOURS["two groups"], "name")
    assert len(texts(TOURS["two groups"], "coordinates")) == 2 + 2


def test_whoever_made_the_streets_is_named() -> None:
    assert texts(TOUR, "description")[0] == "© Somebody"


def test_both_languages_are_spoken() -> None:
    name = Text(vi="Đền Nghè", en="Nghè Temple")
    tour = walk(request(), temple("a", on(100, 0), name=name))

    assert "1. Nghè Temple" in texts(tour, "name", "en")
    assert "Stops" in texts(tour, "name", "en")
