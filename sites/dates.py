"""Dates as sources tell them: a day, a month or a year, a span, or about then.

They are written like 1955-05-13, 1930-04, 1904, 1945-09-17/1945-09-24, 1930~.

Source:
    The Extended Date/Time Format, https://www.loc.gov/standards/datetime/, of which
    these are a part.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from sites.errors import BadDate, BadLunarDay
from sites.lunar import FIRST, FULL_MONTH, LAST, LunarDay
from sites.names import Text

POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
ABOUT = "~"
BETWEEN = "/"

LATE_MONTH = timedelta(days=80)
"""A lunar month has begun and ended so long after its solar namesake began."""


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month of it, or a day of that: as much as is told."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def written(self) -> str:
        """The point as the content files write it."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def span(self) -> tuple[date, date]:
        """Return the first and the last day that are meant.

        Raises:
            ValueError: there is no such year, month or day.
        """
        if self.month is None:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        if self.day is None:
            # monthrange() knows no year 0; date() says so.
            first = date(self.year, self.month, 1)
            return first, first.replace(day=monthrange(self.year, self.month)[1])
        day = date(self.year, self.month, self.day)
        return day, day

    def lunar_span(self) -> tuple[date, date]:
        """Return the solar days between which a point of the lunar calendar lies.

        Exact for the years that the calendar is known of, otherwise wide enough.

        Raises:
            ValueError, BadLunarDay: there is no such year, month or day.
        """
        if self.month is None:
            return self.span()
        known = FIRST.year <= self.year < LAST.year
        if known:
            first = LunarDay(self.year, self.month, self.day or 1).solar
            length = 0 if self.day else FULL_MONTH - 1
            return first, first + timedelta(days=length)
        if not 1 <= (self.day or 1) <= FULL_MONTH:
            raise ValueError(self.written)
        start = date(self.year, self.month, 1)
        return start, start + LATE_MONTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """When something was, as somebody tells it.

    ``end`` is None where one point says it all; ``about`` means that the teller is not
    sure to the last figure; ``lunar``, that month and day are those of the moon.
    ``words`` are the teller's own where figures say more than was told: "in the early
    1920s".

    Raises:
        BadDate: there is no such day or month, or the end is before the start.
    """

    start: Point
    end: Point | None = None
    about: bool = False
    lunar: bool = False
    words: Text | None = None
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        try:
            backwards = self.first > self.last
        except (ValueError, OverflowError, BadLunarDay):
            raise BadDate(self.written, "there is no such day or month") from None
        if backwards:
            raise BadDate(self.written, "it ends before it begins")

    @property
    def first(self) -> date:
        """The earliest day that may be meant."""
        return self._of(self.start)[0]

    @property
    def last(self) -> date:
        """The latest day that may be meant."""
        return self._of(self.end or self.start)[1]

    @property
    def written(self) -> str:
        """The date as the content files write it, the calendar aside."""
        end = f"{BETWEEN}{self.end.written}" if self.end else ""
        return f"{self.start.written}{end}{ABOUT if self.about else ''}"

    def _of(self, point: Point) -> tuple[date, date]:
        return point.lunar_span() if self.lunar else point.span()


def read(
    written: str,
    *,
    lunar: bool = False,
    words: Text | None = None,
    sources: tuple[str, ...] = (),
) -> Told:
    """Read a date as the content files write it; the rest is as in ``Told``.

    Raises:
        BadDate: it is none, or cannot be.
    """
    about = written.endswith(ABOUT)
    start, between, end = written.removesuffix(ABOUT).partition(BETWEEN)
    return Told(
        start=_point(start, written),
        end=_point(end, written) if between else None,
        about=about,
        lunar=lunar,
        words=words,
        sources=sources,
    )


def _point(given: str, written: str) -> Point:
    found = POINT.fullmatch(given)
    if not found or not given.isascii():
        raise BadDate(written, "it is not written like one")
    year, month, day = (int(part) if part else None for part in found.groups())
    return Point(year or 0, month, day)
