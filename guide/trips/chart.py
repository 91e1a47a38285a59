"""Who is where when: a bar for each walk and visit of each group, side by side."""

from dataclasses import dataclass
from enum import StrEnum

from guide.trips.plan import TripPlan


class Doing(StrEnum):
    """What a group does for some minutes."""

    WALK = "walk"
    WAIT = "wait"
    VISIT = "visit"
    LUNCH = "lunch"


@dataclass(frozen=True, slots=True)
class Bar:
    """Some minutes of one group; ``place`` is the number of a stop, from 1."""

    doing: Doing
    begin: int
    end: int
    place: int | None = None

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end - self.begin


@dataclass(frozen=True, slots=True)
class Row:
    """One group."""

    group: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """All groups; ``total`` is how many minutes the picture is wide."""

    rows: tuple[Row, ...]
    total: int

    @property
    def ticks(self) -> tuple[int, ...]:
        """Every half hour, in minutes since the first departure."""
        return tuple(range(0, self.total + 1, 30))


def chart(plan: TripPlan) -> Chart:
    """Say for every minute between departure and return what each group does."""
    rows = []
    for group, one in zip(plan.groups, plan.rotation.rounds, strict=True):
        bars, now = [], one.depart
        for visit in one.visits:
            bars.append(Bar(Doing.WALK, now, visit.arrive))
            bars.append(Bar(Doing.WAIT, visit.arrive, visit.enter))
            lunch = visit.stop >= len(plan.sites)
            doing = Doing.LUNCH if lunch else Doing.VISIT
            bars.append(Bar(doing, visit.enter, visit.leave, visit.stop + 1))
            now = visit.leave
        bars.append(Bar(Doing.WALK, now, one.back))
        rows.append(Row(group.name, tuple(bar for bar in bars if bar.minutes)))
    return Chart(tuple(rows), plan.rotation.total)
