import pytest

from guide.asked.naming import FIRST_YEAR, LAST_YEAR, old_names, written_names
from guide.bad_request import BadWish
from guide.wishes import OldNames


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("", None),
        ("old", OldNames()),
        ("1925", OldNames(1925)),
        (str(FIRST_YEAR), OldNames(FIRST_YEAR)),
        (str(LAST_YEAR), OldNames(LAST_YEAR)),
    ],
)
def test_a_word_is_read_and_written_back(word: str, wanted: OldNames | None) -> None:
    assert old_names("names", word) == wanted
    assert written_names(wanted) == word


@pytest.mark.parametrize(
    "word", ["new", "OLD", "1799", "2101", "-5", "19.5", "١٩٢٥", "1925,1930"]
)
def test_another_word_names_the_field_and_says_what_to_write(word: str) -> None:
    with pytest.raises(BadWish, match=r"^names: “.*” .* write it like old / 1925$"):
        old_names("names", word)
