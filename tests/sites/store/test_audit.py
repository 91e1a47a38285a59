import pytest
from sqlalchemy import delete, update

from sites.errors import StoreFailed
from sites.store.account_tables import AUDIT
from sites.store.audit import done, note
from sites.store.store import Store


@pytest.fixture
def noted(store: Store) -> Store:
    """A store in which three things were done."""
    for number, about in enumerate(("a", "b", "a")):
        with store.writing() as connection:
            note(connection, "lan", "saved", about, number=number)
    return store


def test_what_was_done_is_listed_newest_first(noted: Store) -> None:
    assert [(one.about, one.more) for one in done(noted)] == [
        ("a", {"number": 2}),
        ("b", {"number": 1}),
        ("a", {"number": 0}),
    ]


def test_it_is_listed_of_one_site(noted: Store) -> None:
    assert [one.more["number"] for one in done(noted, "a")] == [2, 0]


def test_a_long_list_is_gone_on_with(noted: Store) -> None:
    newest, *_rest = done(noted, most=1)

    assert [one.more["number"] for one in done(noted, before=newest.id)] == [1, 0]


def test_the_database_refuses_to_change_a_row(noted: Store) -> None:
    with pytest.raises(StoreFailed, match="only added to"), noted.writing() as it:
        it.execute(update(AUDIT).values(who="nobody"))

    assert {one.who for one in done(noted)} == {"lan"}


def test_the_database_refuses_to_delete_a_row(noted: Store) -> None:
    with pytest.raises(StoreFailed, match="only added to"), noted.writing() as it:
        it.execute(delete(AUDIT))

    assert len(done(noted)) == 3


def test_what_is_not_done_is_not_noted(store: Store) -> None:
    def broken() -> None:
        with store.writing() as connection:
            note(connection, "lan", "saved")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert done(store) == []
