"""Those who work on the guide: from signing in to a page that visitors read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from guide.accounts import passwords
from guide.config import Config
from guide.services import open_services
from sites.hours import Hours
from sites.model import Access, Address, Site, Way
from sites.names import Text
from sites.sources import Claim, Passage
from sites.staff.roles import Role
from sites.store.accounts import Accounts
from tests.journeys.conftest import DESK, LONG, PHONE, Visit, served, visiting
from tests.journeys.payloads import PAYLOADS
from tests.journeys.test_axe import AXE, looks, violations

PASSWORD = "bốn con mèo trên mái"
HERE = "/staff/sites/den-nghe/"
CALLED = {
    Role.TEACHER: "Thầy Minh",
    Role.CONTRIBUTOR: "Lan Anh",
    Role.EDITOR: "Cô Hạnh",
    Role.PUBLISHER: "Anh Tuấn",
    Role.ADMINISTRATOR: "Chị Mai",
}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A guide with somebody of every role, and sites made of nothing but payloads."""
    config = Config(home=tmp_path_factory.mktemp("office"))
    services = open_services(config)
    accounts, now = Accounts(services.store), datetime.now(UTC)
    for role in Role:
        accounts.add(role, CALLED[role], role, now=now, by=None)
        hashed = passwords.accept(PASSWORD, role)
        accounts.set_password(role, hashed, by=None)
    services.store.close()
    with served(config) as address:
        yield address


@pytest.fixture
def people(browser: Browser, office: str) -> Iterator["People"]:
    made = People(browser, office)
    yield made
    made.go_home()


