import re
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from sites.staff.roles import Role
from sites.store.reports import Reports
from sites.store.schools import Schools
from tests.guide.web.staff.conftest import Desk
from tests.guide.web.test_trips import TRIP

JOIN = "/trips/join"


@pytest.fixture
def code(desk: Desk) -> str:
    """The code of a school."""
    schools = Schools(desk.services.store)
    return schools.add("THCS", now=datetime.now(UTC), by="administrator").code


def planned(client: FlaskClient) -> str:
    """Plan a trip; return its address."""
    return client.post("/trips/new", data=TRIP).location


def test_a_teacher_comes_in_by_the_code_of_a_school(
    desk: Desk,
    code: str,
) -> None:
    client = desk.as_(None)
    form = {"code": code.lower(), "login": "co-lan", "called": "Cô Lan"}
    answer = client.post(JOIN, data=form)

    assert answer.status_code == 303
    assert re.fullmatch(r"/staff/link/[\w-]+", answer.location)
    assert desk.accounts.named("co-lan").role is Role.TEACHER
    page = client.post(answer.location, data={"password": "năm con voi ngoài bãi"})
    assert page.status_code == 303
    assert client.get("/staff/").status_code == 303


def test_a_wrong_code_is_said_and_guesses_end(desk: Desk) -> None:
    client = desk.as_(None)
    form = {"code": "NOTHING", "login": "co-lan", "called": "Cô Lan"}
    first_answer = client.post(JOIN, data=form)

    assert first_answer.status_code == 422
    assert 'value="co-lan"' in first_answer.text
    answers = {client.post(JOIN, data=form).status_code for _ in range(12)}
    assert 429 in answers


def test_a_login_that_is_taken_is_said_on_the_form(
    desk: Desk,
    code: str,
) -> None:
    form = {"code": code, "login": "teacher", "called": "Cô"}
    page = desk.as_(None).post(JOIN, data=form)

    assert page.status_code == 422
    assert f'value="{code}"' in page.text


def test_a_teacher_finds_own_trips_and_nobody_else_does(desk: Desk) -> None:
    teacher = desk.as_("teacher")
    planned(teacher)
    home = teacher.get("/trips/").text
    (number,) = re.findall(r'href="/trips/t/(\d+)"', home)

    assert teacher.get(f"/trips/t/{number}").status_code == 200
    for other in (None, "contributor", "administrator"):
        assert desk.as_(other).get(f"/trips/t/{number}").status_code == 404
    assert desk.as_("teacher").get("/trips/t/" + "9" * 30).status_code == 404


def test_a_trip_that_was_planned_before_is_taken_into_the_account(
    desk: Desk,
) -> None:
    link = planned(desk.as_(None))
    assert desk.as_(None).post(f"{link}/own").status_code in {303, 401}
    teacher = desk.as_("teacher")
    teacher.post(f"{link}/own")

    assert "lưu trong tài khoản teacher" in teacher.get(link).text
    assert re.search(r'href="/trips/t/\d+"', teacher.get("/trips/").text)


def test_what_a_class_finds_different_goes_to_review_as_figures(
    desk: Desk,
) -> None:
    teacher = desk.as_("teacher")
    link = planned(teacher)
    fields = {"level": "lower", "seed": "5", "days": "14"}
    opened = teacher.post(f"{link}/class", data=fields).location
    suggest, store = f"{opened}/suggest", desk.services.store
    class_code = opened.rpartition("/")[2]

    teacher.post(suggest)
    assert Reports(store).all() == []
    store.trips.answer(class_code, store.trips.join(class_code), {1001: 2})
    assert "1 điểm dừng" in teacher.post(suggest, follow_redirects=True).text
    (report,) = Reports(store).all()
    assert report.source == "lớp học"
    assert report.text.endswith("Không thấy, hoặc đóng cửa: 1")
