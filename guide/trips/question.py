"""What a teacher asks for: classes, adults, times, stops and objectives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from math import ceil

from guide.pace import PACES, Pace
from guide.wishes import Where

DEFAULT_HOLDS = 60
"""How many people a stop holds where the school has not asked: a class and its adults.

Our own advice: no site of ours tells."""

TOILET_MINUTES = 10
"""How much longer a group stays where all use the toilet. Our own advice."""


@dataclass(frozen=True, slots=True)
class SchoolClass:
    """A class: what it is called, and how many pupils come along."""

    name: str
    pupils: int


@dataclass(frozen=True, slots=True)
class Lunch:
    """A meal: so many minutes, between two times of day, at a place or at any stop."""

    minutes: int
    earliest: time
    latest: time
    place: Where | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """A class trip as it is asked for. Pupils are numbers, never names.

    ``stops`` are those that must be seen, ``most_stops`` how many at most. ``holds``,
    ``objectives`` and ``toilets`` say for a stop how many people it holds at once, what
    is learnt there, and that there is a toilet. ``facts`` are what only the school
    knows: its name, partner, insurance …, by the keys of ``guide.trips.facts``.
    """

    classes: tuple[SchoolClass, ...]
    adults: int
    start: Where
    depart: datetime
    minutes: int
    end: Where | None = None
    ages: tuple[int, int] | None = None
    wheelchairs: int = 0
    pace: Pace = PACES["normal"]
    ratio: int | None = None
    groups: int | None = None
    stops: tuple[str, ...] = ()
    most_stops: int = 4
    toilets_every: int | None = None
    lunch: Lunch | None = None
    holds: Mapping[str, int] = field(default_factory=dict, hash=False)
    objectives: Mapping[str, str] = field(default_factory=dict, hash=False)
    toilets: frozenset[str] = frozenset()
    facts: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def pupils(self) -> int:
        """How many pupils come along in all."""
        return sum(one.pupils for one in self.classes)

    @property
    def back_by(self) -> datetime:
        """When everybody must be at the end."""
        return self.depart + timedelta(minutes=self.minutes)

    @property
    def adults_needed(self) -> int:
        """How many adults the school's ratio asks for; 0 where none is said."""
        return ceil(self.pupils / self.ratio) if self.ratio else 0

    def held_by(self, stop: str) -> int:
        """Return how many people a stop holds at once."""
        return self.holds.get(stop, DEFAULT_HOLDS)
