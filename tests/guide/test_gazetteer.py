import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from guide.gazetteer import linked_places
from guide.streets.pack import read_pack
from sites.catalogue import Catalogue
from sites.names import Text
from sites.pastnames import PastName, Period
from sites.streets import NamedStreet
from sites.wards import NamedWard
from tests.guide.linked_places import SCHEMA
from tests.sites.factories import KEY, location, site, source

TODAY = date(2026, 11, 29)
FRENCH = Period(
    key="p", name=Text(vi="x", en="x"), since=1874, until=1955, sources=(KEY,)
)


def address(noun: str, key: str) -> str:
    return f"https://guide.example/{noun}/{key}"


def features(catalogue: Catalogue) -> dict[str, Any]:
    found = linked_places(catalogue, (), TODAY, address)
    return {feature["@id"]: feature for feature in found["features"]}


def test_the_built_in_places_are_valid(built_in: Catalogue) -> None:
    pack = read_pack()
    found = linked_places(built_in, pack.streets, TODAY, address)
    read = json.loads(json.dumps(found))

    assert not list(Draft202012Validator(SCHEMA).iter_errors(read))
    assert len(read["features"]) == (
        len(built_in) + len(built_in.streets) + len(built_in.wards)
    )
    assert len({feature["@id"] for feature in read["features"]}) == len(
        read["features"]
    )


def test_the_schema_refuses_what_is_no_place(built_in: Catalogue) -> None:
    found = linked_places(built_in, (), TODAY, address)
    del found["features"][3]["names"]

    assert list(Draft202012Validator(SCHEMA).iter_errors(found))


@pytest.mark.parametrize(
    ("name", "span"),
    [
        (
            PastName(name="x", since=1945, until=1954, period=FRENCH),
            {"start": {"in": "1945"}, "end": {"in": "1954"}},
        ),
        (
            PastName(name="x", until=1945, period=FRENCH),
            {"start": {"earliest": "1874"}, "end": {"in": "1945"}},
        ),
        (
            PastName(name="x", period=FRENCH),
            {"start": {"earliest": "1874"}, "end": {"latest": "1955"}},
        ),
        (PastName(name="x", since=40), {"start": {"in": "0040"}}),
        (PastName(name="x"), {"end": {"latest": "2026-11-29"}}),
    ],
    ids=["years", "end and period", "period", "an early year", "nothing known"],
)
def test_an_old_name_says_when_it_held(name: PastName, span: object) -> None:
    street = NamedStreet(slug="a", name=None, once=(name,))
    found = features(Catalogue((), [source()], [street]))[address("street", "a")]

    assert found["names"][0]["when"] == {"timespans": [span]}


def test_every_spelling_is_a_name_with_its_sources() -> None:
    name = PastName(name="phố Bê", spelt=("Rue B",), sources=(KEY,))
    street = NamedStreet(slug="a", name="Phố A", once=(name,))
    names = features(Catalogue((), [source()], [street]))[address("street", "a")][
        "names"
    ]

    assert [one["toponym"] for one in names] == ["Phố A", "phố Bê", "Rue B"]
    assert names[1]["citations"] == names[2]["citations"] != []


@pytest.mark.parametrize(
    ("radius_m", "certainty"),
    [
        (30, "certain"),
        (30.5, "less-certain"),
        (150, "less-certain"),
        (151, "uncertain"),
    ],
)
def test_a_position_says_how_sure_it_is(radius_m: float, certainty: str) -> None:
    where = replace(location(), radius_m=radius_m)
    place = site("a", location=where)
    point = features(Catalogue([place], [source()]))[address("site", "a")]["geometry"]

    assert point["certainty"] == certainty
    assert point["approximation"]["tolerance"] == radius_m / 1000
    assert point["coordinates"] == list(where.position.lon_lat)


def test_what_has_no_position_has_no_geometry() -> None:
    found = features(Catalogue([site("a", location=None)], [source()]))

    assert found[address("site", "a")]["geometry"] is None


def test_a_ward_says_its_days_and_one_of_today_that_it_goes_on() -> None:
    wards = (
        NamedWard(
            slug="a", name="A", until=date(2025, 6, 30), became=("b",), sources=(KEY,)
        ),
        NamedWard(slug="b", name="B", since=date(2025, 7, 1), sources=(KEY,)),
    )
    found = features(Catalogue((), [source()], wards=wards))

    assert found[address("ward", "a")]["when"]["timespans"] == [
        {"end": {"in": "2025-06-30"}}
    ]
    assert found[address("ward", "b")]["when"]["timespans"] == [
        {"start": {"in": "2025-07-01"}, "end": {"earliest": "2026-11-29"}}
    ]


def test_a_site_is_part_of_its_wards_in_their_days(built_in: Catalogue) -> None:
    relations = features(built_in)[address("site", "den-tien-nga")]["relations"]

    assert [one["relationTo"].rpartition("/")[2] for one in relations] == [
        "may-to", "gia-vien-2025", "gia-vien"
    ]  # fmt: skip
