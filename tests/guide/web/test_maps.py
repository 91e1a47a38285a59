from flask.testing import FlaskClient


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
