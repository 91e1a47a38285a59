from dataclasses import replace

import pytest

from sites.staff.draft import Change, Draft
from sites.staff.errors import NoDraft, Overtaken
from sites.staff.moves import State
from sites.store import draft_rows
from sites.store.store import Store
from tests.sites.store.test_drafts import NOW

DRAFT = Draft(
    site="a",
    version=1,
    state=State.DRAFT,
    document={"name": {"vi": "Đền"}},
    by="lan",
    at=NOW,
    authors=("lan",),
)


def put(store: Store, draft: Draft) -> None:
    with store.writing() as connection:
        draft_rows.put(connection, draft)


def at(store: Store, published: dict[str, object] | None = None) -> Draft:
    with store.reading() as connection:
        return draft_rows.draft_at(connection, "a", published)


def test_what_is_put_is_read_back_equal(store: Store) -> None:
    put(store, DRAFT)

    assert at(store) == DRAFT


def test_a_version_is_put_over_the_one_before_it_only(store: Store) -> None:
    put(store, DRAFT)
    put(store, replace(DRAFT, version=2))

    with pytest.raises(Overtaken):
        put(store, replace(DRAFT, version=2))
    with pytest.raises(Overtaken):
        put(store, replace(DRAFT, version=4))


def test_what_nobody_worked_on_is_what_is_published(store: Store) -> None:
    found = at(store, {"x": 1})

    assert (found.version, found.state) == (0, State.PUBLISHED)
    assert found.document == {"x": 1}


def test_what_is_not_there_at_all_is_said(store: Store) -> None:
    with pytest.raises(NoDraft):
        at(store)


def test_what_was_published_otherwise_since_counts(store: Store) -> None:
    put(store, replace(DRAFT, state=State.PUBLISHED))

    assert at(store, {"newer": True}).document == {"newer": True}


def test_revisions_are_counted_by_site(store: Store) -> None:
    change = Change(version=1, document={})
    with store.writing() as connection:
        numbers = [
            draft_rows.keep(connection, replace(DRAFT, site=site), change, "lan", NOW)
            for site in ("a", "a", "b", "a")
        ]

    assert numbers == [1, 2, 1, 3]
