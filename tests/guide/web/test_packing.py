import gzip

import pytest
from flask import Flask
from flask.testing import FlaskClient

from guide.web import packing
from guide.web.assets import asset

PACKED = {"Accept-Encoding": "gzip, br"}


@pytest.mark.parametrize("path", ["/", "/plan/", "/maps/streets.json", "/sw.js"])
def test_a_text_is_the_same_once_it_is_unpacked(client: FlaskClient, path: str) -> None:
    plain, packed = client.get(path), client.get(path, headers=PACKED)

    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) < len(plain.data) / 2
    unpacked = gzip.decompress(packed.data)
    assert len(unpacked) == len(plain.data)
    assert int(packed.headers["Content-Length"]) == len(packed.data)


def test_a_file_is_packed_and_still_kept_for_ever(
    app: Flask, client: FlaskClient
) -> None:
    with app.test_request_context():
        address = asset("leaflet/leaflet.js")

    answer = client.get(address, headers=PACKED)

    assert gzip.decompress(answer.data) == client.get(address).data
    assert "immutable" in answer.headers["Cache-Control"]
    again = client.get(
        address, headers=PACKED | {"If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304


def test_who_cannot_unpack_gets_the_text(client: FlaskClient) -> None:
    answer = client.get("/", headers={"Accept-Encoding": "identity"})

    assert "Content-Encoding" not in answer.headers
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert answer.text.startswith("<!doctype html>")


def test_fonts_and_ranges_stay_as_they_are(client: FlaskClient) -> None:
    font = "/assets/fonts/files/be-vietnam-pro-latin-400-normal.woff2"
    part = client.get("/assets/app.css", headers=PACKED | {"Range": "bytes=0-9"})

    assert "Content-Encoding" not in client.get(font, headers=PACKED).headers
    assert part.status_code == 206
    assert len(part.data) == 10


def test_a_short_answer_is_not_worth_packing(client: FlaskClient) -> None:
    short = client.get("/assets/favicon.svg", headers=PACKED)

    assert len(short.data) < packing.SMALLEST
    assert "Content-Encoding" not in short.headers


def test_what_is_made_for_somebody_known_is_not_packed(app: Flask) -> None:
    known = app.test_client()
    known.set_cookie("session", "somebody")

    page, sheet = (known.get(path, headers=PACKED) for path in ("/", "/assets/app.css"))

    assert "Content-Encoding" not in page.headers
    assert sheet.headers["Content-Encoding"] == "gzip"
