from io import BytesIO

import pytest
from pypdf import PdfReader

from guide.exports.plate import pages, plate
from guide.maps.printed import dots
from sites.names import Text
from tests.guide.exports.codes import read
from tests.guide.factories import TRICKY, temple
from tests.sites.factories import passage

ADDRESS = "https://guide.example/s/7K2X"
NGHE = temple(
    "nghe",
    name=Text(vi="Đền Nghè", en="Nghè Temple"),
    lede=passage("Đền thờ nữ tướng Lê Chân.", "It honours Lê Chân."),
)


def text(document: bytes) -> str:
    (page,) = PdfReader(BytesIO(document)).pages
    return " ".join(page.extract_text().split())


def test_the_code_on_a_plate_says_the_short_address() -> None:
    (page,) = dots(*pages(NGHE, ADDRESS))

    assert read(page) == [ADDRESS]


def test_a_plate_says_name_line_and_address_in_both_languages() -> None:
    found = text(plate(NGHE, ADDRESS))

    for said in (
        "Đền Nghè",
        "Nghè Temple",
        "Đền thờ nữ tướng Lê Chân.",
        "It honours Lê Chân.",
        "guide.example/s/7K2X",
    ):
        assert said in found


def test_a_name_that_is_the_same_in_both_languages_stands_once() -> None:
    name = Text(vi="Cát Bi", en="Cát Bi")

    assert text(plate(temple("a", name=name), ADDRESS)).count("Cát Bi") == 1


def test_a_plate_is_one_sheet_of_a5_whatever_the_name() -> None:
    long = temple("a", name=Text(vi="Nhà số 1 phố dài " * 8, en="A long house " * 8))
    (page,) = PdfReader(BytesIO(plate(long, ADDRESS))).pages

    assert float(page.mediabox.width) * 25.4 / 72 == pytest.approx(148, abs=0.5)


def test_no_name_is_a_command() -> None:
    nasty = temple("a", name=Text(vi='#panic("x") *Đ* $', en='"A & B" <1>'))

    assert '#panic("x") *Đ* $' in text(plate(nasty, ADDRESS))
    assert TRICKY.name.vi in text(plate(TRICKY, ADDRESS))


def test_the_same_site_gives_the_same_bytes() -> None:
    assert plate(NGHE, ADDRESS) == plate(NGHE, ADDRESS)


def test_a_plate_without_an_address_is_none() -> None:
    with pytest.raises(ValueError, match="no address for a plate"):
        plate(NGHE, "")
