from unicodedata import combining, is_normalized

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from guide.maps.lettering import (
    FONT_FILE,
    LONGEST,
    MARKS_A_LETTER,
    fitted,
    width_em,
    written,
)

VIETNAMESE = "Phố Điện Biên Phủ, Ngõ 128 An Đà, Hồ Sen, Đường Nguyễn Bỉnh Khiêm"


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        pytest.param(VIETNAMESE[:40], VIETNAMESE[:40], id="as it is"),
        pytest.param("Le\u0302\u0323 Lo\u031b\u0323i", "Lệ Lợi", id="composed"),
        pytest.param("Phố\n\t Cũ ", "Phố Cũ", id="one line"),
        pytest.param("a\u202eb\u200fc\u0000d\ufeff", "abcd", id="turns no direction"),
        pytest.param("Z\u0334\u0335\u0336\u0337a", "Z\u0334\u0335a", id="no piles"),
        pytest.param("<script>'\"&</script>", "<script>'\"&</script>", id="is text"),
        pytest.param("مرحبا", "مرحبا", id="another script"),
        pytest.param("\u202e \n", "", id="nothing"),
        pytest.param("x" * 60, "x" * 60, id="just short enough"),
        pytest.param("x" * 61, "x" * 59 + "…", id="too long"),
    ],
)
def test_how_names_are_written(name: str, stays: str) -> None:
    assert written(name) == stays


@given(st.text())
def test_whatever_is_written_moves_nothing_else(name: str) -> None:
    text = written(name)
    piles = "".join("m" if combining(sign) else "." for sign in text)

    assert text.isprintable()
    assert len(text) <= LONGEST
    assert "m" * (MARKS_A_LETTER + 1) not in piles


@given(st.text(alphabet="aăâêôơưđ áàảãạ", max_size=50))
def test_writing_twice_changes_nothing_more(name: str) -> None:
    assert written(written(name)) == written(name)
    assert is_normalized("NFC", written(name))


def test_a_text_is_as_wide_as_its_letters_are_drawn() -> None:
    with TTFont(FONT_FILE) as font:
        glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
        pen = BoundsPen(glyphs)
        glyphs[cmap[ord("M")]].draw(pen)
        drawn = (pen.bounds[2] - pen.bounds[0]) / font["head"].unitsPerEm

    assert drawn < width_em("M") < drawn * 1.4


def test_every_vietnamese_letter_has_a_width() -> None:
    for sign in VIETNAMESE:
        assert 0 < width_em(sign) < 1.1


def test_a_letter_that_the_font_does_not_know_is_taken_as_wide() -> None:
    assert width_em("漢") == 1
    assert width_em("a\u0334") == width_em("a")


@given(st.text(alphabet=VIETNAMESE, max_size=30), st.floats(1, 60))
def test_what_is_fitted_fits(text: str, room: float) -> None:
    found = fitted(text, 3, room)

    assert width_em(found) * 3 <= room or found == "…"
    assert found == text or found.endswith("…")


def test_what_fits_just_so_is_not_cut() -> None:
    room = width_em("Lê Lợi") * 3

    assert fitted("Lê Lợi", 3, room) == "Lê Lợi"
    assert fitted("Lê Lợi", 3, room * 0.999) != "Lê Lợi"
