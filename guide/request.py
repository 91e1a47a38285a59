"""The question: what a visitor asks for, as one frozen record."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from guide.pace import DEFAULT_PUPILS, PACES, WALKERS, Pace, Party, Walker
from guide.wishes import NO_WISHES, Break, Style, Where, Wishes
from sites.model import Kind, Site

CALM_STAY = 1.5
"""So much longer a visit is on a calm walk."""

CALM_BREAK_MINUTES, CALM_BREAK_FROM = 15, 90
"""A calm walk of so many minutes has a rest of so many."""

CALM_BREAK_WITHIN = (0.3, 0.75)
"""Between which parts of the time the rest of a calm walk lies."""


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
    walker: Walker = WALKERS["adult"]
    pupils: int = DEFAULT_PUPILS
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    wishes: Wishes = NO_WISHES
    style: Style = Style.MOST

    @property
    def back_by(self) -> datetime:
        """When the walk must be over; to be back on that very second is fine."""
        return self.depart + timedelta(minutes=self.minutes)

    @property
    def party(self) -> Party:
        """Who walks, how fast, and how many."""
        return Party(pace=self.pace, walker=self.walker, pupils=self.pupils)

    @property
    def wanted(self) -> dict[str, str]:
        """The sites that have to be visited, each with a field that asks for it."""
        named = self.wishes.named
        wanted = {site: field for field, site in named if field != "before"}
        return wanted | dict.fromkeys(self.must, "must")

    @property
    def needed(self) -> frozenset[str]:
        """The sites that have to be visited, by whatever wish."""
        return frozenset(self.wanted)

    @property
    def breaks(self) -> tuple[Break, ...]:
        """The rests to take: those that are wished, then what a calm walk brings."""
        longer = self.minutes >= CALM_BREAK_FROM
        return self.possible_breaks if longer else self.wishes.breaks

    @property
    def possible_breaks(self) -> tuple[Break, ...]:
        """The rests that this walk takes, or would take if it were longer."""
        calm = self.style is Style.CALM
        return (*self.wishes.breaks, *([self._calm_break] if calm else []))

    @property
    def _calm_break(self) -> Break:
        early, late = (
            (self.depart + timedelta(minutes=self.minutes * part)).time()
            for part in CALM_BREAK_WITHIN
        )
        return Break(CALM_BREAK_MINUTES, early, late)

    def stay_s(self, site: Site, times: float = 1.0) -> int:
        """Return how long a visit takes these people, in the style of this walk.

        ``times`` as long as usual, where something is on that day.
        """
        longer = times * (CALM_STAY if self.style is Style.CALM else 1.0)
        return self.party.stay_s(site.visit.total_seconds() * longer)

    @property
    def departures(self) -> tuple[datetime, ...]:
        """When each walk begins: day after day, or every group at once."""
        return tuple(
            self.depart + timedelta(days=day)
            for day in range(self.wishes.days)
            for _group in range(self.wishes.groups)
        )
