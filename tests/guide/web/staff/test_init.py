from tests.guide.web.staff.conftest import Desk


def test_the_cookie_of_forms_keeps_to_https_where_there_is_any(desk: Desk) -> None:
    def cookie(address: str) -> str:
        return (
            desk.as_(None).get("/staff/sign-in", base_url=address).headers["Set-Cookie"]
        )

    assert "Secure" in cookie("https://guide.example")
    assert "Secure" not in cookie("http://localhost")


def test_no_page_for_visitors_sets_a_cookie(desk: Desk) -> None:
    client = desk.as_(None)

    for path in ("/", "/sites/chua-do", "/plan/", "/about"):
        assert "Set-Cookie" not in client.get(path).headers


def test_an_answer_that_is_too_large_is_refused(desk: Desk) -> None:
    form = {"login": "x" * 3_000_000}

    assert desk.as_(None).post("/staff/sign-in", data=form).status_code == 413
