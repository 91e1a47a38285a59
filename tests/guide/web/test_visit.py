import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from guide.services import Services


def test_home_lists_every_site(client: FlaskClient, services: Services) -> None:
    page = client.get("/").text

    assert [site.slug for site in services.catalogue if site.name.vi not in page] == []
    assert page.count('class="card ') == 36


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("den tien nga", "den-tien-nga"),
        ("chua do", "chua-do"),
        ("Chùa Đỏ", "chua-do"),
        ("quang lac", "7-ngo-quang-lac"),
    ],
)
def test_search_needs_no_accents(client: FlaskClient, words: str, first: str) -> None:
    page = client.get("/", query_string={"q": words}).text

    assert page.index(f'data-site="{first}"') == page.index("data-site=")


def test_a_search_without_a_hit_says_what_to_try(client: FlaskClient) -> None:
    page = client.get("/?q=zzz")

    assert page.status_code == 200
    assert "không cần dấu" in page.text


def test_words_are_shown_as_they_were_typed(client: FlaskClient) -> None:
    page = client.get("/", query_string={"q": '"><script>alert(1)</script>'}).text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_site_shows_its_sources_as_numbered_notes(client: FlaskClient) -> None:
    page = client.get("/sites/den-tien-nga").text

    assert '<a href="#source-nq-60"' in page
    assert 'id="source-nq-60" value="1"' in page


def test_a_site_shows_its_wards_before_and_after_july_2025(
    client: FlaskClient,
) -> None:
    page = client.get("/sites/den-tien-nga").text

    assert "phường Máy Tơ, đến 31/12/2024" in page
    assert "phường Gia Viên, từ 1/7/2025" in page


def test_unknown_hours_are_said_and_never_shown_as_open(client: FlaskClient) -> None:
    page = client.get("/sites/chua-do").text

    assert "Nên hỏi trước khi đến" in page


def test_a_site_without_position_has_a_page_that_says_why(client: FlaskClient) -> None:
    page = client.get("/sites/137-tam-gian")

    assert page.status_code == 200
    assert "Chúng tôi chưa xác định được nơi này ở đâu" in page.text
    assert "leaflet.js" not in page.text


def test_every_site_has_a_page_in_both_languages(
    client: FlaskClient, services: Services
) -> None:
    for site in services.catalogue:
        assert site.name.vi in client.get(f"/sites/{site.slug}").text
        assert site.name.en.replace("'", "&#39;") in (
            client.get(f"/sites/{site.slug}?lang=en").text
        )


def test_an_unknown_site_offers_the_nearest(client: FlaskClient) -> None:
    page = client.get("/sites/chua-doo")

    assert page.status_code == 404
    assert 'href="/sites/chua-do"' in page.text


def test_about_lists_every_source(client: FlaskClient, services: Services) -> None:
    page = client.get("/about").text

    assert [
        key for key in services.catalogue.sources if f"source-{key}" not in page
    ] == []


def test_no_visit_sets_a_cookie(client: FlaskClient) -> None:
    for address in ("/", "/sites/chua-do", "/plan/", "/about"):
        assert "Set-Cookie" not in client.get(address).headers


def test_the_map_of_a_site_can_be_printed(client: FlaskClient) -> None:
    page = client.get("/sites/chua-do").text
    assert 'href="/sites/chua-do/map.svg"' in page

    answer = client.get("/sites/chua-do/map.svg?paper=a5&lang=en")
    assert answer.mimetype == "image/svg+xml"
    assert "filename=chua-do.svg" in answer.headers["Content-Disposition"]
    assert 'width="148mm"' in answer.text


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/sites/chua-do/map.bmp", 404, "svg, png"),
        ("/sites/chua-do/map.svg?paper=a0", 400, "Khổ giấy: không có lựa chọn “a0”"),
        ("/sites/137-tam-gian/map.svg", 404, "137-tam-gian"),
        ("/sites/nowhere/map.svg", 404, "nowhere"),
    ],
)
def test_what_cannot_be_printed_is_said_in_a_sentence(
    client: FlaskClient, address: str, status: int, says: str
) -> None:
    answer = client.get(address)

    assert (answer.status_code, answer.mimetype) == (status, "text/plain")
    assert says in answer.text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_home_offers_walks_that_can_be_taken_and_changed(
    client: FlaskClient, services: Services, language: str
) -> None:
    page = client.get(f"/?lang={language}").text

    for tour in services.catalogue.tours:
        assert tour.name.vi in page or tour.name.en in page
    links = re.findall(r'href="(/plan/(?:tour)?\?[^"]*)" rel="nofollow"', page)
    assert len(links) == 2 * len(services.catalogue.tours)
    for link in links:
        answer = client.get(unescape(link), follow_redirects=True)
        assert answer.status_code == 200


def test_a_search_is_not_in_the_way_of_offers(client: FlaskClient) -> None:
    assert "Lộ trình gợi ý" not in client.get("/?q=chua").text
