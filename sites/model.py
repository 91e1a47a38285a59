"""A site: what stands there, where, since when under which name, and how we know."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sites.festivals import Festival, Held
from sites.hours import Hours
from sites.names import Text
from sites.pastnames import PastName
from sites.position import Position
from sites.sources import Passage


class Kind(StrEnum):
    """What a site is visited for."""

    REVOLUTIONARY = "revolutionary"
    RELIGIOUS = "religious"
    WAR = "war"
    LANDMARK = "landmark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A position, the radius within which the site lies, and what that rests on."""

    position: Position
    radius_m: float
    basis: Text
    sources: tuple[str, ...]


class Spot(StrEnum):
    """What a further position of a site is: where one goes in, stands, or looks."""

    GATE = "gate"
    COURT = "court"
    VIEWPOINT = "viewpoint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """A further position of a site; ``name`` tells two of one kind apart."""

    spot: Spot
    location: Location
    name: Text | None = None


class Way(StrEnum):
    """How far one comes: inside, inside by asking, or no further than the street."""

    OPEN = "open"
    BY_ASKING = "by_asking"
    PRIVATE = "private"
    DEMOLISHED = "demolished"
    MOVED = "moved"
    UNKNOWN = "unknown"


OUTSIDE = frozenset({Way.PRIVATE, Way.DEMOLISHED, Way.MOVED})
"""What one sees from the street, if anything is left to see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """How far one comes, what else is to be said of it, and who says so."""

    way: Way = Way.UNKNOWN
    note: Text | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Street and number as people write it."""

    street: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """The ward that a site lay in from one day to another, both included.

    ``name`` is None where no source tells; an open end is None.
    """

    name: str | None
    since: date | None = None
    until: date | None = None
    note: Text | None = None
    sources: tuple[str, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Say whether ``day`` lies in this period, its first and last day included."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A heritage place as it is published.

    ``location`` is None where the position is not known; ``position_note`` then says
    why. ``interest`` runs from 1 to 5 and, like ``visit``, is our own advice.
    ``former`` are addresses under which it, or a site that became part of it, was once
    published: they lead here.
    """

    slug: str
    kind: Kind
    name: Text
    also: tuple[str, ...]
    lede: Passage
    story: tuple[Passage, ...]
    address: Address | None
    wards: tuple[Ward, ...]
    location: Location | None
    position_note: Text | None
    visit: timedelta
    interest: int
    hours: Hours
    festivals: tuple[Festival, ...] = ()
    once: tuple[PastName, ...] = ()
    also_at: tuple[Standpoint, ...] = ()
    access: Access = Access()
    former: tuple[str, ...] = ()

    @property
    def way_in(self) -> Location | None:
        """Where a walk leads: to a viewpoint of what is seen from outside, to a gate.

        The position itself, where neither is known; None where nothing is known.
        """
        outside = self.access.way in OUTSIDE
        wanted = Spot.VIEWPOINT if outside else Spot.GATE
        leading = (one.location for one in self.also_at if one.spot is wanted)
        return next(leading, self.location)

    @property
    def names(self) -> tuple[str, ...]:
        """All that the site is called, and was once called."""
        past = (name for once in self.once for name in once.spellings)
        return (self.name.vi, self.name.en, *self.also, *past)

    def festival_on(self, day: date) -> Held | None:
        """Return the festival that is held here on ``day``; None where none is."""
        return next((held for f in self.festivals if (held := f.on(day))), None)

    def ward_on(self, day: date) -> Ward | None:
        """Return the ward that the site lay in on ``day``; None where none is known."""
        return next((ward for ward in self.wards if ward.holds_on(day)), None)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The lede and the story, in reading order."""
        return (self.lede, *self.story)

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of all sources cited, each once, in the order of first citation."""
        cited = [
            key
            for passage in self.passages
            for claim in (*passage.vi, *passage.en)
            for key in claim.sources
        ]
        if self.address:
            cited += self.address.sources
        cited += [key for ward in self.wards for key in ward.sources]
        cited += [key for name in self.once for key in name.all_sources]
        if self.location:
            cited += self.location.sources
        cited += [key for one in self.also_at for key in one.location.sources]
        cited += self.access.sources
        cited += self.hours.all_sources
        cited += [key for feast in self.festivals for key in feast.all_sources]
        return tuple(dict.fromkeys(cited))
