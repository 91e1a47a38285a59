import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from guide.maps.printed import png
from tests.guide.exports.codes import read

WORDS = "from=ga-hai-phong&depart=2026-11-22T08:00&minutes=120"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_code_leads_to_the_very_same_walk(
    client: FlaskClient, language: str
) -> None:
    answer = client.get(f"/plan/tour.qr.svg?{WORDS}&lang={language}")
    sized = answer.data.replace(b"<svg ", b'<svg width="60mm" height="60mm" ', 1)
    (address,) = read(png(sized))

    parts = urlsplit(address)
    page = client.get(f"{parts.path}?{parts.query}")
    asked = client.get(f"/plan/tour?{WORDS}&lang={language}")
    stops = r'id="stop-([\w-]+)"'
    assert answer.mimetype == "image/svg+xml"
    assert parts.netloc == "localhost"
    assert re.findall(stops, page.text) == re.findall(stops, asked.text) != []


def test_the_page_has_link_code_apps_and_files(client: FlaskClient) -> None:
    page = unescape(client.get(f"/plan/share?{WORDS}").text)

    assert 'value="http://localhost/plan/tour?from=ga-hai-phong' in page
    for expected in (
        'src="/plan/tour.qr.svg?',
        "https://osmand.net/map/navigate/?start=",
        "https://omaps.app/map?v=1&ll=",
        "https://www.google.com/maps/dir/?api=1",
        '<iframe src="http://localhost/embed/tour?from=ga-hai-phong',
        "/plan/tour.pdf?",
        "/plan/tour.kml?",
        "/plan/tour.ics?",
    ):
        assert expected in page, expected


def test_several_walks_are_handed_over_one_by_one(client: FlaskClient) -> None:
    page = client.get(f"/plan/share?{WORDS}&groups=2&stops=3&lang=en").text

    assert "<h3>Group 1</h3>" in page
    assert page.count("https://omaps.app/map") == 2


def test_the_page_of_a_walk_leads_there(client: FlaskClient) -> None:
    page = unescape(client.get(f"/plan/tour?{WORDS}").text)

    assert "/plan/share?from=ga-hai-phong" in page
    assert 'src="/plan/tour.qr.svg?from=ga-hai-phong' in page


def test_what_cannot_be_walked_is_said_there_too(client: FlaskClient) -> None:
    assert client.get("/plan/share?from=nowhere").status_code == 404
    answer = client.get("/plan/tour.qr.svg?minutes=0")

    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
