"""The question and the answer: frozen records that everything else reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from guide.pace import PACES, Pace
from guide.streets.ways import Stretch
from sites.model import Kind, Site
from sites.names import Language, Text
from sites.position import Position

Where = str | Position
"""A place as it is asked for: the address of a site, or a position."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TourRequest:
    """What a visitor asks for.

    ``depart`` is aware, in the city's zone; ``end`` None leads back to the start;
    no ``likes`` means that everything is welcome.
    """

    start: Where
    depart: datetime
    minutes: int
    end: Where | None = None
    likes: frozenset[Kind] = frozenset()
    pace: Pace = PACES["normal"]
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    @property
    def back_by(self) -> datetime:
        """When the walk must be over; to be back on that very second is fine."""
        return self.depart + timedelta(minutes=self.minutes)


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
    def position(self) -> Position:
        """Where the walk leads: a stop always has a position."""
        if self.site.location is None:
            raise ValueError(f"{self.site.slug} is a stop without a position")
        return self.site.location.position


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """A walk from one stop to the next, along the streets.

    ``line`` runs from the one place to the other; a leg between equal places has one
    point. ``stretches`` says along which streets, in order; ``doubt_m`` is how far off
    the less certain of the two ends may be.
    """

    line: tuple[Position, ...]
    stretches: tuple[Stretch, ...]
    metres: float
    depart: datetime
    arrive: datetime
    doubt_m: float = 0.0

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
    TOO_FAR = "too-far"
    BETTER_ELSEWHERE = "better-elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A site that the tour does not visit, and why.

    ``minutes`` is what a walk to this site alone would take, for TOO_FAR; ``metres``
    how far the nearest street is, for NO_STREET; ``opens`` when it opens next within a
    day, for CLOSED; ``note`` says more in words, for NO_POSITION.
    """

    site: Site
    reason: Reason
    minutes: int | None = None
    metres: float | None = None
    opens: datetime | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tour:
    """The answer: which stops, in which order, when, and along which streets.

    ``legs`` has one more than ``stops``: the last leads to the end. ``optimal`` says
    whether it is proven that no other choice is worth more.
    """

    request: TourRequest
    start: Place
    end: Place
    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]
    left_out: tuple[LeftOut, ...]
    optimal: bool
    edition: int
    attribution: str

    @property
    def walk_m(self) -> float:
        """How far one walks in all."""
        return sum(leg.metres for leg in self.legs)

    @property
    def walk_time(self) -> timedelta:
        """How long one walks in all."""
        return sum((leg.duration for leg in self.legs), timedelta())

    @property
    def arrive(self) -> datetime:
        """When one is at the end."""
        return self.legs[-1].arrive if self.legs else self.request.depart

    @property
    def path(self) -> Sequence[Position]:
        """The whole line walked, each point where two legs meet once."""
        line: list[Position] = []
        for leg in self.legs:
            line += leg.line[1:] if line and line[-1] == leg.line[0] else leg.line
        return line
