import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from guide.services import Services
from guide.web import create_app
from sites.intake import read_content
from sites.store.store import Store
from tests.guide.web.conftest import Buffered
from tests.sites import drawn


@pytest.fixture
def shown(tmp_path: Path, services: Services) -> Iterator[FlaskClient]:
    """A guide whose content holds an old map and a pair of photographs."""
    store = Store(f"sqlite:///{tmp_path}/pictures.sqlite")
    store.migrate()
    store.fill(read_content(folder=drawn.content(tmp_path)))
    app = create_app(Services(store, services.pack, services.streets, tmp_path))
    app.test_client_class = Buffered
    yield app.test_client()
    store.close()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_without_pictures_the_page_says_what_helps(
    client: FlaskClient, language: str
) -> None:
    page = client.get("/then-and-now", query_string={"lang": language}).text

    assert "/then-and-now/place" in page
    assert 'class="pictures"' not in page


def test_every_picture_is_listed_and_has_a_page(shown: FlaskClient) -> None:
    page = shown.get("/then-and-now").text

    for key in ("ban-do", "anh-doi"):
        assert f'href="/then-and-now/{key}"' in page
        assert shown.get(f"/then-and-now/{key}").status_code == 200


def test_no_picture_stands_without_credit_and_licence(shown: FlaskClient) -> None:
    old_map = shown.get("/then-and-now/ban-do").text
    pair = shown.get("/then-and-now/anh-doi").text

    assert old_map.count("Người vẽ") == 2
    assert "Phạm vi công cộng" in old_map
    assert "Ông A" in pair
    assert "Bà B" in pair
    assert "https://creativecommons.org/licenses/by-sa/4.0/" in pair


def test_a_placed_picture_brings_its_points_to_the_map(shown: FlaskClient) -> None:
    page = shown.get("/then-and-now/ban-do").text

    assert "[40.0, 30.0, 20.866, 106.68]" in page
    assert "guideOverlay.add(" in page


def test_a_site_shows_its_pictures(shown: FlaskClient) -> None:
    assert 'href="/then-and-now/anh-doi"' in shown.get("/sites/den-nho").text


def test_a_file_is_sent_as_what_it_is_and_kept_for_ever(shown: FlaskClient) -> None:
    page = shown.get("/then-and-now/ban-do").text
    (address,) = set(re.findall(r"/pictures/[0-9a-f]+\.png", page))
    sent = shown.get(address)

    assert sent.data == drawn.picture()
    assert sent.mimetype == "image/png"
    assert sent.cache_control.immutable


@pytest.mark.parametrize("address", ["/pictures/nothing.png", "/then-and-now/nothing"])
def test_what_is_not_there_is_not_found(shown: FlaskClient, address: str) -> None:
    assert shown.get(address).status_code == 404
