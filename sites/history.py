"""Whom and what the sites remember: people and events, linked to sites both ways."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from sites.dates import Told
from sites.errors import EntryNotFound
from sites.folding import fold
from sites.model import Kind
from sites.names import Text
from sites.search import Index, Known
from sites.sorting import vietnamese_key
from sites.sources import Passage

E = TypeVar("E", bound="Entry")

NEAR = 3
"""So many names are offered where one was not found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """That something has to do with a site or a person, and what: a claim itself."""

    to: str
    how: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a person and an event have in common.

    ``slug`` is its address, and no person has that of an event. ``sites`` are the
    places where one may stand and think of it, each with what happened there.
    """

    slug: str
    name: Text
    also: tuple[str, ...] = ()
    lede: Passage
    story: tuple[Passage, ...] = ()
    sites: tuple[Link, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The lede, the story, and what is said of each link, in reading order."""
        return (self.lede, *self.story, *(link.how for link in self.links))

    @property
    def links(self) -> tuple[Link, ...]:
        """Every link: to sites first."""
        return self.sites

    @property
    def dates(self) -> tuple[Told, ...]:
        """Every date told of it."""
        return ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of all sources cited, each once, in the order of first citation."""
        cited = [key for told in self.dates for key in told.sources]
        cited += [key for passage in self.passages for key in passage.sources]
        return tuple(dict.fromkeys(cited))


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entry):
    """Somebody whom a source tells of.

    Several dates of birth are a disagreement between sources; none is known where
    there are none.
    """

    born: tuple[Told, ...] = ()
    died: tuple[Told, ...] = ()

    @property
    def dates(self) -> tuple[Told, ...]:
        """When this person was born, and died."""
        return (*self.born, *self.died)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Entry):
    """Something that happened.

    ``when`` has one date, or several where sources disagree: none is chosen among
    them. ``people`` are those who had a part in it.
    """

    kind: Kind
    when: tuple[Told, ...]
    people: tuple[Link, ...] = ()

    @property
    def dates(self) -> tuple[Told, ...]:
        """When it was, by each teller."""
        return self.when

    @property
    def links(self) -> tuple[Link, ...]:
        """Every link: to sites first, then to people."""
        return (*self.sites, *self.people)

    @property
    def disputed(self) -> bool:
        """Whether the sources disagree about its date."""
        return len(self.when) > 1

    @property
    def first(self) -> date:
        """The earliest day that any teller may mean."""
        return min(told.first for told in self.when)

    @property
    def last(self) -> date:
        """The latest day that any teller may mean."""
        return max(told.last for told in self.when)


class History:
    """All people, in the order of their names, and all events, in that of time."""

    def __init__(
        self, people: Iterable[Person] = (), events: Iterable[Event] = ()
    ) -> None:
        by_name = sorted(people, key=lambda one: (_by_name(one), one.slug))
        by_time = sorted(events, key=lambda one: (one.first, one.last, one.slug))
        self.people: Mapping[str, Person] = MappingProxyType(
            {person.slug: person for person in by_name}
        )
        self.events: Mapping[str, Event] = MappingProxyType(
            {event.slug: event for event in by_time}
        )

    def __iter__(self) -> Iterator[Entry]:
        yield from self.people.values()
        yield from self.events.values()

    def __len__(self) -> int:
        return len(self.people) + len(self.events)

    def get(self, slug: str) -> Entry:
        """Return the person or event at an address.

        Raises:
            EntryNotFound: there is none; it offers the nearest names.
        """
        return self._among({**self.people, **self.events}, slug)

    def person(self, slug: str) -> Person:
        """Return the person at an address.

        Raises:
            EntryNotFound: there is none.
        """
        return self._among(self.people, slug)

    def event(self, slug: str) -> Event:
        """Return the event at an address.

        Raises:
            EntryNotFound: there is none.
        """
        return self._among(self.events, slug)

    def people_at(self, site: str) -> list[tuple[Person, Passage]]:
        """List the people linked to a site, with what each had to do with it."""
        return _linked(self.people.values(), site)

    def events_at(self, site: str) -> list[tuple[Event, Passage]]:
        """List the events linked to a site, in order of time, with what was there."""
        return _linked(self.events.values(), site)

    def events_of(self, person: str) -> list[tuple[Event, Passage]]:
        """List the events in which a person had a part, with what that was."""
        return [
            (event, link.how)
            for event in self.events.values()
            for link in event.people
            if link.to == person
        ]

    def find(self, words: str) -> tuple[Entry, ...]:
        """List who and what bears the words in a name, the best first; all for none."""
        return tuple(found.thing for found in self._by_words.find(words))

    @cached_property
    def _by_words(self) -> Index[Entry]:
        return Index(self.known())

    def known(self) -> Iterator[Known[Entry]]:
        """Tell what people and events are found by."""
        for entry in self:
            names = (entry.name.vi, entry.name.en, *entry.also)
            yield Known(entry, names, (entry.slug,))

    def near(self, slug: str) -> tuple[str, ...]:
        """Return the addresses that look most like one that there is not."""
        return self._near(slug, [one.slug for one in self])

    def _near(self, slug: str, known: Iterable[str]) -> tuple[str, ...]:
        asked, slugs = fold(slug).strip().replace(" ", "-"), list(known)
        inside = [one for one in slugs if asked and asked in one]
        close = get_close_matches(asked, slugs, n=NEAR, cutoff=0.3)
        return tuple(dict.fromkeys([*inside, *close] or slugs))[:NEAR]

    def _among(self, known: Mapping[str, E], slug: str) -> E:
        try:
            return known[slug]
        except KeyError:
            raise EntryNotFound(slug, self._near(slug, known)) from None


def _by_name(person: Person) -> tuple[object, ...]:
    """Sort as Vietnamese lists do: by the last word of the name, then the rest."""
    *family, given = person.name.vi.split()
    return (vietnamese_key(given), vietnamese_key(" ".join(family)))


def _linked(entries: Iterable[E], site: str) -> list[tuple[E, Passage]]:
    return [
        (entry, link.how)
        for entry in entries
        for link in entry.sites
        if link.to == site
    ]
