import unicodedata

import pytest

from sites.catalogue import Catalogue
from sites.finding import sites_known
from sites.folding import fold
from sites.model import Address, Site
from sites.names import Text
from sites.search import Index, nearest
from tests.sites.factories import KEY, site

RED = site("chua-do", name=Text(vi="Chùa Đỏ", en="Red Pagoda"))
FERRY = site("chua-do-ngang", name=Text(vi="Chùa Đò", en="Ferry Pagoda"))
HOUSE = site(
    "nha-so-7",
    name=Text(vi="Nhà số 7", en="House No. 7"),
    also=("Trụ sở Tỉnh ủy",),
    address=Address(
        street=Text(vi="ngõ Quảng Lạc", en="Quảng Lạc Alley"), sources=(KEY,)
    ),
)
SITES = (RED, FERRY, HOUSE)


def find(typed: str, sites: tuple[Site, ...]) -> tuple[Site, ...]:
    found = Index(sites_known(sites, ())).find(typed)
    return tuple(one.thing for one in found)


def slugs(found: tuple[Site, ...]) -> list[str]:
    return [site.slug for site in found]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Chùa Cầu Đỏ", "chua cau do"),
        ("ĐƯỜNG Nguyễn Đức Cảnh", "duong nguyen duc canh"),
        ("Quảng Lạc", "quang lac"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_folding_drops_case_and_accents(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("den tien nga", ["den-tien-nga"]),
        ("Đền Tiên Nga", ["den-tien-nga"]),
        ("chua do", ["chua-do"]),
        ("CHUA DO", ["chua-do"]),
        ("quang lac", ["7-ngo-quang-lac", "8-ngo-quang-lac"]),
        ("linh do tu", ["chua-do"]),
    ],
)
def test_the_built_in_sites_are_found_without_accents(
    built_in: Catalogue, typed: str, first: list[str]
) -> None:
    assert slugs(built_in.find(typed))[: len(first)] == first


def test_every_built_in_site_is_found_by_its_names(built_in: Catalogue) -> None:
    for wanted in built_in:
        for name in (wanted.name.vi, wanted.name.en, *wanted.also):
            assert wanted in built_in.find(fold(name))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("chua", ["chua-do", "chua-do-ngang"], id="one word"),
        pytest.param("pag red", ["chua-do"], id="beginnings in any order"),
        pytest.param("so 7", ["nha-so-7"], id="a figure"),
        pytest.param("tinh uy", ["nha-so-7"], id="another name"),
        pytest.param("quang lac", ["nha-so-7"], id="the street"),
        pytest.param("quang-lac, nha", ["nha-so-7"], id="signs part words"),
        pytest.param("uang", [], id="not within a word"),
        pytest.param("chua 7", [], id="every word must match"),
    ],
)
def test_a_site_is_found_by_the_beginnings_of_its_words(
    typed: str, found: list[str]
) -> None:
    assert slugs(find(typed, SITES)) == found


@pytest.mark.parametrize(
    ("typed", "first"),
    [("chùa đò", FERRY), ("đò", FERRY), ("Chùa Đò ", FERRY), ("chùa đỏ", RED)],
)
def test_those_who_type_accents_get_the_same_ones_first(
    typed: str, first: Site
) -> None:
    assert find(typed, SITES)[0] is first
    assert find(unicodedata.normalize("NFD", typed), SITES)[0] is first


def test_a_whole_name_comes_before_a_longer_one() -> None:
    longer = site("a", name=Text(vi="Chùa Đỏ mới", en="New Red Pagoda"))

    assert find("Chùa Đỏ", (longer, RED)) == (RED, longer)
    assert find("chua do", (longer, RED)) == (RED, longer)


def test_a_name_comes_before_two_names_that_are_only_like_it() -> None:
    like_it = site("a", name=Text(vi="Chùa Dò", en="x"), also=("Chùa Đò mới",))

    assert find("Chùa Đò", (like_it, FERRY)) == (FERRY, like_it)


def test_a_name_that_begins_with_the_words_comes_first() -> None:
    landing = site("z", name=Text(vi="Đò ngang", en="Landing"))

    assert find("do", (FERRY, landing)) == (landing, FERRY)


@pytest.mark.parametrize("nothing", ["", "  ", "!?"], ids=repr)
def test_no_words_find_every_site_in_the_order_given(nothing: str) -> None:
    assert find(nothing, SITES) == SITES


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("den-tien-nge", "den-tien-nga"),
        ("Đền Tiên Ngà", "den-tien-nga"),
        ("linh-do", "chua-do"),
        ("den-tga", "den-tien-nga"),
        ("hat lon", "nha-hat-lon"),
    ],
)
def test_a_wrong_address_is_answered_with_the_nearest(
    built_in: Catalogue, typed: str, near: str
) -> None:
    assert nearest(typed, built_in)[0] == near


@pytest.mark.parametrize("typed", ["", "xyzzy"])
def test_something_is_offered_even_where_nothing_is_near(typed: str) -> None:
    assert nearest(typed, SITES, count=2) == ("chua-do", "chua-do-ngang")


def test_no_more_are_offered_than_asked_for_and_none_twice() -> None:
    assert nearest("chua-do", SITES, count=2) == ("chua-do", "chua-do-ngang")
    assert nearest("chua-do", SITES, count=1) == ("chua-do",)


def test_nothing_can_be_near_in_an_empty_catalogue() -> None:
    assert nearest("chua-do", Catalogue()) == ()
