import io

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.guide.web.staff.conftest import Desk
from tests.guide.web.staff.test_edit import form

FILES = "/staff/files/"
GOOD = "site,name.vi\nden-nghe,Đền Mới\nchua-do,Chùa Mới\n"
BAD = "site,interest\nden-nghe,9\nchua-do,1\n"


def send(client: FlaskClient, text: str | bytes, **more: str) -> TestResponse:
    data = text.encode() if isinstance(text, str) else text
    return client.post(FILES, data={"file": (io.BytesIO(data), "x.csv"), **more})


def test_a_file_is_looked_at_before_it_changes_anything(desk: Desk) -> None:
    tuan = desk.as_("publisher")

    page = send(tuan, GOOD)

    assert page.status_code == 200
    assert "<ins>Mới</ins>" in page.text
    assert "Chưa ai đang sửa gì" in tuan.get("/staff/").text


def test_what_was_looked_at_becomes_drafts(desk: Desk) -> None:
    tuan = desk.as_("publisher")

    answer = tuan.post(FILES, data={"text": GOOD, "what": "bring"})

    assert answer.location == "/staff/"
    assert "Chùa Mới" in tuan.get("/staff/").text
    assert "nhập từ tệp" in tuan.get("/staff/sites/den-nghe/history").text
    assert "Đền Mới" not in desk.as_(None).get("/sites/den-nghe").text


def test_one_fault_and_nothing_is_changed(desk: Desk) -> None:
    tuan = desk.as_("publisher")

    assert "“9” không phải số" in send(tuan, BAD).text
    assert send(tuan, BAD, what="bring").status_code == 422
    assert "Chưa ai đang sửa gì" in tuan.get("/staff/").text


def test_what_somebody_works_on_is_not_changed_under_their_hands(desk: Desk) -> None:
    desk.as_("contributor").post(
        "/staff/sites/chua-do/", data={**form(desk), "name.vi": "x"}
    )
    tuan = desk.as_("publisher")

    assert "đang có người sửa" in send(tuan, GOOD).text
    assert send(tuan, GOOD, what="bring").status_code == 422


def test_a_file_that_is_none_is_refused_with_a_sentence(desk: Desk) -> None:
    tuan = desk.as_("publisher")

    assert "tệp trống" in send(tuan, "").text
    assert send(tuan, b"\xff\xfe\x00PK").status_code == 422
    assert "GeoJSON" in send(tuan, "{}").text
    assert "không có cột nào tên password" in send(tuan, "site,password\n").text


def test_what_is_taken_away_is_brought_back_unchanged(desk: Desk) -> None:
    tuan = desk.as_("publisher")
    for name in ("sites.csv", "sites.geojson"):
        body = tuan.get(f"{FILES}{name}")
        assert "attachment" in body.headers["Content-Disposition"]
        assert "0 di tích sẽ thay đổi" in send(tuan, body.text).text


def test_a_table_to_read_runs_nothing_in_a_spreadsheet(desk: Desk) -> None:
    body = desk.as_("publisher").get(f"{FILES}sites.csv?spreadsheet=1").text

    assert not any(line.startswith(("=", "@")) for line in body.splitlines())
