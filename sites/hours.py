"""When a site is open, and how we know; not knowing is a value of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from sites import lunar, rule
from sites.errors import BadLunarDay, BadMoonDays
from sites.lunar import FULL_MONTH
from sites.names import Text
from sites.rule import Doors, Span

ONE_DAY = timedelta(days=1)
MIDNIGHT = time()

ALWAYS = "24/7"
"""The rule of what stands on the open street."""

HALF_LIFE = timedelta(days=183)
"""So long after they were checked, hours are said to be perhaps out of date."""

LOOK_AHEAD = (timedelta(days=8), timedelta(days=400))
"""How far ahead the next opening is looked for: a week, else past the next Tết."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A time from which to which one may be inside; both aware.

    Where ``sure`` is False, nobody knows whether the doors are open.
    """

    start: datetime
    end: datetime
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MoonDays:
    """Days of the moon whose own hours hold, from midnight to midnight.

    No ``months`` means every month; months that are named mean the ordinary one, not a
    leap month of the same number. The 30th is the last day of a month of 29. Without
    ``opens`` the site is closed; ``closes`` at 00:00 is the midnight that ends the day.

    Raises:
        BadMoonDays: there are no such days or months, or the times do not fit.
    """

    days: tuple[int, ...]
    months: tuple[int, ...] = ()
    opens: time | None = None
    closes: time | None = None
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.days:
            raise BadMoonDays("no day is named")
        try:
            for day in self.days:
                for month in self.months or (1,):
                    lunar.check(day, month)
        except BadLunarDay as problem:
            raise BadMoonDays(f"{problem.values['given']} cannot be") from None
        if (self.opens is None) != (self.closes is None):
            raise BadMoonDays("one of the two times is missing")
        if self.opens and self.closes and MIDNIGHT < self.closes <= self.opens:
            raise BadMoonDays("they close before they open")

    def holds_on(self, day: date) -> bool:
        """Say whether these hours hold on a day of the solar calendar."""
        moon = lunar.of(day)
        if moon is None or (
            self.months and (moon.leap or moon.month not in self.months)
        ):
            return False
        last = FULL_MONTH in self.days and moon.is_last
        return moon.day in self.days or last


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A time in which a site is closed, both days included; an open end is None."""

    since: date
    until: date | None
    reason: Text
    sources: tuple[str, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Say whether the site is closed on ``day``."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """How the doors stand at a moment.

    ``until`` is when that ends, ``opens`` when the next opening begins that is sure;
    each None where it does not, or not in the time that was looked at.
    """

    doors: Doors
    until: datetime | None = None
    opens: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """An opening rule in the grammar of OpenStreetMap, or nothing known.

    Repairs go before days of the moon, and these before the rule.

    Raises:
        BadHours: the rule cannot be read.
    """

    rule: str | None
    sources: tuple[str, ...] = ()
    checked: date | None = None
    moon: tuple[MoonDays, ...] = ()
    repairs: tuple[Repair, ...] = ()

    def __post_init__(self) -> None:
        if self.rule is not None:
            rule.check(self.rule)

    @property
    def known(self) -> bool:
        """Say whether anything is known of ordinary days."""
        return self.rule is not None

    @property
    def vary(self) -> bool:
        """Say whether it matters at what time one comes."""
        always = self.rule is None or self.rule == ALWAYS
        return not always or bool(self.moon or self.repairs)

    @property
    def all_sources(self) -> tuple[str, ...]:
        """What the hours rest on, exceptions included."""
        moon = (key for days in self.moon for key in days.sources)
        repairs = (key for repair in self.repairs for key in repair.sources)
        return (*self.sources, *moon, *repairs)

    def openings(self, start: datetime, end: datetime) -> tuple[Opening, ...]:
        """List when the site is open, or may be, between two moments.

        Args:
            start: aware, in the city's zone: the rule speaks of that clock.
            end: aware.

        Returns:
            Openings cut to the asked span, in order; empty when closed all the time.
        """
        zone = start.tzinfo
        return tuple(
            Opening(
                span.start.replace(tzinfo=zone),
                span.end.replace(tzinfo=zone),
                sure=span.doors is Doors.OPEN,
            )
            for span in self._spans(start, end)
            if span.doors is not Doors.SHUT
        )

    def surely_open(self, start: datetime, end: datetime) -> bool:
        """Say whether it is known that one may be inside all the time."""
        return [(o.start, o.end) for o in self.openings(start, end) if o.sure] == [
            (start, end)
        ]

    def now(self, moment: datetime) -> Now:
        """Say how the doors stand at a moment, and what comes next; aware."""
        for ahead in LOOK_AHEAD:
            found = self._spans(moment, moment + ahead)
            opens = next((s.start for s in found[1:] if s.doors is Doors.OPEN), None)
            if opens:
                break
        zone = moment.tzinfo
        return Now(
            doors=found[0].doors,
            until=found[0].end.replace(tzinfo=zone) if len(found) > 1 else None,
            opens=opens.replace(tzinfo=zone) if opens else None,
        )

    def days_from(
        self, moment: datetime, count: int = 7
    ) -> list[tuple[date, tuple[Opening, ...]]]:
        """List the openings of some days, each whole, from that of ``moment`` on."""
        today = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        starts = [today + number * ONE_DAY for number in range(count)]
        return [(day.date(), self.openings(day, day + ONE_DAY)) for day in starts]

    def repair_on(self, day: date) -> Repair | None:
        """Return the repair for which the site is closed on ``day``."""
        return next((repair for repair in self.repairs if repair.holds_on(day)), None)

    def moon_on(self, day: date) -> MoonDays | None:
        """Return the hours of the moon that hold on ``day``; the first that do."""
        return next((moon for moon in self.moon if moon.holds_on(day)), None)

    def is_stale(self, day: date) -> bool:
        """Say whether it is so long since they were checked that they may be wrong."""
        return self.checked is not None and day > self.checked + HALF_LIFE

    def _spans(self, start: datetime, end: datetime) -> list[Span]:
        """Say how the doors stand, without a zone, without gaps."""
        begin = start.replace(tzinfo=None)
        finish = end.astimezone(start.tzinfo).replace(tzinfo=None)
        if not self.moon and not self.repairs:
            return self._ordinary(begin, finish)
        return rule.joined(
            span
            for exception, days in groupby(rule.days(begin, finish), self._exception)
            for span in self._under(exception, *rule.within(list(days), begin, finish))
        )

    def _exception(self, day: date) -> Repair | tuple[date, MoonDays] | None:
        if repair := self.repair_on(day):
            return repair
        moon = self.moon_on(day)
        return (day, moon) if moon else None

    def _under(
        self,
        exception: Repair | tuple[date, MoonDays] | None,
        start: datetime,
        end: datetime,
    ) -> Iterable[Span]:
        if exception is None:
            return self._ordinary(start, end)
        if isinstance(exception, Repair):
            return [Span(start, end, Doors.SHUT)]
        return _cut(_of_the_moon(*exception), start, end)

    def _ordinary(self, start: datetime, end: datetime) -> list[Span]:
        if self.rule is None:
            return [Span(start, end, Doors.UNKNOWN)] if start < end else []
        return rule.spans(self.rule, start, end)


def _of_the_moon(day: date, moon: MoonDays) -> Iterator[Span]:
    """Say how the doors stand on one day of the moon."""
    begin = datetime.combine(day, MIDNIGHT)
    end = begin + ONE_DAY
    if moon.opens is None or moon.closes is None:
        yield Span(begin, end, Doors.SHUT)
        return
    opens = datetime.combine(day, moon.opens)
    closes = end if moon.closes == MIDNIGHT else datetime.combine(day, moon.closes)
    yield Span(begin, opens, Doors.SHUT)
    yield Span(opens, closes, Doors.OPEN)
    yield Span(closes, end, Doors.SHUT)


def _cut(found: Iterable[Span], start: datetime, end: datetime) -> Iterator[Span]:
    for span in found:
        if span.end > start and span.start < end:
            yield Span(max(span.start, start), min(span.end, end), span.doors)


UNKNOWN = Hours(rule=None)
