"""Directions as plain values: what every format for programs writes of a step."""

from collections.abc import Mapping, Sequence
from typing import Any

from guide.direction_words import step_words
from guide.directions import Step
from guide.landmarks import Seen
from guide.manoeuvres import Manoeuvre
from guide.old_names import Told, steps_told
from guide.old_words import old_name_words
from guide.tour import Leg, Tour
from sites.names import Language


def step_records(leg: Leg, tour: Tour, language: Language) -> list[dict[str, Any]]:
    """Return the steps of a leg; ``docs/api.md`` says what each key is."""
    return [_step(step, old, language) for step, old in steps_told(leg, tour)]


def _step(step: Step, old: Sequence[Told], language: Language) -> dict[str, Any]:
    arrives = step.manoeuvre is Manoeuvre.ARRIVE
    known: dict[str, Any] = {
        "ground": None if arrives else step.ground.value,
        "heading": step.heading,
        "side": step.side,
        "stays": step.stays,
        "crossings": [crossing.value for crossing in step.crossings],
        "stairs": {"steps": step.stairs.count} if step.stairs else None,
        "busy": step.busy,
        "landmark": _landmark(step.seen, language) if step.seen else None,
        "old_names": [_old_name(told, language) for told in old],
    }
    return {
        "manoeuvre": step.manoeuvre.value,
        "street": step.street,
        "metres": round(step.metres),
        "at": step.at,
        **_without_nothing(known),
        "says": step_words(step, language, old),
    }


def _landmark(seen: Seen, language: Language) -> dict[str, Any]:
    return {
        "name": seen.landmark.name.in_(language),
        "relation": seen.relation.value,
        **_without_nothing({"site": seen.landmark.site, "side": seen.side}),
    }


def _old_name(told: Told, language: Language) -> dict[str, Any]:
    name = told.name
    known = {
        "since": name.since,
        "until": name.until,
        "period": name.period.name.in_(language) if name.period else None,
        "part": name.part.in_(language) if name.part else None,
    }
    return {
        "name": name.name,
        "held": told.held.value,
        **_without_nothing(known),
        "sources": list(name.sources),
        "says": old_name_words(told, language),
    }


def _without_nothing(known: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in known.items() if value}
