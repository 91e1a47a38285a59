from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient

from guide import exports
from guide.services import Services

WALK = {
    "from": "ga-hai-phong",
    "minutes": "120",
    "like": "revolutionary",
    "depart": "2026-11-22T08:00",
}


def test_the_form_offers_every_place_with_a_position(
    client: FlaskClient, services: Services
) -> None:
    page = client.get("/plan/").text

    for site in services.catalogue:
        assert (f'<option value="{site.slug}"' in page) == bool(site.location)


def test_the_form_is_filled_from_its_address(client: FlaskClient) -> None:
    page = client.get("/plan/", query_string=WALK | {"minutes": "100"}).text

    assert '<option value="100" selected>' in page
    assert 'value="revolutionary" checked' in page
    assert 'value="2026-11-22T08:00"' in page


def test_a_tour_shows_stops_and_says_why_the_others_are_left_out(
    client: FlaskClient, services: Services
) -> None:
    page = client.get("/plan/tour", query_string=WALK)

    assert page.status_code == 200
    assert 'id="stop-104-cau-dat"' in page.text
    shown = page.text.count('class="stop ') + page.text.count('<span class="icon icon-')
    assert shown >= len(services.catalogue)
    assert "chúng tôi chưa xác định được nơi này ở đâu" in page.text


@pytest.mark.parametrize(
    ("language", "title", "start"),
    [("vi", "Chỉ đường", "Đi về hướng "), ("en", "Directions", "Head ")],
)
def test_each_leg_tells_its_steps_without_a_script(
    client: FlaskClient, language: str, title: str, start: str
) -> None:
    page = client.get("/plan/tour", query_string=WALK | {"lang": language}).text
    legs = client.get("/plan/tour.json", query_string=WALK | {"lang": language}).json

    told = [leg for leg in (legs or {})["legs"] if leg["steps"]]
    assert page.count(f"<summary>{title}</summary>") == len(told) > 0
    assert f"<li>{start}" in page
    for leg in told:
        assert all(f"<li>{step['says']}</li>" in page for step in leg["steps"])


def test_the_same_address_gives_the_same_tour(client: FlaskClient) -> None:
    one, two = (client.get("/plan/tour.json", query_string=WALK) for _ in range(2))

    assert one.data == two.data


def test_an_address_without_a_departure_gets_one(client: FlaskClient) -> None:
    answer = client.get("/plan/tour?from=ga-hai-phong")

    assert answer.status_code == 302
    assert "depart=20" in answer.location


def test_the_redirect_keeps_the_language(client: FlaskClient) -> None:
    answer = client.get("/plan/tour?from=ga-hai-phong&lang=en")

    assert "lang=en" in answer.location


@pytest.mark.parametrize(
    ("change", "status", "says"),
    [
        ({"from": "ga-hai-phon"}, 404, "Ga Hải Phòng"),
        ({"from": ""}, 400, "Nơi xuất phát: bạn chưa chọn"),
        ({"from": "nan,nan"}, 400, "không phải một vị trí"),
        ({"from": "20.7,106.95"}, 400, "không phải một vị trí"),
        ({"from": "20.90,106.77"}, 422, "hãy chọn nơi gần đường hơn"),
        ({"minutes": "0"}, 400, "từ 15 đến 720"),
        ({"minutes": "10000"}, 400, "từ 15 đến 720"),
        ({"minutes": "-5"}, 400, "Thời gian"),
        ({"depart": "soon"}, 400, "Giờ khởi hành"),
        ({"depart": "2026-11-22"}, 400, "Giờ khởi hành"),
        ({"depart": "9999-12-31T23:59"}, 400, "Giờ khởi hành"),
        ({"like": "shopping"}, 400, "revolutionary"),
        ({"pace": "warp"}, 400, "normal"),
        ({"must": "chua-phung-phap"}, 422, "387 m"),
        ({"must": "137-tam-gian"}, 422, "chưa rõ 137 phố Tám Gian ở đâu"),
        ({"must": "nowhere"}, 404, "Phải ghé"),
        ({"must": "chua-do", "never": "chua-do"}, 400, "vừa muốn ghé vừa bỏ qua"),
        ({"must": "chua-do", "minutes": "20"}, 422, "Chùa Đỏ"),
        ({"to": "chua-do", "minutes": "15"}, 422, "riêng đi bộ đến Chùa Đỏ"),
    ],
)
def test_says_what_to_change(
    client: FlaskClient, change: dict[str, str], status: int, says: str
) -> None:
    page = client.get("/plan/tour", query_string=WALK | change)

    assert page.status_code == status
    assert says in page.text
    assert "Traceback" not in page.text


