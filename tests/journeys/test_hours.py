"""Somebody wants to know what is open, and when the next feast is."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE, Visit

pytestmark = pytest.mark.browser

FITS = pytest.mark.parametrize(
    ("size", "language"), [(PHONE, "vi"), (DESK, "en")], ids=["phone", "desk"]
)


def resize(visit: Visit, size: tuple[int, int]) -> None:
    visit.page.set_viewport_size({"width": size[0], "height": size[1]})


@FITS
def test_pages_about_hours_and_feasts_fit_the_screen(
    visit: Visit, size: tuple[int, int], language: str
) -> None:
    resize(visit, size)
    for name, path in (
        ("festivals", "/festivals"),
        ("feast-site", "/sites/den-nghe"),
        ("open-site", "/sites/nga-sau"),
    ):
        page = visit.go(f"{path}?lang={language}")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        visit.picture(f"{name}-{language}")
        assert wide <= 0, path
    assert visit.outside == []
    assert visit.faults == []


def test_the_menu_stands_in_one_line_on_a_phone(visit: Visit) -> None:
    resize(visit, PHONE)
    for language in ("vi", "en"):
        page = visit.go(f"/festivals?lang={language}")
        boxes = [link.bounding_box() for link in page.locator(".top nav a").all()]
        assert len({round(box["y"]) for box in boxes if box}) == 1, language


def test_a_visitor_goes_from_a_feast_to_a_walk_on_its_day(visit: Visit) -> None:
    resize(visit, PHONE)
    page = visit.go("/festivals")
    feast = page.locator(".feasts li", has_text="Chính hội đền Nghè")
    day = feast.locator("time").get_attribute("datetime") or ""
    feast.get_by_role("link", name="Lập lộ trình vào ngày đó").click()
    page.wait_for_load_state("networkidle")

    expect(page.locator("#depart")).to_have_value(f"{day}T08:00")
    page.get_by_role("button", name="Lập lộ trình").click()
    page.wait_for_load_state("networkidle")

    stop = page.locator("#stop-den-nghe")
    expect(stop.locator(".feast")).to_contain_text("Hôm nay có hội: Chính hội đền Nghè")
    expect(stop.locator(".span")).to_contain_text("(45 phút)")  # half as long again
    visit.picture("feast-tour")


def test_a_visitor_asks_for_sure_hours_only_and_drops_that_again(
    visit: Visit,
) -> None:
    page = visit.go("/plan/?from=ga-hai-phong&depart=2026-11-23T08:00")
    page.locator("summary", has_text="Nghỉ chân và giới hạn").click()
    page.get_by_label("Chỉ nơi biết chắc giờ mở cửa").check()
    page.get_by_role("button", name="Lập lộ trình").click()
    page.wait_for_load_state("networkidle")

    expect(page.locator(".wishes")).to_contain_text("chỉ nơi biết chắc giờ mở cửa")
    expect(page.locator(".timetable")).not_to_contain_text("Chưa rõ giờ mở cửa")
    expect(page.locator("#left-out")).to_contain_text("mà bạn chỉ muốn nơi biết chắc")
    page.locator(".wishes a").first.click()
    page.wait_for_load_state("networkidle")

    expect(page.locator(".timetable")).to_contain_text("Chưa rõ giờ mở cửa")
