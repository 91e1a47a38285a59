"""What the streets of a leg were once called, as far as that is wished to be told."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from guide.around import Around
from guide.directions import Step, steps
from guide.tour import Leg, Tour
from guide.wishes import OldNames
from sites.pastnames import PastName
from sites.streets import key_of

OPENSTREETMAP = "OpenStreetMap"
"""The source of names that only the streets themselves bring along."""

LEAST_M = 15.0
"""A street that one follows less far is not listed: nobody looks for its sign."""


class Held(StrEnum):
    """How surely a name is the one that is asked for."""

    ONCE = "once"
    IN_YEAR = "in-year"
    IN_PERIOD = "in-period"


@dataclass(frozen=True, slots=True)
class Told:
    """A name to tell, and how: once, in the very year, or only in a period."""

    name: PastName
    held: Held = Held.ONCE
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Walked:
    """A street of a tour, and what it was, or is, called besides."""

    street: str
    once: tuple[PastName, ...]
    also: tuple[str, ...]


def once(
    street: str | None, tags: Mapping[str, str], around: Around
) -> tuple[PastName, ...]:
    """List all that a street was once called: by our sources, then by OpenStreetMap."""
    if street is None:
        return ()
    known = around.catalogue.street(street)
    found = list(known.once) if known else []
    said = {key_of(name.name) for name in found}
    for name in _listed(tags.get("old_name", "")):
        if key_of(name) not in said:
            found.append(PastName(name=name, sources=(OPENSTREETMAP,)))
    return tuple(found)


def told(names: Iterable[PastName], wanted: OldNames | None) -> tuple[Told, ...]:
    """Choose what is told of some old names: all, those of a year, or none."""
    if wanted is None:
        return ()
    if wanted.year is None:
        return tuple(Told(name) for name in names)
    chosen = []
    for name in names:
        held = name.held_in(wanted.year)
        if held:
            chosen.append(Told(name, Held.IN_YEAR, wanted.year))
        elif held is None and name.period:
            chosen.append(Told(name, Held.IN_PERIOD, wanted.year))
    return tuple(chosen)


def steps_told(leg: Leg, tour: Tour) -> Iterator[tuple[Step, tuple[Told, ...]]]:
    """Go through the steps of a leg, each with the old names to tell at it.

    A street's old names are told where the leg first comes to it.
    """
    said = set[str | None]()
    for step in steps(leg, tour.around):
        names: tuple[Told, ...] = ()
        if step.street not in said:
            names = told(once(step.street, step.tags, tour.around), tour.request.names)
        said.add(step.street)
        yield step, names


def walked(tour: Tour) -> tuple[Walked, ...]:
    """List the streets of a tour that have another name, in walking order."""
    metres: dict[str, float] = {}
    tags: dict[str, dict[str, str]] = {}
    for piece in (piece for leg in tour.legs for piece in leg.pieces):
        if piece.name:
            metres[piece.name] = metres.get(piece.name, 0.0) + piece.metres
            tags[piece.name] = {**piece.tags, **tags.get(piece.name, {})}
    streets = (
        Walked(
            name,
            once(name, tags[name], tour.around),
            _listed(tags[name].get("alt_name")),
        )
        for name, length in metres.items()
        if length >= LEAST_M
    )
    return tuple(street for street in streets if street.once or street.also)


def _listed(names: str | None) -> tuple[str, ...]:
    """Part the names in one tag."""
    return tuple(name.strip() for name in (names or "").split(";") if name.strip())
