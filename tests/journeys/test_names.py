"""The names of a year, on the map and in the list."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE, Visit
from tests.journeys.test_base_map import NOTE_NAMES, names, until


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_map_of_a_year_bears_the_names_of_that_year(
    visit: Visit, size: tuple[int, int]
) -> None:
    visit.page.set_viewport_size({"width": size[0], "height": size[1]})
    visit.page.add_init_script(NOTE_NAMES)
    page = visit.go("/names?year=1925")
    page.locator(".map-frame").scroll_into_view_if_needed()

    until(page, lambda: "Phố Clêmăngxô" in names(page))
    assert "Phố Lương Khánh Thiện" not in names(page)
    visit.picture("names-1925")
    assert visit.outside == []
    assert visit.faults == []


def test_a_year_is_asked_for_by_hand(visit: Visit) -> None:
    page = visit.go("/names")
    page.get_by_label("Năm").fill("1950")
    page.get_by_role("button", name="Xem tên gọi").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Tên gọi năm 1950")
    assert page.url.endswith("/names?year=1950")
