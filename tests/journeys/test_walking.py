"""Somebody in the street, the phone in one hand: place after place."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import PHONE, Visit, visiting

pytestmark = pytest.mark.browser

WORDS = "from=ga-hai-phong&minutes=120&depart=2026-11-22T08:00"
WALK = f"/plan/walk?{WORDS}"

WITH_A_VOICE = """
    const voice = { lang: "%s", name: "A voice", localService: true };
    window.spoken = [];
    const speech = {
        getVoices: () => [voice], cancel() {}, addEventListener() {},
        speak: (said) => window.spoken.push(said.text),
    };
    Object.defineProperty(window, "speechSynthesis", { value: speech });
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""
NO_LOCK = """
    Object.defineProperty(navigator, "wakeLock", { value: {
        request: () => Promise.reject(new DOMException("battery", "NotAllowedError")),
    } });
"""


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Visit]:
    context = browser.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]},
        service_workers="block",
        has_touch=True,
    )
    yield visiting(context, address)
    context.close()


def places(visit: Visit, path: str = WALK) -> list[dict[str, Any]]:
    answer = visit.page.request.get(visit.address + path.replace("walk?", "tour.json?"))
    return list(answer.json()["stops"])


def here(page: Page, lat: float, lon: float) -> None:
    page.context.set_geolocation({"latitude": lat, "longitude": lon, "accuracy": 8})


def current(page: Page) -> str:
    return page.locator(".station.current h2").inner_text()


def test_what_is_seen_is_ticked_and_remembered_on_this_phone(phone: Visit) -> None:
    page = phone.go(WALK)
    first = current(page)

    page.get_by_role("button", name="Đã xem").click()

    assert current(page) != first
    expect(page.locator("#progress-text")).to_contain_text("Đã xem 1/")
    page.reload()
    expect(page.locator("#progress-text")).to_contain_text("Đã xem 1/")
    assert current(page) != first
    page.get_by_role("button", name="Trước").click()
    assert current(page) == first
    expect(page.get_by_role("button", name="Đã xem")).to_have_attribute(
        "aria-pressed", "true"
    )
    phone.picture("walking")
    assert phone.faults == []


def test_another_walk_has_ticks_of_its_own(phone: Visit) -> None:
    page = phone.go(WALK)
    page.get_by_role("button", name="Đã xem").click()

    phone.go(WALK.replace("08:00", "09:00"))

    expect(page.locator("#progress-text")).to_contain_text("Đã xem 0/")


def test_nobody_is_asked_for_a_position_before_they_tap(phone: Visit) -> None:
    page = phone.page
    page.add_init_script("""
        window.asked = 0;
        for (const name of ["watchPosition", "getCurrentPosition"]) {
            const { geolocation } = navigator;
            const real = geolocation[name].bind(geolocation);
            geolocation[name] = (...given) => {
                window.asked += 1;
                return real(...given);
            };
        }
    """)
    phone.go(WALK)
    page.get_by_role("button", name="Tiếp").click()

    assert page.evaluate("window.asked") == 0
    page.get_by_role("button", name="Tôi đang ở đâu").click()
    assert page.evaluate("window.asked") == 1


def test_the_way_is_told_from_where_one_is_and_nobody_else_learns_it(
    phone: Visit,
) -> None:
    page = phone.page
    page.context.grant_permissions(["geolocation"])
    first = places(phone)[0]
    asked: list[str] = []
    phone.go(WALK)
    page.on("request", lambda request: asked.append(request.url))
    here(page, 20.8553, 106.6873)

    page.get_by_role("button", name="Tôi đang ở đâu").click()

    expect(page.locator("#said")).to_contain_text(
        re.compile(r"Sau \d+ m: .* · Còn \d+ m")
    )
    expect(page.locator(".station.current .turns [aria-current=step]")).to_have_count(1)
    expect(page.locator(".pin-me")).to_be_attached()
    here(page, first["lat"], first["lon"])
    expect(page.locator("#said")).to_contain_text("Bạn đã đến gần")
    assert not [url for url in asked if "20.85" in url or "106.68" in url]


def test_a_position_that_is_refused_says_what_to_do(phone: Visit) -> None:
    page = phone.go(WALK)

    page.get_by_role("button", name="Tôi đang ở đâu").click()

    expect(page.locator("#place-said")).to_contain_text("Hãy cho phép trang này")


def test_without_a_voice_the_page_says_what_to_do(phone: Visit) -> None:
    page = phone.go(WALK)

    page.get_by_role("button", name="Đọc thành tiếng").click()
    expect(page.locator(".voice-missing")).to_contain_text("chưa có giọng đọc")
    page.get_by_role("button", name="Tự đọc khi tôi đến gần").click()
    expect(page.locator("#voice-said")).to_contain_text("Hãy thêm giọng")


