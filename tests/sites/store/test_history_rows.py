from collections.abc import Iterable
from dataclasses import replace

import pytest

from sites.catalogue import Catalogue
from sites.history import Entry, Event, History, Person
from sites.intake import read_content
from sites.model import Kind
from sites.names import Text
from sites.sources import Passage
from sites.store import history_rows
from sites.store.columns import Row
from sites.store.store import Store
from tests.sites.factories import catalogue, claims, passage, site, source
from tests.sites.history import event, link, person, told

TRICKY = 'Đền "A & B" <1>; \'); DROP TABLE entry; --'

ENTRIES: dict[str, Entry] = {
    "a bare person": person(),
    "a person": person(
        also=("Một", "Hai"),
        story=tuple(passage(f"Câu {n}.", f"Sentence {n}.") for n in range(12)),
        sites=(link("b"), link("a")),
        born=(told("1867"), told("1868~")),
        died=(told("1940-10-29"),),
    ),
    "an event": event(
        kind=Kind.LANDMARK,
        when=(
            told("1904", words=Text(vi="đầu năm", en="early")),
            told("2025-02-08", lunar=True),
        ),
        sites=(link("a"),),
        people=(link("c"), link("a-person")),
    ),
    "tricky words": person(
        name=Text(vi=TRICKY, en=TRICKY), also=(TRICKY,), lede=passage(TRICKY, TRICKY)
    ),
    "several sources": event(
        lede=Passage(
            vi=claims("Một.", "Hai.", sources=("b", "a")), en=claims("One.", "Two.")
        )
    ),
    "one language": person(lede=Passage(vi=claims("Một."), en=())),
}


def written_and_read(entry: Entry) -> History:
    rows = {table.name: list(found) for table, found in history_rows.rows_of(entry)}
    parts = {
        table.name: history_rows.by_entry(shuffled(rows[table.name]))
        for table in history_rows.PARTS
    }
    return history_rows.history_of(rows["entry"], parts)


def shuffled(rows: Iterable[Row]) -> list[Row]:
    """Order rows as a database does, by their keys: "story/10" before "story/2"."""
    keys = ("part", "passage", "language", "subject")
    return sorted(rows, key=lambda row: [str(row.get(key, "")) for key in keys])


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_what_is_written_is_read_back_equal(entry: Entry) -> None:
    assert list(written_and_read(entry)) == [entry]


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_a_database_gives_back_what_was_filled_in(store: Store, entry: Entry) -> None:
    keys = ("a-source", "a", "b")
    filled = Catalogue((), [source(key) for key in keys], history=only(entry))

    store.fill(filled)

    assert list(store.catalogue().history) == [entry]


def only(entry: Entry) -> History:
    people = [entry] if isinstance(entry, Person) else []
    return History(people, [entry] if isinstance(entry, Event) else [])


def test_the_built_in_history_is_read_back_equal(store: Store) -> None:
    content = read_content()

    store.fill(content)

    assert list(store.catalogue().history) == list(content.history)


def test_filling_again_leaves_nothing_behind(store: Store) -> None:
    store.fill(Catalogue((), [source()], history=History([person()], [event()])))

    store.fill(catalogue())

    assert len(store.catalogue().history) == 0


def test_a_site_that_is_published_anew_keeps_its_links(store: Store) -> None:
    temple = site("temple")
    history = History([person(sites=(link("temple"),))])
    store.fill(Catalogue([temple], [source()], history=history))

    store.publish(replace(temple, interest=5))

    assert [p.slug for p, _how in store.catalogue().history.people_at("temple")] == [
        "a-person"
    ]
