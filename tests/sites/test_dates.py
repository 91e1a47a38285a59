from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites import dates
from sites.dates import Point, Told
from sites.errors import BadDate
from sites.names import Text

DAYS = st.dates(date(1, 1, 1), date(2100, 12, 31))


@st.composite
def points(draw: st.DrawFn) -> Point:
    day = draw(DAYS)
    return draw(
        st.sampled_from(
            [
                Point(day.year),
                Point(day.year, day.month),
                Point(day.year, day.month, day.day),
            ]
        )
    )


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        pytest.param("1955-05-13", (1955, 5, 13), (1955, 5, 13), id="a day"),
        pytest.param("1930-04", (1930, 4, 1), (1930, 4, 30), id="a month"),
        pytest.param("2024-02", (2024, 2, 1), (2024, 2, 29), id="a leap month"),
        pytest.param("1904", (1904, 1, 1), (1904, 12, 31), id="a year"),
        pytest.param("0040/0044", (40, 1, 1), (44, 12, 31), id="an early span"),
        pytest.param("1945-09-17/1945-09-24", (1945, 9, 17), (1945, 9, 24), id="days"),
        pytest.param("1999-11/2000-12-31", (1999, 11, 1), (2000, 12, 31), id="mixed"),
        pytest.param("1930~", (1930, 1, 1), (1930, 12, 31), id="about"),
    ],
)
def test_a_date_means_the_days_from_its_first_to_its_last(
    written: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    told = dates.read(written)

    assert (told.first, told.last) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "written",
    [
        "1955-02-29", "1955-13", "1955-00", "1955-04-31", "0000", "1904/1902",
        "1945-09-24/1945-09-17", "13/5/1955", "1955-5-13", "19O4", "", "~", "1904/",
        "/1904", "1904/1905/1906", "~1904", "１９０４", "1904 ",
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_is_refused(written: str) -> None:
    with pytest.raises(BadDate, match="write it like 1955-05-13"):
        dates.read(written)


def test_a_span_may_begin_and_end_in_one_year() -> None:
    assert dates.read("1904/1904").last == date(1904, 12, 31)


def test_a_month_within_the_year_that_ends_a_span_is_no_step_back() -> None:
    assert dates.read("1945-09/1945").first == date(1945, 9, 1)


@given(points(), points(), st.booleans())
def test_what_is_written_is_read_back(a: Point, b: Point, about: bool) -> None:  # noqa: FBT001
    start, end = sorted((a, b), key=lambda point: point.span()[0])
    told = Told(start=start, end=end, about=about, sources=("a-source",))

    assert dates.read(told.written, sources=("a-source",)) == told


@given(points())
def test_no_date_ends_before_it_begins(point: Point) -> None:
    told = Told(start=point)

    assert told.first <= told.last
    assert told.first.year == told.last.year == point.year


def test_the_words_of_the_teller_are_kept() -> None:
    words = Text(vi="đầu những năm 1920", en="the early 1920s")

    assert dates.read("1920/1923~", words=words).words == words


class TestByTheMoon:
    def test_a_day_is_that_of_the_lunar_calendar(self) -> None:
        told = dates.read("2025-02-08", lunar=True)

        assert told.first == told.last == date(2025, 3, 7)

    def test_a_month_is_within_the_solar_days_that_it_covers(self) -> None:
        told = dates.read("2025-01", lunar=True)

        assert told.first == date(2025, 1, 29)
        assert told.last == date(2025, 2, 27)

    def test_the_thirtieth_of_a_short_month_cannot_be(self) -> None:
        with pytest.raises(BadDate):
            dates.read("2024-12-30", lunar=True)

    def test_the_thirtieth_of_february_may_be(self) -> None:
        assert dates.read("1288-02-30", lunar=True).first.year == 1288

    def test_the_thirty_first_of_no_month_is(self) -> None:
        with pytest.raises(BadDate):
            dates.read("1288-01-31", lunar=True)

    def test_a_year_long_ago_is_wide_enough_for_its_months(self) -> None:
        told = dates.read("1288-03-08", lunar=True)

        # The eighth of the third month of Mậu Tý was 9 April 1288 (Julian calendar
        # aside, a lunar month begins within two months of its solar namesake).
        assert told.first <= date(1288, 4, 9) <= told.last
