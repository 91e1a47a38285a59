"""People and events with as little in them as possible."""

from dataclasses import replace
from typing import Any

from sites import dates
from sites.dates import Told
from sites.history import Event, Link, Person
from sites.model import Kind
from sites.names import Text
from tests.sites.factories import KEY, passage


def told(written: str = "1904", **more: Any) -> Told:
    return dates.read(written, sources=(KEY,), **more)


def link(to: str, vi: str = "Ở đây.", en: str = "Here.") -> Link:
    return Link(to=to, how=passage(vi, en))


def person(slug: str = "a-person", **changes: Any) -> Person:
    valid = Person(slug=slug, name=Text(vi="Một người", en="A person"), lede=passage())
    return replace(valid, **changes)


def event(slug: str = "an-event", written: str = "1904", **changes: Any) -> Event:
    valid = Event(
        slug=slug,
        name=Text(vi="Một việc", en="An event"),
        lede=passage(),
        kind=Kind.WAR,
        when=(told(written),),
    )
    return replace(valid, **changes)
