"""Somebody reads of the past, and walks after it."""

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import DESK, PHONE, Visit, visiting

pytestmark = pytest.mark.browser

SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
FITS = pytest.mark.parametrize(
    ("size", "language"), [(PHONE, "vi"), (DESK, "en")], ids=["phone", "desk"]
)


def resize(visit: Visit, size: tuple[int, int]) -> None:
    visit.page.set_viewport_size({"width": size[0], "height": size[1]})


@FITS
def test_pages_of_the_past_fit_the_screen(
    visit: Visit, size: tuple[int, int], language: str
) -> None:
    resize(visit, size)
    for name, path in (
        ("timeline", "/timeline"),
        ("period", "/timeline/cach-mang"),
        ("events", "/events"),
        ("event", "/events/mat-lenh-1946"),
        ("people", "/people"),
        ("person", "/people/nguyen-huu-tue"),
    ):
        page = visit.go(f"{path}?lang={language}")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        visit.picture(f"{name}-{language}")
        assert wide <= 0, path
    assert visit.outside == []
    assert visit.faults == []


@SIZES
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_whole_picture_is_seen_and_no_two_numbers_lie_on_each_other(
    visit: Visit, size: tuple[int, int], scheme: str
) -> None:
    resize(visit, size)
    visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page = visit.go("/timeline")
    visit.picture(f"timeline-{scheme}")

    dots = [dot.bounding_box() for dot in page.locator("svg .dot").all()]
    boxes = [box for box in dots if box]
    assert len(boxes) == page.locator(".numbered > li").count()
    for place, one in enumerate(boxes):
        assert 0 <= one["x"] <= size[0] - one["width"]
        for other in boxes[:place]:
            apart = (
                one["x"] >= other["x"] + other["width"]
                or other["x"] >= one["x"] + one["width"]
                or one["y"] >= other["y"] + other["height"] - 1
                or other["y"] >= one["y"] + one["height"] - 1
            )
            assert apart, (one, other)


def test_a_visitor_follows_a_person_without_scripts(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]}, java_script_enabled=False
    )
    page = visiting(context, address).page
    page.goto(f"{address}/timeline")
    page.get_by_role("link", name="Thời Pháp").click()
    page.locator(".numbered a", has_text="Phan Bội Châu xuống tàu").click()
    page.get_by_role("link", name="Nguyễn Hữu Tuệ").click()
    page.get_by_role("link", name="Đi theo dấu Nguyễn Hữu Tuệ").click()
    expect(page.locator('select[name="follow"]')).to_have_value("nguyen-huu-tue")
    page.get_by_role("button", name="Lập lộ trình").click()

    stop = page.locator("#stop-den-tien-nga")
    expect(stop).to_contain_text("Theo dấu Nguyễn Hữu Tuệ:")
    expect(stop).to_contain_text("Năm 1904 ông giấu Phan Bội Châu ở đây.")
    context.close()
