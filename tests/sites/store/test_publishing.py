import pytest
from sqlalchemy import select

from sites.store import published, publishing
from sites.store.store import Store
from sites.store.tables import SITE
from tests.sites.factories import catalogue, site

A, B = site("a"), site("b")


def test_what_is_published_within_a_transaction_is_there_when_it_ends(
    store: Store,
) -> None:
    store.fill(catalogue(A))
    with store.writing() as connection:
        assert publishing.publish(connection, B) == 2

    assert list(store.catalogue()) == [A, B]
    assert store.short_addresses().code_of("b")


def test_a_transaction_that_fails_publishes_nothing(store: Store) -> None:
    store.fill(catalogue(A))

    def fail() -> None:
        with store.writing() as connection:
            publishing.publish(connection, B)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert (store.edition(), list(store.catalogue())) == (1, [A])


def test_a_site_that_is_withdrawn_goes_with_all_its_parts(store: Store) -> None:
    store.fill(catalogue(A, B))
    with store.writing() as connection:
        assert publishing.withdraw(connection, "a") == 2
        assert connection.execute(select(SITE.c.slug)).scalars().all() == ["b"]

    assert list(store.catalogue()) == [B]


def test_a_site_that_moves_is_found_under_its_new_address(store: Store) -> None:
    store.fill(catalogue(A, B))
    with store.writing() as connection:
        publishing.move(connection, "a", "b")

    assert store.short_addresses().now("a", {"b"}) == "b"


def test_the_catalogue_is_read_of_one_city(store: Store) -> None:
    store.fill(catalogue(A))
    with store.reading() as connection:
        found = published.catalogue(connection, catalogue().city)

    assert list(found) == [A]
    assert found.edition == publishing_edition(store)


def publishing_edition(store: Store) -> int:
    with store.reading() as connection:
        return publishing.edition(connection)
