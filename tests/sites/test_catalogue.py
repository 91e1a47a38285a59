from datetime import date

import pytest

from sites.catalogue import Catalogue
from sites.city import HAI_PHONG
from sites.errors import SiteNotFound
from sites.names import Text
from tests.sites.factories import catalogue, festival, site, source


def test_sites_come_in_the_order_of_their_addresses() -> None:
    found = catalogue(site("c"), site("a"), site("b"))

    assert [site.slug for site in found] == ["a", "b", "c"]
    assert len(found) == 3


def test_sources_keep_their_order() -> None:
    found = catalogue(sources=(source("b"), source("a")))

    assert list(found.sources) == ["b", "a"]


def test_a_site_is_got_by_its_address() -> None:
    wanted = site("b")

    assert catalogue(site("a"), wanted).get("b") is wanted


def test_a_wrong_address_says_what_may_have_been_meant() -> None:
    pagoda = site("chua-do", name=Text(vi="Chùa Đỏ", en="Red Pagoda"))

    with pytest.raises(SiteNotFound, match="did you mean chua-do") as missing:
        catalogue(pagoda, site("ga")).get("chua-du")

    assert missing.value.values["slug"] == "chua-du"
    assert missing.value.near[0] == "chua-do"


def test_sites_are_found_by_words() -> None:
    pagoda = site("chua-do", name=Text(vi="Chùa Đỏ", en="Red Pagoda"))

    assert catalogue(pagoda, site("ga")).find("red") == (pagoda,)


def test_a_catalogue_cannot_be_changed() -> None:
    found = catalogue(site("a"))

    with pytest.raises(TypeError):
        found.sites["b"] = site("b")  # type: ignore[index]
    with pytest.raises(TypeError):
        found.sources["b"] = source("b")  # type: ignore[index]


def test_an_empty_catalogue_is_the_first_edition_of_our_city() -> None:
    empty = Catalogue()

    assert list(empty) == []
    assert (empty.city, empty.edition) == (HAI_PHONG, 0)


def test_festivals_of_all_sites_are_listed_next_first() -> None:
    early = festival(8, 2, key="early")
    late = festival(15, 8, key="late")
    found = catalogue(site("a", festivals=(late,)), site("b", festivals=(early,)))

    coming = found.festivals(date(2027, 1, 1), 2)

    assert [(held.festival.key, held.year, where.slug) for held, where in coming] == [
        ("early", 2027, "b"),
        ("late", 2027, "a"),
        ("early", 2028, "b"),
        ("late", 2028, "a"),
    ]
