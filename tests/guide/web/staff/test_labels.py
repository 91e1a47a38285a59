from guide.web.staff.labels import label, labels, whole_label, why
from sites.staff.shape import SHAPE
from tests.guide.web.staff.conftest import Desk


def test_every_line_has_a_label(desk: Desk) -> None:
    with desk.app.test_request_context():
        assert [line.path for line in SHAPE if not label(line.path)] == []


def test_no_label_is_for_nothing(desk: Desk) -> None:
    known = {line.path.removesuffix(".vi").removesuffix(".en") for line in SHAPE}
    above = {path.rpartition(".")[0] for path in known}
    groups = {path.partition(".*")[0] for path in known}
    last = {path.rpartition(".")[2] for path in known}
    cancelled = "festivals.*.cancelled"
    with desk.app.test_request_context():
        spare = set(labels()) - known - above - groups - last - {cancelled}

    assert spare == set()


def test_a_line_is_named_so_that_one_finds_it(desk: Desk) -> None:
    with desk.app.test_request_context("/?lang=en"):
        desk.app.preprocess_request()
        assert whole_label("story.1.en") == "Story 2 · Paragraph · English"
        assert whole_label("") == "The whole site"


def test_what_matters_says_why(desk: Desk) -> None:
    with desk.app.test_request_context():
        assert "lộ trình" in why("position.lat")
        assert why("also") == ""
