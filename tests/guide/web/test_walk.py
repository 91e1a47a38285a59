import json
import re

from flask.testing import FlaskClient

WALK = "/plan/walk?from=ga-hai-phong&minutes=120&depart=2026-11-22T08:00"


def test_every_place_of_a_walk_stands_on_its_page(client: FlaskClient) -> None:
    tour = client.get(WALK.replace("walk?", "tour.json?")).get_json()

    page = client.get(WALK).text

    assert page.count('<li class="station') == len(tour["legs"])
    for stop in tour["stops"]:
        assert f"/sites/{stop['site']}" in page


def test_places_lead_to_each_other_without_a_script(client: FlaskClient) -> None:
    page = client.get(WALK).text
    ids = set(re.findall(r'id="(place-\d+)"', page))

    assert set(re.findall(r'href="#(place-\d+)"', page)) == ids


def test_a_walk_without_a_departure_leads_to_an_address_that_has_one(
    client: FlaskClient,
) -> None:
    answer = client.get("/plan/walk?from=ga-hai-phong")

    assert answer.status_code == 302
    assert "/plan/walk?" in answer.headers["Location"]
    assert "depart=" in answer.headers["Location"]


def test_each_of_several_walks_has_an_address(client: FlaskClient) -> None:
    pages = [client.get(f"{WALK}&groups=2&part={part}").text for part in (1, 2)]

    one, two = (set(re.findall(r'href="/sites/([^"?]+)"', page)) for page in pages)
    assert one
    assert two
    assert not one & two


def test_a_walk_that_there_is_not_is_the_first_one(client: FlaskClient) -> None:
    for part in ("0", "9", "-1", "x", "²", ""):
        page = client.get(f"{WALK}&part={part}")
        assert page.status_code == 200
        assert "part=1" in _words(page.text)["key"]


def test_a_question_that_cannot_be_read_shows_the_form(client: FlaskClient) -> None:
    answer = client.get(
        "/plan/walk?from=ga-hai-phong&minutes=soon&depart=2026-11-22T08:00"
    )

    assert answer.status_code == 400
    assert 'name="pace"' in answer.text


def test_the_page_speaks_english_where_the_address_does(client: FlaskClient) -> None:
    page = client.get(f"{WALK}&lang=en").text

    assert "Where to stand" in page
    assert "I am late" in page
    assert "lang=en" in _words(page)["key"]


def _words(page: str) -> dict[str, str]:
    found = re.search(r'id="walk-words"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))
