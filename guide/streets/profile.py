"""Which streets suit whom: never steps, rather quiet ones, rather lit ones.

What is not tagged is not known: it may be walked, and counts as something to ask about,
never as fine.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Tags = Mapping[str, str]


class Fit(StrEnum):
    """Whether a street can be used without climbing a step."""

    YES = "yes"
    ASK = "ask"
    NO = "no"


LEAST_WIDTH_M = 0.9
STEEPEST_PERCENT = 8.0
"""ISO 21542:2021 wants ramps of 900 mm or wider, 1 in 12 at the steepest."""

EVEN = frozenset({"excellent", "good", "intermediate"})
UNEVEN = frozenset({"very_bad", "horrible", "very_horrible", "impassable"})
"""Values of ``smoothness`` with which wheelchairs get along, and with which not.

Source: OpenStreetMap Wiki, "Key:smoothness".
"""

PERCENT_BY_KIND: dict[str, int] = {
    "trunk": 300,
    "primary": 200,
    "secondary": 160,
    "tertiary": 125,
}
"""So many metres of detour a visitor who wants it quiet walks rather than 100 along
such a street. Our own advice."""

PERCENT_BY_LIGHT: dict[str, int] = {"no": 300, "disused": 300, "yes": 100, "24/7": 100}
PERCENT_IF_LIGHT_UNKNOWN = 150
"""The same for streets by their lamps at night. Our own advice."""

LINK = "_link"


@dataclass(frozen=True, slots=True)
class Profile:
    """What somebody on foot needs, or likes, of the streets."""

    step_free: bool = False
    quiet: bool = False
    lit: bool = False

    def percent(self, kind: str, tags: Tags) -> int | None:
        """Return what 100 m of such a street count for; None where it is not walked."""
        if self.step_free and step_free(kind, tags) is Fit.NO:
            return None
        by_kind = PERCENT_BY_KIND.get(kind.removesuffix(LINK), 100)
        by_light = PERCENT_BY_LIGHT.get(tags.get("lit", ""), PERCENT_IF_LIGHT_UNKNOWN)
        return (by_kind if self.quiet else 100) * (by_light if self.lit else 100) // 100

    @property
    def is_weighed(self) -> bool:
        """Whether the best way may be longer than the shortest one."""
        return self.quiet or self.lit


ANYBODY = Profile()


def step_free(kind: str, tags: Tags) -> Fit:
    """Say whether a street can be used without climbing a step, by its tags alone."""
    wheelchair = tags.get("wheelchair")
    if wheelchair in {"yes", "designated"}:
        return Fit.YES
    if wheelchair == "no" or _is_barred(kind, tags):
        return Fit.NO
    known = wheelchair != "limited" and kind != "steps"
    return Fit.YES if known and tags.get("smoothness") in EVEN else Fit.ASK


def _is_barred(kind: str, tags: Tags) -> bool:
    ramp = tags.get("ramp:wheelchair", tags.get("ramp")) not in {None, "no"}
    width = _figure(tags.get("width", ""), "m")
    incline = _figure(tags.get("incline", ""), "%")
    return (
        (kind == "steps" and not ramp)
        or tags.get("kerb") == "raised"
        or tags.get("smoothness") in UNEVEN
        or (width is not None and width < LEAST_WIDTH_M)
        or (incline is not None and abs(incline) > STEEPEST_PERCENT)
    )


def _figure(text: str, unit: str) -> float | None:
    """Read a decimal number with or without its unit; None where it is none."""
    found = re.fullmatch(rf"([+-]?[0-9]+(?:\.[0-9]+)?) ?{unit}?", text.strip())
    return float(found[1]) if found else None
