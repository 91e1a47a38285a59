"""Everything that can be wrong with the catalogue.

Said                      an error that can say itself in another language
└── SitesError
    ├── StoreFailed       the database cannot be opened, read or written
    ├── BadPosition       a latitude or longitude that is none
    ├── BadHours          an opening rule that cannot be read
    ├── BadContent        the content folder has faults; it lists file and line of each
    └── SiteNotFound      no site has this name; it offers the nearest ones
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

LONGEST = 300
"""Longer than any sentence of ours needs: lists of names and known words fit."""


class Said(Exception):
    """An error whose message is a template and the values that fill it.

    ``text`` is the English message, and the key under which it is translated.
    """

    text: ClassVar[str]

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - whatever the text names
        self.values = {name: _short(value) for name, value in values.items()}
        super().__init__(self.text % self.values)


def _short(value: Any) -> Any:  # noqa: ANN401 - whatever the text names
    """Cut what somebody typed: nobody reads ten thousand letters of it."""
    if isinstance(value, str) and len(value) > LONGEST and "\n" not in value:
        return f"{value[:LONGEST]}…"
    return value


class SitesError(Said):
    """Something is wrong with the catalogue."""


class StoreFailed(SitesError):
    """The database cannot be opened, read or written."""

    text = (
        "the database did not answer (%(problem)s); "
        "look at GUIDE_DATABASE_URL, and whether there is room on the disk"
    )

    def __init__(self, problem: str) -> None:
        super().__init__(problem=problem)


class BadPosition(SitesError):
    """A latitude or longitude that is none."""

    text = (
        "%(lat)s, %(lon)s is no position; a latitude lies between -90 and 90, "
        "a longitude between -180 and 180"
    )

    def __init__(self, lat: float, lon: float) -> None:
        super().__init__(lat=lat, lon=lon)


class BadHours(SitesError):
    """An opening rule that cannot be read."""

    text = (
        "“%(rule)s” is no opening rule (%(reason)s); write it like Mo-Fr 08:00-17:00, "
        "or the word unknown"
    )

    def __init__(self, rule: str, reason: str) -> None:
        super().__init__(rule=rule, reason=reason)


class SiteNotFound(SitesError):
    """No site has this name."""

    text = "there is no site called “%(slug)s”; did you mean %(near)s?"

    def __init__(self, slug: str, near: Sequence[str]) -> None:
        self.near = tuple(near)
        super().__init__(slug=slug, near=", ".join(near))


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong in a text file of the content."""

    file: str
    line: int
    problem: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.problem}"


class BadContent(SitesError):
    """The content folder has faults."""

    text = "the content has %(count)s faults:\n%(faults)s"

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        lines = "\n".join(map(str, self.faults))
        super().__init__(count=len(self.faults), faults=lines)
