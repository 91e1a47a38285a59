"""Read people and events from the content: one file each, checked line by line."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sites import dates
from sites.dates import Told
from sites.errors import BadDate
from sites.fields import Field, both
from sites.history import Event, History, Link, Person
from sites.model import Kind
from sites.sources import Passage

T = TypeVar("T")

ENTRY_KEYS = ("name", "also", "lede", "story", "sites")
PERSON_KEYS = (*ENTRY_KEYS, "born", "died")
EVENT_KEYS = (*ENTRY_KEYS, "kind", "when", "people")
"""What each says, if only "unknown", or an empty list."""


@dataclass(frozen=True, slots=True)
class Readers:
    """How the folder reads paragraphs and keys, and which addresses there are."""

    passage: Callable[[Field], Passage]
    keys: Callable[[Field], tuple[str, ...]]
    sites: Collection[str]
    people: Collection[str]


def read_history(
    people: Mapping[str, Path],
    events: Mapping[str, Path],
    opened: Callable[[Path], Field | None],
    readers: Callable[[Path], Readers],
) -> History:
    """Read every person and event.

    Args:
        people: the file of each person, by address.
        events: the file of each event, by address.
        opened: opens a file; None, and faults, where it cannot be read.
        readers: makes what reads the parts of one file.
    """
    return History(
        _each(people, person, opened, readers), _each(events, event, opened, readers)
    )


def _each(
    files: Mapping[str, Path],
    reader: Callable[[str, Field, Readers], T | None],
    opened: Callable[[Path], Field | None],
    readers: Callable[[Path], Readers],
) -> Iterator[T]:
    for slug, path in files.items():
        top = opened(path)
        if top and (entry := reader(slug, top, readers(path))):
            yield entry


def person(slug: str, top: Field, readers: Readers) -> Person | None:
    """Read one person; None, and faults, where it is none."""
    got = _keys_of(top, PERSON_KEYS)
    if got is None:
        return None
    return Person(
        slug=slug,
        **_common(got, readers),
        born=_told(got["born"], readers),
        died=_told(got["died"], readers),
    )


def event(slug: str, top: Field, readers: Readers) -> Event | None:
    """Read one event; None, and faults, where it is none."""
    got = _keys_of(top, EVENT_KEYS)
    if got is None:
        return None
    when = _told(got["when"], readers)
    if not when:
        got["when"].fault("an event needs a date, if only about a year: [1930~]")
        return None
    return Event(
        slug=slug,
        **_common(got, readers),
        kind=got["kind"].choice(Kind),
        when=when,
        people=_links(got["people"], "person", readers.people, readers),
    )


def _keys_of(top: Field, keys: tuple[str, ...]) -> dict[str, Field] | None:
    got = top.mapping(keys)
    return got if {*keys} <= got.keys() else None


def _common(got: dict[str, Field], readers: Readers) -> dict[str, Any]:
    return {
        "name": both(got["name"]),
        "also": tuple(name.text() for name in got["also"].items()),
        "lede": readers.passage(got["lede"]),
        "story": tuple(map(readers.passage, got["story"].items())),
        "sites": _links(got["sites"], "site", readers.sites, readers),
    }


def _links(
    field: Field, noun: str, known: Collection[str], readers: Readers
) -> tuple[Link, ...]:
    """Read what something has to do with each of several sites, or people."""
    found: dict[str, Link] = {}
    for entry in field.items():
        got = entry.mapping([noun, "how"])
        if not {noun, "how"} <= got.keys():
            continue
        to = got[noun].text()
        if to not in known:
            got[noun].fault(f"no such {noun}: {to}; a file is named after each")
        if to in found:
            got[noun].fault(f"{to} is linked twice; say it in one place")
        found[to] = Link(to=to, how=readers.passage(got["how"]))
    return tuple(found.values())


def _told(field: Field, readers: Readers) -> tuple[Told, ...]:
    """Read the dates of one thing: several where sources disagree."""
    if field.unknown:
        return ()
    return tuple(told for one in field.items() if (told := _one(one, readers)))


def _one(entry: Field, readers: Readers) -> Told | None:
    got = entry.mapping(["date", "sources"], ["lunar", "words"])
    if not {"date", "sources"} <= got.keys():
        return None
    lunar = got["lunar"].truth() if "lunar" in got else False
    words = both(got["words"]) if "words" in got else None
    keys = readers.keys(got["sources"])
    try:
        return dates.read(got["date"].text(), lunar=lunar, words=words, sources=keys)
    except BadDate as problem:
        got["date"].fault(str(problem))
        return None
