import json
import struct
import zlib
from io import BytesIO

import pytest
import typst
from pypdf import PdfReader

from guide.maps.paper import SIZES_MM, Paper
from guide.maps.printed import DOTS_AN_INCH, dots, pdf, png
from guide.maps.still import draw
from tests.guide.maps.test_still import LAYERS, picture

RED = b"""<svg xmlns="http://www.w3.org/2000/svg" width="25.4mm" height="12.7mm"
 viewBox="0 0 2 1"><rect width="2" height="1" fill="#ff0000"/></svg>"""


def size(found: bytes) -> tuple[int, int]:
    assert found[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", found[16:24])
    return width, height


def text(words: str, family: str = "Be Vietnam Pro") -> bytes:
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="10mm"
      viewBox="0 0 60 10"><text x="1" y="7" font-size="6" font-weight="600"
      font-family="{family}">{words}</text></svg>""".encode()


def raw(found: bytes) -> bytes:
    """Return the dots of a PNG, still filtered: equal pictures are equal here."""
    place, parts = 8, []
    while place < len(found):
        (length,) = struct.unpack(">I", found[place : place + 4])
        if found[place + 4 : place + 8] == b"IDAT":
            parts.append(found[place + 8 : place + 8 + length])
        place += length + 12
    return zlib.decompress(b"".join(parts))


def test_a_picture_has_as_many_dots_as_its_size_says() -> None:
    assert size(png(RED, 100)) == (100, 50)


@pytest.mark.parametrize("paper", Paper)
def test_a_map_is_a_whole_sheet(paper: Paper) -> None:
    width, height = size(png(draw(picture(paper=paper), LAYERS)))
    wide, high = (mm / 25.4 * DOTS_AN_INCH for mm in SIZES_MM[paper])

    assert width == pytest.approx(wide, abs=1)
    assert height == pytest.approx(high, abs=1)


def test_accents_are_drawn_by_our_own_font() -> None:
    with_accents, without = png(text("Đường Ộ ỵ")), png(text("Duong O y"))

    assert raw(with_accents) != raw(without)
    # Without our font nothing would be drawn at all: no other one is in reach.
    assert raw(png(text("Đường", family="Nobody Has This"))) != raw(png(text("Đường")))


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert png(RED) == png(RED)


SHEET = b"""#set document(title: "Paper")
#set text(font: "Be Vietnam Pro", lang: "vi")
#let words = json("words.json")
#for one in words [#one #pagebreak(weak: true)]
"""
MOMENT = 1_795_395_600


def sheets(*words: str) -> tuple[bytes, dict[str, bytes]]:
    return SHEET, {"words.json": json.dumps(words).encode()}


def is_tagged(document: bytes) -> bool:
    """Say whether a PDF declares that it follows PDF/UA."""
    metadata = PdfReader(BytesIO(document)).xmp_metadata
    return metadata is not None and "pdfuaid" in metadata.stream.get_data().decode()


def test_pages_are_set_from_texts_that_stay_texts() -> None:
    document = pdf(*sheets("#panic()", "*Đền* $x$"), MOMENT)
    found = [page.extract_text() for page in PdfReader(BytesIO(document)).pages]

    assert found == ["#panic()", "*Đền* $x$"]
    assert is_tagged(document)


def test_pages_are_dots_too() -> None:
    one, two = dots(*sheets("một", "hai"), 72)

    assert size(one) == size(two) == (595, 842)
    assert one != two


def test_a_letter_without_a_shape_costs_the_standard_and_not_the_paper() -> None:
    document = pdf(*sheets("Đền 春"), MOMENT)

    assert "Đền" in PdfReader(BytesIO(document)).pages[0].extract_text()
    assert not is_tagged(document)


def test_a_page_that_is_wrong_is_no_paper() -> None:
    with pytest.raises(typst.TypstError, match="unclosed"):
        pdf(b"#let x = (", {}, MOMENT)


def test_a_page_sees_no_file_but_its_own() -> None:
    with pytest.raises(typst.TypstError):
        pdf(b'#read("/etc/hostname")', {}, MOMENT)
    with pytest.raises(typst.TypstError):
        pdf(b'#read("../../etc/hostname")', {}, MOMENT)
