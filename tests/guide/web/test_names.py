import re

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

from guide.services import Services
from tests.guide.linked_places import SCHEMA


def words(body: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_all_names_stand_on_the_page_each_at_its_address(
    client: FlaskClient, services: Services, language: str
) -> None:
    page = client.get("/names", query_string={"lang": language}).text

    for street in services.catalogue.streets:
        assert page.count(f'id="street-{street.slug}"') == 1
        assert all(name in page for name in street.names)
    for ward in services.catalogue.wards:
        assert page.count(f'id="ward-{ward.slug}"') == 1
    pointed = set(re.findall(r'href="#(source-[\w-]+)"', page))
    assert pointed
    assert pointed == set(re.findall(r'id="(source-[\w-]+)"', page))


def test_a_year_shows_its_own_names_alone_and_puts_them_on_the_map(
    client: FlaskClient,
) -> None:
    page = client.get("/names?year=1950").text

    assert "đại lộ Lê Hồng Phong" in page
    assert "Pháp Quốc" not in page
    assert r'"Ph\u1ed1 \u0110inh Ti\u00ean Ho\u00e0ng": "Ph\u1ed1 Nguy' in page


def test_a_year_without_any_other_name_says_so(client: FlaskClient) -> None:
    page = words(client.get("/names?year=2020&lang=en").text)

    assert "Of no street do our sources tell another name in 2020" in page
    assert "Máy Tơ" in page


@pytest.mark.parametrize("year", ["1873", "2100", "abc", "-5", "19 25", "²", "1" * 400])
def test_a_year_that_cannot_be_shown_is_said_to_be_none(
    client: FlaskClient, year: str
) -> None:
    answer = client.get("/names", query_string={"year": year, "lang": "en"})

    assert answer.status_code == 422
    assert "Year: “" in answer.text
    assert "write one from 1874 to" in answer.text
    assert "Phố Cầu Đất" in answer.text


def test_programs_get_every_place_in_linked_places_format(client: FlaskClient) -> None:
    answer = client.get("/names.json")

    assert answer.mimetype == "application/geo+json"
    assert answer.json
    assert not list(Draft202012Validator(SCHEMA).iter_errors(answer.json))
    first = answer.json["features"][0]["@id"]
    assert client.get(first.partition("localhost")[2]).status_code == 200


def test_the_map_of_a_walk_has_the_names_of_the_year_that_it_tells(
    client: FlaskClient,
) -> None:
    tour = "/plan/tour?from=nga-sau&depart=2026-12-05T08:00&minutes=120"

    assert '"renamed": {}' in client.get(tour).text
    assert '"renamed": {}' in client.get(f"{tour}&names=old").text
    assert r"P\u00f4n \u0110ume" in client.get(f"{tour}&names=1925").text


def test_the_printed_map_has_them_too(client: FlaskClient) -> None:
    tour = "/plan/tour.svg?from=ga-hai-phong&depart=2026-12-05T08:00&minutes=120"

    assert "Pôn Đume" not in client.get(tour).text
    assert "Pôn Đume" in client.get(f"{tour}&names=1925").text


@pytest.mark.parametrize(
    ("typed", "address", "said"),
    [
        ("Paul Doumer", "/names#street-cau-dat", "once Avenue Paul Doumer street"),
        ("phường máy tơ", "/names#ward-may-to", "Máy Tơ Phường Máy Tơ ward"),
        ("phan boi chau", "/people/phan-boi-chau", "Phan Bội Châu person"),
        ("lindo", "/names#street-lindo", "phố Lindơ street"),
        ("30/10/1946", None, "Try fewer letters"),
    ],
)
def test_the_search_on_the_first_page_finds_more_than_sites(
    client: FlaskClient, typed: str, address: str | None, said: str
) -> None:
    page = client.get("/", query_string={"q": typed, "lang": "en"}).text

    if address:
        path, _, anchor = address.partition("#")
        assert f'href="{path}?lang=en{"#" if anchor else ""}{anchor}"' in page
    assert said in words(page)
