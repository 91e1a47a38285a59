"""Names that would run as programs, in every file that a tour is taken away in."""

import io
import json
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import vobject
from pypdf import PdfReader

from guide.exports import FORMATS
from guide.exports.format import Setting
from guide.links import Links
from guide.streets.pack import read_pack
from guide.tour import Tour
from sites.names import Text
from sites.sources import Claim, Passage
from tests.guide.factories import on, request, temple, walk
from tests.journeys.payloads import PAYLOADS

XML = ("gpx", "kml", "svg")
LINKS = Links(
    tour="https://guide.example/plan/tour",
    site=lambda slug: f"https://guide.example/sites/{slug}",
    short=lambda _slug: "https://guide.example/s/AB12",
)


@cache
def tour(payload: str) -> Tour:
    """A walk to a site that says nothing but a payload."""
    both = Text(vi=payload, en=payload)
    said = Passage(vi=(Claim(payload, ("x",)),) * 2, en=(Claim(payload, ("x",)),) * 2)
    hostile = replace(temple("b", on(120, 0)), name=both, lede=said, story=(said,))
    return walk(request("a", minutes=60), temple("a", on(0, 0)), hostile)


def document(name: str, payload: str) -> bytes:
    setting = Setting(read_pack(), links=LINKS)
    return FORMATS[name].document(tour(payload), "vi", setting)


class Elements(HTMLParser):
    """Gathers what of a page would run."""

    def __init__(self) -> None:
        super().__init__()
        self.running: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "iframe", "object", "embed", "base", "form", "animate"}:
            self.running.append(tag)
        for name, value in attrs:
            address = (value or "").strip().lower()
            if name.startswith("on") or address.startswith("javascript:"):
                self.running.append(f"{tag} {name}={value}")


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("name", XML)
def test_no_element_of_an_xml_file_comes_from_a_name(name: str, payload: str) -> None:
    harmless = {e.tag for e in ET.fromstring(document(name, "Đền Nhỏ")).iter()}
    found = list(ET.fromstring(document(name, payload)).iter())

    assert {element.tag for element in found} <= harmless
    for element in found:
        assert not [key for key in element.attrib if key.lower().startswith("on")]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_of_the_html_file_runs(payload: str) -> None:
    page = Elements()
    page.feed(document("html", payload).decode())

    assert page.running == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_calendar_has_no_more_lines_for_it(payload: str) -> None:
    read = vobject.readOne(document("ics", payload).decode())
    read.validate(raiseException=True)
    harmless = vobject.readOne(document("ics", "Đền Nhỏ").decode())

    assert len(read.vevent_list) == len(harmless.vevent_list)
    assert [set(one.contents) for one in read.vevent_list] == [
        set(one.contents) for one in harmless.vevent_list
    ]


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("name", ["json", "geojson"])
def test_data_hold_it_as_it_was_typed(name: str, payload: str) -> None:
    text = document(name, payload).decode()

    assert payload in json.dumps(json.loads(text), ensure_ascii=False).encode().decode(
        "utf-8"
    ).replace('\\"', '"').replace("\\\\", "\\")


@pytest.mark.parametrize("payload", PAYLOADS[::6])
def test_a_pdf_does_nothing_when_it_is_opened(payload: str) -> None:
    data = document("pdf", payload)
    catalog: Any = PdfReader(io.BytesIO(data)).trailer["/Root"]

    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(catalog)
    assert b"/JavaScript" not in data
    assert b"javascript:" not in data
