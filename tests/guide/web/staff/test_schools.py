from sites.store.schools import Schools
from tests.guide.web.staff.conftest import Desk

SCHOOLS = "/staff/schools/"


def test_an_administrator_makes_a_code_and_shuts_it(desk: Desk) -> None:
    chief = desk.as_("administrator")
    assert "Chưa trường nào có mã" in chief.get(SCHOOLS).text

    chief.post(SCHOOLS, data={"called": "  THCS  Ngô Quyền "})
    (made,) = Schools(desk.services.store).all()
    page = chief.get(SCHOOLS).text
    assert made.code in page
    assert "THCS Ngô Quyền" in page
    assert "http://localhost/trips/join" in page

    chief.post(f"{SCHOOLS}{made.code}/close")
    assert "đã khóa" in chief.get(SCHOOLS).text


def test_a_school_without_a_name_is_refused(desk: Desk) -> None:
    page = desk.as_("administrator").post(SCHOOLS, data={"called": "  "})

    assert page.status_code == 422
    assert "Hãy ghi tên trường." in page.text
