from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites import lunar
from sites.errors import BadHours, BadMoonDays
from sites.hours import UNKNOWN, Hours, MoonDays, Opening, Repair
from sites.names import Text
from sites.rule import Doors

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
OFFICE = "Mo-Fr 08:00-11:30,13:30-17:00"


def at(clock: str, day: int = 23) -> datetime:
    """Return a time in November 2026, when the 23rd is a Monday."""
    return datetime.fromisoformat(f"2026-11-{day}T{clock}").replace(tzinfo=HANOI)


def opened(rule: str, start: datetime, end: datetime) -> list[str]:
    """List the openings as people write them."""
    return written(Hours(rule=rule).openings(start, end))


def written(openings: tuple[Opening, ...]) -> list[str]:
    """Write openings; a question mark stands behind what is not sure."""
    return [f"{o.start:%H:%M}–{o.end:%H:%M}{'' if o.sure else '?'}" for o in openings]


def test_nobody_knows_when_a_site_of_unknown_hours_is_open() -> None:
    assert not UNKNOWN.known
    assert written(UNKNOWN.openings(at("08:00"), at("17:00"))) == ["08:00–17:00?"]
    assert not UNKNOWN.surely_open(at("08:00"), at("17:00"))


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


# Days of the moon. 24 November 2026 is 16/10, 23 November 15/10, 9 December 1/11.

OPEN_LATE = MoonDays(days=(1, 15), opens=time(5), closes=time(22))
REASON = Text(vi="sửa mái", en="the roof")


def on_moon_days(moon: MoonDays, rule: str | None = "08:00-17:00") -> Hours:
    return Hours(rule=rule, moon=(moon,))


def day_of(hours: Hours, day: int = 23) -> list[str]:
    return written(hours.openings(at("00:00", day), at("00:00", day + 1)))


def test_a_temple_is_open_late_on_the_days_of_the_moon() -> None:
    hours = on_moon_days(OPEN_LATE)

    assert [day_of(hours, day) for day in (22, 23, 24)] == [
        ["08:00–17:00"],
        ["05:00–22:00"],
        ["08:00–17:00"],
    ]


def test_a_temple_may_be_closed_on_the_days_of_the_moon() -> None:
    hours = on_moon_days(MoonDays(days=(15,)), "24/7")

    assert day_of(hours) == []
    assert written(hours.openings(at("00:00", 22), at("00:00", 25))) == [
        "00:00–00:00",
        "00:00–00:00",
    ]


def test_days_of_the_moon_are_known_where_ordinary_days_are_not() -> None:
    hours = on_moon_days(OPEN_LATE, None)

    assert day_of(hours, 22) == ["00:00–00:00?"]
    assert day_of(hours, 23) == ["05:00–22:00"]
    assert not hours.known
    assert hours.vary


def test_a_day_of_the_moon_may_last_until_midnight() -> None:
    hours = on_moon_days(MoonDays(days=(15,), opens=time(5), closes=time()), "off")

    assert day_of(hours) == ["05:00–00:00"]
    assert hours.openings(at("23:59"), at("00:01", 24)) == (
        Opening(at("23:59"), at("00:00", 24)),
    )


def test_doors_that_stay_open_over_midnight_are_one_opening() -> None:
    hours = on_moon_days(MoonDays(days=(15,), opens=time(), closes=time(9)), "24/7")

    assert written(hours.openings(at("22:00", 22), at("12:00"))) == ["22:00–09:00"]


@pytest.mark.parametrize(
    ("months", "day", "held"),
    [
        ((), date(2026, 11, 23), True),  # 15/10
        ((10,), date(2026, 11, 23), True),
        ((9, 11), date(2026, 11, 23), False),
        ((6,), date(2025, 7, 9), True),  # 15/6
        ((6,), date(2025, 8, 8), False),  # 15 of the leap month 6
        ((), date(2025, 8, 8), True),
    ],
)
def test_months_that_are_named_are_ordinary_ones(
    months: tuple[int, ...], day: date, *, held: bool
) -> None:
    assert MoonDays(days=(15,), months=months).holds_on(day) == held


