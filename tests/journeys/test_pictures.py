"""Old pictures over the map and beside today's, and how staff place one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from guide.config import Config
from guide.services import open_services
from sites.intake import read_content
from tests.journeys.conftest import DESK, PHONE, Visit, served, visiting
from tests.sites import drawn

AT = """
() => {
  const map = guideMap.current();
  const box = map.getContainer().getBoundingClientRect();
  return guideMap.words.overlay.points.map(([, , lat, lon]) => {
    const at = map.latLngToContainerPoint([lat, lon]);
    return [box.left + at.x, box.top + at.y];
  });
}
"""

SHOWN = """
(points) => {
  const image = document.querySelector(".laid");
  const matrix = new DOMMatrix(getComputedStyle(image).transform);
  const pane = image.offsetParent.getBoundingClientRect();
  return points.map(([x, y]) => {
    const at = matrix.transformPoint(new DOMPoint(x, y));
    return [pane.left + at.x, pane.top + at.y];
  });
}
"""


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A guide whose content holds an old map and a pair of photographs."""
    home = tmp_path_factory.mktemp("pictured")
    config = Config(home=home)
    services = open_services(config)
    services.store.fill(read_content(folder=drawn.content(home)))
    services.store.close()
    with served(config) as found:
        yield found


@pytest.fixture
def visit(browser: Browser, pictured: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": DESK[0], "height": DESK[1]})
    yield visiting(context, pictured)
    context.close()


def is_laid_right(page: Page) -> bool:
    """Say whether every point of the picture is where it is on the map, to 2 px."""
    shown = page.evaluate(SHOWN, drawn.CORNERS)
    return all(
        abs(a - b) < 2
        for at, place in zip(shown, page.evaluate(AT), strict=True)
        for a, b in zip(at, place, strict=True)
    )


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_an_old_map_lies_over_the_map_of_today(
    visit: Visit, size: tuple[int, int]
) -> None:
    visit.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = visit.go("/then-and-now/ban-do")
    page.locator(".map-frame").scroll_into_view_if_needed()

    assert is_laid_right(page)
    page.locator(".leaflet-control-zoom-in").click()
    page.wait_for_timeout(600)
    assert is_laid_right(page)
    visit.picture("old-map")
    assert visit.outside == []
    assert visit.faults == []


def test_the_slider_makes_the_old_map_fade(visit: Visit) -> None:
    page = visit.go("/then-and-now/ban-do")
    slider = page.get_by_role("slider", name="Độ rõ của bản đồ cũ")

    expect(page.locator(".laid")).to_have_css("opacity", "0.6")
    slider.press("Home")
    expect(page.locator(".laid")).to_have_css("opacity", "0")
    slider.press("End")
    expect(page.locator(".laid")).to_have_css("opacity", "1")


def test_a_slider_moves_the_line_between_then_and_now(visit: Visit) -> None:
    page = visit.go("/then-and-now/anh-doi")
    slider = page.get_by_role("slider")
    now = page.locator(".is img")

    slider.press("Home")
    expect(now).to_have_css("clip-path", "inset(0px 0px 0px 0%)")
    slider.press("End")
    expect(now).to_have_css("clip-path", "inset(0px 0px 0px 100%)")
    then = page.locator(".was img").bounding_box()
    laid = now.bounding_box()
    assert then is not None
    assert laid is not None
    assert laid["y"] == pytest.approx(then["y"], abs=1)
    assert laid["height"] == pytest.approx(then["height"], abs=1)
    visit.picture("pair")


def test_without_javascript_the_pictures_stand_side_by_side(
    browser: Browser, pictured: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{pictured}/then-and-now/anh-doi")

    expect(page.locator(".pair img")).to_have_count(2)
    expect(page.locator(".is img")).to_have_css("clip-path", "none")
    expect(page.get_by_role("slider")).to_have_count(0)
    context.close()


def test_staff_place_a_picture_by_three_points(visit: Visit, tmp_path: Path) -> None:
    chosen = tmp_path / "map.png"
    chosen.write_bytes(drawn.picture())
    page = visit.go("/then-and-now/place")
    page.get_by_label("Hình", exact=True).set_input_files(chosen)
    picture = page.locator(".canvas img")
    expect(picture).to_be_visible()
    page.evaluate("guideMap.current().setView([20.861, 106.686], 15, {animate: false})")
    wide = page.evaluate("document.querySelector('.canvas img').clientWidth")
    for (x, y), (lat, lon) in zip(drawn.CORNERS, drawn.PLACES, strict=True):
        scale = wide / drawn.SIZE[0]
        picture.click(position={"x": x * scale, "y": y * scale})
        at = page.evaluate(
            "([lat, lon]) => guideMap.current().latLngToContainerPoint([lat, lon])",
            [lat, lon],
        )
        page.locator(".map").click(position={"x": at["x"], "y": at["y"]}, force=True)
    expect(page.locator(".laid")).to_be_attached()
    expect(page.get_by_role("status")).to_contain_text("nằm trên bản đồ")
    for label, words in (
        ("Địa chỉ, chữ thường không dấu và gạch nối", "ban-do"),
        ("Tên tiếng Việt", 'Bản đồ "cũ"'),
        ("Tên tiếng Anh", "An old map"),
        ("Khóa của nguồn", "sach"),
        ("Tác giả, nơi giữ", "Người vẽ: ông A"),
        ("Hình cho thấy gì, tiếng Việt", "Một bản đồ"),
        ("Hình cho thấy gì, tiếng Anh", "A map"),
    ):
        page.get_by_label(label, exact=True).fill(words)
    visit.picture("placing")
    entry = page.get_by_label("Mục cho pictures.yaml").input_value()
    found = read_content(folder=drawn.content(tmp_path, entry)).pictures["ban-do"]

    assert yaml.safe_load(entry)["ban-do"]["title"]["vi"] == 'Bản đồ "cũ"'
    assert found.then.data == drawn.picture()
    for pin, corner, place in zip(found.pins, drawn.CORNERS, drawn.PLACES, strict=True):
        assert (pin.x, pin.y) == pytest.approx(corner, abs=2)
        assert pin.position.lat_lon == pytest.approx(place, abs=2e-4)
    assert visit.outside == []
    assert visit.faults == []


@pytest.mark.parametrize(
    ("pixels", "places"),
    [
        (((0, 0), (50, 50), (100, 100)), drawn.PLACES),
        (((0, 0), (50, 2), (100, 0)), drawn.PLACES),
        (drawn.CORNERS, ((20.86, 106.68), (20.8601, 106.685), (20.86, 106.69))),
    ],
    ids=["a line", "nearly a line", "nearly a line on the ground"],
)
def test_points_may_be_written_by_hand_and_one_line_is_refused(
    visit: Visit,
    pixels: tuple[tuple[int, int], ...],
    places: tuple[tuple[float, float], ...],
) -> None:
    page = visit.go("/then-and-now/place")
    status = page.get_by_role("status")
    expect(status).to_have_text("Hãy chọn một hình trong máy của bạn.")
    page.get_by_label("Hình", exact=True).set_input_files(
        {"name": "m.png", "mimeType": "image/png", "buffer": drawn.picture()}
    )
    for place, numbers in enumerate(pixels):
        row = page.get_by_role("group", name=f"Điểm {place + 1}")
        for label, value in zip(
            ("từ mép trái, px", "từ mép trên, px", "vĩ độ", "kinh độ"),
            (*numbers, *places[place]),
            strict=True,
        ):
            row.get_by_label(label).fill(str(value))

    expect(status).to_contain_text("nằm trên một đường thẳng")
    expect(page.locator(".laid")).to_have_count(0)


def test_a_file_that_is_no_picture_is_refused(visit: Visit) -> None:
    page = visit.go("/then-and-now/place")
    page.get_by_label("Hình", exact=True).set_input_files(
        {"name": "m.png", "mimeType": "image/png", "buffer": b"words"}
    )

    expect(page.get_by_role("status")).to_contain_text("không mở được tệp này")
