from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from guide.web.staff.desk import drafts, published
from sites.names import Text
from sites.staff.paths import flatten
from tests.guide.web.staff.conftest import Desk

HERE = "/staff/sites/den-nghe/"


def form(desk: Desk, **changes: str) -> dict[str, str]:
    """What the form of the site sends, with some lines changed: a__b is a.b."""
    with desk.app.test_request_context():
        document = published("den-nghe")
    assert document
    sent = flatten(document) | {"version": "0"}
    return sent | {name.replace("__", "."): value for name, value in changes.items()}


def move(client: FlaskClient, what: str, version: int, **more: str) -> TestResponse:
    return client.post(f"{HERE}move", data={"move": what, "version": version, **more})


def name(desk: Desk) -> str:
    return desk.services.catalogue.get("den-nghe").name.vi


def test_a_change_goes_its_way_to_the_visitors(desk: Desk) -> None:
    lan, hanh, tuan = map(desk.as_, ("contributor", "editor", "publisher"))

    assert lan.post(HERE, data=form(desk, name__vi="Đền Mới")).status_code == 303
    assert "Đền Mới" not in lan.get("/sites/den-nghe").text
    assert "Đền Mới" in lan.get(f"{HERE}preview").text
    assert move(lan, "submit", 1).status_code == 303
    assert move(hanh, "accept", 2).status_code == 303
    assert "Đền Mới" not in lan.get("/sites/den-nghe").text
    assert move(tuan, "publish", 3).status_code == 303
    assert "Đền Mới" in desk.as_(None).get("/sites/den-nghe").text


def test_one_language_is_published_before_the_other(desk: Desk) -> None:
    lan, hanh, tuan = map(desk.as_, ("contributor", "editor", "publisher"))
    lan.post(HERE, data=form(desk, name__vi="Đền Mới", name__en="New Temple"))
    move(lan, "submit", 1)
    move(hanh, "accept", 2)

    move(tuan, "publish", 3, language="vi")
    site = desk.services.catalogue.get("den-nghe")
    assert (site.name.vi, site.name.en) == ("Đền Mới", "Nghè Temple")
    move(tuan, "publish", 4, language="en")
    assert desk.services.catalogue.get("den-nghe").name.en == "New Temple"


def test_the_second_of_two_sees_both_and_loses_nothing(desk: Desk) -> None:
    lan, hanh = desk.as_("contributor"), desk.as_("editor")
    hanh.post(HERE, data=form(desk, name__vi="Của Hạnh", name__en="Hers"))

    page = lan.post(HERE, data=form(desk, name__vi="Của Lan", interest="4"))

    assert page.status_code == 409
    assert "editor đã lưu di tích này" in page.text
    assert 'value="Của Lan"' in page.text  # mine stands in the form
    assert 'value="Hers"' in page.text  # what only she changed came in
    assert "<del>Hạnh</del><ins>Lan</ins>" in page.text
    assert 'name="version" value="1"' in page.text
    merged = form(desk, name__vi="Của cả hai", version="1")
    assert lan.post(HERE, data=merged).status_code == 303


def test_a_draft_with_faults_is_saved_and_its_faults_are_listed(desk: Desk) -> None:
    lan = desk.as_("contributor")

    lan.post(HERE, data=form(desk, lede__vi="Một câu không nguồn.", interest="9"))
    page = lan.get(HERE).text

    assert "chưa xuất bản được" in page
    assert "“Một câu không nguồn.” chưa có nguồn" in page
    assert "“9” không phải số từ 1 đến 5" in page
    assert lan.get(f"{HERE}preview").status_code == 422


@pytest.mark.parametrize("what", ["accept", "publish"])
def test_a_draft_with_faults_is_neither_accepted_nor_published(
    desk: Desk, what: str
) -> None:
    lan, tuan = desk.as_("contributor"), desk.as_("publisher")
    lan.post(HERE, data=form(desk, interest="9"))
    move(lan, "submit", 1)

    assert move(tuan, what, 2).status_code == 422
    assert name(desk) == "Đền Nghè"


def test_what_is_typed_is_kept_and_taken_up_again(desk: Desk) -> None:
    lan = desk.as_("contributor")
    typed = form(desk, name__vi="Gõ dở", what="autosave")

    assert lan.post(HERE, data=typed).status_code == 204
    assert "Lấy lại để sửa tiếp" in lan.get(HERE).text
    assert 'value="Gõ dở"' in lan.get(f"{HERE}?typed=1").text
    assert "Gõ dở" not in desk.as_("editor").get(HERE).text
    lan.post(HERE, data={"what": "forget"})
    assert "Lấy lại để sửa tiếp" not in lan.get(HERE).text


