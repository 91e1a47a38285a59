import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient

TOUR = "/plan/tour?from=ga-hai-phong&minutes=120&depart=2026-11-22T08:00"


def test_the_worker_is_asked_for_anew_each_time(client: FlaskClient) -> None:
    answer = client.get("/sw.js")

    assert answer.mimetype == "text/javascript"
    assert "no-cache" in answer.headers["Cache-Control"]


def test_everything_in_the_shell_is_there(client: FlaskClient) -> None:
    shell = _shell(client)

    assert [path for path in shell if client.get(path).status_code != 200] == []
    assert len(set(shell)) == len(shell)


@pytest.mark.parametrize("page", [TOUR, TOUR.replace("tour?", "walk?"), "/kept"])
def test_the_shell_holds_all_that_pages_for_the_way_are_made_of(
    client: FlaskClient, page: str
) -> None:
    text = client.get(page).text
    loaded = re.findall(r'(?:src|stylesheet" href)="(/assets[^"]+)', text)

    assert loaded
    assert set(loaded) <= set(_shell(client))


def test_the_shell_holds_all_that_style_sheets_ask_for(client: FlaskClient) -> None:
    shell = _shell(client)
    for sheet in (path for path in shell if ".css" in path and "leaflet" not in path):
        folder = sheet.split("?")[0].rpartition("/")[0]
        for found in re.findall(
            r"url\(\.?/?([\w./-]+\.(?:svg|woff2))\)", client.get(sheet).text
        ):
            assert f"{folder}/{found}" in shell


def test_a_parcel_holds_the_tour_the_walk_its_sites_and_its_map(
    client: FlaskClient,
) -> None:
    parcel = _parcel(client, TOUR)
    stops = client.get(TOUR.replace("tour?", "tour.json?")).get_json()["stops"]

    paths = [address.split("?")[0] for address in parcel["pages"]]
    assert paths == [
        "/plan/tour",
        "/plan/walk",
        *(f"/sites/{s['site']}" for s in stops),
    ]
    assert any(address.endswith(".pmtiles") for address in parcel["map"])
    for address in (*parcel["pages"], *parcel["map"]):
        assert client.get(address).status_code == 200


def test_a_parcel_of_several_groups_holds_the_walk_of_each(client: FlaskClient) -> None:
    parcel = _parcel(client, f"{TOUR}&groups=3")

    walks = [a for a in parcel["pages"] if a.startswith("/plan/walk")]
    assert len(walks) == 3


def test_a_parcel_is_in_one_language(client: FlaskClient) -> None:
    assert all("lang=en" in a for a in _parcel(client, f"{TOUR}&lang=en")["pages"])
    assert not any("lang" in a for a in _parcel(client, TOUR)["pages"])


def test_a_tour_stays_for_thirty_days_after_its_own(client: FlaskClient) -> None:
    assert _parcel(client, TOUR)["until"] == "2026-12-22"


def test_an_empty_tour_offers_nothing_to_keep(client: FlaskClient) -> None:
    page = client.get("/plan/tour?from=ga-hai-phong&minutes=15&depart=2026-11-22T03:00")

    assert ('id="keep"' in page.text) == ('class="stop ' in page.text)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_guide_can_be_put_on_the_screen_of_a_phone(
    client: FlaskClient, language: str
) -> None:
    answer = client.get(f"/manifest.webmanifest?lang={language}")
    said = json.loads(answer.data)

    assert answer.mimetype == "application/manifest+json"
    assert said["lang"] == language
    assert {icon["sizes"] for icon in said["icons"]} == {"192x192", "512x512"}
    for icon in said["icons"]:
        assert client.get(icon["src"]).mimetype == "image/png"
    assert client.get(said["start_url"]).status_code == 200


def _shell(client: FlaskClient) -> list[str]:
    first = client.get("/sw.js").text.splitlines()[0]
    return list(json.loads(first.removeprefix("const SHELL = ").removesuffix(";")))


def _parcel(client: FlaskClient, address: str) -> dict[str, Any]:
    page = client.get(address).text
    found = re.search(r'id="keep-words"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found[1])["parcel"])
