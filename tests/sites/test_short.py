import pytest

from sites.catalogue import Catalogue
from sites.names import Text
from sites.position import Position
from sites.short import (
    ALPHABET,
    LENGTH,
    TRIES,
    ShortAddress,
    ShortAddresses,
    nearest_to,
    new_code,
    read_code,
)
from tests.sites.factories import location, site


def address(code: str, slug: str) -> ShortAddress:
    return ShortAddress(code=code, site=slug, name=Text(vi=slug, en=slug))


def test_no_sign_of_a_code_is_taken_for_another() -> None:
    assert not set("ILOUAE") & set(ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET)


def test_a_site_gets_the_same_code_wherever_the_guide_is_set_up() -> None:
    assert new_code("den-nghe", ()) == new_code("den-nghe", {"ZZZZ"})
    assert len(new_code("den-nghe", ())) == LENGTH


def test_a_code_that_is_taken_is_not_given_again() -> None:
    taken = {new_code("den-nghe", ())}

    assert new_code("den-nghe", taken) not in taken


def test_where_many_codes_are_taken_a_longer_one_is_given() -> None:
    taken: set[str] = set()
    for _ in range(TRIES):
        taken.add(new_code("den-nghe", taken))

    assert {len(code) for code in taken} == {LENGTH}
    assert len(new_code("den-nghe", taken)) == LENGTH + 1


def test_the_built_in_sites_have_codes_of_their_own(built_in: Catalogue) -> None:
    taken: set[str] = set()
    for one in built_in:
        taken.add(new_code(one.slug, taken))

    assert len(taken) == len(built_in)


@pytest.mark.parametrize("typed", ["10B2", "io b2", " Lo-b2", "l0B2\n"])
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read_code(typed) == "10B2"


@pytest.mark.parametrize(
    ("moved", "slug", "now"),
    [
        pytest.param({}, "a", "a", id="still there"),
        pytest.param({"old": "a"}, "old", "a", id="renamed"),
        pytest.param({"older": "old", "old": "a"}, "older", "a", id="renamed twice"),
        pytest.param({"one": "a", "two": "a"}, "two", "a", id="merged"),
        pytest.param({"a": "b"}, "a", "a", id="there again"),
        pytest.param({}, "gone", None, id="gone"),
        pytest.param({"old": "gone"}, "old", None, id="moved, then gone"),
        pytest.param({"x": "y", "y": "x"}, "x", None, id="in a circle"),
    ],
)
def test_an_old_address_leads_to_where_the_site_is_now(
    moved: dict[str, str], slug: str, now: str | None
) -> None:
    assert ShortAddresses(moved=moved).now(slug, {"a"}) == now


def test_what_was_ever_published_is_known() -> None:
    known = ShortAddresses(by_code={"B1": address("B1", "a")})

    assert known.code_of("a") == "B1"
    assert known.once("a") == address("B1", "a")
    assert known.code_of("b") is None
    assert known.once("b") is None


def test_the_sites_next_to_a_position_are_found_and_no_others() -> None:
    row = [site(f"s{n}", location=location(20.86, 106.69 + n / 1000)) for n in range(5)]
    lost = site("lost", location=None)

    assert nearest_to(Position(20.86, 106.6951), [lost, *row]) == ("s4", "s3", "s2")
    assert nearest_to(Position(20.86, 106.69), [lost]) == ()
