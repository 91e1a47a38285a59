import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from sqlalchemy import insert, inspect

from sites.catalogue import Catalogue
from sites.city import HAI_PHONG
from sites.errors import StoreFailed
from sites.model import Site
from sites.names import Text
from sites.store import engine, rows
from sites.store.store import Store
from sites.store.tables import CITATION, CLAIM, SITE, SOURCE
from tests.sites.factories import FESTIVE, catalogue, claims, passage, site, source
from tests.sites.store.conftest import OpenStore

A, B = site("a"), site("b")
PASSWORD = "swordfish"


def state(store: Store) -> tuple[int, list[Site], list[str]]:
    """Everything that a store holds: edition, sites and sources."""
    found = store.catalogue()
    return found.edition, list(found), list(found.sources)


def unsourced(slug: str) -> Site:
    """A site that rests on a source that nobody knows."""
    return site(slug, lede=replace(passage(), en=claims("A.", sources=("nobody",))))


def test_a_store_may_be_migrated_twice(store: Store) -> None:
    store.fill(catalogue(A))

    store.migrate()
    store.migrate()

    assert state(store) == (1, [A], ["a-source"])


def test_two_workers_may_migrate_at_once(open_store: OpenStore) -> None:
    stores = [open_store() for _ in range(4)]

    with ThreadPoolExecutor(len(stores)) as pool:
        done = [pool.submit(store.migrate) for store in stores]

    assert [migration.result() for migration in done] == [None] * 4
    assert stores[0].edition() == 0


def test_nothing_was_ever_published_in_a_new_store(store: Store) -> None:
    assert state(store) == (0, [], [])


def test_a_store_without_tables_fails_with_a_sentence(open_store: OpenStore) -> None:
    with pytest.raises(StoreFailed, match="look at GUIDE_DATABASE_URL"):
        open_store().edition()


def test_the_built_in_catalogue_is_read_back_equal(
    store: Store, built_in: Catalogue
) -> None:
    assert store.fill(built_in) == 1

    found = store.catalogue()
    assert list(found) == list(built_in)
    assert list(found.sources.items()) == list(built_in.sources.items())
    assert (found.city, found.edition) == (HAI_PHONG, 1)


def test_hours_and_festivals_are_read_back_equal(store: Store) -> None:
    other = replace(FESTIVE, slug="other", festivals=())
    store.fill(catalogue(A, FESTIVE, other))

    assert list(store.catalogue()) == [A, FESTIVE, other]


def test_nothing_of_the_old_hours_and_festivals_stays(store: Store) -> None:
    store.fill(catalogue(FESTIVE))

    store.publish(site("festive"))

    assert list(store.catalogue()) == [site("festive")]


def test_a_store_of_the_first_edition_keeps_its_sites(open_store: OpenStore) -> None:
    old = open_store()
    old.migrate("0001")
    with old._writing() as connection:  # noqa: SLF001 - as the first edition wrote
        connection.execute(insert(SOURCE), [rows.source_row(source(), 0)])
        columns = {one["name"] for one in inspect(connection).get_columns("site")}
        then = {k: v for k, v in rows.site_row(A).items() if k in columns}
        connection.execute(insert(SITE).values(then).inline())
        connection.execute(insert(CLAIM), rows.claim_rows(A))
        connection.execute(insert(CITATION), rows.citation_rows(A))

    old.migrate()

    assert list(old.catalogue()) == [A]


def test_filling_replaces_everything(store: Store) -> None:
    store.fill(catalogue(A, B, sources=(source("x"), source())))

    assert store.fill(catalogue(B)) == 2

    assert state(store) == (2, [B], ["a-source"])


def test_an_empty_catalogue_may_be_filled_in(store: Store) -> None:
    store.fill(catalogue(A))
    store.fill(Catalogue())

    assert state(store) == (2, [], [])


def test_a_new_store_is_seeded_once(store: Store) -> None:
    store.seed(lambda: catalogue(A))
    store.seed(lambda: pytest.fail("the content is not even read"))

    assert state(store) == (1, [A], ["a-source"])


def test_seeding_never_overwrites_what_another_worker_published(
    store: Store, open_store: OpenStore
) -> None:
    def slowly() -> Catalogue:
        open_store().fill(catalogue(B))
        return catalogue(A)

    store.seed(slowly)

    assert state(store) == (1, [B], ["a-source"])


def test_publishing_adds_a_site_and_counts_the_edition(store: Store) -> None:
    store.fill(catalogue(A))

    assert store.publish(B) == 2
    assert store.edition() == 2
    assert state(store) == (2, [A, B], ["a-source"])


def test_publishing_leaves_nothing_of_the_version_before(store: Store) -> None:
    longer = replace(
        A, also=("Tên khác",), story=(passage(), passage()), name=Text(vi="x", en="x")
    )
    store.fill(catalogue(longer))

    store.publish(A)

    assert state(store) == (2, [A], ["a-source"])


WRITE: dict[str, Callable[[Store], object]] = {
    "publish a new site": lambda store: store.publish(unsourced("c")),
    "publish a site again": lambda store: store.publish(unsourced("a")),
    "fill": lambda store: store.fill(catalogue(B, unsourced("a"))),
    "interest out of range": lambda store: store.publish(site("a", interest=6)),
}


