import re

import pyotp
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.guide.web.staff.conftest import PASSWORD, Desk

WRONG = "không khớp"


def enter(client: FlaskClient, login: str = "editor", **more: str) -> TestResponse:
    form = {"login": login, "password": PASSWORD, **more}
    return client.post("/staff/sign-in", data=form)


def test_whoever_signs_in_comes_to_the_board(desk: Desk) -> None:
    client = desk.as_(None)

    answer = client.post(
        "/staff/sign-in", data={"login": "editor", "password": PASSWORD}
    )

    assert (answer.status_code, answer.location) == (303, "/staff/")
    assert "Người editor" in client.get("/staff/").text


def test_the_cookie_is_kept_from_scripts_and_other_sites(desk: Desk) -> None:
    answer = desk.as_(None).post(
        "/staff/sign-in",
        data={"login": "editor", "password": PASSWORD},
        base_url="https://guide.example",
    )

    cookies = answer.headers.getlist("Set-Cookie")
    [own] = [cookie for cookie in cookies if cookie.startswith("__Host-staff=")]
    for word in ("HttpOnly", "SameSite=Lax", "Secure", "Path=/"):
        assert word in own
    assert "Domain" not in own


def test_a_cookie_that_was_there_before_is_worth_nothing(desk: Desk) -> None:
    client = desk.as_(None)
    client.set_cookie("staff", "attackers-own")

    enter(client)

    cookie = client.get_cookie("staff")
    assert cookie
    assert cookie.value != "attackers-own"


@pytest.mark.parametrize("login", ["editor", "nobody-at-all"])
def test_the_answer_is_the_same_whether_or_not_somebody_has_an_account(
    desk: Desk, login: str
) -> None:
    page = desk.as_(None).post(
        "/staff/sign-in", data={"login": login, "password": "something else"}
    )

    assert page.status_code == 401
    assert WRONG in page.text
    masked = page.text.replace(login, "X")
    assert "nobody-at-all" not in masked


@pytest.mark.parametrize(
    ("wanted", "led"),
    [
        ("/staff/people/?a=1", "/staff/people/?a=1"),
        ("//evil.test", "/staff/"),
        ("/\\evil.test", "/staff/"),
        ("https://evil.test", "/staff/"),
        ("/staff//evil.test", "/staff/"),
        ("/staff/\n", "/staff/"),
        ("/staff/../\\evil", "/staff/"),
        ("javascript:alert(1)", "/staff/"),
        ("/\t/evil.test", "/staff/"),
        ("/staff@evil.test", "/staff/"),
        ("///evil.test", "/staff/"),
        ("", "/staff/"),
    ],
)
def test_nobody_is_led_elsewhere(desk: Desk, wanted: str, led: str) -> None:
    answer = desk.as_(None).post(
        "/staff/sign-in",
        data={"login": "administrator", "password": PASSWORD, "next": wanted},
    )

    assert answer.location == led


def test_a_page_asks_who_one_is_and_goes_on_there(desk: Desk) -> None:
    answer = desk.as_(None).get("/staff/people/")

    assert answer.status_code == 303
    assert answer.location == "/staff/sign-in?next=/staff/people/"


def test_one_signs_out(desk: Desk) -> None:
    client = desk.as_("editor")

    client.post("/staff/sign-out")

    assert client.get("/staff/").status_code == 303


def test_one_signs_out_everywhere(desk: Desk) -> None:
    here, there = desk.as_("editor"), desk.as_("editor")

    here.post("/staff/sign-out", data={"everywhere": "yes"})

    assert there.get("/staff/").status_code == 303


def test_a_link_sets_a_password_once(desk: Desk) -> None:
    page = desk.as_("administrator").post("/staff/people/editor", data={"what": "link"})
    found = re.search(r"http://localhost(/staff/link/[\w-]+)", page.text)
    assert found
    client, form = desk.as_(None), {"password": "một mật khẩu khác hẳn"}

    assert "editor" in client.get(found[1]).text
    assert client.post(found[1], data=form).status_code == 303
    assert client.post(found[1], data=form).status_code == 410
    assert client.get(found[1]).status_code == 410
    entered = client.post("/staff/sign-in", data={"login": "editor", **form})
    assert entered.status_code == 303


def test_a_link_stays_where_the_password_is_weak(desk: Desk) -> None:
    page = desk.as_("administrator").post("/staff/people/editor", data={"what": "link"})
    found = re.search(r"http://localhost(/staff/link/[\w-]+)", page.text)
    assert found
    client = desk.as_(None)

    refused = client.post(found[1], data={"password": "short"})

    assert refused.status_code == 422
    assert "quá dễ đoán" in refused.text
    assert client.get(found[1]).status_code == 200


def test_one_changes_ones_own_password(desk: Desk) -> None:
    form = {"what": "password", "old": PASSWORD, "new": "một mật khẩu khác hẳn"}

    assert desk.as_("editor").post("/staff/account", data=form).status_code == 303
    assert enter(desk.as_(None)).status_code == 401


def test_whoever_does_not_know_the_password_changes_nothing(desk: Desk) -> None:
    form = {"what": "password", "old": "guess", "new": "một mật khẩu khác hẳn"}

    assert desk.as_("editor").post("/staff/account", data=form).status_code == 401
    assert enter(desk.as_(None)).status_code == 303


def test_codes_are_set_up_with_an_app(desk: Desk) -> None:
    client = desk.as_("editor")
    page = client.get("/staff/account").text
    found = re.search(r'name="secret" value="([A-Z2-7]+)"', page)
    assert found
    code = pyotp.TOTP(found[1]).now()
    form = {"what": "codes", "secret": found[1], "old": PASSWORD}

    assert client.post(
        "/staff/account", data={**form, "code": "000000"}
    ).status_code == (401)
    assert client.post("/staff/account", data={**form, "code": code}).status_code == 303
    assert enter(desk.as_(None)).status_code == 401
    assert enter(desk.as_(None), code=code).status_code == 303


def test_whoever_is_obliged_to_use_codes_is_led_there(desk: Desk) -> None:
    desk.accounts.want_codes("editor", wanted=True, by=None)

    answer = enter(desk.as_(None))

    assert answer.location == "/staff/account"


def test_a_teacher_comes_to_the_trips(desk: Desk) -> None:
    assert enter(desk.as_(None), "teacher").location == "/trips/"


def test_nothing_is_kept_of_a_page_of_the_staff(desk: Desk) -> None:
    for path in ("/staff/", "/staff/account", "/staff/sign-in"):
        answer = desk.as_("editor").get(path)
        assert answer.headers["Cache-Control"] == "no-store"
