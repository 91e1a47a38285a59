import hashlib
import json

from flask import Flask
from flask.testing import FlaskClient

from guide.web.assets import asset
from guide.web.paths import browser_files


def test_a_versioned_file_may_be_kept_for_ever(app: Flask, client: FlaskClient) -> None:
    with app.test_request_context():
        address = asset("app.css")

    control = client.get(address).headers["Cache-Control"]

    assert "immutable" in control
    assert "max-age=31536000" in control


def test_a_file_of_another_version_is_not_kept(client: FlaskClient) -> None:
    answer = client.get("/assets/app.css?v=old")

    assert "immutable" not in answer.headers["Cache-Control"]


def test_nothing_outside_the_folders_is_served(client: FlaskClient) -> None:
    for name in ("../config.py", "..%2f..%2fconfig.py", "etc/passwd", "nothing.js"):
        assert client.get(f"/assets/{name}").status_code == 404


def test_the_packaged_files_are_those_that_the_build_recorded() -> None:
    folder = browser_files()
    recorded = json.loads((folder / "manifest.json").read_text("utf-8"))

    assert "leaflet/leaflet.js" in recorded
    for name, digest in recorded.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_every_address_in_a_style_sheet_leads_to_a_file(client: FlaskClient) -> None:
    for name in ("app.css", "leaflet/leaflet.css", "page.css", "fonts/400.css"):
        sheet = client.get(f"/assets/{name}").text
        folder = name.rpartition("/")[0]
        for part in sheet.split("url(")[1:]:
            target = part.split(")")[0].strip("\"'")
            if not target.startswith(("data:", "#")) and not target.endswith(".woff"):
                address = f"/assets/{folder}/{target}".replace("//", "/")
                assert client.get(address).status_code == 200, address


def test_the_fonts_know_vietnamese() -> None:
    sheet = (browser_files() / "fonts" / "400.css").read_text("utf-8")

    assert "U+1EA0-1EF9" in sheet
    assert (
        browser_files() / "fonts/files/be-vietnam-pro-vietnamese-400-normal.woff2"
    ).exists()


def test_what_every_page_needs_is_one_file_of_all_its_parts(
    client: FlaskClient,
) -> None:
    whole = client.get("/assets/page.css")

    assert whole.mimetype == "text/css"
    assert whole.text.count("@font-face") == 9
    assert ".leaflet-container" in whole.text
    assert "/* One style sheet." in whole.text
    assert "url(files" not in whole.text


def test_a_joined_file_may_be_kept_for_ever_and_knows_itself_again(
    app: Flask, client: FlaskClient
) -> None:
    with app.test_request_context():
        answer = client.get(asset("page.css"))

    assert "immutable" in answer.headers["Cache-Control"]
    known = {"If-None-Match": answer.headers["ETag"]}
    assert client.get("/assets/page.css", headers=known).status_code == 304


def test_letters_of_both_files_come_from_the_vietnamese_one(
    client: FlaskClient,
) -> None:
    sheet = client.get("/assets/page.css").text

    for weight in (400, 600, 800):
        order = [
            sheet.index(f"pro-{part}-{weight}-normal.woff2")
            for part in ("latin", "latin-ext", "vietnamese")
        ]
        assert order == sorted(order)
