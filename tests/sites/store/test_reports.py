import pytest

from sites.staff.errors import NoDraft
from sites.staff.telling import Status
from sites.store.reports import Reports
from sites.store.store import Store
from tests.sites.store.test_drafts import NOW


@pytest.fixture
def reports(store: Store) -> Reports:
    return Reports(store)


def test_what_was_told_is_found_by_its_key_only(reports: Reports) -> None:
    key = reports.tell("a", "hours", "Đóng cửa buổi trưa.", "tận mắt", NOW)

    found = reports.by_key(key)
    assert (found.text, found.source, found.status) == (
        "Đóng cửa buổi trưa.", "tận mắt", Status.NEW,
    )  # fmt: skip
    with pytest.raises(NoDraft):
        reports.by_key(key[:-1])


def test_an_answer_reaches_whoever_told(reports: Reports) -> None:
    key = reports.tell("a", "", "Sai.", "", NOW)
    [waiting] = reports.all()

    reports.answer(waiting.id, Status.CORRECTED, "Đã sửa.", "hanh", NOW)

    found = reports.by_key(key)
    assert (found.status, found.answer, found.answered_by) == (
        Status.CORRECTED, "Đã sửa.", "hanh",
    )  # fmt: skip
    assert reports.all() == []
    assert reports.all(answered=True) == [found]


def test_there_is_no_such_report(reports: Reports) -> None:
    with pytest.raises(NoDraft):
        reports.answer(1, Status.CORRECTED, "", "hanh", NOW)
