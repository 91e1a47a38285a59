"""People and events as the documents that the content files hold."""

from collections.abc import Iterable
from typing import Any

from sites.dates import Told
from sites.fields import UNKNOWN
from sites.history import Entry, Event, Link, Person
from sites.site_out import Document, both, passage, some


def person(one: Person) -> Document:
    """Write a person."""
    return {
        **_common(one),
        "born": _told(one.born) or UNKNOWN,
        "died": _told(one.died) or UNKNOWN,
    }


def event(one: Event) -> Document:
    """Write an event."""
    return {
        "kind": one.kind.value,
        **_common(one),
        "when": _told(one.when),
        "people": _links("person", one.people),
    }


def _common(one: Entry) -> Document:
    return {
        "name": both(one.name),
        "also": list(one.also),
        "lede": passage(one.lede),
        "story": [passage(each) for each in one.story],
        "sites": _links("site", one.sites),
    }


def _links(noun: str, links: Iterable[Link]) -> list[dict[str, Any]]:
    return [{noun: link.to, "how": passage(link.how)} for link in links]


def _told(dates: Iterable[Told]) -> list[Document]:
    return [
        {
            "date": told.written,
            **some("lunar", told.lunar),
            **some("words", both(told.words)),
            "sources": list(told.sources),
        }
        for told in dates
    ]
