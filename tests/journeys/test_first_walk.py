"""Somebody who has never seen the guide asks for a walk, and gets it."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import DESK, PHONE, Visit, visiting

pytestmark = pytest.mark.browser

WALK = "from=ga-hai-phong&minutes=120&like=revolutionary&depart=2026-11-22T08:00"
PAGES = (
    "/",
    "/?q=chua",
    "/?q=zzz",
    "/sites/den-tien-nga",
    "/sites/137-tam-gian",
    "/plan/?must=chua-do",
    f"/plan/tour?{WALK}",
    "/plan/tour?from=nowhere",
    "/about",
    "/nothing-here",
)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_visitor_plans_a_walk_and_asks_no_other_host(
    visit: Visit, size: tuple[int, int]
) -> None:
    page = visit.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    visit.go("/")
    visit.picture("home")
    page.get_by_label("Nơi xuất phát").select_option("ga-hai-phong")
    page.get_by_label("Thời gian").fill("120")
    page.locator(".chip", has_text="Cách mạng").click()
    page.get_by_role("button", name="Lập lộ trình").click()
    page.wait_for_load_state("networkidle")

    expect(page.get_by_role("heading", level=1)).to_contain_text("điểm dừng")
    expect(page.locator(".timetable .stop").first).to_be_visible()
    visit.picture("tour")
    page.locator(".map").scroll_into_view_if_needed()
    pin = page.locator(".pin-stop").last
    pin.click()
    popup = page.locator(".leaflet-popup-content")
    expect(popup).to_contain_text(re.compile(r"\d\d:\d\d – \d\d:\d\d"))
    popup.get_by_role("link", name="Đọc thêm").click()
    page.wait_for_url("**/sites/**")

    expect(page.get_by_role("heading", name="Nguồn")).to_be_visible()
    visit.picture("site")
    assert visit.outside == []
    assert visit.faults == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_page_is_wider_than_a_phone(visit: Visit, language: str) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 640})
    for path in PAGES:
        joint = "&" if "?" in path else "?"
        page = visit.go(f"{path}{joint}lang={language}", until="load")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, path
    assert visit.outside == []
    assert visit.faults == []


def test_the_timetable_stands_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = visiting(context, address).go(f"/plan/tour?{WALK}")

    expect(page.locator(".timetable .stop").first).to_be_visible()
    expect(page.get_by_text("Bản đồ cần JavaScript")).to_be_visible()
    page.goto(f"{address}/")
    page.get_by_role("searchbox").fill("den tien nga")
    page.get_by_role("button", name="Tìm").click()
    expect(page.locator(".card")).to_have_count(1)
    context.close()


def test_the_form_plans_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = visiting(context, address).go("/plan/")
    page.get_by_label("Nơi xuất phát").select_option("chua-do")
    page.get_by_role("button", name="Lập lộ trình").click()

    expect(page.locator(".timetable .end").first).to_contain_text("Chùa Đỏ")
    context.close()


def test_everything_can_be_reached_by_keyboard(visit: Visit) -> None:
    page = visit.go(f"/plan/tour?{WALK}")
    page.keyboard.press("Tab")

    expect(page.locator(":focus")).to_have_text("Đến phần nội dung")
    page.locator(".pin-stop").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup-content")).to_be_visible()


def test_search_finds_while_one_types_and_without_accents(visit: Visit) -> None:
    page = visit.go("/")
    page.get_by_role("searchbox").press_sequentially("chua do")

    expect(page.locator("#found .count")).to_contain_text("chua do")
    expect(page.locator(".card h3").first).to_have_text("Chùa Đỏ")


def test_tiles_of_another_host_come_only_when_switched_on(visit: Visit) -> None:
    page = visit.go(f"/plan/tour?{WALK}")
    assert visit.outside == []

    page.get_by_label("Ảnh nền OpenStreetMap").check()
    page.wait_for_timeout(300)

    assert visit.outside
    assert all(
        url.startswith("https://tile.openstreetmap.org/") for url in visit.outside
    )


def test_a_tap_on_the_map_starts_the_walk_there(visit: Visit) -> None:
    page = visit.go("/plan/")
    page.locator(".map").click(position={"x": 120, "y": 420})
    page.get_by_role("button", name="Bắt đầu ở đây").click()

    chosen = page.get_by_label("Nơi xuất phát").input_value()
    assert re.fullmatch(r"20\.\d{3},106\.\d{3}", chosen)


def test_the_base_map_names_its_owners(visit: Visit) -> None:
    page = visit.go(f"/plan/tour?{WALK}")

    expect(page.locator(".leaflet-control-attribution")).to_have_text(
        "© OpenStreetMap contributors, ODbL 1.0"
    )


def test_names_with_markup_are_shown_as_they_are(visit: Visit) -> None:
    page = visit.go("/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")

    expect(page.locator("#found .count")).to_contain_text(
        "<img src=x onerror=alert(1)>"
    )
    assert visit.faults == []
