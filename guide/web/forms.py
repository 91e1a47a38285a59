"""The planner's form: what it shows, and how its fields become the words of a request.

A form has a field for each part of a wish ("at" is a site and a time); the address of a
tour has one word for it. Here one becomes the other, as text: nothing is checked yet.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Any, TypeVar

from guide import asked
from guide.bad_request import NoSuchSite
from guide.pace import DEFAULT_PUPILS, PACES, WALKERS, Pace, Walker
from guide.places import site_named
from sites.catalogue import Catalogue
from sites.history import Entry, Event, Person
from sites.model import Kind, Site
from sites.names import Language
from sites.sorting import vietnamese_key

E = TypeVar("E", bound=Entry)

Fields = Mapping[str, Sequence[str]]

HOURS = (45, 60, 90, 120, 180, 240, 360, 480)
"""The durations that the form offers, in minutes."""

WALKS_M = (1000, 1500, 2000, 3000, 4000, 5000, 7000)
"""The limits of walking that the form offers."""

BREAKS = (10, 15, 20, 30, 45, 60, 90)
"""The breaks that the form offers, in minutes."""

COUNTS = range(1, 13)
"""How many stops the form offers."""

DAYS = range(1, 8)
"""How many days, or groups, the form offers."""

LISTS = {"like", "must", "never", "streets"}
"""The words that hold several values, parted by commas."""

ROWS: dict[str, tuple[str, ...]] = {
    "at": ("at_site", "at_time"),
    "before": ("before_site", "before_other"),
    "break": ("break_minutes", "break_from", "break_to", "break_place"),
}
"""The wishes that take a row of fields each."""

SPARE: dict[str, dict[str, str]] = {
    word: dict.fromkeys(names, "") for word, names in ROWS.items()
}
SPARE["break"] |= {"break_from": "11:00", "break_to": "13:30"}
"""What a row shows that nobody has filled yet: one follows those that are filled."""


def words_of(fields: Fields) -> dict[str, list[str]]:
    """Turn what a form sends into the words of a request; other words stay."""
    words = {
        name: list(values) for name, values in fields.items() if not _is_part(name)
    }
    for word, names in ROWS.items():
        rows = zip_longest(*(fields.get(name, ()) for name in names), fillvalue="")
        words.setdefault(word, []).extend(filter(None, map(_JOIN[word], rows)))
    most = [
        f"{kind}:{given}"
        for kind in Kind
        for given in fields.get(f"most_{kind}", ())
        if given.strip()
    ]
    words.setdefault("most", []).extend(most)
    return {name: values for name, values in words.items() if values}


def is_from_form(fields: Fields) -> bool:
    """Tell whether fields stand in an address that only a form sends."""
    return any(map(_is_part, fields))


def _is_part(name: str) -> bool:
    """Tell whether a field is a part of a wish, which only a form sends."""
    in_a_row = any(name in names for names in ROWS.values())
    return in_a_row or name.startswith("most_")


def _join_at(row: Sequence[str]) -> str:
    site, time = row
    return f"{site}@{time}" if site or time else ""


def _join_before(row: Sequence[str]) -> str:
    site, other = row
    return f"{site}:{other}" if site or other else ""


def _join_break(row: Sequence[str]) -> str:
    minutes, begin, end, place = row
    if not minutes:
        return ""
    return f"{minutes}@{begin}-{end}" + (f"@{place}" if place else "")


_JOIN = {"at": _join_at, "before": _join_before, "break": _join_break}


@dataclass(frozen=True, slots=True)
class FormValues:
    """What the planner's form shows: what was asked so far, and what there is.

    ``rows`` holds, by word, a dict of the fields of each row, and a spare one.
    """

    asked: Mapping[str, Sequence[str]]
    rows: Mapping[str, Sequence[Mapping[str, str]]]
    most: Mapping[str, str]
    places: tuple[Site, ...]
    sites: tuple[Site, ...]
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    minutes: tuple[int, ...] = HOURS
    walks_m: tuple[int, ...] = WALKS_M
    breaks: tuple[int, ...] = BREAKS
    counts: tuple[int, ...] = tuple(COUNTS)
    days: tuple[int, ...] = tuple(DAYS)
    kinds: tuple[Kind, ...] = tuple(Kind)
    paces: tuple[Pace, ...] = tuple(PACES.values())
    walkers: tuple[Walker, ...] = tuple(WALKERS.values())
    pupils: int = DEFAULT_PUPILS

    def one(self, field: str, default: str = "") -> str:
        """Return the last value of a field that holds one, as a request is read."""
        given = [value for value in self.asked.get(field, ()) if value.strip()]
        return given[-1] if given else default

    def any_of(self, *fields: str) -> bool:
        """Tell whether anything is asked for in one of some fields."""
        return any(self.one(field) for field in fields)


def form_values(fields: Fields, catalogue: Catalogue, language: Language) -> FormValues:
    """Read what an address says so far, for the form to show it again."""
    words = words_of(fields)
    given = {
        name: [_slug(part, catalogue) for part in _parts(words, name, ",")]
        if name in LISTS
        else values
        for name, values in words.items()
    }
    if "order" in given:
        given["order"] = [",".join(_parts(words, "order", ","))]
    departure = asked.next_walk(datetime.now(catalogue.city.zone))
    given.setdefault("depart", [f"{departure:%Y-%m-%dT%H:%M}"])
    by_name = sorted(
        catalogue, key=lambda site: vietnamese_key(site.name.in_(language))
    )
    return FormValues(
        asked=given,
        rows={word: tuple(_rows(word, fields, words)) for word in ROWS},
        most=dict(_split(part, ":") for part in _parts(words, "most", ",")),
        places=tuple(site for site in by_name if site.location),
        sites=tuple(by_name),
        people=tuple(_to_follow(catalogue.history.people.values(), catalogue)),
        events=tuple(_to_follow(catalogue.history.events.values(), catalogue)),
    )


def _to_follow(entries: Iterable[E], catalogue: Catalogue) -> Iterator[E]:
    """List those whose places are known: a walk can follow no others."""
    for entry in entries:
        places = (catalogue.sites.get(link.to) for link in entry.sites)
        if any(site and site.location for site in places):
            yield entry


def _slug(given: str, catalogue: Catalogue) -> str:
    """Return the address of a site that is named; what is no site stays as typed."""
    try:
        return site_named("must", given, catalogue).slug
    except NoSuchSite:
        return given


def _rows(word: str, fields: Fields, words: Fields) -> Iterator[dict[str, str]]:
    """List the rows of a wish: those of the address, half-filled ones, a spare one."""
    names = ROWS[word]
    between = ";" if word == "break" else ","
    for part in _parts(words, word, between):
        yield dict(zip(names, _SPLIT[word](part), strict=True))
    for row in zip_longest(*(fields.get(name, ()) for name in names), fillvalue=""):
        filled = dict(zip(names, row, strict=True))
        if any(row) and filled != SPARE[word] and not _JOIN[word](row):
            yield filled
    yield SPARE[word]


def _parts(words: Fields, word: str, between: str) -> Iterable[str]:
    return [
        part.strip()
        for value in words.get(word, ())
        for part in value.split(between)
        if part.strip()
    ]


def _split(part: str, sign: str) -> tuple[str, str]:
    left, _sign, right = part.partition(sign)
    return left.strip(), right.strip()


def _split_break(part: str) -> tuple[str, str, str, str]:
    minutes, rest = _split(part, "@")
    span, place = _split(rest, "@")
    return (minutes, *_split(span, "-"), place)


_SPLIT: dict[str, Any] = {
    "at": lambda part: _split(part, "@"),
    "before": lambda part: _split(part, ":"),
    "break": _split_break,
}
