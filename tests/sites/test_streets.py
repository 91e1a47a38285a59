import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites.catalogue import Catalogue
from sites.folding import fold
from sites.names import Text
from sites.pastnames import PastName, Period
from sites.streets import NamedStreet, key_of

FRENCH = Period(
    key="phap",
    name=Text(vi="thời Pháp", en="under the French"),
    since=1874,
    until=1955,
    sources=("history",),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Phố Cầu Đất", "Cầu Đất", id="without its word"),
        pytest.param("Phố Cầu Đất", "Đường Cầu Đất", id="another word"),
        pytest.param("Đại lộ Lê Hồng Phong", "lê  hồng phong", id="small letters"),
        pytest.param("Phố Lê Lợi", "pho le loi", id="no accents"),
        pytest.param("Phố Hoà Bình", "Phố Hòa Bình", id="an accent elsewhere"),
        pytest.param("Phố Lê Lợi", "Pho\u0302\u0301 Lê Lợi", id="decomposed"),
    ],
)
def test_one_street_may_be_spelt_in_several_ways(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phố Lê Lợi", "Phố Lê Lai"),
        ("Phố Cầu Đất", "Phố Đất"),
        ("Phố Lê Lợi", "Ngõ 15 Lê Lợi"),
        ("Phố Lê Lợi", "Phố Lê Lợi 2"),
        ("Phố Hai Bà Trưng (Cát Dài)", "Phố Hai Bà Trưng"),
    ],
)
def test_everything_else_counts(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


def test_a_street_called_by_its_common_word_alone_keeps_it() -> None:
    assert key_of("Phố") == "pho"
    assert key_of("Phố Mới") == "moi"


@given(st.text(alphabet="Phố Đường Lêợiaăâbcdđ", max_size=20))
def test_a_key_does_not_change_with_accents_and_capitals(name: str) -> None:
    assert key_of(fold(name)) == key_of(name.upper()) == key_of(name)


@pytest.mark.parametrize(
    ("since", "until", "year", "held"),
    [
        pytest.param(1900, 1925, 1899, False, id="before"),
        pytest.param(1900, 1925, 1900, True, id="its first year"),
        pytest.param(1900, 1925, 1925, True, id="its last year"),
        pytest.param(1900, 1925, 1926, False, id="after"),
        pytest.param(1900, None, 1899, False, id="before, with an open end"),
        pytest.param(1900, None, 1900, None, id="nobody knows how long"),
        pytest.param(None, 1925, 1925, None, id="nobody knows since when"),
        pytest.param(None, 1925, 1926, False, id="after, with an open beginning"),
        pytest.param(None, None, 1925, None, id="no year at all"),
    ],
)
def test_a_name_held_in_its_years(
    since: int | None,
    until: int | None,
    year: int,
    held: bool | None,  # noqa: FBT001 - the answer, not a switch
) -> None:
    assert PastName(name="phố X", since=since, until=until).held_in(year) is held


def test_a_period_says_when_a_name_may_have_held() -> None:
    name = PastName(name="phố X", period=FRENCH)

    assert [name.held_in(year) for year in (1873, 1874, 1955, 1956)] == [
        False, None, None, False
    ]  # fmt: skip


def test_years_and_period_both_count() -> None:
    name = PastName(name="phố X", since=1950, until=1960, period=FRENCH)

    assert [name.held_in(year) for year in (1949, 1950, 1955, 1956)] == [
        False, True, True, False
    ]  # fmt: skip


def test_a_street_cites_each_source_once() -> None:
    names = (
        PastName(name="phố X", period=FRENCH, sources=("book", "history")),
        PastName(name="phố Y", sources=("map", "book")),
    )

    found = NamedStreet(slug="z", name="Phố Z", once=names).sources
    assert found == ("book", "history", "map")


@pytest.mark.parametrize("name", ["Phố Lê Lợi", "Lê Lợi", "Đường Lê Lợi", "le loi"])
def test_streets_of_packs_find_their_old_names(built_in: Catalogue, name: str) -> None:
    found = built_in.street(name)

    assert found
    assert [old.name for old in found.once] == ["phố Bengích"]


def test_every_old_name_of_the_built_in_content_cites_a_source(
    built_in: Catalogue,
) -> None:
    for street in built_in.streets:
        assert {*street.sources} <= built_in.sources.keys()
        assert all(name.sources for name in street.once)


def test_a_street_without_a_present_name_is_kept_but_found_under_none(
    built_in: Catalogue,
) -> None:
    unplaced = [street for street in built_in.streets if street.name is None]

    assert [name.name for street in unplaced for name in street.once] == ["phố Lindơ"]
    assert built_in.street("phố Lindơ") is None
