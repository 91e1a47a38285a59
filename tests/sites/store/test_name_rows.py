from dataclasses import replace
from datetime import date

import pytest

from sites.catalogue import Catalogue
from sites.errors import StoreFailed
from sites.names import Text
from sites.pastnames import PastName, Period
from sites.store.name_rows import citation_rows, past_rows, period_rows, street_rows
from sites.store.store import Store
from sites.streets import NamedStreet
from sites.wards import NamedWard
from tests.sites.factories import KEY, site, source

PERIOD = Period(
    key="xua", name=Text(vi="xưa", en="of old"), since=None, until=1900, sources=(KEY,)
)
NAMES = (
    PastName(
        name="phố B",
        since=1850,
        until=1860,
        period=PERIOD,
        sources=(KEY, "b"),
        spelt=("Rue B", "rue de B"),
    ),
    PastName(name="phố C", part=Text(vi="đầu", en="its head"), sources=("b",)),
)
STREETS = (
    NamedStreet(slug="z", name="Phố Z", once=NAMES),
    NamedStreet(slug="a", name=None, once=(replace(NAMES[0], since=None),)),
)
SOURCES = source(), source("b")


def test_streets_are_read_back_equal_and_in_their_order(store: Store) -> None:
    store.fill(Catalogue((), SOURCES, STREETS))

    assert store.catalogue().streets == STREETS


def test_filling_leaves_no_old_name_behind(store: Store) -> None:
    store.fill(Catalogue((), SOURCES, STREETS))
    store.fill(Catalogue((), SOURCES))

    assert store.catalogue().streets == ()


def test_a_name_that_rests_on_an_unknown_source_is_refused_whole(store: Store) -> None:
    store.fill(Catalogue((), SOURCES, STREETS))

    with pytest.raises(StoreFailed, match=r"(?i)constraint"):
        store.fill(Catalogue((), SOURCES[:1], STREETS))
    assert store.catalogue().streets == STREETS


def test_the_built_in_streets_are_read_back_equal(
    store: Store, built_in: Catalogue
) -> None:
    store.fill(built_in)

    assert store.catalogue().streets == built_in.streets


def test_a_database_of_the_edition_before_has_no_old_names_yet(store: Store) -> None:
    store.fill(Catalogue((), SOURCES))
    store.migrate()

    assert store.catalogue().streets == ()


def test_a_period_is_one_row_however_many_names_speak_of_it() -> None:
    catalogue = Catalogue((), SOURCES, STREETS)

    assert [row["key"] for row in period_rows(catalogue)] == ["xua"]
    assert len(street_rows(STREETS)) == 2
    assert len(past_rows("street", [(s.slug, s.once) for s in STREETS])) == 3
    assert [row["subject"] for row in citation_rows(catalogue)] == [
        "period/xua", "street/z/0", "street/z/0", "street/z/1", "street/a/0",
        "street/a/0",
    ]  # fmt: skip


def test_wards_are_read_back_equal_and_in_their_order(store: Store) -> None:
    wards = (
        NamedWard(
            slug="moi",
            name="Mới",
            since=date(2025, 7, 1),
            note=Text(vi="Chưa rõ.", en="Not clear."),
            sources=("b", KEY),
        ),
        NamedWard(
            slug="cu",
            name="Cũ",
            until=date(2025, 6, 30),
            became=("moi",),
            sources=(KEY,),
        ),
    )
    store.fill(Catalogue((), SOURCES, wards=wards))
    assert store.catalogue().wards == wards

    store.fill(Catalogue((), SOURCES))
    assert store.catalogue().wards == ()


def test_old_names_of_sites_are_read_back_equal(store: Store) -> None:
    sites = (site("a", once=NAMES), site("b"))
    store.fill(Catalogue(sites, SOURCES))

    assert tuple(store.catalogue()) == sites


def test_a_site_with_old_names_is_published_alone(store: Store) -> None:
    store.fill(Catalogue((site("a", once=NAMES),), SOURCES))
    changed = site("a", once=NAMES[1:])
    store.publish(changed)

    assert tuple(store.catalogue()) == (changed,)
