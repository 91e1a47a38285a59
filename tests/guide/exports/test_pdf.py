import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from time import process_time
from typing import Any

import pytest
from pypdf import PdfReader

from guide.bad_request import BadChoice
from guide.exports.format import Setting
from guide.exports.pdf import FORMAT, pages
from guide.maps.printed import dots
from guide.planner import plan
from guide.streets.graph import StreetGraph
from guide.tour import Tour
from guide.wishes import Wishes
from sites.catalogue import Catalogue
from sites.names import LANGUAGES, Language, Text
from sites.sources import Passage
from tests.guide.exports.codes import LINKS, read
from tests.guide.factories import (
    BROKEN,
    GRID,
    TRICKY,
    graph,
    on,
    request,
    street,
    temple,
    walk,
)
from tests.sites.factories import claims, passage

SETTING = Setting(GRID.pack, links=LINKS)
VERSE = Passage(
    vi=claims("Đường vào đền rợp bóng những cây đa cổ thụ; ngói mũi hài phủ rêu."),
    en=claims("Old banyans shade the way in; moss covers the tiles."),
)
ONE = walk(request(), temple("nghè", on(100, 0), lede=VERSE))
NONE = walk(request())


def twelve() -> Tour:
    spots = [(x, y) for x in (0, 100, 200, 300) for y in (100, 200, 300)]
    sites = [temple(f"s{n:02}", on(*spot)) for n, spot in enumerate(spots)]
    return walk(request(minutes=720), *sites)


TWELVE = twelve()


def text(document: bytes) -> str:
    """Return what a reader copies out of a PDF, each space once."""
    found = "\n".join(
        page.extract_text() for page in PdfReader(BytesIO(document)).pages
    )
    return unicodedata.normalize("NFC", " ".join(found.split()))


def printed(tour: Tour, language: Language = "vi", setting: Setting = SETTING) -> str:
    return text(FORMAT.document(tour, language, setting))


def codes(tour: Tour, setting: Setting) -> Iterator[str]:
    """Print a tour, and read every code on every page."""
    for page in dots(*pages(tour, "vi", setting)):
        yield from read(page)


def test_vietnamese_can_be_copied_with_its_accents() -> None:
    found = printed(ONE)

    assert "Đường vào đền rợp bóng những cây đa cổ thụ; ngói mũi hài phủ rêu." in found
    assert "Lịch trình" in found
    assert "Đền nghè" in found


def test_english_is_printed_where_it_is_asked_for() -> None:
    found = printed(ONE, "en")

    assert "Old banyans shade the way in; moss covers the tiles." in found
    assert "Timetable" in found


def test_a_program_can_read_the_pages_aloud() -> None:
    reader = PdfReader(BytesIO(FORMAT.document(ONE, "vi", SETTING)))
    root: Any = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "vi"
    assert reader.metadata
    assert str(reader.metadata.title).startswith("Dạo bộ từ")


def test_every_walk_of_several_has_its_timetable_and_its_way() -> None:
    pair = temple("a", on(120, 0)), temple("b", on(300, 300))
    found = printed(walk(request(wishes=Wishes(groups=2, max_stops=1)), *pair))

    assert found.count("Nhóm 1") == found.count("Nhóm 2") == 2


def test_no_page_needs_colours() -> None:
    """Letters and numbers are black, or white on black; only the map has colours."""
    source, _files = pages(ONE, "vi", SETTING)

    assert not re.search(rb"rgb\(|#[0-9a-f]{6}\b|fill: (?!black|white)", source)


def test_our_font_is_embedded_and_no_other() -> None:
    reader = PdfReader(BytesIO(FORMAT.document(ONE, "vi", SETTING)))
    fonts = {
        (
            str(font["/BaseFont"]),
            "/FontFile2" in descriptor or "/FontFile3" in descriptor,
        )
        for page in reader.pages
        for font in (
            one.get_object()["/DescendantFonts"][0].get_object()
            for one in page["/Resources"]["/Font"].values()  # type: ignore[index]
        )
        for descriptor in (font["/FontDescriptor"],)
    }

    assert fonts
    assert {embedded for _name, embedded in fonts} == {True}
    assert all("BeVietnamPro" in name for name, _embedded in fonts)


@pytest.mark.parametrize("paper", ["a4", "a5"])
@pytest.mark.parametrize("tour", [NONE, ONE, TWELVE], ids=["none", "one", "twelve"])
def test_every_code_on_paper_says_the_right_address(tour: Tour, paper: str) -> None:
    stops = [LINKS.short(stop.site.slug) for stop in tour.stops]

    assert list(codes(tour, replace(SETTING, paper=paper))) == [LINKS.tour, *stops]


@pytest.mark.parametrize(("paper", "width_mm"), [("a4", 210), ("a5", 148)])
def test_the_paper_is_as_asked_for(paper: str, width_mm: int) -> None:
    document = FORMAT.document(ONE, "vi", replace(SETTING, paper=paper))
    (width, *_) = PdfReader(BytesIO(document)).pages[0].mediabox[2:]

    assert float(width) * 25.4 / 72 == pytest.approx(width_mm, abs=0.5)


