from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import OpeningHours

from sites import rule
from sites.errors import BadHours
from sites.rule import Doors, Span

OFFICE = "Mo-Su 08:00-17:00; PH off"


def at(day: str, clock: str = "00:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}")


def doors(found: str, day: str, clock: str = "10:00") -> Doors:
    """Say how the doors stand at one moment."""
    begin = at(day, clock)
    (span,) = rule.spans(found, begin, begin + timedelta(minutes=1))
    return span.doors


@pytest.mark.parametrize("day", ["2025-01-29", "2026-02-17", "2024-02-10"])
def test_a_site_that_closes_on_holidays_is_closed_at_tet(day: str) -> None:
    # The evaluator alone says that it is open: that is what this module is for.
    assert OpeningHours(OFFICE, country="VN").is_open(at(day, "10:00"))
    assert doors(OFFICE, day) is Doors.SHUT


@pytest.mark.parametrize(
    "day",
    [
        "2025-01-01",
        "2025-04-07",
        "2026-04-26",
        "2026-04-30",
        "2026-05-01",
        "2026-09-02",
    ],
)
def test_it_is_closed_on_every_other_holiday(day: str) -> None:
    assert doors(OFFICE, day) is Doors.SHUT


@pytest.mark.parametrize(
    "day", ["2026-02-15", "2026-02-20", "2026-09-01", "2026-09-03"]
)
def test_nobody_knows_of_days_that_are_holidays_perhaps(day: str) -> None:
    assert doors(OFFICE, day) is Doors.UNKNOWN
    assert doors(OFFICE, day, "07:59") is Doors.SHUT  # closed either way
    assert doors("Mo-Su 08:00-17:00", day) is Doors.OPEN  # holidays do not matter


@pytest.mark.parametrize(
    "day", ["2026-02-14", "2026-02-21", "2026-08-31", "2026-09-04"]
)
def test_other_days_follow_the_rule(day: str) -> None:
    assert doors(OFFICE, day) is Doors.OPEN


@pytest.mark.parametrize(
    ("found", "state"),
    [
        ("PH 08:00-12:00", Doors.OPEN),
        ("Mo-Fr,PH 08:00-12:00", Doors.OPEN),
        ("PH,Su 08:00-12:00", Doors.OPEN),
        ("Mo-Su 08:00-17:00; PH 13:00-15:00", Doors.SHUT),
        ("Mo-Su 08:00-17:00; PH unknown", Doors.UNKNOWN),
        ('Mo-Su 08:00-17:00 "not on PH"', Doors.OPEN),
        ("Su 08:00-17:00", Doors.SHUT),
    ],
)
def test_a_holiday_may_have_hours_of_its_own(found: str, state: Doors) -> None:
    assert doors(found, "2026-02-17") is state  # a Tuesday


def test_a_night_belongs_to_the_holiday_on_which_it_begins() -> None:
    night = "PH 20:00-02:00"

    assert doors(night, "2026-02-19", "01:00") is Doors.OPEN  # begun on the third day
    assert (
        doors(night, "2026-02-16", "01:00") is Doors.UNKNOWN
    )  # begun on the day before
    assert doors(night, "2026-02-14", "01:00") is Doors.SHUT
    assert doors(night, "2026-09-03", "01:00") is Doors.OPEN


def test_spans_follow_each_other_without_gaps() -> None:
    start, end = at("2026-02-10", "09:30"), at("2026-02-25", "12:00")

    found = rule.spans(OFFICE, start, end)

    assert (found[0].start, found[-1].end) == (start, end)
    assert all(a.end == b.start and a.doors != b.doors for a, b in pairwise(found))


def test_no_time_has_no_spans() -> None:
    assert rule.spans(OFFICE, at("2026-02-17"), at("2026-02-17")) == []
    assert rule.spans("24/7", at("2026-02-17"), at("2026-02-17")) == []


@given(st.dates(date(2021, 1, 1), date(2060, 12, 31)))
def test_without_holidays_it_says_what_the_evaluator_says(day: date) -> None:
    plain = "Mo-Fr 08:00-11:30,13:30-17:00; Jun-Aug Sa 08:00-11:00"
    begin = datetime.combine(day, datetime.min.time())

    for hour in range(0, 24, 3):
        moment = begin + timedelta(hours=hour)
        expected = OpeningHours(plain).is_open(moment)
        assert (doors(plain, f"{day}", f"{hour:02}:00") is Doors.OPEN) == expected


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ("PH +1 day off", "days before or after a holiday"),
        ("Mo-Fr 08:00-12:00; PH -1 day off", "days before or after a holiday"),
        ("Mo-Fr 08:00-12:00; SH off", "school holidays are not known"),
        ("8 till 5", "is no opening rule"),
    ],
)
def test_a_rule_that_cannot_be_followed_is_refused(found: str, reason: str) -> None:
    with pytest.raises(BadHours, match=reason):
        rule.check(found)


@pytest.mark.parametrize(
    "found", ["24/7", "off", OFFICE, "Mo-Fr,PH 08:00-12:00", 'Mo 08:00-09:00 "SH"']
)
def test_a_rule_that_can_be_followed_is_fine(found: str) -> None:
    rule.check(found)


def test_spans_that_say_the_same_are_one_and_empty_ones_none() -> None:
    one, two, three = (at("2026-02-17", clock) for clock in ("08:00", "09:00", "10:00"))

    assert rule.joined(
        [
            Span(one, two, Doors.OPEN),
            Span(two, two, Doors.SHUT),
            Span(two, three, Doors.OPEN),
        ]
    ) == [Span(one, three, Doors.OPEN)]
