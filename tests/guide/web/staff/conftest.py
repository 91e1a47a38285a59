"""An instance with somebody of every role, new for each test."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from guide.accounts import passwords
from guide.config import Config
from guide.services import Services, open_services
from guide.web import create_app
from sites.staff.roles import Role
from sites.store.accounts import Accounts
from sites.store.sessions import Sessions
from sites.store.store import Store
from tests.guide.web.conftest import Buffered

PASSWORD = "bốn con mèo trên mái"


@dataclass
class Desk:
    """A running guide, and its people: each role is the login of somebody."""

    services: Services
    app: Flask
    clients: dict[str, FlaskClient] = field(default_factory=dict)

    @property
    def accounts(self) -> Accounts:
        return Accounts(self.services.store)

    def as_(self, login: str | None) -> FlaskClient:
        """A browser in which somebody is signed in; or nobody."""
        client = self.app.test_client()
        if login:
            now = datetime.now(UTC)
            sessions = Sessions(self.services.store)
            token = sessions.begin(self.accounts.named(login), now)
            client.set_cookie("staff", token)
        return client


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The built-in content, with somebody of every role."""
    home: Path = tmp_path_factory.mktemp("desk")
    opened = open_services(Config(home=home))
    accounts, now = Accounts(opened.store), datetime.now(UTC)
    for role in Role:
        accounts.add(role, f"Người {role}", role, now=now, by=None)
    hashed = passwords.accept(PASSWORD, "x")
    for role in Role:
        accounts.set_password(role, hashed, by=None)
    opened.store.close()
    yield opened
    opened.store.close()


@pytest.fixture
def desk(first: Services, tmp_path: Path) -> Iterator[Desk]:
    shutil.copytree(first.home, tmp_path / "home")
    home = tmp_path / "home"
    store = Store(Config(home=home).database)
    services = Services(store, first.pack, first.streets, home)
    app = create_app(services)
    app.config["WTF_CSRF_ENABLED"] = False
    app.test_client_class = Buffered
    yield Desk(services, app)
    store.close()
