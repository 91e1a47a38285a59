from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from guide.services import Services
from tests.guide.web.town import SITES, opened, publish

Guide = tuple[Services, FlaskClient]


@pytest.fixture
def guide(tmp_path: Path) -> Iterator[Guide]:
    with opened(tmp_path) as found:
        yield found


def code(services: Services, slug: str) -> str:
    found = services.short.code_of(slug)
    assert found
    return found


def test_a_short_address_leads_to_its_site(guide: Guide) -> None:
    services, client = guide
    for slug in SITES:
        answer = client.get(f"/s/{code(services, slug)}")

        assert (answer.status_code, answer.location) == (302, f"/sites/{slug}")


def test_small_letters_lead_there_too(guide: Guide) -> None:
    services, client = guide

    assert client.get(f"/s/{code(services, 'den').lower()}").location == "/sites/den"


def test_it_leads_there_in_the_language_that_is_asked_for(guide: Guide) -> None:
    services, client = guide
    answer = client.get(f"/s/{code(services, 'den')}?lang=en")

    assert answer.location == "/sites/den?lang=en"


def test_it_is_followed_through_renames_and_merges(guide: Guide) -> None:
    services, client = guide
    codes = {slug: code(services, slug) for slug in ("den", "dinh")}
    publish(services, "ga", "chua")
    services.store.move("den", "dinh")
    services.store.move("dinh", "chua")

    for slug, given in codes.items():
        assert client.get(f"/s/{given}").location == f"/sites/chua?was={slug}"
        page = client.get(f"/s/{given}", follow_redirects=True).text
        assert f"“Đền {slug}” nay nằm ở mục “Đền chua”" in page


def test_a_code_is_the_same_after_the_content_is_loaded_again(guide: Guide) -> None:
    services, _client = guide
    before = dict(services.short.by_code)
    publish(services, "ga")
    publish(services, *SITES)

    assert services.short.by_code == before


@pytest.mark.parametrize("language", ["vi", "en"])
def test_where_a_site_is_gone_the_page_says_so_and_offers_others(
    guide: Guide, language: str
) -> None:
    services, client = guide
    given = code(services, "den")
    publish(services, "ga", "dinh", "mieu")
    page = client.get(f"/s/{given}?lang={language}")

    said = {
        "vi": "“Đền den” từng có trong cẩm nang này, nay không còn nữa",
        "en": "“den Temple” was once in this guide and is not in it any more",
    }
    assert page.status_code == 410
    assert said[language] in page.text
    near = [page.text.index(f'href="/sites/{slug}') for slug in ("ga", "dinh", "mieu")]
    assert near == sorted(near)
    assert 'role="search"' in page.text


@pytest.mark.parametrize("typed", ["0000", "nothing", "x" * 300, "%00", "Đ"])
def test_a_code_that_was_never_given_is_no_page(guide: Guide, typed: str) -> None:
    page = guide[1].get(f"/s/{typed}")

    assert page.status_code == 404
    assert "không có biển nào mang địa chỉ" in page.text


def test_a_plate_shows_the_short_address(guide: Guide) -> None:
    services, client = guide
    answer = client.get("/sites/den/plate.pdf?lang=en")
    (page,) = PdfReader(BytesIO(answer.data)).pages

    assert answer.mimetype == "application/pdf"
    assert "den-plate.pdf" in answer.headers["Content-Disposition"]
    assert f"localhost/s/{code(services, 'den')}" in page.extract_text()


@pytest.mark.parametrize(("language", "ending"), [("vi", ""), ("en", "?lang=en")])
def test_a_tour_on_paper_leads_to_its_stops_in_its_own_language(
    guide: Guide, language: str, ending: str
) -> None:
    services, client = guide
    words = f"from=ga&must=den&depart=2026-11-23T08:00&lang={language}"
    answer = client.get(f"/plan/tour.pdf?{words}")
    read = PdfReader(BytesIO(answer.data))
    text = "".join(page.extract_text() for page in read.pages)

    short = f"localhost/s/{code(services, 'den')}"
    assert short + ending in "".join(text.split())
    assert (f"{short}?" in "".join(text.split())) is bool(ending)


def test_a_plate_of_no_site_says_so_in_a_sentence(guide: Guide) -> None:
    answer = guide[1].get("/sites/nowhere/plate.pdf")

    assert (answer.status_code, answer.mimetype) == (404, "text/plain")


def test_the_page_of_a_site_shows_its_short_address_and_its_plate(guide: Guide) -> None:
    services, client = guide
    page = client.get("/sites/den").text

    assert f"localhost/s/{code(services, 'den')}</a>" in page
    assert 'href="/sites/den/plate.pdf"' in page
