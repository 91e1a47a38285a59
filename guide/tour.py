"""The answer: frozen records that everything else reads."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from guide.around import NOWHERE, Around
from guide.request import TourRequest
from guide.streets.way import Piece, Stretch
from guide.trail import Trail
from sites.festivals import Held
from sites.model import Site
from sites.names import Language, Text
from sites.position import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a walk starts or ends: a position, and the site there if any."""

    position: Position
    site: Site | None = None

    @property
    def name(self) -> Text:
        """The site's name, or the numbers of the position."""
        if self.site:
            return self.site.name
        numbers = f"{self.position.lat:.5f}, {self.position.lon:.5f}"
        return Text(vi=numbers, en=numbers)

    def name_in(self, language: Language) -> str:
        """Return the name in one language."""
        return self.name.in_(language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One visit: get there, perhaps wait for the doors, look round, leave."""

    site: Site
    arrive: datetime
    enter: datetime
    leave: datetime

    @property
    def wait(self) -> timedelta:
        """How long the visitor stands outside."""
        return self.enter - self.arrive

    @property
    def is_sure(self) -> bool:
        """Whether it is known that the doors are open all the time."""
        return self.site.hours.surely_open(self.enter, self.leave)

    @property
    def is_stale(self) -> bool:
        """Whether the hours were checked so long before that they may have changed."""
        return self.site.hours.is_stale(self.enter.date())

    @property
    def feast(self) -> Held | None:
        """The festival that is held there on that day, if one is."""
        return self.site.festival_on(self.enter.date())

    @property
    def name(self) -> Text:
        """What the site is called."""
        return self.site.name

    @property
    def position(self) -> Position:
        """Where the walk leads: a stop always has a position."""
        if self.site.way_in is None:
            raise ValueError(f"{self.site.slug} is a stop without a position")
        return self.site.way_in.position


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A break on the way: get there, perhaps wait until it is time, sit, go on.

    ``wished`` is False where the style of the walk brought it, not the visitor.
    """

    place: Place
    arrive: datetime
    enter: datetime
    leave: datetime
    wished: bool = True

    @property
    def wait(self) -> timedelta:
        """How long it takes until the break begins."""
        return self.enter - self.arrive

    @property
    def name(self) -> Text:
        """Where one rests."""
        return self.place.name

    @property
    def position(self) -> Position:
        """Where one rests, on the map."""
        return self.place.position


Halt = Stop | Rest
"""Wherever a walk pauses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """A walk from one stop to the next, along the streets.

    ``line`` runs from the one place to the other; a leg between equal places has one
    point. ``stretches`` says along which streets, in order, and ``pieces`` from which
    junction to which; ``doubts_m`` is how far off the two ends may be.
    """

    line: tuple[Position, ...]
    stretches: tuple[Stretch, ...]
    metres: float
    depart: datetime
    arrive: datetime
    doubts_m: tuple[float, float] = (0.0, 0.0)
    pieces: tuple[Piece, ...] = ()

    @property
    def doubt_m(self) -> float:
        """How far off the less certain of the two ends may be."""
        return max(self.doubts_m)

    @property
    def duration(self) -> timedelta:
        """How long the walk takes."""
        return self.arrive - self.depart


class Reason(StrEnum):
    """Why a site is not a stop of the tour."""

    STARTS_HERE = "starts-here"
    UNWANTED = "unwanted"
    NO_POSITION = "no-position"
    NO_STREET = "no-street"
    NO_WAY = "no-way"
    CLOSED = "closed"
    UNSURE = "unsure-hours"
    FESTIVAL = "festival"
    TOO_FAR = "too-far"
    TOO_LONG = "too-long"
    BETTER_ELSEWHERE = "better-elsewhere"
    OFF_TRAIL = "off-trail"


class Remedy(StrEnum):
    """What a visitor may change to bring a site in."""

    MINUTES = "minutes"
    DEPART = "depart"
    STOPS = "stops"
    WALK = "walk"
    DROP = "drop"
    MUST = "must"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of the request after which the planner visits a site: it was tried.

    ``amount`` is how many more minutes, stops or metres of walking are allowed, or how
    many minutes later one leaves (negative: earlier). ``drops`` are the stops that the
    walk then does without; ``walk_m`` is how many more metres on foot are allowed
    besides. A change that also makes the site a must says so by its ``request``.
    """

    remedy: Remedy
    request: TourRequest
    amount: int = 0
    drops: tuple[Site, ...] = ()
    walk_m: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A site that the tour does not visit, and why.

    ``minutes`` is what a walk to this site alone would take, for TOO_FAR, of which
    ``visit_minutes`` are the visit; ``metres`` how far the nearest street is, for
    NO_STREET, or how long that walk is, for TOO_LONG; ``opens`` when it opens next
    within a day, for CLOSED; ``even_open`` that others would be visited all the same if
    it were open now, where that was looked for; ``note`` says more in words, for
    NO_POSITION, and for CLOSED during a repair. ``change`` is the cheapest one known
    that would bring it in; None where none was found, or looked for.
    """

    site: Site
    reason: Reason
    minutes: int | None = None
    visit_minutes: int | None = None
    metres: float | None = None
    opens: datetime | None = None
    even_open: bool = False
    note: Text | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One walk from the start to the end: a tour has one a day, or one a group.

    ``legs`` has one more than ``halts``: the last leads to the end.
    """

    depart: datetime
    halts: tuple[Halt, ...]
    legs: tuple[Leg, ...]

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The visits, breaks left out."""
        return tuple(halt for halt in self.halts if isinstance(halt, Stop))

    @property
    def rests(self) -> tuple[Rest, ...]:
        """The breaks."""
        return tuple(halt for halt in self.halts if isinstance(halt, Rest))

    @property
    def arrive(self) -> datetime:
        """When one is at the end."""
        return self.legs[-1].arrive if self.legs else self.depart

    @property
    def path(self) -> Sequence[Position]:
        """The whole line walked, each point where two legs meet once."""
        line: list[Position] = []
        for leg in self.legs:
            line += leg.line[1:] if line and line[-1] == leg.line[0] else leg.line
        return line

    @property
    def walk_m(self) -> float:
        """How far one walks in all."""
        return sum(leg.metres for leg in self.legs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tour:
    """The answer: which stops, in which order, when, and along which streets.

    ``score`` is what the stops are worth; ``gap`` is how much of a bound on all scores
    is perhaps missed: 0 where it is proven that no other choice is worth more.
    ``around`` is what the directions look things up in; it is no part of the answer.
    """

    request: TourRequest
    start: Place
    end: Place
    parts: tuple[Part, ...]
    left_out: tuple[LeftOut, ...]
    score: int = 0
    gap: float = 0.0
    edition: int
    attribution: str
    around: Around = field(default=NOWHERE, compare=False, repr=False)
    trail: Trail | None = None

    @property
    def optimal(self) -> bool:
        """Whether it is proven that no other choice is worth more."""
        return self.gap == 0

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Every visit, part after part."""
        return tuple(stop for part in self.parts for stop in part.stops)

    @property
    def rests(self) -> tuple[Rest, ...]:
        """Every break, part after part."""
        return tuple(rest for part in self.parts for rest in part.rests)

    @property
    def legs(self) -> tuple[Leg, ...]:
        """Every leg, part after part."""
        return tuple(leg for part in self.parts for leg in part.legs)

    @property
    def walk_m(self) -> float:
        """How far one walks in all."""
        return sum(part.walk_m for part in self.parts)

    @property
    def walk_time(self) -> timedelta:
        """How long one walks in all."""
        return sum((leg.duration for leg in self.legs), timedelta())

    @property
    def stay_time(self) -> timedelta:
        """How long one looks round and rests in all."""
        halts = (halt for part in self.parts for halt in part.halts)
        return sum((halt.leave - halt.enter for halt in halts), timedelta())

    @property
    def arrive(self) -> datetime:
        """When the last part is at the end."""
        return self.parts[-1].arrive

    @property
    def path(self) -> Sequence[Position]:
        """Every point walked over, part after part."""
        return [point for part in self.parts for point in part.path]
