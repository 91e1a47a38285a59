"""What a visitor may wish beyond a start and some time: frozen records."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise

from guide.streets.profile import ANYBODY, Profile
from sites.model import Kind
from sites.position import Position

Where = str | Position
"""A place as it is asked for: the address of a site, or a position."""

ONE_DAY = timedelta(days=1)


class Style(StrEnum):
    """What makes a walk good."""

    MOST = "most"
    SHORT = "short"
    CALM = "calm"


@dataclass(frozen=True, slots=True)
class OldNames:
    """To be told what streets were once called: all of it, or what held in a year."""

    year: int | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """To be at a site, ready to go in, at a moment."""

    site: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class Break:
    """A rest of some minutes between two times of day, at one of several places.

    No ``places`` means: wherever the walk stops anyway.
    """

    minutes: int
    earliest: time
    latest: time
    places: tuple[Where, ...] = ()

    def span(self, depart: datetime) -> tuple[datetime, datetime]:
        """Return from when to when the rest has to lie, for a walk that starts then.

        The end is the first such time of day after the departure, if need be tomorrow.
        """
        latest = depart.replace(
            hour=self.latest.hour, minute=self.latest.minute, second=0, microsecond=0
        )
        latest += ONE_DAY if latest <= depart else timedelta()
        minutes = (self.latest.hour - self.earliest.hour) * 60
        minutes += self.latest.minute - self.earliest.minute
        return latest - timedelta(minutes=minutes % (24 * 60)), latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Everything beyond start, end, time, interests and pace.

    ``order`` names sites to be visited in just that order; others may come between.
    ``before`` are pairs that must not be the other way round if both are visited.
    ``most`` limits the sites of a kind. ``varied`` lets each further site of a kind
    count less. ``follow`` is the address of a person or an event whose sites count
    most. ``streets`` says which of them suit, ``sure`` wants only sites that are known
    to be open. ``days`` and ``groups`` ask for several walks that share no stop.
    """

    follow: str | None = None
    first: str | None = None
    last: str | None = None
    order: tuple[str, ...] = ()
    before: tuple[tuple[str, str], ...] = ()
    at: tuple[Appointment, ...] = ()
    max_stops: int | None = None
    most: tuple[tuple[Kind, int], ...] = ()
    max_walk_m: int | None = None
    breaks: tuple[Break, ...] = ()
    varied: bool = False
    streets: Profile = ANYBODY
    sure: bool = False
    days: int = 1
    groups: int = 1

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """Every (field, site) that the wishes name, rests not counted."""
        ends = (("first", self.first), ("last", self.last))
        return (
            *((field, site) for field, site in ends if site),
            *(("order", site) for site in self.order),
            *(("before", site) for pair in self.before for site in pair),
            *(("at", appointment.site) for appointment in self.at),
        )

    @property
    def needed(self) -> frozenset[str]:
        """The sites that these wishes make a part of the walk."""
        return frozenset(site for field, site in self.named if field != "before")

    @property
    def ordered(self) -> tuple[tuple[str, str], ...]:
        """Every two sites that follow each other in ``order``."""
        return tuple(pairwise(self.order))

    def renamed(
        self, site: Callable[[str, str], str], where: Callable[[str, Where], Where]
    ) -> "Wishes":
        """Name every site and place anew, each by (field, its name so far)."""

        def one(field: str, name: str | None) -> str | None:
            return site(field, name) if name else None

        return replace(
            self,
            first=one("first", self.first),
            last=one("last", self.last),
            order=tuple(site("order", name) for name in self.order),
            before=tuple(
                (site("before", one), site("before", other))
                for one, other in self.before
            ),
            at=tuple(
                Appointment(site("at", wish.site), wish.moment) for wish in self.at
            ),
            breaks=tuple(
                replace(
                    rest, places=tuple(where("break", place) for place in rest.places)
                )
                for rest in self.breaks
            ),
        )


NO_WISHES = Wishes()
