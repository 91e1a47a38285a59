"""A lunar calendar by other means: positions of moon and sun, and the rule of months.

The positions come from ``ephem``, whose theories of the moon and the sun share nothing
with the short series inside ``lunar-vn``. The rule is applied to whole years at a time:
a month begins on the day of the new moon, the winter solstice lies in month 11, and
where 13 months lie between two solstices, the first without a principal term is a leap
month.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import degrees, floor

import ephem

Moon = tuple[int, int, int, bool]
"""Year, month, day, and whether the month is a leap month."""


@dataclass(frozen=True)
class Month:
    first: date
    year: int
    number: int
    leap: bool


def calendar(first: int, last: int, hours: int) -> dict[date, Moon]:
    """Say the lunar date of every day of some years, so many hours from Greenwich."""
    starts = _new_moons(first - 2, last + 2, hours)
    months = list(_named(starts, first - 1, last + 1, hours))
    begins = [month.first for month in months]
    day, found = date(first, 1, 1), {}
    while day.year <= last:
        month = months[bisect_right(begins, day) - 1]
        number = (day - month.first).days + 1
        found[day] = (month.year, month.number, number, month.leap)
        day += timedelta(days=1)
    return found


def _new_moons(first: int, last: int, hours: int) -> list[date]:
    """List the days on which the moon is new."""
    moment, found = ephem.Date(f"{first}/1/1"), []
    while moment.datetime().year <= last:
        moment = ephem.next_new_moon(moment)
        found.append(_day(moment, hours))
        moment = ephem.Date(moment + 1)
    return found


def _day(moment: ephem.Date, hours: int) -> date:
    found: datetime = moment.datetime() + timedelta(hours=hours)
    return found.date()


def _term(day: date, hours: int) -> int:
    """Return the principal term in force at the midnight that begins a day: 0 to 11.

    9 begins with the winter solstice.
    """
    midnight = datetime(day.year, day.month, day.day) - timedelta(hours=hours)  # noqa: DTZ001 - ephem's own UTC
    sun = ephem.Sun(ephem.Date(midnight))
    return floor(degrees(ephem.Ecliptic(sun, epoch=midnight).lon) / 30) % 12


def _named(starts: list[date], first: int, last: int, hours: int) -> list[Month]:
    found: list[Month] = []
    for year in range(first, last + 1):
        begin, end = (_month_11(starts, each, hours) for each in (year - 1, year))
        some = starts[begin:end]
        leap = None
        if len(some) == 13:
            leap = next(
                place
                for place, start in enumerate(some)
                if _term(start, hours) == _term(starts[begin + place + 1], hours)
            )
        for place, start in enumerate(some):
            passed = leap is not None and place >= leap
            number = 11 + place - passed
            before = number <= 12
            found.append(
                Month(
                    start,
                    year - 1 if before else year,
                    number if before else number - 12,
                    place == leap,
                )
            )
    return found


def _month_11(starts: list[date], year: int, hours: int) -> int:
    """Return the place of the month in which the winter solstice of a year lies."""
    solstice = _day(ephem.next_winter_solstice(ephem.Date(f"{year}/12/1")), hours)
    return bisect_right(starts, solstice) - 1
