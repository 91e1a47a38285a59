import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites import canchi
from sites.lunar import year_name


@pytest.mark.parametrize(
    "text",
    [
        "Giáp Thìn 1902",
        "năm Giáp Thìn (1902)",
        "Giáp Thìn, 1902",
        "1902 (Giáp Thìn)",
        "năm 1902, năm Giáp Thìn",
        "1902, tức năm Giáp Thìn",
        "Giáp Thìn năm 1902",
        unicodedata.normalize("NFD", "Giáp Thìn 1902"),
    ],
)
def test_a_year_under_another_name_is_found(text: str) -> None:
    (wrong,) = canchi.wrong_names(text)

    assert (wrong.name, wrong.year) == ("Giáp Thìn", 1902)
    assert "1902 is Nhâm Dần" in str(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "năm Giáp Thìn 1904",
        "Giáp Thìn (1904) và Ất Tỵ (1905)",
        "1904 (Giáp Thìn) 1905 (Ất Tị)",
        "Kỉ Mùi 1919, Quí Mẹo 1903, Giáp Tí 1924, Đinh Vị 1907",
        "năm Giáp Thìn, đời Thành Thái",
        "bản ghi viết “Bính Ngọ 1864”",
        "Ông Tân Mùi 20 tuổi",
    ],
)
def test_a_year_under_its_own_name_is_fine(text: str) -> None:
    assert list(canchi.wrong_names(text)) == []


def test_a_name_that_is_no_name_of_a_year_is_found() -> None:
    (wrong,) = canchi.wrong_names("năm Giáp Tỵ 1905")

    assert wrong.name == "Giáp Tỵ"


def test_each_wrong_year_is_named() -> None:
    text = "Giáp Thìn 1902, Giáp Thìn 1904, Ất Tỵ 1906"

    assert [wrong.year for wrong in canchi.wrong_names(text)] == [1902, 1906]


@given(st.integers(1000, 2999), st.integers(1000, 2999))
def test_a_name_fits_every_sixtieth_year_and_no_other(year: int, other: int) -> None:
    wrong = list(canchi.wrong_names(f"{year_name(year)} {other}"))

    assert (wrong == []) == ((year - other) % 60 == 0)
    assert canchi.is_name_of(year_name(year), other) == (wrong == [])
