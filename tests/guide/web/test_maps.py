import pytest
from flask.testing import FlaskClient

from guide.maps import tileshelf
from guide.services import Services


def test_the_streets_are_sent_with_whose_they_are(client: FlaskClient) -> None:
    answer = client.get("/maps/streets.json")

    assert answer.json is not None
    assert answer.json["attribution"] == "© OpenStreetMap contributors, ODbL 1.0"
    assert sum(map(len, answer.json["lines"].values())) == 1061


def test_the_streets_may_be_kept_for_a_day(client: FlaskClient) -> None:
    assert client.get("/maps/streets.json").cache_control.max_age == 86_400


def test_every_page_with_a_map_names_the_streets_owners(client: FlaskClient) -> None:
    for address in ("/", "/plan/", "/sites/chua-do"):
        assert "<figcaption>© OpenStreetMap contributors" in client.get(address).text


@pytest.mark.parametrize(("more", "status"), [(0, 200), (-1, 503)])
def test_more_streets_than_a_browser_can_draw_are_not_sent(
    client: FlaskClient,
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
    more: int,
    status: int,
) -> None:
    most = len(services.pack.streets) + more
    monkeypatch.setattr(tileshelf, "STREETS_AT_ONCE", most)

    assert client.get("/maps/streets.json").status_code == status