@pytest.mark.parametrize(
    ("lang", "name"), [("vi", "Tự đọc"), ("en", "Read aloud by itself")]
)
def test_a_place_is_read_aloud_by_itself_once_one_is_near(
    phone: Visit, lang: str, name: str
) -> None:
    page = phone.page
    page.add_init_script(WITH_A_VOICE % {"vi": "vi-VN", "en": "en-GB"}[lang])
    page.context.grant_permissions(["geolocation"])
    first = places(phone)[0]
    phone.go(f"{WALK}&lang={lang}")
    page.get_by_role("button", name=name).click()
    here(page, first["lat"], first["lon"])

    page.locator("#place-on").click()

    page.wait_for_function("window.spoken.length === 1")
    assert current(page) in page.evaluate("window.spoken[0]")


def test_a_screen_that_may_not_stay_on_says_so(phone: Visit) -> None:
    page = phone.page
    page.add_init_script(NO_LOCK)
    phone.go(WALK)

    page.get_by_role("button", name="Giữ màn hình sáng").click()

    expect(page.locator("#awake-said")).to_contain_text("không cho phép")
    expect(page.locator("#awake-on")).to_have_attribute("aria-pressed", "false")


def late_by(page: Page, minutes: int) -> None:
    page.get_by_text("Tôi bị trễ").click()
    page.locator("#late-by").fill(str(minutes))


def test_who_is_late_gets_the_rest_planned_from_here(phone: Visit) -> None:
    page = phone.page
    page.context.grant_permissions(["geolocation"])
    here(page, 20.85731, 106.68412)
    seen = places(phone)[0]["site"]
    phone.go(WALK)
    page.get_by_role("button", name="Đã xem").click()
    late_by(page, 30)

    page.get_by_role("button", name="Lập lại phần còn lại").click()
    page.wait_for_url("**/plan/tour?**")

    words = parse_qs(urlsplit(page.url).query)
    assert words["from"] == ["20.857,106.684"]
    assert words["to"] == ["ga-hai-phong"]
    assert seen in words["never"][0].split(",")
    assert words["depart"][0] > "2026-11-22T08:30"
    expect(page.locator(".timetable .end time").last).to_have_text(
        re.compile("09:|10:00")
    )


def test_who_is_late_and_nowhere_is_planned_from_the_last_place(phone: Visit) -> None:
    page = phone.go(WALK)
    seen = places(phone)[0]["site"]
    page.get_by_role("button", name="Đã xem").click()
    late_by(page, 20)

    page.get_by_role("button", name="Lập lại phần còn lại").click()
    page.wait_for_url("**/plan/tour?**")

    assert parse_qs(urlsplit(page.url).query)["from"] == [seen]


def test_without_network_the_phone_leaves_out_what_is_least_interesting(
    phone: Visit,
) -> None:
    page = phone.go(f"{WALK}&must=nga-sau")
    count = page.locator(".station").count()
    page.context.set_offline(True)
    late_by(page, 40)

    page.get_by_role("button", name="Lập lại phần còn lại").click()
    expect(page.locator("#late-said")).to_contain_text("không có mạng")
    page.get_by_role("button", name="Bỏ bớt điểm dừng").click()

    expect(page.locator("#late-said")).to_contain_text("ít thú vị nhất")
    left = page.locator(".station.skipped").count()
    assert 0 < left < count
    assert page.locator(".station.skipped", has_text="Ngã Sáu").count() == 0
    shown = {current(page)}
    while page.locator("#on").is_enabled():
        page.locator("#on").click()
        shown.add(current(page))
    assert len(shown) == count - left
    page.get_by_role("button", name="Vẫn ghé tất cả").click()
    expect(page.locator(".station.skipped")).to_have_count(0)


def test_who_is_in_time_leaves_out_nothing(phone: Visit) -> None:
    page = phone.go(WALK)
    late_by(page, 0)

    page.get_by_role("button", name="Bỏ bớt điểm dừng").click()

    expect(page.locator("#late-said")).to_contain_text("Bạn vẫn kịp")
    expect(page.locator(".station.skipped")).to_have_count(0)


def test_high_contrast_stays_until_it_is_switched_off(phone: Visit) -> None:
    page = phone.go(WALK)
    page.get_by_role("button", name="Tương phản cao").click()
    page.reload()

    ink = page.evaluate("getComputedStyle(document.querySelector('.station')).color")
    assert ink == "rgb(0, 0, 0)"
    phone.picture("walking-strong")


def test_buttons_are_large_enough_for_a_thumb(phone: Visit) -> None:
    page = phone.go(WALK)

    for button in page.locator(".thumb button, .helper > .button").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]


def test_a_walk_is_a_list_with_anchors_without_javascript(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]}, java_script_enabled=False
    )
    visit = visiting(context, address)
    page = visit.go(WALK, until="load")

    assert page.locator(".station").count() > 3
    expect(page.locator(".thumb")).to_be_hidden()
    page.locator("#place-0").get_by_role("link", name="Tiếp").click()
    assert page.url.endswith("#place-1")
    expect(page.locator("#place-1 h2")).to_be_in_viewport()
    context.close()
