"""The picture of the timeline: where each event lies, in lanes, read at a glance.

The whole of it is drawn in bands of equal width, a period each: most of what is known
is of the last hundred and fifty years. Within a band, and where one period is looked at
alone, years are equally wide.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from guide.history_words import EVENT_KINDS
from sites.dates import Told
from sites.history import Event
from sites.model import Kind
from sites.names import Text

WHOLE = 100.0
"""Places across are percent of the width: text keeps its size on any screen."""

APART = 6.0
"""Two marks closer than this, in percent, would touch on the narrowest screen."""

HEAD_PX, LABEL_PX, ROW_PX, FOOT_PX = 26, 22, 22, 6
"""Heights: of the years above, a lane's name, a row of marks, the room below."""

TICKS = 5
"""So many years are written above one period, or hardly more."""

DAYS = 365.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Some years that belong together; both included. ``last`` None is today."""

    key: str
    first: int
    last: int | None
    name: Text

    def end(self, today: int) -> int:
        """Return the year in which it is over: the one after its last."""
        return (today if self.last is None else self.last) + 1

    def holds(self, event: Event, today: int) -> bool:
        """Tell whether any part of an event may lie in this period."""
        return event.last.year >= self.first and event.first.year < self.end(today)


PERIODS = (
    Period(
        key="bach-dang",
        first=40,
        last=1299,
        name=Text(vi="Buổi đầu", en="Early days"),
    ),
    Period(
        key="lang-co",
        first=1300,
        last=1873,
        name=Text(vi="Làng cổ", en="Old villages"),
    ),
    Period(
        key="thuoc-dia",
        first=1874,
        last=1929,
        name=Text(vi="Thời Pháp", en="French times"),
    ),
    Period(
        key="cach-mang",
        first=1930,
        last=1945,
        name=Text(vi="Cách mạng", en="Revolution"),
    ),
    Period(
        key="khang-chien",
        first=1946,
        last=1975,
        name=Text(vi="Kháng chiến", en="Years of war"),
    ),
    Period(
        key="ngay-nay",
        first=1976,
        last=None,
        name=Text(vi="Đến nay", en="Until today"),
    ),
)
"""They follow each other without a gap. The division is ours."""

BY_KEY = {period.key: period for period in PERIODS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An event in the picture: its number, where it lies across, and how far down.

    ``spans`` has a pair of percents for each teller: equal where it was one day.
    """

    event: Event
    number: int
    spans: tuple[tuple[float, float], ...]
    y: int

    @property
    def left(self) -> float:
        """Where it begins."""
        return min(start for start, _end in self.spans)

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(end for _start, end in self.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The events of one kind, in as many rows as they need."""

    kind: Kind
    top: int
    height: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A year that is written above the picture, and where."""

    x: float
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """All that is drawn; heights in pixels, places across in percent."""

    periods: tuple[Period, ...]
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    height: int

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every event drawn, in the order of time."""
        found = (mark for lane in self.lanes for mark in lane.marks)
        return tuple(sorted(found, key=lambda mark: mark.number))


def draw(events: Iterable[Event], today: date, period: Period | None = None) -> Picture:
    """Lay out all events, or those of one period.

    Args:
        events: in the order of time; each keeps its number in every period.
        today: where the picture ends.
        period: the only one to draw; all of them if None.
    """
    shown = (period,) if period else PERIODS
    scale = _Scale(shown, today.year)
    numbered = [
        (number, event)
        for number, event in enumerate(events, start=1)
        if any(one.holds(event, today.year) for one in shown)
    ]
    lanes, top = [], HEAD_PX
    for kind in EVENT_KINDS:
        own = [(number, event) for number, event in numbered if event.kind is kind]
        lane = _lane(kind, own, scale, top)
        lanes.append(lane)
        top += lane.height
    ticks = scale.bounds() if period is None else scale.round_years()
    return Picture(
        periods=shown, ticks=tuple(ticks), lanes=tuple(lanes), height=top + FOOT_PX
    )


def _lane(
    kind: Kind, own: Sequence[tuple[int, Event]], scale: "_Scale", top: int
) -> Lane:
    """Put each event into the first row that has room for it."""
    ends: list[float] = []
    marks = []
    for number, event in own:
        spans = tuple(map(scale.span, event.when))
        left, right = min(a for a, _ in spans), max(b for _, b in spans)
        row = next((r for r, end in enumerate(ends) if end + APART <= left), len(ends))
        ends[row : row + 1] = [right]
        y = top + LABEL_PX + row * ROW_PX + ROW_PX // 2
        marks.append(Mark(event=event, number=number, spans=spans, y=y))
    height = LABEL_PX + max(len(ends), 1) * ROW_PX
    return Lane(kind=kind, top=top, height=height, marks=tuple(marks))


@dataclass(frozen=True, slots=True)
class _Scale:
    """From days to percents: bands of equal width, years equally wide in each."""

    periods: tuple[Period, ...]
    today: int

    @property
    def band(self) -> float:
        return WHOLE / len(self.periods)

    def span(self, told: Told) -> tuple[float, float]:
        """Return where a date begins and ends; a day or a year is one point."""
        one_point = told.end is None
        if one_point:
            middle = told.first + (told.last - told.first) / 2
            return self.x(middle), self.x(middle)
        return self.x(told.first), self.x(told.last)

    def x(self, day: date) -> float:
        """Return where a day lies; the ends of the picture hold what is beyond."""
        year = day.year + (day.timetuple().tm_yday - 1) / DAYS
        place = 0.0
        for number, period in enumerate(self.periods):
            first, end = period.first, period.end(self.today)
            if year >= first:
                within = min((year - first) / (end - first), 1.0)
                place = (number + within) * self.band
        return place

    def bounds(self) -> list[Tick]:
        """Write the years in which periods begin, and that of today."""
        begins = [
            Tick(x=number * self.band, year=period.first)
            for number, period in enumerate(self.periods)
        ]
        return [*begins, Tick(x=WHOLE, year=self.today)]

    def round_years(self) -> list[Tick]:
        """Write some round years of the one period that is drawn."""
        period = self.periods[0]
        first, end = period.first, period.end(self.today)
        step = next(
            step
            for step in (2, 5, 10, 20, 50, 100, 200, 500, 1000)
            if (end - first) / step <= TICKS
        )
        years = range(-(-first // step) * step, end, step)
        return [Tick(x=self.x(date(year, 1, 1)), year=year) for year in years]
