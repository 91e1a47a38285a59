import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites.staff.paths import flatten, pattern, unflatten

DRAFT = {
    "name": {"vi": "Đền", "en": "Temple"},
    "also": ["Chùa, nhỏ", "Hai"],
    "story": [{"vi": "Một. [a]", "en": "One. [a]"}],
    "address": {"street": {"vi": "1", "en": "2"}, "sources": ["a", "b"]},
    "interest": 3,
    "hours": {"moon": [{"closed": True, "days": [1, 15]}]},
}
LINES = {
    "name.vi": "Đền",
    "name.en": "Temple",
    "also": "Chùa, nhỏ\nHai",
    "story.0.vi": "Một. [a]",
    "story.0.en": "One. [a]",
    "address.street.vi": "1",
    "address.street.en": "2",
    "address.sources": "a, b",
    "interest": "3",
    "hours.moon.0.closed": "true",
    "hours.moon.0.days": "1, 15",
}


def test_a_draft_is_written_as_lines() -> None:
    assert flatten(DRAFT) == LINES


def test_lines_are_put_together_again() -> None:
    assert flatten(unflatten(LINES)) == LINES
    assert unflatten(LINES)["also"] == ["Chùa, nhỏ", "Hai"]


def test_empty_lines_are_not_there_and_numbers_close_up() -> None:
    sent = {"story.0.vi": " ", "story.2.vi": "Ba.", "story.10.vi": "Mười.", "x": ""}

    assert unflatten(sent) == {"story": [{"vi": "Ba."}, {"vi": "Mười."}]}


def test_lines_end_as_they_do_here() -> None:
    assert unflatten({"lede.vi": "Một.\r\nHai.\r\n"}) == {"lede": {"vi": "Một.\nHai."}}


def test_what_was_unknown_may_become_known() -> None:
    sent = {"hours": "unknown", "hours.rule": "24/7"}

    assert unflatten(sent) == {"hours": {"rule": "24/7"}}


@pytest.mark.parametrize(
    ("path", "kind"),
    [("story.12.vi", "story.*.vi"), ("name.vi", "name.vi"), ("a.0.b.1.c", "a.*.b.*.c")],
)
def test_lines_of_one_kind_have_one_pattern(path: str, kind: str) -> None:
    assert pattern(path) == kind


words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=9)


@given(st.lists(st.fixed_dictionaries({"vi": words, "en": words}), max_size=12))
def test_any_story_comes_back(story: list[dict[str, str]]) -> None:
    found = unflatten(flatten({"story": story}))

    assert found.get("story", []) == story
