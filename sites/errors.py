"""Everything that can be wrong with the catalogue.

Said                      an error that can say itself in another language
└── SitesError
    ├── StoreFailed       the database cannot be opened, read or written
    ├── BadPosition       a latitude or longitude that is none
    ├── BadHours          an opening rule that cannot be read
    ├── BadMoonDays       days of the moon with hours that cannot be
    ├── BadLunarDay       a day that the lunar calendar does not have
    ├── BadSolarDay       a day and month that no year has
    ├── BadDate           a date that is none, or that cannot be
    ├── BadContent        the content folder has faults; it lists file and line of each
    ├── SiteNotFound      no site has this name; it offers the nearest ones
    ├── SiteGone          a site that was published once; it offers those near by
    ├── NoShortAddress    no site was ever given this short address
    └── EntryNotFound     no person or event has this name; it offers the nearest ones
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sites.names import Text

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


class BadMoonDays(SitesError):
    """Days of the moon with hours that cannot be."""

    text = (
        "hours on days of the moon: %(problem)s; write days from 1 to 30, months from "
        "1 to 12, and times like 05:00 to 22:00 that lie on one day"
    )

    def __init__(self, problem: str) -> None:
        super().__init__(problem=problem)


class BadLunarDay(SitesError):
    """A day that the lunar calendar does not have."""

    text = (
        "%(given)s is no day of the lunar calendar; write day/month like 8/2: days run "
        "from 1 to 30 (in a month of 29 days the 30th is the last), months from 1 to 12"
    )

    def __init__(self, given: str) -> None:
        super().__init__(given=given)


class BadSolarDay(SitesError):
    """A day and month that no year has."""

    text = "%(given)s is no day of any year; write day/month like 13/5"

    def __init__(self, given: str) -> None:
        super().__init__(given=given)


class BadDate(SitesError):
    """A date that is none, or that cannot be."""

    text = (
        "“%(given)s” is no date (%(reason)s); write it like 1955-05-13, 1930-04, 1904, "
        "1945-09-17/1945-09-24, with ~ behind it where it is only about then"
    )

    def __init__(self, given: str, reason: str) -> None:
        super().__init__(given=given, reason=reason)


class EntryNotFound(SitesError):
    """No person or event has this name."""

    text = "there is no person or event called “%(slug)s”; did you mean %(near)s?"

    def __init__(self, slug: str, near: Sequence[str]) -> None:
        self.entries = tuple(near)
        super().__init__(slug=slug, near=", ".join(near))


class SiteNotFound(SitesError):
    """No site has this name."""

    text = "there is no site called “%(slug)s”; did you mean %(near)s?"

    def __init__(self, slug: str, near: Sequence[str]) -> None:
        self.near = tuple(near)
        super().__init__(slug=slug, near=", ".join(near))


class SiteGone(SitesError):
    """A site was published once, and no longer is."""

    text = (
        "“%(name)s” was once in this guide and is not in it any more; "
        "look at what is near: %(near)s, or search for it by another name"
    )

    def __init__(self, name: Text, near: Sequence[str]) -> None:
        self.name = name
        self.near = tuple(near)
        super().__init__(name=name, near=", ".join(near))


class NoShortAddress(SitesError):
    """No site was ever given this short address."""

    text = (
        "no plate has the address “%(code)s”; compare it with the plate, "
        "or search for the site by its name"
    )

    def __init__(self, code: str) -> None:
        super().__init__(code=code)


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