def test_a_wrong_question_keeps_what_was_typed(client: FlaskClient) -> None:
    page = client.get("/plan/tour", query_string=WALK | {"minutes": "5"}).text

    assert '<option value="5" selected>' in page
    assert 'value="revolutionary" checked' in page


def test_the_wrong_field_is_marked(client: FlaskClient) -> None:
    page = client.get("/plan/tour", query_string=WALK | {"depart": "soon"}).text

    assert '<div class="field wrong">\n          <label for="depart">' in page


@pytest.mark.parametrize("name", exports.FORMATS)
def test_every_format_can_be_taken_away(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/plan/tour.{name}", query_string=WALK)

    assert answer.status_code == 200
    assert answer.mimetype == exports.FORMATS[name].media_type
    assert f"hai-phong-2026-11-22-0800.{name}" in answer.headers["Content-Disposition"]


def test_an_unknown_format_lists_the_known_ones(client: FlaskClient) -> None:
    answer = client.get("/plan/tour.docx", query_string=WALK)

    assert answer.status_code == 404
    assert "pdf, html, gpx, kml" in answer.text


def test_leaving_a_stop_out_is_one_link(client: FlaskClient) -> None:
    page = client.get("/plan/tour", query_string=WALK | {"never": "203-le-loi"})

    assert 'id="stop-203-le-loi"' not in page.text
    assert "bạn đã bỏ qua nơi này" in page.text


def test_what_was_dropped_can_be_had_back(client: FlaskClient) -> None:
    page = client.get("/plan/tour", query_string=WALK | {"never": "203-le-loi"}).text
    link = page[: page.index('>Thêm vào<span class="unseen">: 203 Lê Lợi')].rsplit(
        'href="', 1
    )[1]

    assert "203-le-loi" not in link


def test_a_tour_that_fits_nothing_says_what_to_do(client: FlaskClient) -> None:
    answer = client.get("/plan/tour?from=chua-do&minutes=15&depart=2026-11-22T08:00")

    assert answer.status_code == 200
    assert "từng nơi vướng điều gì" in answer.text


def test_an_error_names_sites_in_the_language_of_the_page(client: FlaskClient) -> None:
    asked = WALK | {"must": "bao-tang,ngo-da", "minutes": "45", "lang": "en"}
    page = client.get("/plan/tour", query_string=asked)

    assert page.status_code == 422
    assert "Must see: Hải Phòng Museum cannot be seen in 45 minutes" in page.text


def test_a_tour_without_stops_is_not_called_the_best(client: FlaskClient) -> None:
    page = client.get("/plan/tour?from=chua-do&minutes=15&depart=2026-11-22T08:00").text

    assert 'class="figures"' not in page


def test_visitors_at_the_same_time_get_what_each_of_them_asked(app: Flask) -> None:
    asked = [{"minutes": str(minutes)} for minutes in (30, 75, 120, 165)] * 2

    def answer(change: dict[str, str]) -> bytes:
        client = app.test_client()
        return bytes(client.get("/plan/tour.json", query_string=WALK | change).data)

    alone = [answer(change) for change in asked]
    with ThreadPoolExecutor(4) as visitors:
        together = list(visitors.map(answer, asked))

    assert together == alone


@pytest.mark.parametrize(
    ("name", "media", "says"),
    [
        ("json", "application/json", "error"),
        ("txt", "text/plain", "không quá 1 điểm dừng"),
        ("gpx", "text/plain", "không quá 1 điểm dừng"),
    ],
)
def test_a_program_is_told_what_is_wrong_without_a_page(
    client: FlaskClient, name: str, media: str, says: str
) -> None:
    clash = WALK | {"stops": "1", "first": "den-nghe", "last": "nha-hat-lon"}
    answer = client.get(f"/plan/tour.{name}", query_string=clash)

    assert (answer.status_code, answer.mimetype) == (422, media)
    assert says in answer.text


def test_a_wait_for_an_appointment_is_no_wait_for_doors(client: FlaskClient) -> None:
    page = client.get("/plan/tour", query_string=WALK | {"at": "nha-hat-lon@09:30"})

    assert "so với giờ hẹn" in page.text
    assert "chờ mở cửa" not in page.text


def test_what_somebody_asked_for_is_not_said_to_be_on_the_way(
    client: FlaskClient,
) -> None:
    asked = WALK | {"like": "war", "minutes": "60", "must": "nha-hat-lon", "stops": "1"}
    page = client.get("/plan/tour", query_string=asked)

    assert "Tiện đường" not in page.text


@pytest.mark.parametrize(
    ("depart", "said"),
    [
        pytest.param("2026-11-22T05:00", "Trời còn tối đến 05:4", id="before light"),
        pytest.param("2026-11-22T17:10", "Trời tối từ 17:3", id="back after dark"),
        pytest.param("2026-06-10T11:00", "Chúng tôi chưa biết điểm nào", id="hot noon"),
    ],
)
def test_a_walk_in_the_dark_or_the_heat_says_so(
    client: FlaskClient, depart: str, said: str
) -> None:
    page = client.get("/plan/tour", query_string=WALK | {"depart": depart}).text

    assert said in page


def test_a_walk_by_day_only_says_when_the_sun_sets(client: FlaskClient) -> None:
    page = client.get("/plan/tour", query_string=WALK).text

    assert "Mặt trời lặn 17:10" in page
    assert "Trời tối" not in page
    assert "bóng mát" not in page


NAMED = WALK | {"must": "203-le-loi"}


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("old", "phố Lê Lợi (phố Bengích xưa)"),
        ("1925", "phố Lê Lợi (thời Pháp: phố Bengích)"),
    ],
)
def test_old_names_are_told_in_the_directions_where_asked_for(
    client: FlaskClient, names: str, told: str
) -> None:
    page = client.get("/plan/tour", query_string=NAMED | {"names": names}).text

    assert told in page
    assert '<details class="street-names" open>' in page
    assert "Chỉ đường bằng tên hiện nay thôi" in page
    assert told not in client.get("/plan/tour", query_string=NAMED).text


