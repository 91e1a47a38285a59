from sites.staff.roles import Role
from tests.guide.web.staff.conftest import Desk

PEOPLE = "/staff/people/"


def test_everybody_is_listed(desk: Desk) -> None:
    page = desk.as_("administrator").get(PEOPLE).text

    assert all(f"Người {role}" in page for role in Role)


def test_somebody_is_added_and_gets_a_link(desk: Desk) -> None:
    form = {"login": "lan", "called": "Cô Lan", "role": "editor"}

    page = desk.as_("administrator").post(PEOPLE, data=form)

    assert "http://localhost/staff/link/" in page.text
    assert desk.accounts.named("lan").role is Role.EDITOR


def test_a_role_that_is_none_gives_the_least(desk: Desk) -> None:
    form = {"login": "lan", "called": "Lan", "role": "god"}
    desk.as_("administrator").post(PEOPLE, data=form)

    assert desk.accounts.named("lan").role is Role.CONTRIBUTOR


def test_a_login_that_is_none_is_said_on_the_page(desk: Desk) -> None:
    page = desk.as_("administrator").post(PEOPLE, data={"login": "cô lan"})

    assert page.status_code == 422
    assert "“cô lan” không dùng làm tên đăng nhập được" in page.text


def test_a_role_is_given(desk: Desk) -> None:
    form = {"what": "role", "role": "publisher"}
    desk.as_("administrator").post(f"{PEOPLE}editor", data=form)

    assert desk.accounts.named("editor").role is Role.PUBLISHER


def test_somebody_is_shut_out_at_once_and_let_in_again(desk: Desk) -> None:
    editor, chief = desk.as_("editor"), desk.as_("administrator")

    chief.post(f"{PEOPLE}editor", data={"what": "out"})
    assert editor.get("/staff/").status_code == 303
    chief.post(f"{PEOPLE}editor", data={"what": "in"})
    assert desk.as_("editor").get("/staff/").status_code == 200


def test_the_last_administrator_cannot_go(desk: Desk) -> None:
    page = desk.as_("administrator").post(
        f"{PEOPLE}administrator", data={"what": "out"}
    )

    assert page.status_code == 422
    assert "quản trị viên cuối cùng" in page.text


def test_nobody_has_this_login(desk: Desk) -> None:
    page = desk.as_("administrator").post(f"{PEOPLE}nobody", data={"what": "link"})

    assert page.status_code == 404


def test_codes_are_wanted_of_somebody_and_a_lost_phone_is_forgotten(desk: Desk) -> None:
    chief = desk.as_("administrator")
    desk.accounts.set_codes("editor", "SECRET", by=None)

    chief.post(f"{PEOPLE}editor", data={"what": "codes"})
    chief.post(f"{PEOPLE}editor", data={"what": "lost"})

    editor = desk.accounts.named("editor")
    assert (editor.codes_wanted, editor.codes) == (True, False)
    chief.post(f"{PEOPLE}editor", data={"what": "free"})
    assert not desk.accounts.named("editor").codes_wanted