@pytest.mark.parametrize("write", WRITE.values(), ids=WRITE)
def test_what_is_refused_leaves_everything_as_it_was(
    store: Store, write: Callable[[Store], object]
) -> None:
    store.fill(catalogue(A, B))
    before = state(store)

    with pytest.raises(StoreFailed, match=r"(?i)constraint"):
        write(store)

    assert state(store) == before


class Breaking(Catalogue):
    """Breaks off in the middle, like a program that is stopped."""

    def __iter__(self) -> Iterator[Site]:
        yield from list(super().__iter__())[:1]
        raise KeyboardInterrupt


def test_a_writer_that_is_stopped_leaves_everything_as_it_was(store: Store) -> None:
    store.fill(catalogue(A))
    before = state(store)

    with pytest.raises(KeyboardInterrupt):
        store.fill(Breaking([B, site("c")], [source()]))

    assert state(store) == before


class Slow(Catalogue):
    """Lets a writer stop in the middle until it is told to go on."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.begun, self.go_on = Event(), Event()

    def __iter__(self) -> Iterator[Site]:
        self.begun.set()
        assert self.go_on.wait(timeout=4)
        return super().__iter__()


def test_a_second_writer_waits_for_the_first(
    store: Store, open_store: OpenStore
) -> None:
    slow = Slow([A], [source()])
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(store.fill, slow)
        assert slow.begun.wait(timeout=4)
        second = pool.submit(open_store().publish, B)

        assert not wait([second], timeout=0.2).done

        slow.go_on.set()
        assert (first.result(), second.result()) == (1, 2)
    assert state(store) == (2, [A, B], ["a-source"])


def test_a_reader_does_not_wait_for_a_writer(
    store: Store, open_store: OpenStore
) -> None:
    store.fill(catalogue(B))
    slow = Slow([A], [source()])
    with ThreadPoolExecutor(1) as pool:
        pool.submit(store.fill, slow)
        assert slow.begun.wait(timeout=4)

        assert state(open_store()) == (1, [B], ["a-source"])

        slow.go_on.set()


def test_no_edition_is_lost_when_two_workers_publish(
    store: Store, open_store: OpenStore
) -> None:
    store.fill(catalogue())
    workers = [store, open_store()]

    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(workers[n % 2].publish, site(f"s-{n}")) for n in range(8)]

    assert sorted(edition.result() for edition in done) == list(range(2, 10))
    assert len(store.catalogue()) == 8


def test_a_catalogue_is_of_one_edition_while_another_worker_publishes(
    store: Store, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.fill(catalogue(replace(A, also=("Tên cũ",))))
    before, other, grouped = state(store), open_store(), rows.by_site

    def meanwhile(found: Any) -> Any:
        monkeypatch.setattr(rows, "by_site", grouped)
        read = grouped(found)
        other.publish(replace(A, story=(passage(),), interest=5))
        return read

    monkeypatch.setattr(rows, "by_site", meanwhile)

    assert state(store) == before
    assert store.edition() == 2


def test_another_worker_sees_what_was_published(
    store: Store, open_store: OpenStore
) -> None:
    other = open_store()
    store.fill(catalogue(A))
    other.publish(B)

    assert state(store) == state(other) == (2, [A, B], ["a-source"])


def test_what_was_published_is_there_after_closing(
    store: Store, open_store: OpenStore
) -> None:
    store.fill(catalogue(A))
    store.close()

    assert state(open_store()) == (1, [A], ["a-source"])


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://guide:{PASSWORD}@127.0.0.1:1/guide",
        f"postgresql://guide:{PASSWORD}@127.0.0.1:1/guide?colour=red",
        f"postgresql://guide:{PASSWORD}@127.0.0.1:port/guide",
        f"mysql://guide:{PASSWORD}@127.0.0.1/guide",
        f"postgresql+smoke://guide:{PASSWORD}@127.0.0.1/guide",
        f"guide:{PASSWORD}@127.0.0.1",
        "sqlite:////no/such/folder/guide.db",
        "",
    ],
)
def test_a_failure_is_a_sentence_without_the_password(url: str) -> None:
    with pytest.raises(StoreFailed, match=r"^the database did not answer \(") as failed:
        Store(url).edition()

    assert failed.value.values["problem"]
    assert PASSWORD not in "".join(traceback.format_exception(failed.value))


def test_a_file_that_is_no_database_is_named_so(tmp_path: Path) -> None:
    (tmp_path / "guide.db").write_text("Dear diary, " * 100, "utf-8")

    with pytest.raises(StoreFailed, match="file is not a database"):
        Store(f"sqlite:///{tmp_path / 'guide.db'}").edition()


def test_a_writer_does_not_wait_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    url = f"sqlite:///{tmp_path / 'guide.db'}"
    first, second, slow = Store(url), Store(url), Slow()
    first.migrate()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(first.fill, slow)
        assert slow.begun.wait(timeout=4)

        with pytest.raises(StoreFailed, match="database is locked"):
            second.publish(A)

        slow.go_on.set()
    first.close()
    second.close()
