from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from guide.services import Services
from guide.web import here


def test_a_route_reaches_the_services_of_its_app(
    app: Flask, services: Services
) -> None:
    with app.test_request_context():
        assert here.services() is services


def test_the_clock_is_that_of_the_city(app: Flask) -> None:
    with app.test_request_context():
        shown = here.now()

    assert shown.utcoffset() == timedelta(hours=7)
    assert abs(datetime.now(UTC) - shown) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("address", "language"), [("/", "vi"), ("/?lang=en", "en"), ("/?lang=fr", "vi")]
)
def test_a_route_knows_the_language(app: Flask, address: str, language: str) -> None:
    with app.test_request_context(address):
        app.preprocess_request()
        assert here.language() == language
