import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites.folding import Word, fold, words_of

VIETNAMESE = st.text(alphabet="aàảãáạăằâấeèêếiìoòôốơờuùưừyỳdđnghtc ", max_size=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("hoà", "hòa", id="an old and a new place of the tone"),
        pytest.param("thuỷ", "thủy", id="on y or on u"),
        pytest.param("Đường", "đường", id="capitals"),
        pytest.param("đường", unicodedata.normalize("NFD", "đường"), id="decomposed"),
    ],
)
def test_one_word_may_be_spelt_in_two_ways(one: str, other: str) -> None:
    assert words_of(one) == words_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("dương", "đường"), ("dương", "duong"), ("hoa", "hòa"), ("đỏ", "đò"), ("o", "ô")],
)
def test_other_letters_and_other_tones_make_other_words(one: str, other: str) -> None:
    assert Word.of(one) != Word.of(other)
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("start", "word", "begins"),
    [
        pytest.param("đươ", "đường", True, id="before its tone is typed"),
        pytest.param("đườ", "đường", True, id="with its tone"),
        pytest.param("đướ", "đường", False, id="another tone"),
        pytest.param("duo", "đường", False, id="without accents"),
        pytest.param("đường", "đường", True, id="all of it"),
        pytest.param("đườngs", "đường", False, id="more than all"),
    ],
)
def test_a_word_is_begun_with_its_accents(
    start: str,
    word: str,
    begins: bool,  # noqa: FBT001 - the answer, not a switch
) -> None:
    assert Word.of(start).begins(Word.of(word)) is begins


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Quảng-Lạc, (nhà) 7", ["quang", "lac", "nha", "7"]),
        ("", []),
        ("!?", []),
        ("  Đỏ ", ["do"]),
    ],
)
def test_signs_part_words(text: str, words: list[str]) -> None:
    assert [word.folded for word in words_of(text)] == words


def test_a_word_is_plain_without_any_accent() -> None:
    assert [Word.of(w).plain for w in ("duong", "dương", "đuong", "duóng", "7")] == [
        True, False, False, False, True
    ]  # fmt: skip


@given(VIETNAMESE)
def test_composed_and_decomposed_are_the_same_words(text: str) -> None:
    assert words_of(unicodedata.normalize("NFD", text)) == words_of(text)
    assert [word.folded for word in words_of(text)] == fold(text).split()


@given(VIETNAMESE)
def test_a_word_begins_itself(text: str) -> None:
    assert all(word.begins(word) for word in words_of(text))
