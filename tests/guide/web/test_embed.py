from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from sites.names import Text
from tests.guide.factories import temple
from tests.guide.web.town import opened, publish

WORDS = "from=ga-hai-phong&depart=2026-11-22T08:00"
TOUR = f"http://localhost/plan/tour?{WORDS}"
SITE = "http://localhost/sites/den-nghe"
FRAMED = (
    f"/embed/tour?{WORDS}",
    f"/embed/tour.svg?{WORDS}",
    "/embed/sites/den-nghe",
    "/embed/sites/den-nghe.svg",
)


class Tags(HTMLParser):
    """The tags of a page with what they say."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def asked(client: FlaskClient, url: str, **words: object) -> Any:
    return client.get("/oembed", query_string={"url": url, **words})


@pytest.mark.parametrize("address", FRAMED)
def test_small_pages_may_stand_in_any_other(client: FlaskClient, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 200
    assert answer.headers["Content-Security-Policy"].endswith("frame-ancestors *")


@pytest.mark.parametrize("address", [f"/plan/tour?{WORDS}", "/", "/sites/den-nghe"])
def test_no_other_page_may(client: FlaskClient, address: str) -> None:
    policy = client.get(address).headers["Content-Security-Policy"]

    assert policy.endswith("frame-ancestors 'none'")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_tour_in_a_frame_has_map_stops_and_a_link_back(
    client: FlaskClient, language: str
) -> None:
    page = client.get(f"/embed/tour?{WORDS}&lang={language}").text
    tags = Tags(page).found
    links = [str(said["href"]) for tag, said in tags if tag == "a"]
    pictures = [str(said["src"]) for tag, said in tags if tag == "img"]

    assert any(link.startswith("http://localhost/plan/tour?from=") for link in links)
    assert sum("/sites/" in link for link in links) == page.count("<li>") > 3
    assert client.get(pictures[0]).mimetype == "image/svg+xml"
    assert ("base", {"target": "_blank"}) in tags


def test_a_site_in_a_frame_has_its_map_if_there_is_one(tmp_path: Path) -> None:
    with opened(tmp_path) as (services, client):
        assert "/embed/sites/den.svg" in client.get("/embed/sites/den").text
        services.store.publish(temple("lost"))
        page = client.get("/embed/sites/lost")
        assert (page.status_code, "<img class" in page.text) == (200, False)
        assert client.get("/embed/sites/lost.svg").status_code == 404


@pytest.mark.parametrize("url", [TOUR, SITE, f"{SITE}?lang=en"])
def test_the_answer_is_as_oembed_has_it(client: FlaskClient, url: str) -> None:
    answer = asked(client, url, format="json")
    found = answer.json

    assert answer.mimetype == "application/json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert (found["version"], found["type"]) == ("1.0", "rich")
    assert found["title"]
    ((tag, said),) = Tags(found["html"]).found
    assert tag == "iframe"
    assert (said["width"], said["height"]) == (
        str(found["width"]),
        str(found["height"]),
    )
    framed = urlsplit(str(said["src"]))
    page = client.get(f"{framed.path}?{framed.query}")
    assert page.status_code == 200
    assert framed.path.startswith("/embed/")
    assert ("lang=en" in framed.query) is ("lang=en" in url)


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ({}, (480, 640)),
        ({"maxwidth": 300}, (300, 640)),
        ({"maxheight": 200, "maxwidth": 320}, (320, 200)),
        ({"maxwidth": 5000, "maxheight": 5000}, (480, 640)),
    ],
    ids=str,
)
def test_a_frame_is_never_larger_than_was_asked_for(
    client: FlaskClient, words: dict[str, int], size: tuple[int, int]
) -> None:
    found = asked(client, SITE, **words).json

    assert (found["width"], found["height"]) == size


@pytest.mark.parametrize("given", ["0", "-5", "wide", "1e3", "9" * 400])
def test_a_size_that_is_none_is_refused(client: FlaskClient, given: str) -> None:
    answer = asked(client, SITE, maxwidth=given)

    assert answer.status_code == 400
    assert "maxwidth" in answer.text


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nothing",
        "http://localhost/",
        "http://localhost/about",
        "http://localhost/sites/",
        "http://localhost/sites/nowhere",
        "http://localhost/plan/tour.pdf?from=ga-hai-phong",
        "http://elsewhere.example/sites/den-nghe",
        "javascript://localhost/sites/den-nghe",
        "http://localhost:81/sites/den-nghe",
        "http://localhost/plan/tour?from=nowhere",
    ],
)
def test_what_is_no_page_of_ours_is_not_found(client: FlaskClient, url: str) -> None:
    assert asked(client, url).status_code == 404


def test_only_json_is_written(client: FlaskClient) -> None:
    assert asked(client, SITE, format="xml").status_code == 501


def test_no_name_breaks_out_of_the_frame(tmp_path: Path) -> None:
    nasty = temple("nasty", name=Text(vi='"><script>alert(1)</script>', en="x"))
    with opened(tmp_path) as (services, client):
        services.store.publish(nasty)
        found = asked(client, "http://localhost/sites/nasty").json

    ((tag, said),) = Tags(found["html"]).found
    assert (tag, said["title"]) == ("iframe", '"><script>alert(1)</script>')


def test_a_site_that_moved_is_offered_where_it_is_now(tmp_path: Path) -> None:
    with opened(tmp_path) as (services, client):
        publish(services, "ga", "chua")
        services.store.move("den", "chua")

        assert asked(client, "http://localhost/sites/den").json["title"] == "Đền chua"


@pytest.mark.parametrize("address", [f"/plan/tour?{WORDS}&lang=en", "/sites/den-nghe"])
def test_pages_say_where_their_answer_is(client: FlaskClient, address: str) -> None:
    links = [
        said
        for tag, said in Tags(client.get(address).text).found
        if tag == "link" and said.get("type") == "application/json+oembed"
    ]
    (link,) = links
    parts = urlsplit(str(link["href"]))

    assert parse_qs(parts.query)["url"] == [f"http://localhost{address}"]
    answer: Any = client.get(f"{parts.path}?{parts.query}").json
    assert answer["type"] == "rich"
