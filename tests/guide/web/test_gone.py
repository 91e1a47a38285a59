from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from guide.services import Services
from tests.guide.web.town import opened, publish

Guide = tuple[Services, FlaskClient]
WALK = "/plan/tour?depart=2026-11-23T08:00&minutes=90"


@pytest.fixture
def guide(tmp_path: Path) -> Iterator[Guide]:
    """A guide in which "den" became "chua", and "dinh" is gone."""
    with opened(tmp_path) as found:
        services, _client = found
        publish(services, "ga", "chua", "mieu")
        services.store.move("den", "chua")
        yield found


def test_the_old_address_of_a_site_leads_to_the_new_one(guide: Guide) -> None:
    answer = guide[1].get("/sites/den?lang=en")

    assert answer.status_code == 302
    assert answer.location == "/sites/chua?lang=en&was=den"
    page = guide[1].get(answer.location).text
    assert "“den Temple” is found under “chua Temple” now." in page


def test_the_picture_and_the_plate_of_an_old_address_follow(guide: Guide) -> None:
    _services, client = guide

    assert client.get("/sites/den/map.svg").location == "/sites/chua/map.svg?was=den"
    assert (
        client.get("/sites/den/plate.pdf").location == "/sites/chua/plate.pdf?was=den"
    )


def test_the_page_of_a_site_that_is_gone_says_so(guide: Guide) -> None:
    page = guide[1].get("/sites/dinh")

    assert page.status_code == 410
    assert "“Đền dinh” từng có trong cẩm nang này" in page.text


def test_a_site_that_never_was_is_still_not_found(guide: Guide) -> None:
    assert guide[1].get("/sites/nowhere").status_code == 404


def test_a_walk_that_names_a_moved_site_goes_on_with_its_new_address(
    guide: Guide,
) -> None:
    answer = guide[1].get(f"{WALK}&from=ga&must=den&lang=en")

    assert answer.status_code == 302
    assert "must=chua" in answer.location
    assert "lang=en" in answer.location
    page = guide[1].get(answer.location)
    assert page.status_code == 200
    assert "“den Temple” is found under “chua Temple” now." in page.text


@pytest.mark.parametrize("was", ["ga", "nowhere", "dinh", "<b>", "," * 500])
def test_nobody_is_told_of_a_move_that_never_was(guide: Guide, was: str) -> None:
    page = guide[1].get("/sites/chua", query_string={"was": was})

    assert page.status_code == 200
    assert "nay nằm ở mục" not in page.text


def test_a_file_of_an_old_walk_follows_too(guide: Guide) -> None:
    address = f"{WALK}&from=ga&must=den".replace("/tour?", "/tour.gpx?")
    answer = guide[1].get(address, follow_redirects=True)

    assert answer.status_code == 200
    assert "Đền chua" in answer.text


def test_a_walk_that_names_a_site_that_is_gone_explains_and_offers_the_rest(
    guide: Guide,
) -> None:
    _services, client = guide
    page = client.get(f"{WALK}&from=ga&must=dinh,den&never=mieu")

    assert page.status_code == 410
    assert "Đường dẫn này cũ hơn cẩm nang" in page.text
    assert "<li>Đền dinh</li>" in page.text
    offered = page.text.split('class="button" href="')[1].split('"')[0]
    offered = offered.replace("&amp;", "&")
    assert "dinh" not in offered
    assert "must=chua" in offered
    assert "never=mieu" in offered
    assert client.get(offered).status_code == 200


def test_a_walk_whose_start_is_gone_offers_others_near_by(guide: Guide) -> None:
    _services, client = guide
    page = client.get(f"{WALK}&from=dinh&lang=en")

    assert page.status_code == 410
    assert "The walk began there." in page.text
    near = page.text.split('<li><a href="')[1].split('"')[0].replace("&amp;", "&")
    assert client.get(near).status_code == 200


def test_a_file_of_a_walk_with_a_site_that_is_gone_is_a_sentence(guide: Guide) -> None:
    address = f"{WALK}&from=ga&must=dinh".replace("/tour?", "/tour.gpx?")
    answer = guide[1].get(address)

    assert (answer.status_code, answer.mimetype) == (410, "text/plain")
    assert "“Đền dinh” từng có" in answer.text


@pytest.mark.parametrize("also", ["nowhere", "dinh,nowhere"])
def test_a_name_that_never_was_is_asked_for_again(guide: Guide, also: str) -> None:
    page = guide[1].get(f"{WALK}&from=ga&must={also}")

    assert page.status_code == 404
    assert 'id="problem"' in page.text
