"""Somebody who knows what they want: wishes, three ways, stops moved by hand."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE, Visit

pytestmark = pytest.mark.browser

WALK = "/plan/tour?from=ga-hai-phong&minutes=120&depart=2026-11-22T08:00"


def stops(page: Page) -> list[str]:
    found = page.locator(".timetable .stop").all()
    return [stop.get_attribute("data-site") or "" for stop in found]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_teacher_asks_for_a_class_a_break_and_an_appointment(
    visit: Visit, size: tuple[int, int]
) -> None:
    page = visit.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    visit.go("/plan/?from=ga-hai-phong&minutes=240&depart=2026-11-22T08:00")
    expect(page.get_by_label("Số học sinh mỗi nhóm")).to_be_hidden()
    page.locator(".chip", has_text="Lớp học").click()
    page.get_by_label("Số học sinh mỗi nhóm").fill("30")
    page.get_by_text("Thứ tự và giờ hẹn").click()
    page.get_by_label("Có mặt ở").first.select_option("den-nghe")
    page.get_by_label("vào lúc").first.fill("10:30")
    page.get_by_text("Nghỉ chân và giới hạn").click()
    page.locator("[name=break_minutes]").first.select_option("20")
    page.locator("[name=break_from]").first.fill("09:00")
    page.locator("[name=break_to]").first.fill("10:30")
    visit.picture("wishes")
    page.get_by_role("button", name="Lập lộ trình").click()
    page.wait_for_load_state("networkidle")

    assert "at=den-nghe@10:30" in page.url.replace("%40", "@").replace("%3A", ":")
    expect(page.locator("#stop-den-nghe time")).to_have_text("10:30")
    expect(page.locator(".rest-stop")).to_contain_text("Nghỉ 20 phút")
    expect(page.locator(".wishes")).to_contain_text("30 học sinh")
    visit.picture("class")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert visit.outside == []
    assert visit.faults == []


def test_the_title_stays_that_of_the_walk_when_the_reasons_have_come(
    visit: Visit,
) -> None:
    page = visit.go(WALK)
    page.locator("#left-out").scroll_into_view_if_needed()
    expect(page.locator("#left-out .hint")).to_be_visible()

    expect(page).to_have_title(re.compile(r"điểm dừng"))


def test_a_stop_that_is_moved_stays_there_and_back_undoes_it(visit: Visit) -> None:
    page = visit.go(WALK.replace("120", "130"))
    before = stops(page)
    page.locator(".stop").first.get_by_role("link", name="Ghé sau").click()
    page.wait_for_load_state("networkidle")
    moved = [before[1], before[0], *before[2:]]

    assert [slug for slug in stops(page) if slug in moved] == moved
    expect(page.locator(".stop").first).to_contain_text("Bạn đã xếp thứ tự")
    page.go_back(wait_until="networkidle")
    assert stops(page) == before


def test_an_order_that_takes_too_long_offers_the_minutes_it_takes(
    visit: Visit,
) -> None:
    page = visit.go(WALK)
    before = stops(page)
    page.locator(".stop").first.get_by_role("link", name="Ghé sau").click()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("alert")).to_contain_text("thứ tự bạn đã xếp")
    page.get_by_role("link", name=re.compile(r"Lập với thêm \d+ phút")).click()
    page.wait_for_load_state("networkidle")
    moved = [before[1], before[0], *before[2:]]

    assert [slug for slug in stops(page) if slug in moved] == moved


def test_what_would_bring_a_site_in_appears_and_does_bring_it_in(visit: Visit) -> None:
    page = visit.go(WALK)
    page.locator("#left-out").scroll_into_view_if_needed()
    offer = page.locator(".left-out li", has_text=re.compile(r"Muốn ghé:\s+thêm")).first
    slug = (offer.locator("a").first.get_attribute("href") or "").split("/")[-1]
    offer.locator(".remedy a").click()
    page.wait_for_load_state("networkidle")

    assert slug in stops(page)


def test_a_wish_is_dropped_by_a_tap(visit: Visit) -> None:
    page = visit.go(f"{WALK}&stops=3")
    assert len(stops(page)) == 3
    page.get_by_role("link", name=re.compile("Bỏ yêu cầu này")).click()
    page.wait_for_load_state("networkidle")

    assert len(stops(page)) > 3
    expect(page.locator(".wishes")).to_have_count(0)


def test_three_ways_lead_to_three_walks(visit: Visit) -> None:
    page = visit.go(WALK)
    names = page.locator(".ways a b").all_inner_texts()
    page.locator(".ways a", has_text="Thong thả").click()
    page.wait_for_load_state("networkidle")

    assert names == ["Xem nhiều nhất", "Đi bộ ít nhất", "Thong thả"]
    expect(page.locator(".ways [aria-current]")).to_contain_text("Thong thả")
    expect(page.locator(".rest-stop")).to_be_visible()


def test_wishes_that_clash_come_back_with_all_that_was_asked(visit: Visit) -> None:
    page = visit.go(f"{WALK}&stops=1&first=den-nghe&last=nha-hat-lon")

    expect(page.get_by_role("alert")).to_contain_text("không quá 1 điểm dừng")
    expect(page.get_by_label("Điểm ghé đầu tiên")).to_have_value("den-nghe")
    expect(page.locator("[name=stops]")).to_have_value("1")
    page.get_by_role("link", name=re.compile("Bỏ yêu cầu này: không quá 1")).click()
    page.wait_for_load_state("networkidle")
    found = stops(page)
    assert (found[0], found[-1]) == ("den-nghe", "nha-hat-lon")


def test_a_walk_of_two_days_has_a_timetable_for_each(visit: Visit) -> None:
    page = visit.go(f"{WALK}&days=2")

    expect(page.locator(".timetable")).to_have_count(2)
    expect(page.get_by_role("heading", name="Ngày 2 (23/11/2026)")).to_be_visible()
    assert len(set(stops(page))) == len(stops(page))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_page_of_wishes_is_wider_than_a_phone(visit: Visit, language: str) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 640})
    for path in (
        f"{WALK}&days=2&walker=class&stops=9&varied=yes",
        f"{WALK}&stops=1&first=den-nghe&last=nha-hat-lon",
        WALK.replace("tour", "why"),
    ):
        page = visit.go(f"{path}&lang={language}", until="load")
        for group in page.locator("details.field").all():
            group.evaluate("group => group.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
