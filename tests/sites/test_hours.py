from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from sites.errors import BadHours
from sites.hours import UNKNOWN, Hours, Opening

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
OFFICE = "Mo-Fr 08:00-11:30,13:30-17:00"


def at(clock: str, day: int = 23) -> datetime:
    """Return a time in November 2026, when the 23rd is a Monday."""
    return datetime.fromisoformat(f"2026-11-{day}T{clock}").replace(tzinfo=HANOI)


def opened(rule: str, start: datetime, end: datetime) -> list[str]:
    """List the openings as people write them."""
    found = Hours(rule=rule).openings(start, end)
    assert found is not None
    return [f"{o.start:%H:%M}–{o.end:%H:%M}" for o in found]


def test_nobody_knows_when_a_site_of_unknown_hours_is_open() -> None:
    assert not UNKNOWN.known
    assert UNKNOWN.openings(at("08:00"), at("17:00")) is None


def test_a_closed_site_is_not_one_of_unknown_hours() -> None:
    closed = Hours(rule="off")

    assert closed.known
    assert closed.openings(at("08:00"), at("17:00")) == ()


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("07:00", "18:00", ["08:00–11:30", "13:30–17:00"]),
        ("08:00", "11:30", ["08:00–11:30"]),
        ("09:00", "10:00", ["09:00–10:00"]),
        ("10:00", "14:00", ["10:00–11:30", "13:30–14:00"]),
        ("11:29", "13:31", ["11:29–11:30", "13:30–13:31"]),
        ("11:30", "13:30", []),
        ("07:00", "08:00", []),
        ("07:00", "08:01", ["08:00–08:01"]),
        ("17:00", "18:00", []),
        ("09:00", "09:00", []),
    ],
)
def test_openings_are_cut_to_the_asked_span(
    start: str, end: str, expected: list[str]
) -> None:
    assert opened(OFFICE, at(start), at(end)) == expected


def test_openings_carry_the_zone_they_were_asked_in() -> None:
    asked = Hours(rule="24/7").openings(at("08:00"), at("09:00"))

    assert asked == (Opening(at("08:00"), at("09:00")),)
    assert asked[0].start.tzinfo is HANOI


def test_the_end_may_be_given_in_another_zone() -> None:
    noon = at("12:00").astimezone(UTC)

    assert opened(OFFICE, at("11:00"), noon) == ["11:00–11:30"]
    assert opened("24/7", at("11:00"), noon) == ["11:00–12:00"]


def test_a_site_open_over_midnight_is_open_on_both_sides_of_it() -> None:
    night = "Mo-Su 20:00-02:00"

    assert opened(night, at("19:00"), at("03:00", day=24)) == ["20:00–02:00"]
    assert opened(night, at("23:00"), at("01:00", day=24)) == ["23:00–01:00"]
    assert opened(night, at("00:00"), at("03:00")) == ["00:00–02:00"]


def test_the_rule_knows_the_days_of_the_week() -> None:
    assert opened(OFFICE, at("00:00", day=21), at("23:59", day=22)) == []


@pytest.mark.parametrize("rule", ["", "when we like", "8 till 5", "Mo-Fr 25:00-30:00"])
def test_a_bad_rule_is_refused_with_a_sentence(rule: str) -> None:
    with pytest.raises(BadHours, match="write it like Mo-Fr 08:00-17:00") as refused:
        Hours(rule=rule)

    assert str(refused.value).startswith(f"“{rule}” is no opening rule (")
    assert "\n" not in str(refused.value)
    assert "(=" not in str(refused.value)


def test_openings_that_touch_are_one() -> None:
    rule = 'Mo 08:00-12:00 "front gate", Mo 12:00-17:00 "back gate"'

    assert opened(rule, at("00:00"), at("23:00")) == ["08:00–17:00"]
