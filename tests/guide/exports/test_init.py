import json
import re
from collections.abc import Callable
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from guide.errors import NoSuchFormat
from guide.exports import FORMATS, format_named
from guide.exports.format import Format
from guide.tour import Tour
from sites.names import LANGUAGES, Language
from tests.guide.factories import BROKEN, TRICKY, request, walk

TOUR = walk(request(), TRICKY, BROKEN)
EMPTY = walk(request())
PARSERS: dict[str, Callable[[str], object]] = {
    "gpx": ET.fromstring,
    "html": str,
    "ics": Calendar.from_ical,
    "kml": ET.fromstring,
    "geojson": json.loads,
    "json": json.loads,
    "txt": str,
    "svg": ET.fromstring,
}
"""What reads each format back; it raises where a file is broken."""


PACKED = {"image/png", "application/pdf"}
WRITTEN = [form for form in FORMATS.values() if form.media_type not in PACKED]
"""Every format that holds its text as text."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", WRITTEN, ids=lambda form: form.name)
class TestEveryFormat:
    def test_keeps_vietnamese_letters(self, form: Format, language: Language) -> None:
        assert "Đền" in form.render(TOUR, language).decode()

    def test_can_be_read_back_whatever_a_site_is_called(
        self, form: Format, language: Language
    ) -> None:
        assert PARSERS[form.name](form.render(TOUR, language).decode()) is not None

    def test_names_every_stop(self, form: Format, language: Language) -> None:
        text = unescape(form.render(TOUR, language).decode()).replace('\\"', '"')

        assert TRICKY.name.in_(language) in text
        assert BROKEN.name.in_(language)[:5] in text

    def test_writes_a_tour_without_stops(
        self, form: Format, language: Language
    ) -> None:
        assert PARSERS[form.name](form.render(EMPTY, language).decode()) is not None

    def test_says_the_same_twice(self, form: Format, language: Language) -> None:
        assert form.render(TOUR, language) == form.render(TOUR, language)

    def test_names_whoever_made_the_streets(
        self, form: Format, language: Language
    ) -> None:
        unfolded = form.render(TOUR, language).replace(b"\r\n ", b"").decode()

        assert "© Somebody" in unfolded

    def test_ends_with_no_half_line(self, form: Format, language: Language) -> None:
        text = form.render(TOUR, language).decode()

        assert text.rstrip() == text.rstrip("\r\n")


@pytest.mark.parametrize("form", FORMATS.values(), ids=list(FORMATS))
class TestEveryRow:
    def test_speaks_two_languages(self, form: Format) -> None:
        assert form.render(TOUR, "vi") != form.render(TOUR, "en")
        assert form.label.vi
        assert form.label.en

    def test_has_a_name_that_can_end_a_file(self, form: Format) -> None:
        assert re.fullmatch("[a-z]+", form.name)
        assert re.fullmatch(r"[a-z]+/[a-z+.-]+", form.media_type)

    def test_is_found_by_its_name(self, form: Format) -> None:
        assert format_named(form.name) is form

    def test_does_not_change_the_tour(self, form: Format) -> None:
        before: Tour = walk(request(), TRICKY, BROKEN)
        form.render(TOUR, "vi")

        assert before == TOUR


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(
        NoSuchFormat,
        match="choose one of pdf, html, gpx, kml, ics, geojson, json, txt, svg, png",
    ):
        format_named("docx")
