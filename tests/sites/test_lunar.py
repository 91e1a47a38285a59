from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites import lunar
from sites.errors import BadLunarDay
from sites.lunar import FIRST, LAST, LunarDay
from tests.sites import moon

DAYS_1990_2050 = 22_280
VIETNAM, CHINA = 7, 8


@pytest.mark.parametrize(
    "tet",
    [
        date(1985, 1, 21),
        date(2007, 2, 17),
        date(2024, 2, 10),
        date(2025, 1, 29),
        date(2026, 2, 17),
        date(2030, 2, 2),
    ],
    ids=str,
)
def test_tet_is_on_the_day_on_which_it_was_held(tet: date) -> None:
    assert lunar.of(tet) == LunarDay(tet.year, 1, 1)
    assert lunar.in_year(tet.year, 1, 1) == tet


def test_a_day_of_ky_hoi_that_is_documented() -> None:
    day = lunar.of(date(2019, 9, 7))

    assert day == LunarDay(2019, 8, 9)
    assert lunar.year_name(2019) == "Kỷ Hợi"


@pytest.mark.parametrize(
    ("first", "month"),
    [
        (date(1985, 3, 21), 2),
        (date(2004, 3, 21), 2),
        (date(2006, 8, 24), 7),
        (date(2017, 7, 23), 6),
        (date(2020, 5, 23), 4),
        (date(2023, 3, 22), 2),
        (date(2025, 7, 25), 6),
        (date(2028, 6, 23), 5),
    ],
    ids=str,
)
def test_leap_months_begin_where_the_calendars_have_them(
    first: date, month: int
) -> None:
    assert lunar.of(first) == LunarDay(first.year, month, 1, leap=True)
    assert LunarDay(first.year, month, 1, leap=True).solar == first


def test_every_day_of_sixty_years_is_as_astronomy_has_it() -> None:
    by_the_sky = moon.calendar(1990, 2050, VIETNAM)

    wrong = [day for day, expected in by_the_sky.items() if plain(day) != expected]

    assert len(by_the_sky) == DAYS_1990_2050
    assert wrong == []


def test_the_chinese_calendar_is_another_one() -> None:
    chinese = moon.calendar(1990, 2050, CHINA)

    assert sum(plain(day) != there for day, there in chinese.items()) == 630
    # Its new year of these years is known, so the twin does know China's calendar.
    assert {chinese[d] for d in (date(2007, 2, 18), date(2030, 2, 3))} == {
        (2007, 1, 1, False),
        (2030, 1, 1, False),
    }


def plain(day: date) -> moon.Moon | None:
    found = lunar.of(day)
    return (found.year, found.month, found.day, found.leap) if found else None


@given(st.dates(FIRST, LAST))
def test_there_and_back_again(day: date) -> None:
    found = lunar.of(day)

    assert found is not None
    assert found.solar == day


@given(st.dates(FIRST, LAST - timedelta(days=1)))
def test_a_month_ends_where_the_next_one_begins(day: date) -> None:
    today, tomorrow = lunar.of(day), lunar.of(day + timedelta(days=1))

    assert today is not None
    assert tomorrow is not None
    assert today.is_last == (tomorrow.day == 1)
    assert today.is_last or tomorrow.day == today.day + 1


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(1899, 12, 31), False),
        (date(1900, 1, 1), True),
        (date(2100, 12, 31), True),
        (date(2101, 1, 1), False),
    ],
    ids=str,
)
def test_nothing_is_said_of_days_that_the_library_does_not_know(
    day: date, *, known: bool
) -> None:
    assert (lunar.of(day) is not None) == known


def test_the_30th_of_a_short_month_is_its_last_day() -> None:
    # The 12th month of Giáp Thìn had 29 days: Tết 2025 came a day after the 29th.
    assert lunar.in_year(2024, 12, 30) == date(2025, 1, 28)
    assert lunar.in_year(2024, 12, 29) == date(2025, 1, 28)
    # That of Quý Mão had 30.
    assert lunar.in_year(2023, 12, 30) == date(2024, 2, 9)
    assert lunar.in_year(2023, 12, 29) == date(2024, 2, 8)


def test_a_feast_in_a_month_that_is_doubled_is_in_the_first_of_the_two() -> None:
    assert lunar.in_year(2025, 6, 15) == date(2025, 7, 9)


def test_what_lies_beyond_the_calendar_has_no_day() -> None:
    assert lunar.in_year(2100, 12, 25) is None
    assert lunar.in_year(1898, 1, 1) is None


@pytest.mark.parametrize(
    "wrong",
    [
        LunarDay(2024, 12, 30),
        LunarDay(2025, 6, 31),
        LunarDay(2025, 13, 1),
        LunarDay(2025, 0, 1),
        LunarDay(2024, 6, 1, leap=True),
        LunarDay(2025, 5, 1, leap=True),
        LunarDay(2102, 1, 1),
    ],
    ids=str,
)
def test_a_day_that_its_year_does_not_have_is_refused(wrong: LunarDay) -> None:
    with pytest.raises(BadLunarDay, match="is no day of the lunar calendar"):
        _ = wrong.solar


@pytest.mark.parametrize(("day", "month"), [(0, 1), (31, 1), (1, 0), (1, 13), (-1, 1)])
def test_a_day_that_no_year_has_is_refused(day: int, month: int) -> None:
    with pytest.raises(BadLunarDay, match="in a month of 29 days the 30th is the last"):
        lunar.in_year(2026, month, day)


@pytest.mark.parametrize(("day", "month"), [(1, 1), (30, 1), (1, 12), (30, 12)])
def test_every_other_day_may_come_back(day: int, month: int) -> None:
    lunar.check(day, month)


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (1904, "Giáp Thìn"),
        (1984, "Giáp Tý"),
        (2024, "Giáp Thìn"),
        (2025, "Ất Tỵ"),
        (2026, "Bính Ngọ"),
        (2027, "Đinh Mùi"),
    ],
)
def test_a_year_has_its_name_in_the_cycle_of_sixty(year: int, name: str) -> None:
    assert lunar.year_name(year) == name


def test_a_leap_month_is_written_so() -> None:
    assert LunarDay(2025, 6, 15, leap=True).written == "15/6 nhuận"
    assert LunarDay(2025, 6, 15).written == "15/6"
