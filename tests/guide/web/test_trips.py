import re
from collections.abc import Mapping

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.guide.trips.papers.reading import words_of_docx, words_of_pdf

TRIP = {
    "classes": "7A: 42\n7B: 40",
    "adults": "6",
    "from": "Ga Hải Phòng",
    "depart": "2026-12-08T07:30",
    "minutes": "200",
    "most_stops": "3",
}


def sent(client: FlaskClient, path: str, fields: Mapping[str, str]) -> TestResponse:
    """Send a form as a browser does: with the token of the page it stands on."""
    page = client.get("/trips/new").text
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert token
    return client.post(path, data={**fields, "csrf_token": token[1]})


@pytest.fixture
def trip(client: FlaskClient) -> str:
    """The address of a trip that was planned."""
    answer = sent(client, "/trips/new", TRIP)
    assert answer.status_code == 302
    return answer.location


def test_whoever_comes_first_is_told_what_there_is(client: FlaskClient) -> None:
    page = client.get("/trips/").text

    assert "Một chuyến đi học mà nhà trường duyệt được" in page
    assert "/trips/new" in page


def test_every_page_leads_teachers_here(client: FlaskClient) -> None:
    assert "Dành cho giáo viên" in client.get("/about").text


def test_a_trip_is_planned_and_found_again_by_its_link(
    client: FlaskClient, trip: str
) -> None:
    page = client.get(trip)

    assert page.status_code == 200
    assert "Chuyến đi học Thứ Ba, 8/12/2026" in page.text
    assert page.text.count('class="bar bar-visit') == 2 * 3
    assert "Chưa xong: còn thiếu" in page.text
    assert page.headers["X-Robots-Tag"] == "noindex"


def test_a_link_is_long_and_no_other_opens_the_trip(
    client: FlaskClient, trip: str
) -> None:
    token = trip.rpartition("/")[2]

    assert len(token) >= 30
    assert client.get(trip[:-1]).status_code == 404
    assert client.get(f"/trips/s/{token}").status_code == 404


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize(("language", "word"), [("vi", "Giấyphép"), ("en", "licence")])
def test_the_dossier_comes_as_a_file(
    client: FlaskClient, trip: str, kind: str, language: str, word: str
) -> None:
    answer = client.get(f"{trip}/dossier.{kind}?in={language}")
    read = {"docx": words_of_docx, "pdf": words_of_pdf}[kind]

    assert f"-{language}.{kind}" in answer.headers["Content-Disposition"]
    assert word in read(answer.data)


def test_a_kind_of_file_that_nobody_writes_says_so(
    client: FlaskClient, trip: str
) -> None:
    assert client.get(f"{trip}/dossier.xls").status_code == 404


def test_what_the_school_fills_in_is_kept_and_no_longer_missing(
    client: FlaskClient, trip: str
) -> None:
    before = missing(client.get(trip).text)
    fields = TRIP | {"fact_school": "THCS <b>Ngô</b> Quyền", "ratio": "20"}
    answer = sent(client, f"{trip}/edit", fields)
    page = client.get(answer.location).text

    assert missing(page) == before - 2
    assert "THCS &lt;b&gt;Ngô&lt;/b&gt; Quyền" in page


def missing(page: str) -> int:
    found = re.search(r"còn thiếu (\d+) mục", page)
    assert found
    return int(found[1])


def test_the_form_shows_what_is_kept(client: FlaskClient, trip: str) -> None:
    page = client.get(f"{trip}/edit").text

    assert "Sửa chuyến đi" in page
    assert "7A: 42\n7B: 40" in page


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"classes": ""}, 422, "Các lớp: chưa có"),
        ({"classes": "bảy A"}, 422, "không đọc được “bảy A”"),
        ({"adults": "0"}, 422, "chưa có người lớn nào đi cùng 82 học sinh"),
        ({"adults": "3", "ratio": "20"}, 422, "cần 5 người"),
        ({"groups": "40", "adults": "80"}, 422, "hãy chia nhóm khoảng 7 học sinh"),
        ({"from": "20.8700,106.6700"}, 422, "chỗ gần nhất đi được là 20.86"),
        ({"from": "Ga Sài Gòn"}, 404, "không có"),
        ({"minutes": "x"}, 400, "Tổng số phút"),
        ({"holds_den-nghe": "20", "stop": "den-nghe"}, 422, "Đền Nghè chỉ chứa 20"),
    ],
    ids=str,
)
def test_bad_input_says_what_clashes_and_keeps_what_was_typed(
    client: FlaskClient, changes: dict[str, str], status: int, said: str
) -> None:
    page = sent(client, "/trips/new", TRIP | changes)

    assert page.status_code == status
    assert said in page.text
    assert 'role="alert"' in page.text
    assert 'value="2026-12-08T07:30"' in page.text


