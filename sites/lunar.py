"""The Vietnamese lunar calendar: the moon as it stands seven hours ahead of Greenwich.

The Chinese calendar looks at the same moon an hour later, and so has another date on
some days of every few years: in 2007 and 2030 Tết came a day before China's new year.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import lunar_vn

from sites.errors import BadLunarDay

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
"""The days whose lunar date is known to the library.

Before 1968 it is what the rule of today gives: the calendars printed then followed the
meridian of Beijing in some years.
"""

FULL_MONTH = 30
"""A lunar month has 29 or 30 days."""


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar; ``leap`` is the second month of that number.

    A year has the number of the year in which it begins: 25/12/2026 is in early 2027.
    """

    year: int
    month: int
    day: int
    leap: bool = False

    @property
    def solar(self) -> date:
        """The same day of the solar calendar.

        Raises:
            BadLunarDay: the year has no such day or month, or is not from 1900 to 2100.
        """
        try:
            found = lunar_vn.lunar_to_solar(
                lunar_vn.LunarDate(self.day, self.month, self.year, self.leap)
            )
        except ValueError:
            raise BadLunarDay(self.written) from None
        # The library counts on: the 30th of a short month is the 1st of the next one,
        # and a leap month of a year without one is an ordinary month.
        if of(found) != self:
            raise BadLunarDay(self.written)
        return found

    @property
    def is_last(self) -> bool:
        """Whether the month ends with this day."""
        following = of(self.solar + timedelta(days=1))
        return self.day == FULL_MONTH or (following is not None and following.day == 1)

    @property
    def written(self) -> str:
        """Day and month as people write them: ``8/2``, ``15/6 nhuận``."""
        return f"{self.day}/{self.month}{' nhuận' if self.leap else ''}"


@lru_cache(maxsize=4096)
def of(day: date) -> LunarDay | None:
    """Return the lunar date of a day; None outside ``FIRST`` to ``LAST``."""
    if not FIRST <= day <= LAST:
        return None
    found = lunar_vn.solar_to_lunar(day)
    return LunarDay(found.year, found.month, found.day, found.leap)


def in_year(year: int, month: int, day: int) -> date | None:
    """Return the solar date of a day that comes back every lunar year.

    The 30th of a month that has 29 days that year is its last day. A leap month brings
    the day no second time.

    Raises:
        BadLunarDay: no year has such a day.

    Returns:
        None where the day lies outside ``FIRST`` to ``LAST``.
    """
    check(day, month)
    for wanted in (day, min(day, FULL_MONTH - 1)):
        try:
            return LunarDay(year, month, wanted).solar
        except BadLunarDay:
            continue
    return None


def check(day: int, month: int) -> None:
    """See that a day may come back every year.

    Raises:
        BadLunarDay: no lunar month has such a day, or there is no such month.
    """
    if not (1 <= day <= FULL_MONTH and 1 <= month <= 12):
        raise BadLunarDay(f"{day}/{month}")


def year_name(year: int) -> str:
    """Name a lunar year by the cycle of sixty: 2024 is ``Giáp Thìn``."""
    return lunar_vn.can_chi.get_year_can_chi(year)