def test_the_30th_is_the_last_day_of_a_short_month() -> None:
    last = MoonDays(days=(30,), months=(12,))

    assert last.holds_on(date(2025, 1, 28))  # 29/12: the month had no 30th
    assert last.holds_on(date(2024, 2, 9))  # 30/12
    assert not last.holds_on(date(2024, 2, 8))  # 29/12 of a month of 30
    assert not MoonDays(days=(29,), months=(12,)).holds_on(date(2024, 2, 9))


@given(st.dates(date(1990, 1, 1), date(2050, 12, 31)))
def test_days_of_the_moon_hold_on_those_days_and_no_others(day: date) -> None:
    moon = lunar.of(day)

    assert moon is not None
    assert MoonDays(days=(1, 15)).holds_on(day) == (moon.day in {1, 15})


def test_nothing_is_said_of_the_moon_where_its_calendar_ends() -> None:
    assert not MoonDays(days=(1,)).holds_on(date(2101, 1, 1))


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"days": ()}, "no day is named"),
        ({"days": (31,)}, "31/1 cannot be"),
        ({"days": (1, 0)}, "0/1 cannot be"),
        ({"days": (1,), "months": (13,)}, "1/13 cannot be"),
        ({"days": (1,), "opens": time(5)}, "one of the two times"),
        ({"days": (1,), "closes": time(5)}, "one of the two times"),
        ({"days": (1,), "opens": time(9), "closes": time(8)}, "before they open"),
        ({"days": (1,), "opens": time(9), "closes": time(9)}, "before they open"),
    ],
)
def test_days_of_the_moon_that_cannot_be_are_refused(
    values: dict[str, Any], problem: str
) -> None:
    with pytest.raises(BadMoonDays, match=problem):
        MoonDays(**values)


def test_days_of_the_moon_may_open_at_midnight() -> None:
    moon = MoonDays(days=(15,), opens=time(), closes=time(0, 1))

    assert day_of(on_moon_days(moon)) == ["00:00–00:01"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (22, ["08:00–17:00"]),
        (23, []),
        (24, []),
        (25, ["08:00–17:00"]),
    ],
)
def test_a_site_is_closed_from_the_first_to_the_last_day_of_a_repair(
    day: int, expected: list[str]
) -> None:
    repair = Repair(since=date(2026, 11, 23), until=date(2026, 11, 24), reason=REASON)

    assert day_of(Hours(rule="08:00-17:00", repairs=(repair,)), day) == expected


def test_a_repair_without_an_end_goes_on() -> None:
    repair = Repair(since=date(2026, 11, 23), until=None, reason=REASON)
    hours = Hours(rule="24/7", repairs=(repair,))

    assert hours.repair_on(date(2026, 11, 22)) is None
    assert hours.repair_on(date(2036, 11, 22)) is repair
    assert hours.now(at("10:00")).opens is None


def test_a_repair_closes_a_site_of_unknown_hours_and_goes_before_the_moon() -> None:
    repair = Repair(since=date(2026, 11, 23), until=date(2026, 11, 23), reason=REASON)
    hours = Hours(rule=None, moon=(OPEN_LATE,), repairs=(repair,))

    assert day_of(hours, 23) == []
    assert day_of(hours, 24) == ["00:00–00:00?"]


# Now. The 23rd is a Monday.


@pytest.mark.parametrize(
    ("clock", "doors", "until", "opens"),
    [
        ("07:59", Doors.SHUT, "23 08:00", "23 08:00"),
        ("08:00", Doors.OPEN, "23 11:30", "23 13:30"),
        ("11:29", Doors.OPEN, "23 11:30", "23 13:30"),
        ("11:30", Doors.SHUT, "23 13:30", "23 13:30"),
        ("16:59", Doors.OPEN, "23 17:00", "24 08:00"),
        ("17:00", Doors.SHUT, "24 08:00", "24 08:00"),
        ("23:59", Doors.SHUT, "24 08:00", "24 08:00"),
        ("00:00", Doors.SHUT, "23 08:00", "23 08:00"),
    ],
)
def test_the_doors_now(clock: str, doors: Doors, until: str, opens: str) -> None:
    now = Hours(rule=OFFICE).now(at(clock))

    assert now.doors is doors
    assert now.until is not None
    assert now.opens is not None
    assert (f"{now.until:%d %H:%M}", f"{now.opens:%d %H:%M}") == (until, opens)
    assert now.until.tzinfo is HANOI


