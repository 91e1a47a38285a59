import re

from tests.guide.web.staff.conftest import Desk
from tests.guide.web.staff.test_edit import form, move

BOARD = "/staff/"


def test_the_board_lists_every_site(desk: Desk) -> None:
    page = desk.as_("contributor").get(BOARD).text

    assert all(site.name.vi in page for site in desk.services.catalogue)


def test_whose_turn_it_is_is_said_to_them(desk: Desk) -> None:
    lan, hanh = desk.as_("contributor"), desk.as_("editor")
    lan.post("/staff/sites/den-nghe/", data=form(desk, name__vi="Mới"))

    assert "đến lượt bạn" in lan.get(BOARD).text
    move(lan, "submit", 1)
    assert "đến lượt bạn" not in lan.get(BOARD).text
    assert "đến lượt bạn" in hanh.get(BOARD).text


def test_what_is_published_is_no_draft_any_more(desk: Desk) -> None:
    lan, hanh, tuan = map(desk.as_, ("contributor", "editor", "publisher"))
    lan.post("/staff/sites/den-nghe/", data=form(desk, name__vi="Mới"))
    move(lan, "submit", 1)
    move(hanh, "accept", 2)
    move(tuan, "publish", 3)

    page = lan.get(BOARD).text
    assert "Chưa ai đang sửa gì" in page
    # Vietnamese alone was changed: English is behind.
    late = page.partition('id="task-translation"')[2].partition("</section>")[0]
    assert "<b>1</b>" in late
    assert "khi thứ tiếng kia" in lan.get("/staff/sites/den-nghe/").text


def test_a_round_on_foot_leads_past_what_is_to_be_found_out(desk: Desk) -> None:
    client = desk.as_("editor")
    page = client.get(BOARD).text
    task = page.partition('id="task-hours"')[2].partition("</section>")[0]
    found = re.search(r'href="(/plan/tour[^"]+)"', task)

    assert found
    answer = client.get(found[1].replace("&amp;", "&"), follow_redirects=True)
    assert answer.status_code == 200


def test_reports_that_wait_are_counted(desk: Desk) -> None:
    desk.as_(None).post("/sites/den-nghe/report", data={"text": "Sai."})

    assert "1 phản ánh" in desk.as_("editor").get(BOARD).text
    assert "1 phản ánh" not in desk.as_("contributor").get(BOARD).text
