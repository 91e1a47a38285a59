import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites.staff.compare import (
    Change,
    Mark,
    changes,
    in_language,
    merge,
    without,
    words,
)
from sites.staff.errors import Uneven
from sites.staff.paths import flatten


def marked(old: str, new: str) -> list[tuple[str, str]]:
    return [(piece.mark.value, piece.text) for piece in words(old, new)]


def test_words_are_marked() -> None:
    assert marked("Xây năm 1904.", "Dựng năm 1905.") == [
        ("gone", "Xây"), ("new", "Dựng"), ("same", " năm "),
        ("gone", "1904"), ("new", "1905"), ("same", "."),
    ]  # fmt: skip


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_hold_both_texts_whole(old: str, new: str) -> None:
    pieces = words(old, new)

    assert "".join(p.text for p in pieces if p.mark is not Mark.NEW) == old
    assert "".join(p.text for p in pieces if p.mark is not Mark.GONE) == new


def test_the_lines_that_differ_are_listed() -> None:
    old = {"name": {"vi": "A", "en": "A"}, "also": ["x"]}
    new = {"name": {"vi": "B", "en": "A"}, "interest": 3}

    assert changes(old, new) == (
        Change("name.vi", "A", "B"),
        Change("interest", "", "3"),
        Change("also", "x", ""),
    )


def test_what_only_one_changed_is_brought_together() -> None:
    base = {"name": {"vi": "A", "en": "A"}, "interest": 1}
    mine = {"name": {"vi": "B", "en": "A"}, "interest": 1}
    theirs = {"name": {"vi": "A", "en": "C"}, "interest": 2}

    merged = merge(base, mine, theirs)

    assert flatten(merged.document) == {
        "name.vi": "B",
        "name.en": "C",
        "interest": "2",
    }
    assert merged.clashes == ()


def test_what_both_changed_is_shown_and_mine_stands() -> None:
    merged = merge({"x": "a"}, {"x": "b"}, {"x": "c"})

    assert merged.document == {"x": "b"}
    assert merged.clashes == (Change("x", "c", "b"),)


def test_what_both_changed_alike_is_no_clash() -> None:
    assert merge({"x": "a"}, {"x": "b"}, {"x": "b"}).clashes == ()


def test_what_i_took_away_and_they_changed_is_shown() -> None:
    assert merge({"x": "a"}, {}, {"x": "c"}).clashes == (Change("x", "c", ""),)


lines = st.dictionaries(st.sampled_from("abcde"), st.sampled_from("123"), max_size=5)


@given(lines, lines, lines)
def test_nothing_that_i_changed_is_lost(
    base: dict[str, str], mine: dict[str, str], theirs: dict[str, str]
) -> None:
    merged = merge(base, mine, theirs)

    for path in {*base, *mine}:
        if mine.get(path) != base.get(path):
            assert merged.document.get(path) == mine.get(path)


OLD = {"name": {"vi": "A", "en": "A"}, "story": [{"vi": "1", "en": "1"}], "interest": 1}
NEW = {"name": {"vi": "B", "en": "B"}, "story": [{"vi": "2", "en": "2"}], "interest": 2}


def test_one_language_is_published_alone() -> None:
    assert flatten(in_language(OLD, NEW, "vi")) == {
        "name.vi": "B",
        "name.en": "A",
        "story.0.vi": "2",
        "story.0.en": "1",
        "interest": "2",
    }


def test_one_language_alone_needs_the_same_paragraphs() -> None:
    with pytest.raises(Uneven):
        in_language(OLD, {**NEW, "story": []}, "vi")


def test_some_lines_stay_as_they_were() -> None:
    old, new = {"a": "1", "b": "1"}, {"a": "2", "b": "2", "c": "2"}

    assert without(old, new, {"b", "c"}) == {"a": "2", "b": "1"}
    assert without(old, {"a": "2"}, {"b"}) == {"a": "2", "b": "1"}
    assert without(old, new, ()) == new