def test_the_next_opening_may_be_days_away() -> None:
    friday_evening = at("17:00", 27)

    assert Hours(rule=OFFICE).now(friday_evening).opens == at("08:00", 30)


def test_the_next_opening_is_found_behind_a_long_repair() -> None:
    repair = Repair(since=date(2026, 11, 1), until=date(2027, 8, 31), reason=REASON)
    now = Hours(rule="08:00-17:00", repairs=(repair,)).now(at("10:00"))

    assert now.opens == datetime(2027, 9, 1, 8, tzinfo=HANOI)


def test_what_is_always_open_never_changes() -> None:
    now = Hours(rule="24/7").now(at("03:00"))

    assert (now.doors, now.until, now.opens) == (Doors.OPEN, None, None)


def test_unknown_hours_are_never_open_now() -> None:
    assert UNKNOWN.now(at("10:00")).doors is Doors.UNKNOWN


def test_what_is_perhaps_a_holiday_is_not_the_next_opening() -> None:
    hours = Hours(rule="Mo-Su 08:00-17:00; PH off")
    eve = datetime(2026, 8, 31, 18, tzinfo=HANOI)  # 1 and 3 September: perhaps

    assert hours.now(eve).opens == datetime(2026, 9, 4, 8, tzinfo=HANOI)
    assert hours.now(eve + timedelta(hours=15)).doors is Doors.UNKNOWN


def test_the_coming_days_are_whole_days() -> None:
    days = Hours(rule=OFFICE).days_from(at("15:00", 27), 4)

    assert [(day.day, written(openings)) for day, openings in days] == [
        (27, ["08:00–11:30", "13:30–17:00"]),
        (28, []),
        (29, []),
        (30, ["08:00–11:30", "13:30–17:00"]),
    ]


@pytest.mark.parametrize(
    ("start", "end", "sure"),
    [
        ("08:00", "11:30", True),
        ("08:00", "11:31", False),
        ("07:59", "11:30", False),
        ("11:30", "13:30", False),
    ],
)
def test_a_visit_is_sure_where_it_lies_in_one_opening(
    start: str, end: str, *, sure: bool
) -> None:
    assert Hours(rule=OFFICE).surely_open(at(start), at(end)) == sure


def test_hours_are_stale_after_half_a_year() -> None:
    hours = Hours(rule="24/7", checked=date(2026, 1, 1))

    assert not hours.is_stale(date(2026, 7, 3))
    assert hours.is_stale(date(2026, 7, 4))
    assert not UNKNOWN.is_stale(date(2026, 7, 4))


@pytest.mark.parametrize(
    ("hours", "vary"),
    [
        (UNKNOWN, False),
        (Hours(rule="24/7"), False),
        (Hours(rule=OFFICE), True),
        (on_moon_days(OPEN_LATE, "24/7"), True),
        (Hours(rule=None, repairs=(Repair(since=date.min, until=None, reason=REASON),)),
         True),
    ],
)  # fmt: skip
def test_it_matters_when_one_comes_unless_hours_never_change(
    hours: Hours, *, vary: bool
) -> None:
    assert hours.vary == vary


def test_hours_cite_what_their_exceptions_rest_on() -> None:
    moon = MoonDays(days=(1,), sources=("b",))
    repair = Repair(since=date.min, until=None, reason=REASON, sources=("c",))

    assert Hours(
        rule=None, sources=("a",), moon=(moon,), repairs=(repair,)
    ).all_sources == ("a", "b", "c")


def test_a_clock_of_the_city_is_asked_not_that_of_the_caller() -> None:
    # 24 November 00:30 in Hà Nội is still the 23rd in Greenwich.
    late = at("00:30", 24)
    hours = on_moon_days(MoonDays(days=(15,), opens=time(), closes=time()), "off")

    assert hours.now(late).doors is Doors.SHUT
    assert hours.now(late - timedelta(minutes=31)).doors is Doors.OPEN