class People:
    """Opens a browser for each of several people, signed in."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.contexts: list[BrowserContext] = []

    def sign_in(self, role: Role, size: tuple[int, int] = DESK) -> Visit:
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]}
        )
        self.contexts.append(context)
        visit = visiting(context, self.address)
        page = visit.go("/staff/sign-in", "load")
        page.get_by_label("Tên đăng nhập").fill(role.value)
        page.get_by_label("Mật khẩu").fill(PASSWORD)
        page.get_by_role("button", name="Đăng nhập").click()
        expect(page.get_by_role("link", name=CALLED[role])).to_be_visible()
        return visit

    def go_home(self) -> None:
        for context in self.contexts:
            context.close()


def save(page: Page) -> None:
    page.get_by_role("button", name="Lưu bản nháp").click()


def test_a_change_goes_from_the_contributor_to_the_visitors(people: People) -> None:
    lan = people.sign_in(Role.CONTRIBUTOR, PHONE)
    page = lan.go(HERE)
    page.get_by_label("Tên Tiếng Việt").first.fill("Đền Nghè thờ Lê Chân")
    save(page)
    expect(page.get_by_text("Đã lưu thành bản số 1.")).to_be_visible()
    lan.picture("staff-edit")
    page.get_by_role("button", name="Gửi duyệt").click()
    expect(page.get_by_text("Cần một người khác đọc và duyệt")).to_be_visible()

    hanh = people.sign_in(Role.EDITOR)
    board = hanh.go("/staff/")
    expect(board.get_by_text("đến lượt bạn")).to_be_visible()
    hanh.picture("staff-board")
    hanh.go(HERE).get_by_role("button", name="Duyệt", exact=True).click()

    tuan = people.sign_in(Role.PUBLISHER)
    tuan.go(HERE).get_by_role("button", name="Xuất bản").click()
    expect(tuan.page.get_by_text("Xong.")).to_be_visible()
    live = tuan.go("/sites/den-nghe", "load")
    expect(live.get_by_role("heading", level=1)).to_have_text("Đền Nghè thờ Lê Chân")
    assert lan.faults + hanh.faults + tuan.faults == []
    assert lan.outside + hanh.outside + tuan.outside == []


def test_of_two_at_once_the_second_sees_both_and_loses_nothing(people: People) -> None:
    lan, hanh = people.sign_in(Role.CONTRIBUTOR), people.sign_in(Role.EDITOR)
    address = "/staff/sites/nga-nam/"
    one, other = lan.go(address), hanh.go(address)
    one.get_by_label("Tên khác, mỗi dòng một tên").fill("Của Lan")
    other.get_by_label("Tên khác, mỗi dòng một tên").fill("Của Hạnh")
    save(other)
    expect(other.get_by_text("Đã lưu thành bản số 1.")).to_be_visible()

    save(one)

    expect(one.get_by_role("alert")).to_contain_text("editor đã lưu di tích này")
    expect(one.get_by_label("Tên khác, mỗi dòng một tên")).to_have_value("Của Lan")
    expect(one.locator("del").first).to_contain_text("Hạnh")
    lan.picture("staff-conflict")
    one.get_by_label("Tên khác, mỗi dòng một tên").fill("Của Lan\nCủa Hạnh")
    save(one)
    expect(one.get_by_text("Đã lưu thành bản số 2.")).to_be_visible()


def test_an_older_version_is_brought_back(people: People) -> None:
    lan = people.sign_in(Role.CONTRIBUTOR)
    page = lan.go("/staff/sites/quan-hoa/")
    page.get_by_label("Tên Tiếng Việt").first.fill("Chợ hoa")
    save(page)
    page.get_by_role("link", name="Lịch sử trang này").click()
    page.get_by_role("button", name="So sánh").click()
    expect(page.locator("ins").first).to_be_visible()
    page.go_back()
    page.locator("select[name=number]").select_option("1")
    page.get_by_role("button", name="Lấy làm bản nháp").click()

    expect(page.get_by_text("Bản số 1 lại là bản nháp.")).to_be_visible()
    expect(page.get_by_label("Tên Tiếng Việt").first).not_to_have_value("Chợ hoa")


def test_a_tap_on_the_map_gives_the_position_and_hours_are_shown_ahead(
    people: People,
) -> None:
    hanh = people.sign_in(Role.EDITOR, PHONE)
    page = hanh.go("/staff/sites/chua-do/")
    before = page.locator('[name="position.lat"]').input_value()
    page.locator(".pick .map").click(position={"x": 60, "y": 90})
    expect(page.locator('[name="position.lat"]')).not_to_have_value(before)

    page.locator('[name="hours.rule"]').fill("Mo-Su 07:30-16:45")
    page.locator('[name="hours.checked"]').fill("2026-11-01")
    page.locator('[name="hours.sources"]').fill("nq-60")
    expect(page.locator("#hours-ahead")).to_contain_text("07:30–16:45")
    assert hanh.faults == []


LOOKED_AT = (
    "/staff/", HERE, f"{HERE}history", "/staff/people/", "/staff/account",
    "/staff/record/", "/staff/reports/", "/staff/files/", "/staff/bin",
    "/sites/chua-do/report", "/staff/sites/chua-do/address",
)  # fmt: skip

UNNAMED = """() => {
  const named = (e) => (e.labels && e.labels.length) || e.getAttribute("aria-label")
    || e.textContent.trim() || e.closest("label") || e.title;
  const controls = "input:not([type=hidden]), select, textarea, button, a[href]";
  const shown = [...document.querySelectorAll(controls)];
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  return {
    unnamed: shown.filter((e) => !named(e)).map((e) => e.outerHTML.slice(0, 90)),
    twice: ids.filter((id, n) => ids.indexOf(id) !== n),
    headings: document.querySelectorAll("h1").length,
    pictures: document.querySelectorAll("img:not([alt])").length,
    wide: document.documentElement.scrollWidth - innerWidth,
  };
}"""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_page_can_be_used_by_ear_and_on_a_phone(
    people: People, size: tuple[int, int]
) -> None:
    chief = people.sign_in(Role.ADMINISTRATOR, size)

    for path in LOOKED_AT:
        found = chief.go(path, "load").evaluate(UNNAMED)
        assert found["unnamed"] == [], path
        assert found["twice"] == [], path
        assert (found["headings"], found["pictures"]) == (1, 0), path
        assert found["wide"] <= 0, path
    assert chief.faults == []


TOGETHER = 12
"""So many hostile sites a walk of ten hours passes."""


def made_of(payload: str, number: int, like: Site) -> Site:
    """A site that says nothing but a payload, wherever it says anything."""
    both = Text(vi=payload, en=payload)
    said = Passage(
        vi=(Claim(payload, ("nq-60",)),) * 2, en=(Claim(payload, ("nq-60",)),) * 2
    )
    assert like.location
    return replace(
        like,
        slug=f"payload-{number}",
        name=both,
        also=(payload,),
        lede=said,
        story=(said, said),
        address=Address(street=both, sources=("nq-60",)),
        location=replace(like.location, basis=both),
        access=Access(way=Way.OPEN, note=both, sources=("nq-60",)),
        hours=Hours(rule="24/7", sources=("nq-60",), checked=None),
        festivals=(),
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A guide whose every site is made of payloads, and drafts and reports too."""
    config = Config(home=tmp_path_factory.mktemp("hostile"))
    services = open_services(config)
    like = services.catalogue.get("ga-hai-phong")
    for number, payload in enumerate(PAYLOADS):
        services.store.publish(made_of(payload, number, like))
    accounts = Accounts(services.store)
    accounts.add("administrator", "Chị Mai", Role.ADMINISTRATOR,
                 now=datetime.now(UTC), by=None)  # fmt: skip
    hashed = passwords.accept(PASSWORD, "administrator")
    accounts.set_password("administrator", hashed, by=None)
    services.store.close()
    with served(config) as address:
        yield address


