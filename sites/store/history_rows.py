"""Between people and events and their rows: what is written is read back equal."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Table

from sites import dates
from sites.dates import Told
from sites.history import Entry, Event, History, Link, Person
from sites.model import Kind
from sites.names import LANGUAGES
from sites.sources import Claim, Passage
from sites.store.columns import (
    Citations,
    Parts,
    Row,
    both,
    certain,
    citations,
    subject,
    text_of,
)
from sites.store.history_tables import (
    ENTRY,
    ENTRY_ALIAS,
    ENTRY_CITATION,
    ENTRY_CLAIM,
    ENTRY_DATE,
    ENTRY_LINK,
)

PARTS = (ENTRY_ALIAS, ENTRY_DATE, ENTRY_LINK, ENTRY_CLAIM, ENTRY_CITATION)
"""What an entry has many of, a table each."""

PERSON, EVENT, SITE = "person", "event", "site"


def rows_of(entry: Entry) -> list[tuple[Table, list[dict[str, Any]]]]:
    """Turn a person or an event into rows, in the order they have to be written."""
    owner = {"entry": entry.slug}
    told = list(_dates(entry))
    return [
        (ENTRY, [_entry_row(entry)]),
        (
            ENTRY_ALIAS,
            [{**owner, "place": n, "name": name} for n, name in enumerate(entry.also)],
        ),
        (
            ENTRY_DATE,
            [
                {**owner, "part": part, "place": place, **_date_row(one)}
                for part, place, one in told
            ],
        ),
        (ENTRY_LINK, [{**owner, **row} for row in _link_rows(entry)]),
        (ENTRY_CLAIM, [{**owner, **row} for row in _claim_rows(entry)]),
        (ENTRY_CITATION, [{**owner, **row} for row in _citation_rows(entry, told)]),
    ]


def history_of(entries: Iterable[Row], parts: Mapping[str, Parts]) -> History:
    """Put all people and events together.

    Args:
        entries: the rows of ENTRY.
        parts: the rows of every other table, by table name, by address.
    """
    people: list[Person] = []
    events: list[Event] = []
    for row in entries:
        own = {name: grouped.get(row["slug"], ()) for name, grouped in parts.items()}
        if row["sort"] == EVENT:
            events.append(_event(row, own))
        else:
            people.append(_person(row, own))
    return History(people, events)


def by_entry(rows: Iterable[Row]) -> dict[str, Sequence[Row]]:
    """Group rows by their entry, in the order they come."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["entry"]].append(row)
    return dict(grouped)


def _entry_row(entry: Entry) -> dict[str, Any]:
    event = isinstance(entry, Event)
    return {
        "slug": entry.slug,
        "sort": EVENT if event else PERSON,
        "kind": entry.kind.value if isinstance(entry, Event) else None,
        **both("name", entry.name),
    }


def _dates(entry: Entry) -> Iterator[tuple[str, int, Told]]:
    parts: dict[str, tuple[Told, ...]] = {}
    if isinstance(entry, Event):
        parts = {"when": entry.when}
    elif isinstance(entry, Person):
        parts = {"born": entry.born, "died": entry.died}
    for part, told in parts.items():
        yield from ((part, place, one) for place, one in enumerate(told))


def _date_row(told: Told) -> dict[str, Any]:
    return {"told": told.written, "lunar": told.lunar, **both("words", told.words)}


def _link_rows(entry: Entry) -> Iterator[dict[str, Any]]:
    for place, link in enumerate(entry.links):
        sort = SITE if place < len(entry.sites) else PERSON
        yield {"place": place, "sort": sort, "target": link.to}


def _passages(entry: Entry) -> Iterator[tuple[str, Passage]]:
    yield "lede", entry.lede
    for number, passage in enumerate(entry.story):
        yield subject("story", number), passage
    for number, link in enumerate(entry.links):
        yield subject("link", number), link.how


def _claims(entry: Entry) -> Iterator[tuple[str, str, int, Claim]]:
    for name, passage in _passages(entry):
        for language in LANGUAGES:
            for place, claim in enumerate(passage.in_(language)):
                yield name, language, place, claim


def _claim_rows(entry: Entry) -> Iterator[dict[str, Any]]:
    for name, language, place, claim in _claims(entry):
        yield {
            "passage": name,
            "language": language,
            "place": place,
            "text": claim.text,
        }


def _citation_rows(
    entry: Entry, told: Iterable[tuple[str, int, Told]]
) -> Iterator[dict[str, Any]]:
    cited = {subject(part, place): one.sources for part, place, one in told}
    for name, language, place, claim in _claims(entry):
        cited[subject("claim", name, language, place)] = claim.sources
    for what, keys in cited.items():
        for place, key in enumerate(keys):
            yield {"subject": what, "place": place, "source": key}


def _person(row: Row, parts: Parts) -> Person:
    cited = citations(parts[ENTRY_CITATION.name])
    return Person(
        **_common(row, parts, cited),
        born=_told(parts, "born", cited),
        died=_told(parts, "died", cited),
    )


def _event(row: Row, parts: Parts) -> Event:
    cited = citations(parts[ENTRY_CITATION.name])
    return Event(
        **_common(row, parts, cited),
        kind=Kind(row["kind"]),
        when=_told(parts, "when", cited),
        people=_links(parts, PERSON, cited),
    )


def _common(row: Row, parts: Parts, cited: Citations) -> dict[str, Any]:
    names = {claim["passage"] for claim in parts[ENTRY_CLAIM.name]}
    stories = sum(name.startswith("story/") for name in names)
    return {
        "slug": row["slug"],
        "name": certain(row, "name"),
        "also": tuple(alias["name"] for alias in parts[ENTRY_ALIAS.name]),
        "lede": _passage(parts, "lede", cited),
        "story": tuple(
            _passage(parts, subject("story", n), cited) for n in range(stories)
        ),
        "sites": _links(parts, SITE, cited),
    }


def _links(parts: Parts, sort: str, cited: Citations) -> tuple[Link, ...]:
    return tuple(
        Link(
            to=row["target"],
            how=_passage(parts, subject("link", row["place"]), cited),
        )
        for row in parts[ENTRY_LINK.name]
        if row["sort"] == sort
    )


def _passage(parts: Parts, name: str, cited: Citations) -> Passage:
    found: dict[str, list[Claim]] = {language: [] for language in LANGUAGES}
    for row in parts[ENTRY_CLAIM.name]:
        if row["passage"] == name:
            what = subject("claim", name, row["language"], row["place"])
            found[row["language"]].append(Claim(row["text"], cited.get(what, ())))
    return Passage(vi=tuple(found["vi"]), en=tuple(found["en"]))


def _told(parts: Parts, part: str, cited: Citations) -> tuple[Told, ...]:
    return tuple(
        dates.read(
            row["told"],
            lunar=row["lunar"],
            words=text_of(row, "words"),
            sources=cited.get(subject(part, row["place"]), ()),
        )
        for row in parts[ENTRY_DATE.name]
        if row["part"] == part
    )
