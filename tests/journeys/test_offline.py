"""A visitor who keeps a tour, loses the network, and walks on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys.conftest import DESK, PHONE

pytestmark = pytest.mark.browser

TOUR = "/plan/tour?from=ga-hai-phong&minutes=120&depart=2026-11-22T08:00"
OUR_LETTERS = "document.fonts.check('600 16px \"Be Vietnam Pro\"', 'Đền Nghè')"
FULL = """
    Cache.prototype.put = () =>
        Promise.reject(new DOMException("no room", "QuotaExceededError"));
"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]}, service_workers="allow"
    )
    yield context
    context.close()


def ready(context: BrowserContext, address: str, path: str) -> Page:
    """Open a page, and wait until the worker has the shell."""
    page = context.new_page()
    page.goto(address + path)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("Boolean(navigator.serviceWorker.controller)")
    return page


def kept(context: BrowserContext, address: str, path: str = TOUR) -> Page:
    page = ready(context, address, path)
    page.get_by_role("button", name="Lưu vào máy").click()
    expect(page.locator("#keep-state")).to_contain_text("Đã lưu trong máy")
    return page


def test_a_kept_tour_works_with_the_network_off(
    phone: BrowserContext, address: str
) -> None:
    page = kept(phone, address)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    phone.set_offline(True)

    page.reload()
    stops = page.locator(".timetable .stop")
    assert stops.count() > 2
    expect(page.locator(".directions").first).to_contain_text("Chỉ đường")
    page.locator(".map").scroll_into_view_if_needed()
    expect(page.locator(".map.tiled canvas").first).to_be_visible()
    assert page.locator(".plain-map").count() == 0
    assert page.evaluate(
        "document.fonts.check('600 16px \"Be Vietnam Pro\"', 'Đền Nghè')"
    )

    page.get_by_role("link", name="Bắt đầu đi").click()
    expect(page.locator(".station.current h2")).to_be_visible()
    first = page.locator(".station.current h2").inner_text()
    expect(page.locator(".station.current .turns li").first).to_be_visible()
    page.get_by_role("button", name="Tiếp →").click()
    assert page.locator(".station.current h2").inner_text() != first
    page.locator(".map").scroll_into_view_if_needed()
    expect(page.locator(".map.tiled canvas").first).to_be_attached()

    page.get_by_role("link", name="Trang của di tích").locator("visible=true").click()
    expect(page.locator(".story")).to_be_visible()
    assert faults == []


def test_a_tour_is_kept_whatever_the_order_of_its_words(
    phone: BrowserContext, address: str
) -> None:
    page = kept(phone, address)
    phone.set_offline(True)

    page.goto(
        address + "/plan/tour?depart=2026-11-22T08:00&from=ga-hai-phong&minutes=120"
    )

    expect(page.locator(".timetable .stop").first).to_be_visible()


def test_without_network_whatever_is_not_kept_leads_to_what_is(
    phone: BrowserContext, address: str
) -> None:
    page = kept(phone, address)
    phone.set_offline(True)

    page.goto(address + "/festivals")

    expect(page.locator("#no-network")).to_be_visible()
    page.get_by_role("link", name="Bản đồ và lịch trình").click()
    expect(page.locator(".timetable .stop").first).to_be_visible()


def test_a_kept_tour_can_be_removed(phone: BrowserContext, address: str) -> None:
    page = kept(phone, address)

    page.get_by_role("button", name="Xóa khỏi máy").click()

    expect(page.locator("#keep-state")).to_contain_text("Đã xóa")
    assert [n for n in page.evaluate("caches.keys()") if n.startswith("tour")] == []
    page.goto(address + "/kept")
    expect(page.locator("#kept-none")).to_contain_text("chưa lưu")


def test_a_device_that_is_full_says_so_and_keeps_no_half(
    phone: BrowserContext, address: str
) -> None:
    page = phone.new_page()
    page.add_init_script(FULL)
    page.goto(address + TOUR)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    page.get_by_role("button", name="Lưu vào máy").click()

    expect(page.locator("#keep-state")).to_contain_text("không đủ chỗ")
    expect(page.get_by_role("button", name="Lưu vào máy")).to_be_visible()
    assert [n for n in page.evaluate("caches.keys()") if n.startswith("tour")] == []


def test_a_browser_that_keeps_nothing_says_what_to_do(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": DESK[0], "height": DESK[1]})
    page = context.new_page()
    page.add_init_script("delete window.caches")
    page.goto(address + TOUR)

    expect(page.locator("#keep-state")).to_contain_text("không lưu được")
    expect(page.get_by_role("button", name="Lưu vào máy")).to_be_disabled()
    context.close()


def test_a_network_that_breaks_off_leaves_no_half(
    phone: BrowserContext, address: str
) -> None:
    page = ready(phone, address, TOUR)
    phone.set_offline(True)

    page.get_by_role("button", name="Lưu vào máy").click()

    expect(page.locator("#keep-state")).to_contain_text("không tải được")
    assert [n for n in page.evaluate("caches.keys()") if n.startswith("tour")] == []
