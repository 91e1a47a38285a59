import re
from io import BytesIO

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.guide.web.staff.conftest import Desk
from tests.sites.staff.test_photo import picture

HERE = "/staff/sites/den-nghe/photos"
SAID = {
    "creator": "Cô Hạnh",
    "licence": "cc-by-4.0",
    "caption.vi": "Cổng đền",
    "caption.en": "The gate",
    "alt.vi": "Cổng ba lối, mái ngói",
    "alt.en": "A gate of three ways with tiles",
}


def send(client: FlaskClient, data: bytes, **more: str) -> TestResponse:
    form = SAID | {key.replace("__", "."): value for key, value in more.items()}
    return client.post(HERE, data={**form, "file": (BytesIO(data), "x.jpg")})


def test_visitors_see_a_photograph_and_whose_it_is(desk: Desk) -> None:
    assert send(desk.as_("editor"), picture()).status_code == 303

    page = desk.as_(None).get("/sites/den-nghe").text
    assert 'alt="Cổng ba lối, mái ngói"' in page
    assert "Cô Hạnh" in page
    address = re.search(r"/photos/\w+-large\.webp", page)
    assert address
    file = desk.as_(None).get(address[0])
    assert (file.status_code, file.mimetype) == (200, "image/webp")
    assert "immutable" in file.headers["Cache-Control"]
    assert b"Phone 4711" not in file.data


def test_in_english_it_is_told_in_english(desk: Desk) -> None:
    send(desk.as_("editor"), picture())

    assert "A gate of three ways" in desk.as_(None).get("/sites/den-nghe?lang=en").text


def test_what_has_to_be_said_is_asked_for_and_what_was_typed_stays(desk: Desk) -> None:
    page = send(desk.as_("editor"), picture(), alt__en=" ")

    assert page.status_code == 422
    assert "người không nhìn thấy ảnh cần điều đó" in page.text
    assert 'value="Cô Hạnh"' in page.text


def test_a_file_that_is_no_photograph_is_refused(desk: Desk) -> None:
    editor = desk.as_("editor")

    assert send(editor, b"<svg onload=x>").status_code == 422
    assert editor.post(HERE, data=SAID).status_code == 422


def test_a_photograph_is_taken_away(desk: Desk) -> None:
    editor = desk.as_("editor")
    send(editor, picture())

    assert editor.post(f"{HERE}/1").status_code == 303
    assert "/photos/" not in desk.as_(None).get("/sites/den-nghe").text
    assert editor.post(f"{HERE}/1").status_code == 404


def test_a_file_that_there_is_not(desk: Desk) -> None:
    assert desk.as_(None).get("/photos/abc-small.webp").status_code == 404