def test_unknown_paper_is_refused() -> None:
    with pytest.raises(BadChoice, match="paper: “a0” is not known"):
        FORMAT.document(ONE, "vi", replace(SETTING, paper="a0"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_timetable_names_every_stop_with_its_times(language: Language) -> None:
    found = printed(TWELVE, language)

    assert len(TWELVE.stops) == 12
    for stop in TWELVE.stops:
        assert stop.site.name.in_(language) in found
        assert f"{stop.enter:%H:%M}" in found


def test_a_tour_without_stops_says_what_to_do() -> None:
    assert "Không có điểm nào vừa thời gian này" in printed(NONE)
    assert "No site fits into this time" in printed(NONE, "en")


def test_what_nobody_knows_is_printed_as_such() -> None:
    found = printed(walk(request(), TRICKY))

    assert "Chưa rõ giờ mở cửa: hãy hỏi trước khi đi." in found


def test_whoever_made_the_streets_is_named_on_every_page() -> None:
    reader = PdfReader(BytesIO(FORMAT.document(TWELVE, "vi", SETTING)))

    assert len(reader.pages) > 1
    assert all("© Somebody" in page.extract_text() for page in reader.pages)


LONG = passage("Một câu dài kể mãi không hết. " * 40, "A long sentence. " * 40)


def test_what_is_too_long_for_a_printer_is_told_and_not_cut() -> None:
    sites = [temple(f"s{n:02}", on(20 * n, 100), lede=LONG) for n in range(15)]
    tour = walk(request(minutes=720), *sites)
    document = FORMAT.document(tour, "vi", replace(SETTING, paper="a5"))
    reader = PdfReader(BytesIO(document))
    told = re.search(r"Bản in này dài (\d+) trang", text(document))

    assert told
    assert int(told[1]) == len(reader.pages) > 8
    assert text(document).count("Một câu dài kể mãi không hết.") == 15 * 40


def test_a_short_print_says_nothing_of_its_length() -> None:
    assert "Bản in này dài" not in printed(ONE)


NASTY = (
    '#read("/etc/passwd")',
    "#{panic()}",
    "$ x^2 $ *b* _i_ `raw` = h <l> @ref [c] \\u{41}",
    '"); #import "x.typ": * //',
    "/* unclosed ``` ~ -- --- ...",
    "{0} {1} {{ 7*7 }} ${alert(1)}",
    "https://example.com/#a",
)


@pytest.mark.parametrize("nasty", NASTY)
def test_no_text_is_a_command(nasty: str) -> None:
    site = temple(
        "a",
        on(100, 0),
        name=Text(vi=nasty, en=nasty),
        lede=passage(nasty, nasty),
        story=(passage(nasty, nasty),),
    )

    # Long words may be broken at the end of a line.
    found = printed(walk(request(), site)).replace(" ", "")
    assert found.count(nasty.replace(" ", "")) >= 4


def test_letters_that_our_font_lacks_are_marked_as_left_out() -> None:
    site = temple("a", on(100, 0), name=Text(vi="Đền 春和 \x07", en="x"))

    assert "Đền […]" in printed(walk(request(), site, BROKEN))


EVERY = [
    chr(code) for code in range(32, 0x3100) if unicodedata.category(chr(code)) != "Cs"
]


def test_no_letter_there_is_keeps_a_tour_from_paper() -> None:
    """A page that holds a letter without a shape would be refused by PDF/UA."""
    lines = ["".join(EVERY[start : start + 40]) for start in range(0, len(EVERY), 40)]
    told = passage(" ".join(lines), " ".join(lines))
    strange = "Phố 春和 → ① 🛕 \x07 Ế\u0301\u0302"
    town = graph(street(on(0, 0), on(300, 0), name=strange, metres=300))
    site = temple("a", on(200, 0), lede=told, name=Text(vi=strange, en=strange))
    tour = plan(request(), Catalogue([site]), town)
    found = text(FORMAT.document(tour, "vi", Setting(town.pack)))

    assert len(tour.stops) == 1
    assert "Phố […]" in found


def test_the_same_tour_gives_the_same_bytes() -> None:
    assert FORMAT.document(ONE, "vi", SETTING) == FORMAT.document(ONE, "vi", SETTING)


def test_without_addresses_there_are_no_codes() -> None:
    assert list(codes(ONE, replace(SETTING, links=Setting(GRID.pack).links))) == []
    assert text(FORMAT.render(ONE, "vi")).startswith("Dạo bộ từ")


def test_an_address_too_long_for_a_code_is_told() -> None:
    links = replace(LINKS, tour="https://guide.example/?" + "x" * 3000)

    assert "quá dài để in thành mã QR" in printed(
        ONE, "vi", replace(SETTING, links=links)
    )


def test_a_day_on_paper_is_there_within_two_seconds(centre: StreetGraph) -> None:
    spots = [street.line[0] for street in centre.pack.streets[::40]][:14]
    sites = [temple(f"s{n:02}", spot) for n, spot in enumerate(spots)]
    tour = plan(request(spots[0], minutes=720), Catalogue(sites), centre)
    begin = process_time()
    FORMAT.document(tour, "vi", Setting(centre.pack, links=LINKS))

    assert len(tour.stops) >= 12
    assert process_time() - begin < 2
