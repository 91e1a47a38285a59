"""The base map in a real browser: painted, named, light and dark, by us alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, Route, expect

from guide.config import Config
from guide.maps.style import DARK, LIGHT
from guide.streets.pack import as_text, read_pack
from tests.journeys.conftest import DESK, PHONE, Visit, served, visiting

pytestmark = pytest.mark.browser

WALK = "/plan/tour?from=ga-hai-phong&minutes=120&depart=2026-11-22T08:00"

NOTE_NAMES = """
  window.written = [];
  const fill = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    window.written.push([text, this.font]);
    return fill.call(this, text, ...rest);
  };
"""
"""Notes what is written on canvases: a picture cannot be asked."""

COLOURS = """() => {
  const found = {};
  for (const canvas of document.querySelectorAll(".leaflet-tile-pane canvas")) {
    if (!canvas.width) continue;
    const { width, height } = canvas;
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    for (let at = 0; at < data.length; at += 4) {
      const dot = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
      found[dot] = (found[dot] || 0) + 1;
    }
  }
  return found;
}"""


def colours(page: Page) -> dict[str, int]:
    """Count the dots of each colour on the base map."""
    found = page.evaluate(COLOURS)
    return {f"#{int(dot):06x}": count for dot, count in found.items()}


def is_painted(page: Page, ground: str, street: str) -> bool:
    found = colours(page)
    return found.get(ground, 0) > 10_000 and found.get(street, 0) > 500


def until(page: Page, true: Callable[[], bool]) -> None:
    """Wait until something is so, at most 10 seconds."""
    for _ in range(100):
        if true():
            return
        page.wait_for_timeout(100)
    raise AssertionError("it did not become so within 10 seconds")


def names(page: Page) -> set[str]:
    return {text for text, _font in page.evaluate("window.written")}


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_streets_are_painted_with_their_names(
    visit: Visit, size: tuple[int, int], language: str
) -> None:
    visit.page.set_viewport_size({"width": size[0], "height": size[1]})
    visit.page.add_init_script(NOTE_NAMES)
    page = visit.go(f"{WALK}&lang={language}")
    page.locator(".map-frame").scroll_into_view_if_needed()

    until(page, lambda: is_painted(page, LIGHT.ground, LIGHT.main))
    until(page, lambda: "Phố Điện Biên Phủ" in names(page))
    fonts = {font for _text, font in page.evaluate("window.written")}
    assert all("Be Vietnam Pro" in font for font in fonts)
    assert page.evaluate("document.fonts.check('600 12px \"Be Vietnam Pro\"', 'Phố')")
    visit.picture(f"base-map-{language}")
    assert visit.outside == []
    assert visit.faults == []


def test_the_map_follows_when_the_visitor_goes_dark_and_back(visit: Visit) -> None:
    page = visit.go(WALK)
    until(page, lambda: is_painted(page, LIGHT.ground, LIGHT.main))

    page.emulate_media(color_scheme="dark")
    until(page, lambda: is_painted(page, DARK.ground, DARK.main))
    assert colours(page).get(LIGHT.ground, 0) == 0
    visit.picture("base-map-dark")

    page.emulate_media(color_scheme="light")
    until(page, lambda: is_painted(page, LIGHT.ground, LIGHT.main))


def test_who_comes_in_the_dark_sees_a_dark_map(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = visiting(context, address).go("/sites/chua-do")

    until(page, lambda: is_painted(page, DARK.ground, DARK.minor))
    context.close()


def test_the_streets_alone_are_drawn_where_the_tiles_cannot_be_had(
    visit: Visit,
) -> None:
    visit.page.route("**/tiles/**", lambda route: route.fulfill(status=503))
    page = visit.go(WALK)

    expect(page.locator(".plain-map")).to_contain_text("Không tải được bản đồ chi tiết")
    expect(page.locator(".street-name").first).to_be_attached()
    expect(page.locator(".pin-stop").first).to_be_visible()
    visit.picture("base-map-plain")
    assert visit.faults == []


def test_where_there_are_no_streets_either_the_walk_is_drawn_and_it_is_said(
    visit: Visit,
) -> None:
    for files in ("**/tiles/**", "**/maps/streets.json"):
        visit.page.route(files, lambda route: route.fulfill(status=503))
    page = visit.go(WALK)

    expect(page.locator(".plain-map")).to_contain_text("Không tải được các con phố")
    expect(page.locator(".pin-stop").first).to_be_visible()
    visit.picture("base-map-bare")
    assert visit.faults == []


def test_the_streets_alone_are_drawn_where_the_tiles_end_later_on(
    visit: Visit,
) -> None:
    def header_only(route: Route) -> None:
        if route.request.headers.get("range", "").startswith("bytes=0-"):
            route.fallback()
        else:
            route.abort()

    visit.page.route("**/tiles/**", header_only)
    page = visit.go(WALK)

    expect(page.locator(".plain-map")).to_have_count(1)
    expect(page.locator(".street-name").first).to_be_attached()
    expect(page.locator(".leaflet-control-attribution")).to_have_text(
        "© OpenStreetMap contributors, ODbL 1.0"
    )


def test_a_browser_asks_for_ranges_and_never_for_the_whole(visit: Visit) -> None:
    asked: list[Response] = []

    def note(answer: Response) -> None:
        asked.append(answer)

    visit.page.on("response", note)
    page = visit.go(WALK)
    until(page, lambda: is_painted(page, LIGHT.ground, LIGHT.main))

    assert {a.status for a in asked if "/tiles/" in a.url} == {206}


def test_names_give_way_to_the_tiles_of_another_host(visit: Visit) -> None:
    page = visit.go(WALK)
    names_pane = page.locator(".leaflet-names-pane")
    expect(names_pane).to_have_css("display", "block")
    page.get_by_label("Ảnh nền OpenStreetMap").check()

    expect(names_pane).to_have_css("display", "none")
    page.get_by_label("Ảnh nền OpenStreetMap").uncheck()
    expect(names_pane).to_have_css("display", "block")


HOSTILE = (
    "<img src=x onerror=window.ran=1>",
    "</script><script>window.ran=1</script>",
    "{{ 7*7 }}${window.ran=1}`",
    "'\"><svg onload=window.ran=1>",
    "javascript:window.ran=1",
    "مرحبا \u202eabc",
    "Z\u0334\u0335\u0336\u0337\u0338algo",
)


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[str]:
    """A guide on streets whose names somebody wrote to do harm."""
    built_in = read_pack()
    streets = tuple(
        replace(street, name=HOSTILE[number % len(HOSTILE)])
        for number, street in enumerate(built_in.streets)
    )
    file = tmp_path / "streets.geojson"
    pack = replace(built_in, streets=streets, attribution=HOSTILE[0])
    file.write_text(as_text(pack), "utf-8")
    with served(Config(home=tmp_path / "home", streets=file)) as address:
        yield address


@pytest.mark.parametrize("path", [WALK, "/"])
def test_nothing_in_a_name_runs(browser: Browser, hostile: str, path: str) -> None:
    context = browser.new_context(viewport={"width": DESK[0], "height": DESK[1]})
    visit = visiting(context, hostile)
    visit.page.add_init_script(NOTE_NAMES)
    page = visit.go(path)
    page.evaluate("guideMap.current().setZoom(17, {animate: false})")
    until(page, lambda: any(name.startswith("<img src=x") for name in names(page)))

    assert page.evaluate("window.ran") is None
    assert page.locator("img[src=x]").count() == 0
    assert not any("\u202e" in name for name in names(page))
    assert visit.outside == []
    assert visit.faults == []
    context.close()


def test_a_map_further_down_waits_until_one_comes_near_it(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 640})
    page = visit.go(WALK)
    assert page.locator(".leaflet-container").count() == 0
    assert not page.evaluate("""
        performance.getEntriesByType("resource")
            .some((one) => one.name.includes("/tiles/"))
    """)

    page.locator(".map").scroll_into_view_if_needed()

    expect(page.locator(".pin-stop").first).to_be_visible()
    expect(page.locator(".map.tiled canvas").first).to_be_attached()
