from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites import lunar
from sites.errors import BadLunarDay, BadSolarDay
from sites.festivals import Calendar
from tests.sites.factories import KEY, OFF_2027, festival


@pytest.mark.parametrize(
    ("year", "first"),
    [
        (2025, date(2025, 3, 7)),
        (2026, date(2026, 3, 26)),
        (2027, date(2027, 3, 15)),
    ],
)
def test_a_feast_by_the_moon_is_on_another_day_each_year(
    year: int, first: date
) -> None:
    held = festival().held_in(year)

    assert held is not None
    assert (held.first, held.last, held.year) == (first, first, year)


def test_the_le_chan_festival_of_2025_ran_as_the_papers_say() -> None:
    held = festival(day=7, days=3).held_in(2025)

    assert held is not None
    assert (held.first, held.last) == (date(2025, 3, 6), date(2025, 3, 8))


def test_a_feast_late_in_the_lunar_year_is_early_in_the_next_solar_one() -> None:
    held = festival(day=25, month=12).next_from(date(2027, 1, 1))

    assert held is not None
    assert (held.year, held.first) == (2026, date(2027, 2, 1))


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2027, 3, 14), date(2027, 3, 15)),
        (date(2027, 3, 15), date(2027, 3, 15)),
        (date(2027, 3, 17), date(2027, 3, 15)),
        (date(2027, 3, 18), date(2028, 3, 3)),
    ],
)
def test_the_next_feast_is_one_that_is_not_over(today: date, first: date) -> None:
    held = festival(days=3).next_from(today)

    assert held is not None
    assert held.first == first


@pytest.mark.parametrize(
    ("day", "on"), [(14, False), (15, True), (17, True), (18, False)]
)
def test_a_feast_is_held_from_its_first_to_its_last_day(day: int, *, on: bool) -> None:
    assert (festival(days=3).on(date(2027, 3, day)) is not None) == on


def test_a_feast_that_is_cancelled_is_not_held() -> None:
    off = festival(cancelled=(OFF_2027,))

    assert off.on(date(2027, 3, 15)) is None
    assert festival().on(date(2027, 3, 15)) is not None
    assert off.on(date(2026, 3, 26)) is not None


def test_up_to_the_next_lists_what_is_cancelled_before_it() -> None:
    off = festival(cancelled=(OFF_2027, replace(OFF_2027, year=2028)))

    found = off.up_to_the_next(date(2026, 12, 1))

    assert [(held.year, held.cancelled is not None) for held in found] == [
        (2027, True),
        (2028, True),
        (2029, False),
    ]


def test_a_feast_by_the_sun_keeps_its_day() -> None:
    fixed = festival(day=13, month=5, calendar=Calendar.SOLAR)

    assert [held.first for held in fixed.from_day(date(2026, 5, 14), 3)] == [
        date(2027, 5, 13),
        date(2028, 5, 13),
    ]


def test_a_day_that_a_year_lacks_is_its_months_last() -> None:
    leap = festival(day=29, month=2, calendar=Calendar.SOLAR)
    full = festival(day=30, month=12)

    assert [held.first for held in leap.from_day(date(2027, 1, 1), 2)] == [
        date(2027, 2, 28),
        date(2028, 2, 29),
    ]
    assert [full.held_in(year).first for year in (2023, 2024)] == [  # type: ignore[union-attr]
        date(2024, 2, 9),
        date(2025, 1, 28),
    ]


@given(
    st.integers(1, 30),
    st.integers(1, 12),
    st.dates(date(1990, 1, 1), date(2098, 12, 31)),
)
def test_a_feast_comes_once_a_lunar_year(day: int, month: int, today: date) -> None:
    found = list(festival(day, month).from_day(today, 3))

    assert len({held.year for held in found}) == len(found) >= 2
    assert [held.first for held in found] == sorted(held.first for held in found)
    for held in found:
        moon = lunar.of(held.first)
        assert moon is not None
        assert (moon.month, moon.leap) == (month, False)
        assert moon.day == day or (day == 30 and moon.is_last)


def test_nothing_is_known_where_the_calendar_ends() -> None:
    assert festival(day=25, month=12).held_in(2100) is None
    assert festival().next_from(date(2101, 6, 1)) is None


@pytest.mark.parametrize(("day", "month"), [(31, 2), (0, 1), (1, 13)])
def test_a_day_of_no_lunar_year_is_refused(day: int, month: int) -> None:
    with pytest.raises(BadLunarDay):
        festival(day, month)


@pytest.mark.parametrize(("day", "month"), [(31, 4), (30, 2), (0, 1), (1, 13)])
def test_a_day_of_no_solar_year_is_refused(day: int, month: int) -> None:
    with pytest.raises(BadSolarDay, match="is no day of any year"):
        festival(day, month, calendar=Calendar.SOLAR)


def test_a_festival_cites_what_tells_that_it_is_cancelled() -> None:
    assert festival(sources=("a",), cancelled=(OFF_2027,)).all_sources == ("a", KEY)


def test_a_feast_that_is_always_cancelled_has_no_next_one() -> None:
    years = tuple(replace(OFF_2027, year=year) for year in range(2026, 2032))

    found = festival(cancelled=years).up_to_the_next(date(2026, 12, 1))

    assert found
    assert all(held.cancelled for held in found)
