"""A real server, a real browser, and a guard that counts what leaves this machine."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Literal

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Route,
    expect,
    sync_playwright,
)
from waitress.server import create_server

from guide.config import Config
from guide.services import open_services
from guide.web import create_app

SWITCHES = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

# Maps are drawn without a graphics card here, and other tests run beside.
expect.set_options(timeout=20_000)

PICTURES = Path(__file__).parents[2] / "build" / "screenshots"
LONG = bool(os.environ.get("SOAK"))
"""Whether the long form is wanted: ``./run.sh soak``."""

PHONE, DESK = (360, 780), (1280, 800)


@dataclass
class Visit:
    """A page, and every address outside that it asked for."""

    page: Page
    address: str
    outside: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def go(
        self, path: str, until: Literal["load", "networkidle"] = "networkidle"
    ) -> Page:
        self.page.goto(self.address + path, wait_until=until)
        return self.page

    def picture(self, name: str) -> None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        width = (self.page.viewport_size or {"width": 0})["width"]
        self.page.screenshot(path=PICTURES / f"{name}-{width}.png")


@contextmanager
def served(config: Config) -> Iterator[str]:
    """Serve a guide, and say at which address."""
    services = open_services(config)
    server = create_server(create_app(services), host="127.0.0.1", port=0, threads=8)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    services.store.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(Config(home=tmp_path_factory.mktemp("instance"))) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium, args=list(SWITCHES)
        )
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    # Requests that the service worker makes would pass by the guard.
    context = browser.new_context(
        viewport={"width": DESK[0], "height": DESK[1]}, service_workers="block"
    )
    yield visiting(context, address)
    context.close()


def visiting(context: BrowserContext, address: str) -> Visit:
    """Open a page whose requests to other hosts are noted and refused."""
    found = Visit(context.new_page(), address)

    def guard(route: Route) -> None:
        if route.request.url.startswith((address, "data:")):
            route.continue_()
        else:
            found.outside.append(route.request.url)
            route.abort()

    context.route("**/*", guard)
    found.page.on("pageerror", lambda error: found.faults.append(str(error)))
    return found
