"""A worksheet for a trip: by age, from the claims of its stops, with a key.

The same seed gives the same sheet; another seed another one that is as difficult: which
tasks there are is for the level and the stops to say, the seed only chooses the claims.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from guide.trips.claims import Told, claims_of
from guide.trips.tasks import Stock, Task, make
from sites.catalogue import Catalogue
from sites.model import Site
from sites.names import Text


@dataclass(frozen=True, slots=True)
class Level:
    """What pupils of some ages are asked at each stop."""

    name: str
    label: Text
    youngest: int
    tasks: tuple[str, ...]


LEVELS: dict[str, Level] = {
    level.name: level
    for level in (
        Level("young", Text(vi="6–8 tuổi", en="Ages 6–8"), 0, ("find", "sketch")),
        Level(
            "middle",
            Text(vi="9–11 tuổi", en="Ages 9–11"),
            9,
            ("find", "count", "sketch"),
        ),
        Level(
            "lower",
            Text(vi="12–15 tuổi", en="Ages 12–15"),
            12,
            ("find", "count", "compare", "argue"),
        ),
        Level(
            "upper",
            Text(vi="16 tuổi trở lên", en="Ages 16 and over"),
            16,
            ("count", "compare", "argue", "reason"),
        ),
    )
}
"""What suits which age is our own advice, after the levels of Vietnamese schools."""

MOST_SEED = 9999


@dataclass(frozen=True, slots=True)
class Card:
    """What is to be read at a stop: all its claims, in the order of the site."""

    site: Site
    claims: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet: a card and tasks a stop; the tasks are numbered through, from 1."""

    level: Level
    seed: int
    cards: tuple[Card, ...]
    tasks: tuple[Task, ...]

    @property
    def difficulty(self) -> tuple[tuple[str, str, int], ...]:
        """What makes two sheets equally hard."""
        return tuple(task.difficulty for task in self.tasks)

    def of(self, site: Site) -> tuple[tuple[int, Task], ...]:
        """Return the numbered tasks of one stop."""
        return tuple(
            (number, task)
            for number, task in enumerate(self.tasks, 1)
            if task.site == site.slug
        )

    @property
    def on_phones(self) -> dict[int, Task]:
        """The tasks that a phone can take an answer to, by number."""
        numbered = enumerate(self.tasks, 1)
        return {number: task for number, task in numbered if task.answer is not None}


def level_for(age: int | None) -> Level:
    """Return the level of the youngest pupils; that of 12 where nobody said."""
    wanted = 12 if age is None else age
    return [level for level in LEVELS.values() if level.youngest <= wanted][-1]


def worksheet(
    sites: Sequence[Site], catalogue: Catalogue, level: Level, seed: int
) -> Worksheet:
    """Make the sheet of a trip.

    Args:
        sites: the stops, in their order; each has a claim at least.
        catalogue: where wrong choices come from.
        level: for which age.
        seed: which claims are asked about.
    """
    # Dice for a game, not for secrets.
    dice = Random(f"{level.name}/{seed}")  # noqa: S311
    told = {site.slug: claims_of(site) for site in catalogue}
    tasks: list[Task] = []
    for number, site in enumerate(sites):
        after = sites[(number + 1) % len(sites)]
        stock = Stock(
            site=site,
            own=told[site.slug],
            others=tuple(
                one
                for slug, all_of in told.items()
                if slug != site.slug
                for one in all_of
            ),
            other=told[after.slug] if after is not site else (),
        )
        tasks += make(level.tasks, stock, dice)
    cards = tuple(Card(site, told[site.slug]) for site in sites)
    return Worksheet(level, seed, cards, tuple(tasks))
