import pytest

from tests.guide.web.staff.conftest import Desk
from tests.guide.web.staff.test_edit import form

HERE = "/staff/sites/den-nghe/"


@pytest.fixture
def written(desk: Desk) -> Desk:
    """A site that was changed twice."""
    lan = desk.as_("contributor")
    lan.post(HERE, data=form(desk, name__vi="Đền Một", revision_name="thử"))
    lan.post(HERE, data=form(desk, name__vi="Đền Hai", version="1"))
    return desk


def test_every_version_is_listed(written: Desk) -> None:
    page = written.as_("contributor").get(f"{HERE}history").text

    assert all(f"<b>{number}</b>" in page for number in (1, 2, 3))
    assert "“thử”" in page


def test_two_versions_are_compared_word_by_word(written: Desk) -> None:
    lan = written.as_("contributor")

    page = lan.get(f"{HERE}compare?old=1&new=3").text
    assert "Đền <del>Nghè</del><ins>Hai</ins>" in page
    turned = lan.get(f"{HERE}compare?old=3&new=1").text
    assert "Đền <del>Nghè</del><ins>Hai</ins>" in turned


def test_a_version_is_brought_back_and_nothing_is_lost(written: Desk) -> None:
    lan = written.as_("contributor")

    lan.post(f"{HERE}restore", data={"number": 1, "version": 2})

    assert 'value="Đền Nghè"' in lan.get(HERE).text
    assert "khôi phục · “Như bản số 1”" in lan.get(f"{HERE}history").text
    assert "<del>Hai</del>" in lan.get(f"{HERE}compare?old=3&new=4").text


def test_a_version_is_brought_back_over_what_was_seen_only(written: Desk) -> None:
    answer = written.as_("contributor").post(
        f"{HERE}restore", data={"number": 1, "version": 1}
    )

    assert answer.status_code == 409


@pytest.mark.parametrize("query", ["", "?old=1", "?old=1&new=99", "?old=a&new=-1"])
def test_versions_that_there_are_not(written: Desk, query: str) -> None:
    assert written.as_("editor").get(f"{HERE}compare{query}").status_code == 404


def test_a_site_that_nobody_changed_has_no_history(desk: Desk) -> None:
    page = desk.as_("editor").get("/staff/sites/chua-do/history")

    assert "Chưa ai sửa" in page.text
