from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from guide.maps import tileshelf
from guide.maps.tileshelf import TileShelf, tileset
from guide.services import Services
from guide.web import create_app
from guide.web.tiles import base_map
from tests.guide.maps.reading import about


@pytest.fixture
def address(app: Flask) -> str:
    with app.test_request_context():
        found = base_map()["tiles"]
    assert isinstance(found, str)
    return found


@pytest.fixture
def whole(client: FlaskClient, address: str) -> bytes:
    return bytes(client.get(address).data)


def test_the_address_is_the_digest_of_the_pack(
    address: str, services: Services
) -> None:
    assert address == f"/tiles/{tileset(services.pack).digest}.pmtiles"


def test_the_whole_file_can_be_read(whole: bytes, services: Services) -> None:
    assert about(whole)["attribution"] == services.pack.attribution


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        pytest.param("bytes=0-126", slice(127), id="the header"),
        pytest.param("bytes=5-5", slice(5, 6), id="one byte"),
        pytest.param("bytes=100-", slice(100, None), id="to the end"),
        pytest.param("bytes=-10", slice(-10, None), id="the last ones"),
        pytest.param("bytes=0-99999999", slice(None), id="more than there is"),
    ],
)
def test_a_range_is_sent_and_no_more(
    client: FlaskClient, address: str, whole: bytes, asked: str, part: slice
) -> None:
    answer = client.get(address, headers={"Range": asked})

    assert answer.status_code == 206
    assert answer.data == whole[part]
    begin, end, _step = part.indices(len(whole))
    assert answer.headers["Content-Range"] == f"bytes {begin}-{end - 1}/{len(whole)}"


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=5-1", "bytes=a-b"])
def test_a_range_that_is_none_is_refused(
    client: FlaskClient, address: str, asked: str
) -> None:
    assert client.get(address, headers={"Range": asked}).status_code == 416


def test_what_was_read_may_be_kept_for_ever(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers={"Range": "bytes=0-9"})

    assert "immutable" in answer.headers["Cache-Control"]
    assert "max-age=31536000" in answer.headers["Cache-Control"]
    assert "public" in answer.headers["Cache-Control"]
    assert answer.headers["Accept-Ranges"] == "bytes"


def test_who_has_it_already_is_told_so(client: FlaskClient, address: str) -> None:
    tag = client.get(address).headers["ETag"]

    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_a_range_of_another_state_is_not_sent(
    client: FlaskClient, address: str, whole: bytes
) -> None:
    asked = {"Range": "bytes=0-9", "If-Range": '"another"'}

    assert client.get(address, headers=asked).data == whole


def test_head_says_how_long_it_is(
    client: FlaskClient, address: str, whole: bytes
) -> None:
    answer = client.head(address)

    assert answer.status_code == 200
    assert answer.content_length == len(whole)
    assert answer.data == b""


@pytest.mark.parametrize(
    "name",
    [
        "0" * 20, "..%2f..%2fguide.db", "../guide.db", "..", "%00",
        "../../../../etc/passwd", "C:%5Cguide",
    ],
)  # fmt: skip
def test_nothing_else_can_be_read(client: FlaskClient, name: str) -> None:
    assert client.get(f"/tiles/{name}.pmtiles").status_code == 404
    assert client.get(f"/tiles/{name}").status_code == 404


def test_tiles_have_one_address_in_both_languages(app: Flask) -> None:
    with app.test_request_context("/?lang=en"):
        app.preprocess_request()
        english = base_map()
    with app.test_request_context("/"):
        app.preprocess_request()
        vietnamese = base_map()

    assert english["tiles"] == vietnamese["tiles"]
    assert english["names"] == ["name_en", "name"]
    assert vietnamese["names"] == ["name"]


def test_where_nothing_can_be_written_the_answer_is_no_page_of_an_error(
    services: Services, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    def no_room(*_: object, **__: object) -> Path:
        raise OSError("no room")

    other = create_app(services)
    monkeypatch.setattr("guide.maps.tileshelf.TileShelf.file", no_room)
    answer = other.test_client().get(address)

    assert answer.status_code == 503
    assert other.test_client().get("/").status_code == 200


@pytest.fixture
def empty_shelf(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the app keep its tiles in a folder in which there are none yet."""
    monkeypatch.setitem(app.extensions, "tiles", TileShelf(tmp_path))
    return tmp_path


def test_nobody_waits_minutes_for_a_large_map(
    client: FlaskClient,
    address: str,
    services: Services,
    empty_shelf: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tileshelf, "STREETS_AT_ONCE", len(services.pack.streets) - 1)
    assert client.get(address).status_code == 503

    TileShelf(empty_shelf).file(tileset(services.pack))
    assert client.get(address).status_code == 200


@pytest.mark.usefixtures("empty_shelf")
def test_the_largest_map_that_is_drawn_at_once(
    client: FlaskClient,
    address: str,
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tileshelf, "STREETS_AT_ONCE", len(services.pack.streets))
    assert client.get(address).status_code == 200
