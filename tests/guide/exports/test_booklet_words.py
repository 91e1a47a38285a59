from datetime import date

import pytest

from guide.exports import booklet_words as words
from sites.hours import UNKNOWN, Hours
from sites.model import Access, Way
from sites.names import LANGUAGES, Language


@pytest.mark.parametrize(
    ("language", "said"),
    [("vi", "Chủ nhật, 22/11/2026"), ("en", "Sunday, 22/11/2026")],
)
def test_a_day_has_its_weekday(language: Language, said: str) -> None:
    assert words.day(date(2026, 11, 22), language) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 stops"), (1, "1 stop"), (2, "2 stops")]
)
def test_stops_are_counted(number: int, said: str) -> None:
    assert words.stops(number, "en") == said


def test_hours_are_told_where_they_are_known_and_only_there() -> None:
    assert words.hours(UNKNOWN, "vi") == ""
    assert words.hours(Hours(rule="24/7"), "en") == (
        "Always open: it lies on the open street."
    )
    assert words.hours(Hours(rule="Mo-Su 08:00-17:00"), "vi") == (
        "Giờ mở cửa: Hằng ngày 08:00–17:00."
    )


@pytest.mark.parametrize(
    ("way", "count"), [(Way.OPEN, 0), (Way.UNKNOWN, 0), (Way.PRIVATE, 1)]
)
def test_only_a_door_that_is_shut_is_told(way: Way, count: int) -> None:
    assert len(list(words.access(Access(way=way), "vi"))) == count


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_in_both_languages(language: Language) -> None:
    found = words.all_words(language)

    assert found.keys() == words.WORDS.keys()
    assert all(found.values())
