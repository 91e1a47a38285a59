from datetime import date

import pytest

from sites.hours import Hours, MoonDays
from sites.model import Address, Ward
from sites.names import Text
from sites.sources import Passage
from tests.sites.factories import KEY, claims, festival, location, passage, site

OLD = Ward(name="Máy Tơ", until=date(2024, 12, 31))
SHORT = Ward(name="Gia Viên", since=date(2025, 1, 1), until=date(2025, 6, 30))
NEW = Ward(name=None, since=date(2025, 7, 1))


@pytest.mark.parametrize(
    ("day", "ward"),
    [
        pytest.param(date(1900, 1, 1), OLD, id="long ago"),
        pytest.param(date(2024, 12, 31), OLD, id="last day of the old one"),
        pytest.param(date(2025, 1, 1), SHORT, id="first day of the next"),
        pytest.param(date(2025, 6, 30), SHORT, id="last day of the next"),
        pytest.param(date(2025, 7, 1), NEW, id="first day of the new one"),
        pytest.param(date(2100, 1, 1), NEW, id="far ahead"),
    ],
)
def test_the_ward_of_a_day(day: date, ward: Ward) -> None:
    assert site(wards=(OLD, SHORT, NEW)).ward_on(day) is ward


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2025, 7, 1)], ids=str)
def test_no_ward_is_known_outside_the_known_periods(day: date) -> None:
    assert site(wards=(SHORT,)).ward_on(day) is None


def test_a_ward_of_one_day_holds_on_it() -> None:
    day = date(2025, 7, 1)

    assert Ward(name="Gia Viên", since=day, until=day).holds_on(day)


def test_a_ward_without_ends_holds_always() -> None:
    assert Ward(name="Gia Viên").holds_on(date.min)
    assert Ward(name="Gia Viên").holds_on(date.max)


def test_the_lede_is_read_before_the_story() -> None:
    lede, story = passage("Mở đầu.", "The lede."), passage("Chuyện.", "The story.")

    assert site(lede=lede, story=(story,)).passages == (lede, story)


def test_the_sources_of_a_site_are_those_of_everything_it_claims() -> None:
    whole = site(
        lede=Passage(
            vi=claims("A.", sources=("1", "2")), en=claims("A.", sources=("3",))
        ),
        story=(Passage(vi=claims("B.", sources=("2", "4")), en=()),),
        address=Address(street=Text(vi="phố", en="street"), sources=("5",)),
        wards=(Ward(name="Máy Tơ", sources=("6", "1")),),
        hours=Hours(rule="24/7", sources=("7",)),
    )

    assert whole.sources == ("1", "2", "3", "4", "5", "6", KEY, "7")


def test_a_site_without_place_or_address_cites_only_its_text() -> None:
    assert site(location=None, address=None).sources == (KEY,)


def test_a_site_is_equal_to_one_with_the_same_facts() -> None:
    assert site() == site()
    assert site() != site(location=location(lat=20.87))


def test_a_site_has_a_festival_on_its_days_only() -> None:
    feasts = (festival(8, 2, days=2), festival(15, 8, key="autumn"))
    found = site(festivals=feasts)

    held = found.festival_on(date(2027, 3, 16))

    assert held is not None
    assert held.festival is feasts[0]
    assert found.festival_on(date(2027, 3, 17)) is None
    assert site().festival_on(date(2027, 3, 16)) is None


def test_a_site_cites_what_its_hours_and_festivals_rest_on() -> None:
    feast = festival(sources=("c",))
    hours = Hours(rule=None, moon=(MoonDays(days=(1,), sources=("b",)),))

    assert site(hours=hours, festivals=(feast,)).sources[-2:] == ("b", "c")
