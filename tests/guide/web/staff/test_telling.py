import pytest

from guide.web.staff import telling
from sites.store.reports import Reports
from tests.guide.web.staff.conftest import Desk

FORM = "/sites/den-nghe/report"
TOLD = {"about": "hours", "text": "Đóng cửa <b>buổi trưa</b>.", "source": "tận mắt"}


def test_a_site_leads_to_the_form(desk: Desk) -> None:
    visitor = desk.as_(None)

    assert f'href="{FORM}"' in visitor.get("/sites/den-nghe").text
    assert "Đền Nghè" in visitor.get(FORM).text


def test_what_a_visitor_tells_waits_for_an_answer(desk: Desk) -> None:
    visitor = desk.as_(None)

    answer = visitor.post(FORM, data=TOLD)

    assert answer.status_code == 303
    page = visitor.get(answer.location).text
    assert "Đóng cửa &lt;b&gt;buổi trưa&lt;/b&gt;." in page
    assert "Sẽ có người xem" in page


def test_nothing_told_is_asked_again_and_what_was_typed_stays(desk: Desk) -> None:
    page = desk.as_(None).post(FORM, data={"text": " ", "source": "sách"})

    assert page.status_code == 422
    assert 'value="sách"' in page.text


def test_a_robot_tells_nothing(desk: Desk) -> None:
    desk.as_(None).post(FORM, data={**TOLD, "website": "http://spam"})

    assert Reports(desk.services.store).all() == []


def test_nobody_tells_without_end(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "MOST", 2)
    visitor = desk.as_(None)

    found = [visitor.post(FORM, data=TOLD).status_code for _ in range(3)]

    assert found == [303, 303, 429]


def test_a_report_that_is_none_is_not_there(desk: Desk) -> None:
    assert desk.as_(None).get("/reports/guess").status_code == 404


def test_a_site_that_is_none_is_not_there(desk: Desk) -> None:
    assert desk.as_(None).get("/sites/nowhere/report").status_code == 404
    assert desk.as_(None).post("/sites/nowhere/report").status_code == 404
