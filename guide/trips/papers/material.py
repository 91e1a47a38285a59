"""What a dossier is written from: the plan, the terrain, and the language."""

from dataclasses import dataclass
from datetime import datetime

from guide.trips.facts import FACTS, Section
from guide.trips.hazards import Hazard, Terrain, hazards
from guide.trips.passages import Passage, passages
from guide.trips.plan import TripPlan
from sites.names import Language, Text

WEEKDAYS = Text(
    vi="Thứ Hai|Thứ Ba|Thứ Tư|Thứ Năm|Thứ Sáu|Thứ Bảy|Chủ Nhật",
    en="Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
)


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that the sections of a dossier look at."""

    plan: TripPlan
    language: Language
    walks: tuple[Passage, ...]
    hazards: tuple[Hazard, ...]
    terrain: Terrain

    def say(self, text: Text, *values: object) -> str:
        """Return a text in the language of the paper, filled in."""
        return text.in_(self.language).format(*values)

    def fact(self, key: str) -> str:
        """Return what the school said; "" where it did not."""
        return self.plan.trip.facts.get(key, "")

    def facts_of(self, section: Section) -> tuple[tuple[str, str], ...]:
        """Return the labels and values of one part."""
        return tuple(
            (fact.label.in_(self.language), self.fact(fact.key))
            for fact in FACTS.values()
            if fact.section is section
        )

    def day(self, moment: datetime) -> str:
        """Write a date with its weekday."""
        weekday = WEEKDAYS.in_(self.language).split("|")[moment.weekday()]
        return f"{weekday}, {moment:%d/%m/%Y}"


def gather(plan: TripPlan, terrain: Terrain, language: Language) -> Material:
    """Look everything up once."""
    return Material(plan, language, passages(plan), hazards(plan, terrain), terrain)
