"""The tour as one HTML file, opened from disk where there is no network."""

from pathlib import Path
from typing import Literal
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.journeys.conftest import DESK, PHONE, PICTURES
from tests.journeys.test_axe import AXE, SCHEMES, violations

pytestmark = pytest.mark.browser

WALK = "from=ga-hai-phong&depart=2026-11-22T08:00&minutes=150"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_whole_walk_is_there_with_no_network(
    browser: Browser, address: str, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "đi bộ.html"
    with urlopen(f"{address}/plan/tour.html?{WALK}") as answer:
        file.write_bytes(answer.read())
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    context.set_offline(offline=True)
    asked: list[str] = []

    def guard(route: Route) -> None:
        asked.append(route.request.url)
        route.continue_() if route.request.url == file.as_uri() else route.abort()

    context.route("**/*", guard)
    page = context.new_page()
    page.goto(file.as_uri())

    expect(page.locator("figure svg")).to_be_visible()
    expect(page.locator(".times li").first).to_contain_text("Ga Hải Phòng")
    wide = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"offline-file-{size[0]}.png")
    page.locator(".times a").first.click()
    stops = page.locator("section").count()
    for number in range(1, stops):
        here = page.locator(f"#stop-{number}")
        here.get_by_role("link", name="Điểm sau").click()
        expect(page.locator(f"#stop-{number + 1}")).to_be_in_viewport()
    last = page.locator(f"#stop-{stops}")
    expect(last.get_by_role("link", name="Điểm sau")).to_have_count(0)
    page.screenshot(path=PICTURES / f"offline-file-stop-{size[0]}.png")

    assert stops > 3
    assert wide
    assert {*asked} <= {file.as_uri()}
    context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_file(
    browser: Browser, address: str, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    if not AXE.exists():
        pytest.skip("axe is not unpacked: ./run.sh check does it")
    file = tmp_path / "walk.html"
    with urlopen(f"{address}/plan/tour.html?{WALK}") as answer:
        file.write_bytes(answer.read())
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(file.as_uri())
    page.evaluate(AXE.read_text("utf-8"))

    assert violations(page) == []
    context.close()
