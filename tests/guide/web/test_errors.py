import pytest
from flask import Flask
from flask.testing import FlaskClient

from guide.bad_request import NoSuchSite
from guide.cli import WORDS
from guide.errors import BadPack
from guide.no_tour import NoTour, TooFarFromStreets
from guide.services import Services
from guide.web import create_app
from guide.web.errors import STATUS, field_labels
from sites.errors import StoreFailed


def test_a_page_that_is_not_there_says_so(client: FlaskClient) -> None:
    page = client.get("/nothing-here")

    assert page.status_code == 404
    assert "Không có trang nào ở địa chỉ này" in page.text


def test_an_address_used_the_wrong_way_says_so(client: FlaskClient) -> None:
    assert client.post("/about").status_code == 405


def test_a_site_that_cannot_be_found_is_named_before_its_parents() -> None:
    kinds = list(STATUS)

    assert kinds.index(NoSuchSite) < kinds.index(NoSuchSite.__mro__[1])
    assert STATUS[NoTour] == 422
    assert TooFarFromStreets not in STATUS


def test_every_field_of_a_request_has_a_label(app: Flask) -> None:
    with app.test_request_context():
        labels = field_labels()

    assert set(labels) == {"paper", *(name for name, _value, _about in WORDS)}


@pytest.mark.parametrize(
    ("error", "status"),
    [(StoreFailed("disk I/O error"), 503), (BadPack("x", "gone"), 500)],
)
def test_a_fault_of_ours_is_a_page_too(
    services: Services, error: Exception, status: int
) -> None:
    app = create_app(services)

    @app.get("/broken")
    def broken() -> str:
        raise error

    page = app.test_client().get("/broken")

    assert page.status_code == status
    assert 'role="alert"' in page.text


def test_a_bug_shows_no_traceback(services: Services) -> None:
    app = create_app(services)

    @app.get("/bug")
    def bug() -> str:
        raise ZeroDivisionError("secret words")

    page = app.test_client().get("/bug")

    assert page.status_code == 500
    assert "secret words" not in page.text
    assert "Có lỗi ở phía chúng tôi" in page.text


def test_a_site_that_is_wanted_and_not_wanted_is_called_by_its_name(
    client: FlaskClient,
) -> None:
    both = "/plan/tour?from=ga-hai-phong&must={0}&never={0}"

    assert "Chùa Đỏ không thể vừa" in client.get(both.format("chua-do")).text
    assert "xyz không thể vừa" in client.get(both.format("xyz")).text
