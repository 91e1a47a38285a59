import pytest

from guide.web.staff.problems import status_of
from sites.errors import StoreFailed
from sites.staff.errors import NoAccount, StaffError
from tests.guide.web.staff.conftest import PASSWORD, Desk


@pytest.mark.parametrize(
    ("error", "status"),
    [(NoAccount("x"), 404), (StoreFailed("x"), 503), (ZeroDivisionError(), 500)],
)
def test_every_error_has_a_status(error: Exception, status: int) -> None:
    assert status_of(error) == status  # type: ignore[arg-type]


def test_a_named_error_stands_before_its_parents() -> None:
    assert issubclass(NoAccount, StaffError)
    assert status_of(NoAccount("x")) == 404


def test_a_form_that_another_page_forged_is_refused(desk: Desk) -> None:
    desk.app.config["WTF_CSRF_ENABLED"] = True
    form = {"login": "editor", "password": PASSWORD}

    for path in ("/staff/sign-in", "/staff/sign-out", "/staff/people/"):
        page = desk.as_("administrator").post(path, data=form)
        assert page.status_code == 400
        assert "không phải của trang" in page.text


def test_a_form_of_ours_is_taken(desk: Desk) -> None:
    desk.app.config["WTF_CSRF_ENABLED"] = True
    client = desk.as_(None)
    token = client.get("/staff/sign-in").text.partition('csrf_token" value="')[2]
    form = {
        "login": "editor",
        "password": PASSWORD,
        "csrf_token": token.partition('"')[0],
    }

    assert client.post("/staff/sign-in", data=form).status_code == 303
