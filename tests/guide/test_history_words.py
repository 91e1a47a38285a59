import pytest

from guide.history_words import EVENT_KINDS, dates_words, told_words
from sites import dates
from sites.model import Kind
from sites.names import Text


@pytest.mark.parametrize(
    ("written", "vi", "en"),
    [
        ("1955-05-13", "13/5/1955", "13 May 1955"),
        ("1930-04", "tháng 4/1930", "April 1930"),
        ("1904", "năm 1904", "1904"),
        ("0938", "năm 938", "938"),
        ("0040/0044", "năm 40–44", "AD 40–44"),
        ("0099", "năm 99", "AD 99"),
        ("0100", "năm 100", "100"),
        ("1680/1705", "năm 1680–1705", "1680–1705"),
        ("1904/1904", "năm 1904", "1904"),
        ("1945-09-17/1945-09-24", "17–24/9/1945", "17–24 September 1945"),
        (
            "1967-04-20/1968-03-30",
            "20/4/1967 – 30/3/1968",
            "20 April 1967 – 30 March 1968",
        ),
        (
            "1999-11/2000-12-31",
            "tháng 11/1999 – 31/12/2000",
            "November 1999 – 31 December 2000",
        ),
        ("1930-04/1930-05", "tháng 4/1930 – tháng 5/1930", "April 1930 – May 1930"),
        ("1930~", "khoảng năm 1930", "about 1930"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_told(
    written: str, vi: str, en: str
) -> None:
    told = dates.read(written)

    assert told_words(told, "vi") == vi
    assert told_words(told, "en") == en


def test_a_lunar_date_says_that_it_is_one() -> None:
    told = dates.read("2025-02-08", lunar=True)

    assert told_words(told, "vi") == "8/2/2025 âm lịch"
    assert told_words(told, "en") == "8 February 2025 by the lunar calendar"


def test_the_words_of_the_teller_come_before_figures() -> None:
    words = Text(vi="đầu những năm 1920", en="the early 1920s")

    assert told_words(dates.read("1920/1923~", words=words), "vi") == words.vi


def test_a_disagreement_is_said_and_not_resolved() -> None:
    disputed = (dates.read("1941"), dates.read("1944"))

    assert dates_words(disputed, "vi") == "năm 1941 hoặc năm 1944"
    assert dates_words(disputed, "en") == "1941 or 1944"


def test_every_kind_has_a_lane() -> None:
    assert EVENT_KINDS.keys() == {*Kind}
