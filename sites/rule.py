"""Opening rules in the grammar of OpenStreetMap, with the public holidays of Việt Nam.

The evaluator behind this module knows no holiday of Việt Nam that follows the moon,
and takes no list of ours. So on a holiday it is asked about a rule in which ``PH``
stands as that day of the week, and about the rule as written on all other days.
Everything here is in the clock of the place, without a zone.

Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import groupby, pairwise

# Its type stubs forget ParserError.
from opening_hours import OpeningHours, ParserError, State  # type: ignore[attr-defined]

from sites import holidays
from sites.errors import BadHours

ONE_DAY = timedelta(days=1)
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")

HOLIDAY = re.compile(r'"[^"]*"|\b[PS]H\b')
"""A holiday in a rule, or a remark, which may hold any letters."""


class Doors(StrEnum):
    """Whether one may go in; not knowing is a state of its own."""

    OPEN = "open"
    SHUT = "shut"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """A time in which the doors stay as they are."""

    start: datetime
    end: datetime
    doors: Doors


Days = frozenset[date]


def check(rule: str) -> None:
    """See that a rule can be read, and means something here.

    Raises:
        BadHours: it is no rule, or speaks of holidays that we cannot find.
    """
    try:
        known = {word for word in HOLIDAY.findall(_canonical(rule)) if word[0] != '"'}
        _variant(rule, frozenset({date.min}))
    except ParserError as problem:
        reason = str(problem).strip().splitlines()[-1].strip(" =")
        if reason.startswith("expected") and "PH" in rule:
            reason = "days before or after a holiday are not understood"
        raise BadHours(rule, reason) from None
    if "SH" in known:
        raise BadHours(rule, "SH: school holidays are not known here; write dates")


def spans(rule: str, start: datetime, end: datetime) -> list[Span]:
    """Say how the doors stand from one moment to another, without gaps.

    On days that may become a holiday or not, what depends on it is unknown.
    """
    if not _names_holidays(rule):
        return joined(_run(_canonical(rule), start, end))
    return joined(
        span
        for (sure, perhaps), near in groupby(days(start, end), _holidays_near)
        for begin, finish in [within(list(near), start, end)]
        for span in _both(rule, (sure, perhaps), begin, finish)
    )


def joined(found: Iterable[Span]) -> list[Span]:
    """Join spans that follow each other and say the same."""
    whole: list[Span] = []
    for span in found:
        if whole and whole[-1].end == span.start and whole[-1].doors == span.doors:
            whole[-1] = Span(whole[-1].start, span.end, span.doors)
        elif span.start < span.end:
            whole.append(span)
    return whole


def _both(
    rule: str, near: tuple[Days, Days], start: datetime, end: datetime
) -> list[Span]:
    """Ask with and without what is a holiday perhaps; unknown is where they differ."""
    sure, perhaps = near
    least = list(_run(_variant(rule, sure), start, end))
    if not perhaps:
        return least
    most = list(_run(_variant(rule, sure | perhaps), start, end))
    edges = sorted({edge for s in (*least, *most) for edge in (s.start, s.end)})
    return [
        Span(begin, finish, one if one == other else Doors.UNKNOWN)
        for begin, finish in pairwise(edges)
        for one, other in [(_at(least, begin), _at(most, begin))]
    ]


def _at(found: list[Span], moment: datetime) -> Doors:
    return next(span.doors for span in found if span.start <= moment < span.end)


def days(start: datetime, end: datetime) -> Iterator[date]:
    """List the days that a time touches."""
    day = start.date()
    while datetime.combine(day, time.min) < end:
        yield day
        day += ONE_DAY


def _holidays_near(day: date) -> tuple[Days, Days]:
    """Return those of a day and the day before that are holidays, or perhaps are.

    The day before counts because a night belongs to the day on which it begins.
    """
    near = [holidays.on(each) for each in (day - ONE_DAY, day)]
    return (
        frozenset(found.day for found in near if found and found.sure),
        frozenset(found.day for found in near if found and not found.sure),
    )


def within(
    some: list[date], start: datetime, end: datetime
) -> tuple[datetime, datetime]:
    """Return from when to when some days in a row reach within a time."""
    return (
        max(start, datetime.combine(some[0], time.min)),
        min(end, datetime.combine(some[-1], time.min) + ONE_DAY),
    )


def _run(rule: str, start: datetime, end: datetime) -> Iterator[Span]:
    for opens, closes, state, _remarks in _parsed(rule).intervals(start, end):
        yield Span(opens, min(closes or end, end), _DOORS[state])


_DOORS = {
    State.OPEN: Doors.OPEN,
    State.CLOSED: Doors.SHUT,
    State.UNKNOWN: Doors.UNKNOWN,
}


@lru_cache(maxsize=1024)
def _parsed(rule: str) -> OpeningHours:
    return OpeningHours(rule)


@lru_cache(maxsize=1024)
def _canonical(rule: str) -> str:
    """Write a rule so that holidays stand in the list of its weekdays."""
    return str(OpeningHours(rule))


def _names_holidays(rule: str) -> bool:
    return "PH" in HOLIDAY.findall(_canonical(rule))


def _variant(rule: str, near: Days) -> str:
    """Write some holidays into a rule as the days of the week that they are."""
    if not near:
        return _canonical(rule)
    names = ",".join(WEEKDAYS[day.weekday()] for day in sorted(near))
    found = HOLIDAY.sub(lambda m: names if m[0] == "PH" else m[0], _canonical(rule))
    _parsed(found)
    return found
