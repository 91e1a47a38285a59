import pytest

from guide.web.staff import record
from tests.guide.web.staff.conftest import Desk
from tests.guide.web.staff.test_edit import form


def test_who_did_what_is_listed(desk: Desk) -> None:
    desk.as_("contributor").post(
        "/staff/sites/den-nghe/", data=form(desk, interest="3")
    )

    page = desk.as_("editor").get("/staff/record/?about=den-nghe").text

    assert "lưu bản nháp" in page
    assert "<td>contributor</td>" in page
    assert "thêm một tài khoản" not in page


def test_a_long_record_is_gone_on_with(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record, "MOST", 3)
    editor = desk.as_("editor")

    assert "before=" in editor.get("/staff/record/").text
    assert editor.get("/staff/record/?before=3").text.count("<tr>") == 1 + 2


@pytest.mark.parametrize("before", ["x", "-1", str(2**70)])
def test_a_number_that_is_none_begins_at_the_newest(desk: Desk, before: str) -> None:
    editor = desk.as_("editor")

    assert editor.get(f"/staff/record/?before={before}").status_code == 200
