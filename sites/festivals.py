"""Festivals: feast days that come back every year, by the moon or by the sun."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sites import lunar
from sites.errors import BadSolarDay
from sites.names import Text

ONE_DAY = timedelta(days=1)

LEAP_YEAR = 2000
"""A year that has every day and month that any year has."""


class Calendar(StrEnum):
    """What a feast day is counted by."""

    LUNAR = "lunar"
    SOLAR = "solar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """A year in which a festival is not held, and why; the year of its calendar."""

    year: int
    reason: Text
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Festival:
    """A feast of a site: its first day, by one of two calendars, and how many follow.

    A day that a year lacks (the 30th of a short lunar month, 29 February) is held on
    the last day of that month. A leap month brings a feast no second time.

    Raises:
        BadLunarDay, BadSolarDay: no year has such a day.
    """

    key: str
    name: Text
    calendar: Calendar
    month: int
    day: int
    days: int = 1
    note: Text | None = None
    sources: tuple[str, ...] = ()
    cancelled: tuple[Cancelled, ...] = ()

    def __post_init__(self) -> None:
        if self.calendar is Calendar.LUNAR:
            lunar.check(self.day, self.month)
        else:
            _check(self.day, self.month)

    @property
    def all_sources(self) -> tuple[str, ...]:
        """What the festival rests on, and what tells that it is cancelled."""
        return (
            *self.sources,
            *(key for year in self.cancelled for key in year.sources),
        )

    def held_in(self, year: int) -> "Held | None":
        """Return the feast of a year of its calendar; None where it is not known."""
        first = (
            lunar.in_year(year, self.month, self.day)
            if self.calendar is Calendar.LUNAR
            else _in_year(year, self.month, self.day)
        )
        if first is None:
            return None
        off = next((off for off in self.cancelled if off.year == year), None)
        return Held(self, year, first, first + (self.days - 1) * ONE_DAY, off)

    def from_day(self, day: date, years: int = 2) -> Iterator["Held"]:
        """List the feasts that are not over on ``day``, for some years, in order."""
        for year in range(day.year - 1, day.year + years):
            held = self.held_in(year)
            if held and day <= held.last:
                yield held

    def next_from(self, day: date) -> "Held | None":
        """Return the first feast that is not over on ``day``, cancelled or not."""
        return next(self.from_day(day), None)

    def up_to_the_next(self, day: date) -> list["Held"]:
        """List the feasts not over on ``day``, up to one that is not cancelled."""
        found = []
        for held in self.from_day(day, 4):
            found.append(held)
            if not held.cancelled:
                break
        return found

    def on(self, day: date) -> "Held | None":
        """Return the feast that is held on ``day``; None where it is cancelled."""
        held = self.next_from(day)
        return held if held and held.first <= day and not held.cancelled else None


@dataclass(frozen=True, slots=True)
class Held:
    """A festival in one year, from its first to its last day."""

    festival: Festival
    year: int
    first: date
    last: date
    cancelled: Cancelled | None = None


def _check(day: int, month: int) -> None:
    try:
        date(LEAP_YEAR, month, day)
    except ValueError:
        raise BadSolarDay(f"{day}/{month}") from None


def _in_year(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:  # 29 February
        return date(year, month, day - 1)