def test_the_tour_lists_the_other_names_of_its_streets_with_their_sources(
    client: FlaskClient,
) -> None:
    page = client.get("/plan/tour", query_string=NAMED | {"lang": "en"}).text
    box = page.partition('<details class="street-names">')[2].partition("</details>")[0]

    assert "<b>Phố Lê Lợi</b>: phố Bengích (under the French)" in " ".join(box.split())
    assert "Sixty years of Ngô Quyền district" in box
    assert "names=old" in box


@pytest.mark.parametrize(("names", "says"), [("old", True), ("", False)])
def test_where_no_old_name_is_known_only_who_asked_is_told(
    client: FlaskClient, names: str, says: object
) -> None:
    """The walk runs along one street by the lake, of which no source of ours tells."""
    short = {"from": "20.8508,106.6876", "minutes": "15", "depart": WALK["depart"]}
    page = client.get("/plan/tour", query_string=short | {"names": names}).text

    assert ("Chúng tôi chưa biết tên xưa của phố nào" in page) is says
    assert 'class="street-names"' not in page


def test_the_form_keeps_which_names_were_asked_for(client: FlaskClient) -> None:
    page = client.get("/plan/", query_string=WALK | {"names": "1925"}).text

    assert '<option value="1925" selected>thêm tên của năm 1925</option>' in page


def test_names_that_cannot_be_read_are_named_in_vietnamese(client: FlaskClient) -> None:
    page = client.get("/plan/tour", query_string=WALK | {"names": "cũ"})

    assert page.status_code == 400
    assert "Tên phố: không đọc được “cũ”; hãy viết như old / 1925" in page.text


def test_a_walk_is_a_map_for_paper(client: FlaskClient) -> None:
    walk = {"from": "ga-hai-phong", "depart": "2026-11-22T08:00", "paper": "a5"}
    answer = client.get("/plan/tour.svg", query_string=walk)

    assert answer.mimetype == "image/svg+xml"
    assert 'width="148mm"' in answer.text
    assert "Phố Điện Biên Phủ" in answer.text
    wrong = client.get("/plan/tour.png", query_string=walk | {"paper": "a0"})
    assert (wrong.status_code, wrong.mimetype) == (400, "text/plain")
