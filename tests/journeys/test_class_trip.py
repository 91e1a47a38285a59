"""A teacher: from the empty form to the printed pack, and a class that answers."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.guide.trips.papers.reading import squeezed, words_of_docx, words_of_pdf
from tests.journeys.conftest import DESK, PHONE, Visit, visiting

pytestmark = pytest.mark.browser


def plan(page: Page, visit: Visit) -> None:
    """Fill in the form as a teacher does, and send it."""
    visit.go("/")
    page.get_by_role("link", name="Dành cho giáo viên").click()
    page.get_by_role("link", name="Lập chuyến đi").click()
    page.get_by_label("Các lớp").fill("7A: 42\n7B: 40\n7C: 44")
    page.get_by_label("Số người lớn đi cùng").fill("9")
    page.get_by_label("Số học sinh một người lớn").fill("15")
    page.get_by_label("Chỗ xe trả").fill("Ga Hải Phòng")
    page.get_by_label("Giờ khởi hành").fill("2026-12-08T07:30")
    page.get_by_label("Tổng số phút").fill("240")
    page.get_by_text("Độ tuổi, nhóm, nhà vệ sinh").click()
    page.get_by_label("Tuổi nhỏ nhất").fill("12")
    page.get_by_label("Tuổi lớn nhất").fill("13")


def downloaded(page: Page, name: str, to: Path) -> bytes:
    """Click on a link that sends a file, and return the file."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    waiting.value.save_as(to)
    return to.read_bytes()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_teacher_comes_from_the_form_to_the_printed_pack(
    visit: Visit, size: tuple[int, int], tmp_path: Path
) -> None:
    page = visit.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    plan(page, visit)
    visit.picture("trip-form")
    page.get_by_role("button", name="Lập chuyến đi").click()
    expect(page.get_by_role("img", name="Biểu đồ")).to_be_visible()
    assert (
        page.locator(".bar-visit").count() == 3 * page.locator(".trip-stops li").count()
    )
    visit.picture("trip-plan")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]

    fill_in_everything(page)
    expect(page.get_by_text("Đã xong: không thiếu mục nào.")).to_be_visible()
    pdf = downloaded(page, "PDF Tiếng Việt", tmp_path / "pack.pdf")
    docx = downloaded(page, "DOCX Tiếng Việt", tmp_path / "pack.docx")
    for words in (words_of_pdf(pdf), words_of_docx(docx)):
        assert squeezed("Hồ sơ đủ các mục.") in words
        assert squeezed("Điều số 3") in words
    assert visit.outside == []
    assert visit.faults == []


def fill_in_everything(page: Page) -> None:
    """Fill in what is missing, until nothing is."""
    empty = page.locator(".fill textarea, .fill .facts-fields input").all()
    for number, field in enumerate(empty):
        field.fill(f"Điều số {number}")
    page.get_by_role("button", name="Lưu lại").click()
    page.wait_for_load_state("networkidle")


def test_what_clashes_is_said_on_the_form_with_all_that_was_typed(visit: Visit) -> None:
    page = visit.page
    plan(page, visit)
    page.get_by_label("Số người lớn đi cùng").fill("2")
    page.get_by_role("button", name="Lập chuyến đi").click()

    expect(page.get_by_role("alert")).to_contain_text("cần 9 người")
    expect(page.get_by_label("Các lớp")).to_have_value("7A: 42\n7B: 40\n7C: 44")
    expect(page.get_by_label("Tuổi nhỏ nhất")).to_have_value("12")


def test_a_class_answers_on_phones_and_the_teacher_sees_it(
    visit: Visit, browser: Browser
) -> None:
    page = visit.page
    plan(page, visit)
    page.get_by_role("button", name="Lập chuyến đi").click()
    page.get_by_role("link", name="Phiếu học tập").click()
    visit.picture("trip-sheets")
    page.get_by_role("button", name="Mở lớp").click()
    code = page.get_by_role("heading", level=1).inner_text().split()[-1]
    teacher = page.url

    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    pupil = visiting(context, visit.address)
    phone = pupil.go("/class/")
    phone.get_by_label("Mã trên bảng").fill(code.lower())
    phone.get_by_role("button", name="Vào").click()
    phone.get_by_role("button", name="Nhận con vật của em").click()
    expect(phone.locator(".animal")).to_have_text("Rùa")
    phone.locator("[name=task_1]").first.check()
    phone.locator("[name=task_2]").fill("41")
    pupil.picture("trip-pupil")
    phone.get_by_role("button", name="Lưu câu trả lời").click()
    expect(phone.get_by_role("status")).to_contain_text("Đã lưu câu trả lời")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    context.close()

    page.goto(teacher)
    expect(page.get_by_role("row", name="Rùa")).to_contain_text(re.compile("41"))
    visit.picture("trip-answers")
    assert visit.outside == []
    assert pupil.outside == []
    assert visit.faults == []
