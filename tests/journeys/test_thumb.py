"""A visitor who plans with one thumb, changes their mind, or uses only the keyboard."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import DESK, PHONE, Visit, visiting

pytestmark = pytest.mark.browser

TOUR = "/plan/tour?from=ga-hai-phong&minutes=120&depart=2026-11-22T08:00"


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Visit]:
    context = browser.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]}, service_workers="block"
    )
    yield visiting(context, address)
    context.close()


def stops(page: Page) -> list[str]:
    found = page.locator(".timetable .stop").all()
    return [stop.get_attribute("data-site") or "" for stop in found]


def test_a_visitor_on_a_phone_plans_from_where_they_stand(phone: Visit) -> None:
    page = phone.page
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": 20.85731, "longitude": 106.68412})
    phone.go("/")
    page.get_by_label("Thời gian").fill("90")
    expect(page.locator("output.slid")).to_have_text("1 giờ 30 phút")

    page.get_by_role("button", name="Chỗ tôi đang đứng").click()
    expect(page.get_by_text("sẽ nằm trong địa chỉ")).to_be_visible()
    page.locator(".chip", has_text="Tín ngưỡng").click()
    phone.picture("planner")
    page.get_by_role("button", name="Lập lộ trình").click()
    page.wait_for_url("**/plan/tour?**")

    assert "from=20.857000,106.684000" in page.url.replace("%2C", ",")
    assert "minutes=90" in page.url
    assert stops(page)
    page.get_by_role("link", name="Bắt đầu đi").click()
    expect(page.locator(".station.current h2")).to_be_visible()
    assert phone.outside == []
    assert phone.faults == []


def test_a_position_that_is_refused_leads_to_the_map_and_the_list(
    phone: Visit,
) -> None:
    page = phone.go("/plan/")

    page.get_by_role("button", name="Chỗ tôi đang đứng").click()

    expect(page.get_by_text("chạm vào bản đồ, hoặc chọn một nơi")).to_be_visible()
    expect(page.get_by_label("Nơi xuất phát")).to_be_enabled()


def test_a_time_that_somebody_typed_stays_as_it_is(phone: Visit) -> None:
    page = phone.go("/plan/?minutes=100")
    assert page.get_by_label("Thời gian").input_value() == "100"

    page = phone.go("/plan/?minutes=700")
    assert page.get_by_label("Thời gian").input_value() == "700"


def test_a_visitor_with_a_laptop_swaps_a_stop_and_takes_it_back(visit: Visit) -> None:
    page = visit.go(f"{TOUR}&lang=en")
    before = stops(page)
    first = page.locator(".timetable .stop").first
    first.locator(".swap summary").click()
    offer = first.locator(".swap a").first
    name = (offer.inner_text()).removeprefix("Visit ").removesuffix(" instead")
    offer.click()
    page.wait_for_url("**never=**")

    expect(page.locator(".timetable")).to_contain_text(name)
    assert before[0] not in stops(page)
    page.get_by_role("link", name="Undo the last change").click()
    page.wait_for_url("**/plan/tour?from=ga-hai-phong&minutes=120&depart=**")
    assert stops(page) == before


def test_who_comes_from_elsewhere_is_offered_no_undo(visit: Visit) -> None:
    page = visit.go(TOUR)

    expect(page.locator("#undo")).to_be_hidden()


def focus(page: Page, pattern: str, most: int = 80) -> None:
    """Press Tab until what has the focus says something."""
    for _ in range(most):
        page.keyboard.press("Tab")
        said = page.evaluate(
            "(e => `${e.getAttribute('aria-label') || ''} ${e.labels?.[0]?.textContent"
            " || ''} ${e.textContent}`)(document.activeElement)"
        )
        if re.search(pattern, said):
            outline = page.evaluate(
                "(e => { const box = e.closest('.chip') || e;"
                " return getComputedStyle(box).outlineStyle; })(document.activeElement)"
            )
            assert outline != "none", f"the focus on {pattern} cannot be seen"
            return
    raise AssertionError(f"Tab does not reach {pattern}")


def test_the_whole_way_goes_by_keyboard_alone(visit: Visit) -> None:
    page = visit.go("/plan/?from=ga-hai-phong&depart=2026-11-22T08:00")
    focus(page, "Thời gian")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    focus(page, "Tín ngưỡng")
    page.keyboard.press("Space")
    focus(page, "Lập lộ trình", most=120)
    page.keyboard.press("Enter")
    page.wait_for_url("**/plan/tour?**")
    assert "minutes=150" in page.url
    assert "like=religious" in page.url

    focus(page, "Bắt đầu đi")
    page.keyboard.press("Enter")
    page.wait_for_url("**/plan/walk?**")
    first = page.locator(".station.current h2").inner_text()
    focus(page, "Đã xem", most=120)
    page.keyboard.press("Enter")
    expect(page.locator("#progress-text")).to_contain_text("Đã xem 1/")
    expect(page.locator(".station.current h2")).not_to_have_text(first)
    assert page.evaluate("document.activeElement.classList.contains('station')")


def test_nothing_moves_for_who_asked_for_stillness(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(
        viewport={"width": DESK[0], "height": DESK[1]},
        service_workers="block",
        reduced_motion="reduce",
    )
    visit = visiting(context, address)
    for path in ("/", TOUR, TOUR.replace("tour?", "walk?")):
        page = visit.go(path)
        moving = page.evaluate("""
            [...document.querySelectorAll("main *, header *, .thumb *")]
                .filter((one) => !one.closest(".map"))
                .filter((one) => {
                    const look = getComputedStyle(one);
                    const still = look.transitionDuration === "0s";
                    return look.animationName !== "none" || !still;
                })
                .map((one) => one.outerHTML.slice(0, 80))
        """)
        assert moving == []
    context.close()


def test_without_javascript_a_walk_is_planned_seen_and_walked(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]}, java_script_enabled=False
    )
    visit = visiting(context, address)
    page = visit.go("/plan/?depart=2026-11-22T08:00", until="load")
    page.get_by_label("Thời gian").select_option("90")
    page.get_by_role("button", name="Lập lộ trình").click()
    before = stops(page)
    assert before
    expect(page.locator("#keep")).to_be_hidden()
    expect(page.locator("#undo")).to_be_hidden()
    page.locator(".swap summary").first.click()
    page.locator(".swap a").first.click()
    assert before[0] not in stops(page)
    page.get_by_role("link", name="Bắt đầu đi").click()
    assert page.locator(".station").count() > 1
    context.close()
