from dataclasses import replace

from sqlalchemy import insert, inspect

from sites.names import Text
from sites.short import new_code
from sites.store import rows
from sites.store.store import Store
from sites.store.tables import SITE
from tests.sites.factories import catalogue, site
from tests.sites.store.conftest import OpenStore

A, B = site("a"), site("b")


def codes(store: Store) -> dict[str, str]:
    known = store.short_addresses().by_code
    return {address.site: code for code, address in known.items()}


def test_each_site_gets_a_code_when_it_is_first_published(store: Store) -> None:
    store.fill(catalogue(A))
    first = codes(store)
    store.publish(B)

    assert first == {"a": new_code("a", ())}
    assert codes(store).keys() == {"a", "b"}


def test_a_code_stays_however_often_the_content_is_loaded(store: Store) -> None:
    store.fill(catalogue(A, B))
    given = codes(store)
    store.fill(catalogue(B))
    store.fill(catalogue(A, B, site("c")))

    assert codes(store).items() >= given.items()


def test_a_code_is_kept_when_its_site_is_gone(store: Store) -> None:
    store.fill(catalogue(A, B))
    store.fill(catalogue(B))
    (once,) = (a for a in store.short_addresses().by_code.values() if a.site == "a")

    assert A.location
    assert (once.name, once.position) == (A.name, A.location.position)


def test_the_last_name_and_position_are_those_that_are_kept(store: Store) -> None:
    store.fill(catalogue(A))
    store.publish(replace(A, name=Text(vi="Mới", en="New"), location=None))
    once = store.short_addresses().once("a")

    assert once
    assert (once.name.vi, once.position) == ("Mới", None)


def test_a_move_is_read_by_every_worker(store: Store, open_store: OpenStore) -> None:
    store.fill(catalogue(B))

    assert store.move("a", "b") == 2
    assert open_store().short_addresses().now("a", {"b"}) == "b"


def test_a_site_may_move_back(store: Store) -> None:
    store.move("a", "b")
    store.move("b", "a")

    assert store.short_addresses().moved == {"b": "a"}


def test_what_was_published_before_there_were_codes_gets_one(
    open_store: OpenStore,
) -> None:
    old = open_store()
    old.migrate("0006_places")
    with old._writing() as connection:  # noqa: SLF001 - as an older edition wrote
        columns = {one["name"] for one in inspect(connection).get_columns("site")}
        for site in (A, B):
            row = rows.site_row(site).items()
            then = {name: value for name, value in row if name in columns}
            connection.execute(insert(SITE).values(then))
    old.migrate()

    assert codes(old) == {slug: new_code(slug, ()) for slug in ("a", "b")}


def test_former_addresses_of_the_content_lead_to_its_sites(store: Store) -> None:
    store.fill(catalogue(A))
    store.fill(catalogue(replace(B, former=("a",))))

    assert store.short_addresses().now("a", {"b"}) == "b"
