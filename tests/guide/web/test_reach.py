import json

import pytest
from flask.testing import FlaskClient


def test_without_a_start_the_page_asks_for_one(client: FlaskClient) -> None:
    page = client.get("/reach")

    assert page.status_code == 200
    assert "Đi bộ tới đâu?" in page.text
    assert "leaflet.js" not in page.text


def test_the_page_lists_what_is_near_and_draws_the_area(client: FlaskClient) -> None:
    page = client.get("/reach?from=nha-hat-lon&minutes=10")

    assert page.status_code == 200
    assert "L.polygon(" in page.text
    assert 'href="/sites/' in page.text
    assert "trong 10 phút đi bộ" in page.text


def test_more_minutes_reach_more(client: FlaskClient) -> None:
    counts = [
        client.get(f"/reach?from=nha-hat-lon&minutes={minutes}").text.count(
            '<span class="icon icon-'
        )
        for minutes in (1, 10, 60)
    ]

    assert counts == sorted(counts)
    assert counts[0] < counts[2]


def test_where_nothing_is_near_the_page_says_what_to_do(client: FlaskClient) -> None:
    page = client.get("/reach?from=ga-hai-phong&minutes=1&pace=slow")

    assert page.status_code == 200
    assert "Hãy thêm thời gian" in page.text


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("from=nowhere", 404, "nowhere"),
        ("from=nha-hat-lon&minutes=0", 400, "How long: “0” does not fit"),
        ("from=nha-hat-lon&minutes=121", 400, "1 to 120"),
        ("from=nha-hat-lon&streets=dry", 400, "Streets: “dry”"),
        ("from=0,0", 400, "is not a position in"),
        ("from=20.81,106.61", 422, "from the nearest street"),
    ],
)
def test_what_is_wrong_is_said_above_the_form(
    client: FlaskClient, query: str, status: int, said: str
) -> None:
    page = client.get(f"/reach?lang=en&{query}")

    assert page.status_code == status
    assert said in page.text
    assert "<form" in page.text


def test_the_area_is_sent_as_geojson(client: FlaskClient) -> None:
    answer = client.get("/reach.geojson?from=nha-hat-lon&minutes=10&walker=older")
    area = json.loads(answer.data)["features"][0]

    assert answer.mimetype == "application/geo+json"
    assert area["geometry"]["type"] == "MultiPolygon"
    assert area["properties"]["walker"] == "older"


def test_a_wrong_question_of_a_program_is_answered_in_json(client: FlaskClient) -> None:
    answer = client.get("/reach.geojson?from=nha-hat-lon&minutes=x&lang=en")

    assert answer.status_code == 400
    assert answer.json
    assert answer.json["field"] == "minutes"
