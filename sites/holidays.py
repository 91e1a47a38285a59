"""Public holidays of Việt Nam, by the law; and which days nobody knows ahead.

The law gives five days at Tết and two around the National Day. Which ones is decided
anew each year: the fifth day of Tết comes before or after the four that are certain,
the second day of the National Day is the one before or the one after. Those days are
holidays *perhaps*; days swapped with a weekend are not known here at all.

Source: Labour Code 45/2019/QH14, article 112; Giỗ Tổ since law 84/2007/QH11.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sites import lunar
from sites.names import Text

ONE_DAY = timedelta(days=1)
GIO_TO_SINCE, LONG_TET_SINCE, LONG_NATIONAL_DAY_SINCE = 2007, 2013, 2021
"""The years from which a day is a holiday by law."""

TET = Text(vi="Tết Nguyên đán", en="Tết")
GIO_TO = Text(vi="Giỗ Tổ Hùng Vương", en="Hùng Kings' Day")
NATIONAL_DAY = Text(vi="Quốc khánh", en="National Day")

BY_THE_SUN: dict[tuple[int, int], Text] = {
    (1, 1): Text(vi="Tết Dương lịch", en="New Year's Day"),
    (4, 30): Text(vi="Ngày Giải phóng miền Nam", en="Reunification Day"),
    (5, 1): Text(vi="Quốc tế Lao động", en="Labour Day"),
    (9, 2): NATIONAL_DAY,
}
"""Holidays by (month, day)."""

TET_DAYS = range(-1, 3)
"""Days of Tết that are certain, counted from the first: its eve to the third."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday; ``sure`` is False where it is decided year by year."""

    day: date
    name: Text
    sure: bool = True


def on(day: date) -> Holiday | None:
    """Return the holiday of a day, a certain one rather than a possible one."""
    return in_year(day.year).get(day)


@lru_cache(maxsize=256)
def in_year(year: int) -> dict[date, Holiday]:
    """Return the holidays of a solar year, by day."""
    found: dict[date, Holiday] = {}
    for holiday in sorted(_all(year), key=lambda holiday: (holiday.day, holiday.sure)):
        found[holiday.day] = holiday
    return found


def _all(year: int) -> Iterator[Holiday]:
    for (month, number), name in BY_THE_SUN.items():
        yield Holiday(date(year, month, number), name)
    if year >= LONG_NATIONAL_DAY_SINCE:
        yield Holiday(date(year, 9, 1), NATIONAL_DAY, sure=False)
        yield Holiday(date(year, 9, 3), NATIONAL_DAY, sure=False)
    if tet := lunar.in_year(year, 1, 1):
        for number in TET_DAYS:
            yield Holiday(tet + number * ONE_DAY, TET)
        if year >= LONG_TET_SINCE:
            yield Holiday(tet + (TET_DAYS.start - 1) * ONE_DAY, TET, sure=False)
            yield Holiday(tet + TET_DAYS.stop * ONE_DAY, TET, sure=False)
    ancestors = lunar.in_year(year, 3, 10)
    if ancestors and year >= GIO_TO_SINCE:
        yield Holiday(ancestors, GIO_TO)
