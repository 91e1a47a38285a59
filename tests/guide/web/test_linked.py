import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from sites.catalogue import Catalogue
from sites.names import Text
from sites.position import Position
from tests.guide.factories import temple
from tests.guide.web.town import opened
from tests.sites.factories import catalogue, passage, source

WALK = "/plan/tour?from=ga-hai-phong&depart=2026-11-22T08:00"


class Scripts(HTMLParser):
    """The data blocks of a page, as a browser takes them apart."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and ("type", "application/ld+json") in attrs

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.blocks.append(data)
            self._inside = False


def linked(page: str) -> dict[str, Any]:
    (block,) = Scripts(page).blocks
    found: dict[str, Any] = json.loads(block)
    return found


def test_every_site_tells_no_more_than_is_known(
    client: FlaskClient, built_in: Catalogue
) -> None:
    for site in built_in:
        found = linked(client.get(f"/sites/{site.slug}").text)

        assert found["name"] == site.name.vi
        assert ("geo" in found) is (site.location is not None)
        assert ("address" in found) is (site.address is not None)
        assert "openingHours" not in found or site.hours.known


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_tour_tells_its_stops(client: FlaskClient, language: str) -> None:
    found = linked(client.get(f"{WALK}&lang={language}").text)

    assert found["@type"] == "TouristTrip"
    assert found["url"].startswith("http://localhost/plan/tour?from=ga-hai-phong")
    assert found["itinerary"]["numberOfItems"] > 3


def test_no_text_ends_the_script(tmp_path: Path) -> None:
    nasty = "</script><script>alert(1)</script> <!-- & ' \" \u2028 {{ 7*7 }}"
    site = temple(
        "nasty",
        Position(20.8560, 106.6874),
        name=Text(vi=nasty, en=nasty),
        lede=passage(nasty, nasty),
    )
    with opened(tmp_path) as (services, client):
        services.store.fill(catalogue(site, sources=(source(),)))
        page = client.get("/sites/nasty").text

    assert "alert(1)</script>" not in page
    assert linked(page)["name"] == nasty
