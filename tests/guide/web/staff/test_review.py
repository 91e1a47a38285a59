from tests.guide.web.staff.conftest import Desk

HERE = "/staff/sites/den-nghe/"


def test_what_is_said_of_a_line_stands_at_the_draft(desk: Desk) -> None:
    form = {"path": "lede.vi", "text": "Năm nào?"}
    desk.as_("editor").post(f"{HERE}comments", data=form)

    page = desk.as_("contributor").get(HERE).text
    assert "Năm nào?" in page
    assert 'href="#at-lede-vi"' in page


def test_a_line_that_there_is_not_is_the_whole_site(desk: Desk) -> None:
    form = {"path": "secret.thing", "text": "Gì đây?"}
    desk.as_("editor").post(f"{HERE}comments", data=form)

    assert "Toàn bộ di tích</a> · editor" in desk.as_("editor").get(HERE).text


def test_nothing_said_is_no_comment(desk: Desk) -> None:
    desk.as_("editor").post(f"{HERE}comments", data={"text": "  "})

    assert "Chưa ai góp ý" in desk.as_("contributor").get(HERE).text


def test_whoever_wrote_is_done_with_a_comment(desk: Desk) -> None:
    desk.as_("editor").post(f"{HERE}comments", data={"text": "Sửa nhé."})

    answer = desk.as_("contributor").post(f"{HERE}comments/1")

    assert answer.status_code == 303
    assert 'class="off"' in desk.as_("contributor").get(HERE).text


def test_there_is_no_such_comment(desk: Desk) -> None:
    assert desk.as_("editor").post(f"{HERE}comments/9").status_code == 404
    assert desk.as_("editor").post(f"{HERE}comments/{2**70}").status_code == 404
