from dataclasses import replace

import pytest

from guide.around import Around
from guide.old_names import (
    LEAST_M,
    OPENSTREETMAP,
    Held,
    Told,
    Walked,
    once,
    steps_told,
    told,
    walked,
)
from guide.tour import Tour
from guide.wishes import OldNames
from sites.catalogue import Catalogue
from sites.names import Text
from sites.pastnames import PastName, Period
from sites.streets import NamedStreet
from tests.guide.factories import drawn, graph, leg_between, on, request, tour

FRENCH = Period(
    key="phap", name=Text(vi="thời Pháp", en=""), since=1874, until=1955, sources=()
)
BENGICH = PastName(name="phố Bengích", period=FRENCH, sources=("book",))
KNOWN = PastName(name="phố Biết", since=1900, until=1925, sources=("map",))
VAGUE = PastName(name="phố Mờ", sources=("book",))
STREETS = (NamedStreet(slug="a", name="Phố A", once=(BENGICH, KNOWN, VAGUE)),)
AROUND = Around(catalogue=Catalogue(streets=STREETS))


def test_our_sources_come_first_then_openstreetmap() -> None:
    tags = {"old_name": "Phố Cũ; pho bengich"}

    assert once("Phố A", tags, AROUND) == (
        BENGICH, KNOWN, VAGUE, PastName(name="Phố Cũ", sources=(OPENSTREETMAP,))
    )  # fmt: skip
    assert [name.name for name in once("Phố B", tags, AROUND)] == [
        "Phố Cũ", "pho bengich"
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["A", "Đường A", "pho a"])
def test_a_street_of_the_pack_finds_its_record(name: str) -> None:
    assert once(name, {}, AROUND) == (BENGICH, KNOWN, VAGUE)


@pytest.mark.parametrize("name", ["Ngõ A", "Phố AB", None])
def test_another_street_has_no_old_name(name: str | None) -> None:
    assert once(name, {}, AROUND) == ()


def test_a_street_without_a_name_has_no_old_one_either() -> None:
    assert once(None, {"old_name": "Phố Cũ"}, AROUND) == ()


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(None, [], id="not wished"),
        pytest.param(
            OldNames(), [Told(BENGICH), Told(KNOWN), Told(VAGUE)], id="all of them"
        ),
        pytest.param(
            OldNames(1925),
            [Told(BENGICH, Held.IN_PERIOD, 1925), Told(KNOWN, Held.IN_YEAR, 1925)],
            id="its last year",
        ),
        pytest.param(
            OldNames(1926), [Told(BENGICH, Held.IN_PERIOD, 1926)], id="the year after"
        ),
        pytest.param(OldNames(1956), [], id="nobody knows"),
    ],
)
def test_of_a_year_only_what_held_then_is_told(
    wanted: OldNames | None, expected: list[Told]
) -> None:
    assert told((BENGICH, KNOWN, VAGUE), wanted) == tuple(expected)


def walk_of(*metres: float, wanted: OldNames | None = None) -> Tour:
    """Walk east along Phố A, then north along Phố B, then south along Phố A."""
    out_m, up_m = metres
    tagged = replace(
        drawn((out_m, 0), (out_m, up_m), name="Phố B"),
        tags={"alt_name": "Đường Bê", "old_name": "Bê Cũ"},
    )
    town = graph(
        drawn((0, 0), (out_m, 0), name="Phố A"),
        tagged,
        drawn((out_m, up_m), (out_m + 100, up_m), name="Phố A"),
    )
    leg = leg_between(on(0, 0), on(out_m + 100, up_m), town)
    return tour([leg], request=request(names=wanted), around=AROUND)


def test_a_leg_tells_the_old_names_of_a_street_once() -> None:
    found = walk_of(100, 100, wanted=OldNames())
    names = [
        (step.street, [one.name.name for one in old])
        for step, old in steps_told(found.legs[0], found)
    ]

    assert names == [
        ("Phố A", ["phố Bengích", "phố Biết", "phố Mờ"]),
        ("Phố B", ["Bê Cũ"]),
        ("Phố A", []),
        (None, []),
    ]


def test_nobody_is_told_old_names_unasked() -> None:
    found = walk_of(100, 100)

    assert [old for _step, old in steps_told(found.legs[0], found)] == [()] * 4


def test_the_streets_of_a_walk_are_listed_with_their_other_names() -> None:
    bee = PastName(name="Bê Cũ", sources=(OPENSTREETMAP,))

    assert walked(walk_of(100, 100)) == (
        Walked("Phố A", (BENGICH, KNOWN, VAGUE), ()),
        Walked("Phố B", (bee,), ("Đường Bê",)),
    )


@pytest.mark.parametrize(("metres", "count"), [(LEAST_M + 0.1, 2), (LEAST_M - 0.1, 1)])
def test_a_street_of_a_few_metres_is_not_listed(metres: float, count: int) -> None:
    assert len(walked(walk_of(100, metres))) == count


def test_a_street_with_one_name_is_not_listed() -> None:
    leg = leg_between(on(0, 0), on(290, 0))

    assert walked(tour([leg], around=AROUND)) == ()
