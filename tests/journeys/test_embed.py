"""A walk in the page of a hotel: framed there, and nothing else of ours is."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from waitress.server import create_server

from tests.journeys.conftest import PHONE, PICTURES

pytestmark = pytest.mark.browser

WORDS = "from=ga-hai-phong&depart=2026-11-22T08:00&minutes=90"


@contextmanager
def hotel(address: str) -> Iterator[str]:
    """Serve the page of a hotel, with two frames; say at which address."""
    frames = "".join(
        f'<iframe name="{name}" src="{address}{path}" width="330" height="640">'
        "</iframe>"
        for name, path in (
            ("small", f"/embed/tour?{WORDS}"),
            ("whole", f"/plan/tour?{WORDS}"),
        )
    )

    def page(_environ: Any, start: Any) -> list[bytes]:
        start("200 OK", [("Content-Type", "text/html")])
        return [f"<!doctype html><h1>Hotel</h1>{frames}".encode()]

    server = create_server(page, host="127.0.0.1", port=0)
    Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


def test_only_the_small_pages_stand_in_another_site(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": PHONE[0], "height": 1400})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with hotel(address) as there:
        page.goto(there, wait_until="load")
        small = page.frame_locator("[name=small]")

        expect(small.get_by_role("heading", level=1)).to_contain_text("điểm dừng")
        picture = small.get_by_alt_text("Bản đồ")
        expect(picture).to_be_visible()
        loaded = picture.evaluate("one => one.decode().then(() => one.naturalWidth)")
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / "embed-360.png")
        expect(page.frame_locator("[name=whole]").locator("main")).to_have_count(0)

    assert loaded > 0
    assert all(url.startswith((address, there)) for url in asked)
    context.close()