def test_a_form_from_elsewhere_is_refused(client: FlaskClient, trip: str) -> None:
    for path in ("/trips/new", f"{trip}/edit", f"{trip}/erase", f"{trip}/share"):
        answer = client.post(path, data=TRIP)
        assert answer.status_code == 400
        assert "Hãy quay lại" in answer.text


def test_a_link_to_look_at_it_shows_it_and_can_be_withdrawn(
    client: FlaskClient, trip: str
) -> None:
    sent(client, f"{trip}/share", {})
    link = re.search(r'class="secret" href="([^"]+)"', client.get(trip).text)
    assert link
    page = client.get(link[1])

    assert page.status_code == 200
    assert trip not in page.text
    assert "<form" not in page.text
    assert client.get(f"{link[1]}/dossier.pdf").status_code == 200
    sent(client, f"{trip}/withdraw", {})
    assert client.get(link[1]).status_code == 404
    assert client.get(f"{link[1]}/dossier.pdf").status_code == 404


def test_a_copy_for_another_year_has_neither_date_nor_people(
    client: FlaskClient, trip: str
) -> None:
    sent(client, f"{trip}/edit", TRIP | {"fact_school": "Trường A", "fact_leader": "B"})
    answer = sent(client, f"{trip}/copy", {})
    page = client.get(answer.location).text

    assert answer.location != f"{trip}/edit"
    assert "Trường A" in page
    assert "7B: 40" not in page
    assert "2026-12-08" not in page
    assert 'name="fact_leader"' not in page


def test_an_erased_trip_is_gone(client: FlaskClient, trip: str) -> None:
    sent(client, f"{trip}/erase", {})

    assert client.get(trip).status_code == 404


def test_the_pages_speak_english_too(client: FlaskClient, trip: str) -> None:
    page = client.get(f"{trip}?lang=en").text

    assert "Who is where when" in page
    assert "Nhóm nào" not in page


def test_a_copy_that_lacks_its_date_is_filled_in_on_the_form(
    client: FlaskClient, trip: str
) -> None:
    copy = sent(client, f"{trip}/copy", {}).location.removesuffix("/edit")
    page = client.get(copy)

    assert page.status_code == 422
    assert f'action="{copy}/edit"' in page.text
    filled = sent(client, f"{copy}/edit", TRIP | {"depart": "2027-12-07T07:30"})
    assert filled.location == copy
    assert "7/12/2027" in client.get(copy).text


def test_who_only_looks_at_a_trip_gets_no_form_where_it_cannot_be_planned(
    client: FlaskClient, trip: str
) -> None:
    copy = sent(client, f"{trip}/copy", {}).location.removesuffix("/edit")
    sent(client, f"{copy}/share", {})
    with client.session_transaction() as session:
        (_kind, link), *_rest = session["_flashes"][::-1]
    page = client.get(link)

    assert page.status_code == 422
    assert 'method="post"' not in page.text


def test_the_map_shows_every_stop(client: FlaskClient, trip: str) -> None:
    page = client.get(trip).text
    drawn = client.get(f"{trip}/map.svg")
    stops = re.findall(r'<li><a href="/sites/[^"]+">([^<]+)</a>', page)

    assert drawn.mimetype == "image/svg+xml"
    assert len(stops) == 3
    assert all(stop in drawn.text for stop in stops)


@pytest.mark.parametrize("lunch", [("10:00", "11:15"), ("11:30", "10:00")])
def test_lunch_is_eaten_between_two_times(
    client: FlaskClient, lunch: tuple[str, str]
) -> None:
    begin, end = lunch
    fields = {"lunch_minutes": "30", "lunch_from": begin, "lunch_to": end}
    answer = sent(client, "/trips/new", TRIP | {"minutes": "240"} | fields)

    assert answer.status_code == (302 if begin < end else 400)