def test_one_more_of_something_is_added_and_nothing_typed_is_lost(desk: Desk) -> None:
    page = desk.as_("contributor").post(
        HERE, data=form(desk, name__vi="Gõ dở", add="story")
    )

    assert page.status_code == 200
    assert 'name="story.3.vi"' in page.text
    assert 'value="Gõ dở"' in page.text


def test_hours_are_shown_ahead(desk: Desk) -> None:
    typed = form(
        desk,
        hours__rule="Mo-Su 07:30-16:45",
        hours__sources="nq-60",
        hours__checked="2026-11-01",
    )
    typed.pop("hours")

    page = desk.as_("contributor").post(f"{HERE}hours", data=typed)

    assert page.text.count("07:30–16:45") == 14


def test_hours_that_cannot_be_read_show_nothing_ahead(desk: Desk) -> None:
    typed = form(desk, hours__rule="8 till 5", hours__checked="2026-11-01")
    typed.pop("hours")

    page = desk.as_("contributor").post(f"{HERE}hours", data=typed)

    assert page.status_code == 200
    assert "fortnight" not in page.text


@pytest.mark.parametrize("what", ["", "save", "steal"])
def test_a_move_that_there_is_not_is_refused(desk: Desk, what: str) -> None:
    assert move(desk.as_("administrator"), what, 0).status_code == 403


def test_a_move_of_an_old_version_is_refused(desk: Desk) -> None:
    lan = desk.as_("contributor")
    lan.post(HERE, data=form(desk, name__vi="Mới"))

    assert move(lan, "submit", 0).status_code == 409


def test_a_draft_is_given_up(desk: Desk) -> None:
    lan = desk.as_("contributor")
    lan.post(HERE, data=form(desk, name__vi="Mới"))

    move(lan, "discard", 1)

    assert 'value="Đền Nghè"' in lan.get(HERE).text


def test_no_visitor_sees_a_draft_by_any_door(desk: Desk) -> None:
    canary = "Chim hoàng yến 4711"
    desk.as_("contributor").post(HERE, data=form(desk, name__vi=canary))
    visitor = desk.as_(None)

    for rule in desk.app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and "<digest>" not in rule.rule:
            path = rule.rule.replace("<slug>", "den-nghe")
            answer = visitor.get(path)
            assert canary.encode() not in answer.data, path
    assert canary not in visitor.get("/?q=hoang+yen").text


def test_there_is_no_such_site(desk: Desk) -> None:
    assert desk.as_("contributor").get("/staff/sites/nowhere/").status_code == 404


def test_a_version_that_is_no_number_is_an_old_one(desk: Desk) -> None:
    page = desk.as_("contributor").post(HERE, data=form(desk, version="x"))

    assert page.status_code == 409
    with desk.app.test_request_context():
        assert drafts().history("den-nghe")[0].sort == "conflict"


def test_what_came_to_the_page_by_other_means_is_shown_to_whoever_edits(
    desk: Desk,
) -> None:
    lan = desk.as_("contributor")
    lan.post(HERE, data=form(desk, interest="3"))
    live = desk.services.catalogue.get("den-nghe")
    name = Text(vi="Đền Nghè từ tệp", en=live.name.en)
    desk.services.store.publish(replace(live, name=name))

    page = lan.get(HERE).text

    assert "được đổi bằng cách khác" in page
    assert "<ins> từ tệp</ins>" in page


def test_a_draft_is_accepted_piece_by_piece(desk: Desk) -> None:
    lan, hanh, tuan = map(desk.as_, ("contributor", "editor", "publisher"))
    lan.post(HERE, data=form(desk, name__vi="Đền Mới", interest="2"))
    move(lan, "submit", 1)
    assert "<ins>Mới</ins>" in hanh.get(HERE).text

    answer = hanh.post(
        f"{HERE}move",
        data={"move": "accept", "version": 2, "piecewise": "yes", "piece": "name.vi"},
    )
    assert answer.status_code == 303
    move(tuan, "publish", 3)

    live = desk.services.catalogue.get("den-nghe")
    assert (live.name.vi, live.interest) == ("Đền Mới", 5)
    assert "Không duyệt" in lan.get(HERE).text
    page = lan.get(f"{HERE}history").text
    assert "đã duyệt" in page
