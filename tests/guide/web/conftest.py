from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from guide.config import Config
from guide.services import Services, open_services
from guide.web import create_app


class Buffered(FlaskClient):
    """A client that reads an answer at once, so that no file stays open."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        return super().open(*args, **{"buffered": True} | kwargs)


@pytest.fixture(scope="session")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    home: Path = tmp_path_factory.mktemp("instance")
    opened = open_services(Config(home=home))
    yield opened
    opened.store.close()


@pytest.fixture(scope="session")
def app(services: Services) -> Flask:
    made = create_app(services)
    made.test_client_class = Buffered
    return made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
