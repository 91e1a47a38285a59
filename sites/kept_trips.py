"""Class trips as they are kept: words of a form, classes behind codes, answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

Words = Mapping[str, Sequence[str]]
"""What was typed into each field."""


@dataclass(frozen=True, slots=True)
class KeptTrip:
    """A trip as it was typed; ``shared`` says that a link to look at it is about.

    ``owner`` is the login of the teacher in whose account it is found; None for nobody.
    """

    number: int
    words: Words
    shared: bool
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class KeptClass:
    """A class that answers: by which sheet, until when, and how many have joined."""

    code: str
    trip: int
    seed: int
    level: str
    erased_on: date
    animals: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What one animal answered to one task."""

    animal: int
    task: int
    answer: int