@pytest.mark.parametrize("policy", [True, False], ids=["as shipped", "without policy"])
def test_no_text_of_a_site_runs_on_any_page(
    browser: Browser, hostile: str, *, policy: bool
) -> None:
    people = People(browser, hostile)
    context = browser.new_context(bypass_csp=not policy)
    people.contexts.append(context)
    visit = visiting(context, hostile)
    page = visit.page
    ran: list[str] = []

    def heard(dialog: Dialog) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", heard)
    page.goto(f"{hostile}/staff/sign-in")
    page.get_by_label("Tên đăng nhập").fill("administrator")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    paths = ["/", "/?q=script", "/staff/", "/plan/", "/positions"]
    # Without the policy only what is written counts, so every page is looked at then.
    step = 4 if policy and not LONG else 1
    paths += [f"/sites/payload-{n}" for n in range(0, len(PAYLOADS), step)]
    paths += [f"/staff/sites/payload-{n}/" for n in range(0, len(PAYLOADS), 8 * step)]
    paths += [f"/embed/sites/payload-{n}" for n in range(1, len(PAYLOADS), 8 * step)]
    paths += hostile_walks()[::step]

    for path in paths:
        page.goto(hostile + path, wait_until="load")
        page.evaluate(
            "() => document.querySelectorAll('#clk').forEach((e) => e.dispatchEvent("
            "new MouseEvent('click', {bubbles: true, cancelable: true})))"
        )
        assert page.url.startswith(hostile), path
        assert page.evaluate("() => window.__ran === undefined"), path
        assert "981907969" not in page.content().replace(".", ""), path
    people.go_home()
    assert ran == []


def hostile_walks() -> list[str]:
    """Walks that pass every hostile site, on each page that shows a walk."""
    slugs = [f"payload-{number}" for number in range(len(PAYLOADS))]
    chunks = [slugs[at : at + TOGETHER] for at in range(0, len(slugs), TOGETHER)]
    words = [
        f"from=ga-hai-phong&depart=2026-12-05T08:00&minutes=600&must={','.join(chunk)}"
        for chunk in chunks
    ]
    pages = ("/plan/tour", "/plan/walk", "/plan/share", "/embed/tour", "/plan/")
    every = [f"{page}?{asked}" for asked in words for page in pages]
    return every if LONG else [*every[: len(pages)], *every[len(pages) :: len(pages)]]


def test_a_text_is_shown_as_it_was_typed(browser: Browser, hostile: str) -> None:
    context = browser.new_context()
    page = visiting(context, hostile).page
    for number, payload in list(enumerate(PAYLOADS))[:: 1 if LONG else 3]:
        page.goto(f"{hostile}/sites/payload-{number}", wait_until="commit")
        shown = page.locator("h1").text_content() or ""
        assert re.sub(r"\s+", " ", shown).strip() == (
            re.sub(r"\s+", " ", payload).strip()
        )
    context.close()


@pytest.mark.parametrize("language", ["vi", "en"] if LONG else ["vi"])
@pytest.mark.parametrize("path", LOOKED_AT[:: 1 if LONG else 2])
def test_axe_finds_nothing_where_staff_work(
    chief: Visit, path: str, language: str
) -> None:
    page = chief.go(f"{path}?lang={language}")
    page.evaluate(AXE.read_text("utf-8"))

    found = {}
    for scheme, (width, height) in looks(language):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(100)
        if wrong := violations(page):
            found[scheme, width] = wrong
    assert found == {}


@pytest.fixture(scope="module")
def chief(browser: Browser, office: str) -> Iterator[Visit]:
    if not AXE.exists():
        pytest.skip("axe is not unpacked: ./run.sh check does it")
    people = People(browser, office)
    yield people.sign_in(Role.ADMINISTRATOR)
    people.go_home()
