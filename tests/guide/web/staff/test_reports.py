from sites.store.reports import Reports
from tests.guide.web.staff.conftest import Desk

TOLD = {"about": "hours", "text": "Đóng cửa buổi trưa.", "source": "tận mắt"}


def test_a_report_is_answered_and_whoever_told_reads_it(desk: Desk) -> None:
    visitor, hanh = desk.as_(None), desk.as_("editor")
    address = visitor.post("/sites/den-nghe/report", data=TOLD).location

    assert "Đóng cửa buổi trưa." in hanh.get("/staff/reports/").text
    form = {"status": "corrected", "answer": "Cảm ơn, đã sửa."}
    assert hanh.post("/staff/reports/1", data=form).status_code == 303

    page = visitor.get(address).text
    assert "Cảm ơn, đã sửa." in page
    assert "đã sửa</span>" in page


def test_a_status_that_there_is_not_is_being_looked_at(desk: Desk) -> None:
    desk.as_(None).post("/sites/den-nghe/report", data=TOLD)
    desk.as_("editor").post("/staff/reports/1", data={"status": "burnt"})

    assert Reports(desk.services.store).all()[0].status == "looked_at"


def test_there_is_no_such_report(desk: Desk) -> None:
    assert desk.as_("editor").post("/staff/reports/9").status_code == 404
