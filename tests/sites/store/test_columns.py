import pytest

from sites.names import Text
from sites.store import columns


def test_a_text_is_two_columns_and_read_back_equal() -> None:
    text = Text(vi="Đền", en="Temple")

    row = columns.both("name", text)

    assert row == {"name_vi": "Đền", "name_en": "Temple"}
    assert columns.text_of(row, "name") == columns.certain(row, "name") == text


def test_no_text_is_two_empty_columns() -> None:
    row = columns.both("note", None)

    assert row == {"note_vi": None, "note_en": None}
    assert columns.text_of(row, "note") is None


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("hours",), "hours"),
        (("ward", 0), "ward/0"),
        (("festival", 1, 2027), "festival/1/2027"),
    ],
)
def test_a_subject_says_what_rests_on_a_source(
    path: tuple[str, ...], name: str
) -> None:
    assert columns.subject(*path) == name
    assert len(name) <= 40  # as many letters as the column has


def test_sources_are_grouped_by_what_rests_on_them_in_order() -> None:
    found = columns.citations(
        [
            {"subject": "hours", "source": "b"},
            {"subject": "address", "source": "a"},
            {"subject": "hours", "source": "a"},
        ]
    )

    assert found == {"hours": ("b", "a"), "address": ("a",)}
