from datetime import date, timedelta

import pytest

from sites import holidays, lunar

ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    "day",
    [
        date(2025, 1, 1),
        date(2025, 1, 29),  # Tết
        date(2026, 2, 17),  # Tết
        date(2024, 2, 10),  # Tết
        date(2025, 4, 7),  # Giỗ Tổ
        date(2026, 4, 26),  # Giỗ Tổ
        date(2026, 4, 30),
        date(2026, 5, 1),
        date(2026, 9, 2),
    ],
    ids=str,
)
def test_a_holiday_by_law_is_one_for_sure(day: date) -> None:
    found = holidays.on(day)

    assert found is not None
    assert found.sure


def test_tet_is_its_eve_and_three_days_for_sure_and_a_fifth_day_perhaps() -> None:
    tet = date(2026, 2, 17)
    near = [holidays.on(tet + number * ONE_DAY) for number in range(-3, 5)]

    assert [found and found.sure for found in near] == [
        None, False, True, True, True, True, False, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "sure"),
    [
        (date(2026, 8, 31), None),
        (date(2026, 9, 1), False),
        (date(2026, 9, 2), True),
        (date(2026, 9, 3), False),
        (date(2026, 9, 4), None),
        (date(2020, 9, 1), None),
        (date(2021, 9, 1), False),
    ],
    ids=str,
)
def test_the_second_day_of_the_national_day_is_decided_each_year(
    day: date, *, sure: bool | None
) -> None:
    found = holidays.on(day)

    assert (found and found.sure) == sure


@pytest.mark.parametrize(("year", "held"), [(2006, False), (2007, True), (2026, True)])
def test_gio_to_is_a_holiday_since_2007(year: int, *, held: bool) -> None:
    names = {found.name.en for found in holidays.in_year(year).values()}

    assert ("Hùng Kings' Day" in names) == held


@pytest.mark.parametrize("day", [date(2026, 2, 13), date(2026, 11, 28)], ids=str)
def test_other_days_are_none(day: date) -> None:
    assert holidays.on(day) is None


@pytest.mark.parametrize("year", range(2013, 2100))
def test_a_year_has_nine_days_for_sure_fewer_where_two_meet(year: int) -> None:
    sure = {found.day for found in holidays.in_year(year).values() if found.sure}
    ancestors = lunar.in_year(year, 3, 10)

    assert len(sure) == 9 - (ancestors in {date(year, 4, 30), date(year, 5, 1)})
    assert ancestors in sure


def test_where_the_lunar_calendar_ends_the_sun_still_gives_holidays() -> None:
    names = {found.name.en for found in holidays.in_year(2101).values()}

    assert names == {
        "New Year's Day", "Reunification Day", "Labour Day", "National Day"
    }  # fmt: skip
