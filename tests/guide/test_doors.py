from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide import doors
from guide.no_tour import HoursNotSure, NotForClasses
from guide.pace import WALKERS
from guide.request import TourRequest
from guide.tour import Reason, Tour
from guide.wishes import Appointment, Style, Wishes
from sites.festivals import Calendar
from sites.hours import UNKNOWN, Hours, MoonDays
from sites.model import Site
from tests.guide.factories import at, on, request, temple, walk
from tests.sites.factories import OFF_2027, festival

ONE_DAY = timedelta(days=1)
TODAY = festival(23, 11, calendar=Calendar.SOLAR)
"""A feast on the Monday of the small town."""

CLASS = WALKERS["class"]
SURE = Wishes(sure=True)


def festive(hours: str | None = "24/7", **changes: Any) -> Site:
    return temple(
        "festive", on(100, 0), hours=Hours(rule=hours), festivals=(TODAY,), **changes
    )


def plain(hours: str | None = "24/7") -> Site:
    return temple("plain", on(100, 0), hours=Hours(rule=hours))


def written(
    asked: TourRequest, site: Site, start: datetime, end: datetime
) -> list[str]:
    found = doors.visits(asked, site, start, end)
    return [f"{a:%d %H:%M}–{b:%d %H:%M}" for a, b in found]


def test_a_site_of_unknown_hours_may_be_visited_at_any_time() -> None:
    assert written(request(), plain(None), at("08:00"), at("10:00")) == [
        "23 08:00–23 10:00"
    ]


def test_it_may_not_where_only_sure_hours_are_wanted() -> None:
    asked = request(wishes=SURE)

    assert written(asked, plain(None), at("08:00"), at("10:00")) == []
    assert doors.refusal(asked, plain(None)) is Reason.UNSURE


def test_where_hours_are_known_in_part_the_sure_part_is_kept() -> None:
    site = plain("08:00-09:00; 09:00-10:00 unknown")
    asked = request(wishes=SURE)

    assert written(
        asked, plain("08:00-09:00 || unknown"), at("08:00"), at("10:00")
    ) == ["23 08:00–23 09:00"]
    assert doors.refusal(asked, plain("08:00-09:00 || unknown")) is None
    assert doors.refusal(asked, site) is Reason.UNSURE  # sure of nothing but "unknown"


def test_a_site_that_is_closed_is_not_called_unsure() -> None:
    assert doors.refusal(request(wishes=SURE), plain("off")) is None
    assert doors.refusal(request(wishes=SURE), plain()) is None
    assert doors.refusal(request(), plain(None)) is None


def test_on_a_feast_day_a_visit_is_worth_more_and_takes_longer() -> None:
    asked = request()

    assert doors.feast(asked, festive()) is not None
    assert doors.worth(asked, festive()) == 2 * doors.worth(asked, plain())
    assert doors.stay_s(asked, festive()) == 1.5 * doors.stay_s(asked, plain())


def test_a_calm_visit_to_a_feast_is_longer_still() -> None:
    asked = request(style=Style.CALM)

    assert doors.stay_s(asked, festive()) == 1.5 * doors.stay_s(asked, plain())


@pytest.mark.parametrize("days", [-1, 1])
def test_the_day_before_and_after_are_ordinary(days: int) -> None:
    asked = request(depart=at("08:00") + days * ONE_DAY)

    assert doors.feast(asked, festive()) is None
    assert doors.worth(asked, festive()) == doors.worth(asked, plain())
    assert doors.stay_s(asked, festive()) == doors.stay_s(asked, plain())


@pytest.mark.parametrize(
    ("depart", "minutes", "feast"),
    [
        (at("22:00") - ONE_DAY, 120, False),  # back on the stroke of midnight
        (at("22:00") - ONE_DAY, 121, True),
        (at("23:00"), 120, True),
        (at("00:00") + ONE_DAY, 60, False),
    ],
)
def test_a_walk_into_the_feast_day_counts(
    depart: datetime, minutes: int, *, feast: bool
) -> None:
    asked = request(depart=depart, minutes=minutes)

    assert (doors.feast(asked, festive()) is not None) == feast


def test_who_walks_over_midnight_visits_on_the_feast_day() -> None:
    start = at("23:00") - ONE_DAY
    asked = request(depart=start, minutes=180)

    assert written(asked, festive(), start, start + timedelta(hours=3)) == [
        "23 00:00–23 02:00"
    ]


def test_a_feast_behind_shut_doors_is_none() -> None:
    shut = festive("Tu-Su 08:00-17:00")
    asked = request(wishes=Wishes(days=2))

    assert doors.feast(asked, shut) is None
    assert written(asked, shut, at("08:00") + ONE_DAY, at("09:00") + ONE_DAY) == [
        "24 08:00–24 09:00"
    ]


def test_a_feast_that_is_cancelled_is_an_ordinary_day() -> None:
    off = festival(cancelled=(OFF_2027,))
    site = temple("off", on(100, 0), festivals=(off,))
    asked = request(depart=datetime(2027, 3, 15, 8, tzinfo=at("08:00").tzinfo))

    assert doors.feast(asked, site) is None
    assert doors.refusal(asked, site) is None


def test_of_several_days_the_feast_day_is_chosen() -> None:
    asked = request(depart=at("08:00") - ONE_DAY, wishes=Wishes(days=3))

    spans = [
        written(asked, festive(), day, day + timedelta(hours=2))
        for day in asked.departures
    ]

    assert spans == [[], ["23 08:00–23 10:00"], []]


def test_an_appointment_on_another_day_goes_before_the_feast() -> None:
    tomorrow = at("09:00") + ONE_DAY
    wishes = Wishes(days=2, at=(Appointment("festive", tomorrow),))
    asked = request(wishes=wishes)

    assert doors.feast(asked, festive()) is None
    assert written(asked, festive(), tomorrow, tomorrow + ONE_DAY / 24) == [
        "24 09:00–24 10:00"
    ]


def test_an_appointment_on_the_feast_day_is_part_of_it() -> None:
    wishes = Wishes(days=2, at=(Appointment("festive", at("09:00")),))

    assert doors.feast(request(wishes=wishes), festive()) is not None


def test_a_class_is_not_led_into_a_feast() -> None:
    asked = request(walker=CLASS)

    assert doors.feast(asked, festive()) is None
    assert written(asked, festive(), at("08:00"), at("10:00")) == []
    assert doors.refusal(asked, festive()) is Reason.FESTIVAL


def test_a_class_of_several_days_goes_there_on_another_one() -> None:
    asked = request(walker=CLASS, wishes=Wishes(days=2))
    tomorrow = at("08:00") + ONE_DAY

    assert doors.refusal(asked, festive()) is None
    assert written(asked, festive(), at("08:00"), at("10:00")) == []
    assert written(asked, festive(), tomorrow, tomorrow + ONE_DAY / 24) == [
        "24 08:00–24 09:00"
    ]


def test_a_site_that_is_closed_anyway_is_not_refused_for_its_feast() -> None:
    assert doors.refusal(request(walker=CLASS), festive("off")) is None


def test_a_class_may_go_where_no_feast_is() -> None:
    assert doors.refusal(request(walker=CLASS), plain()) is None


@given(
    st.integers(0, 3 * 24 * 60),
    st.integers(15, 720),
    st.sampled_from(list(WALKERS.values())),
    st.integers(1, 3),
)
def test_nobody_is_where_they_should_not_be(
    later: int, minutes: int, walker: Any, days: int
) -> None:
    asked = request(
        depart=at("00:00") - ONE_DAY + timedelta(minutes=later),
        minutes=minutes,
        walker=walker,
        wishes=Wishes(days=days),
    )
    site = festive("06:00-12:00,13:00-24:00")

    for start in asked.departures:
        end = start + timedelta(minutes=minutes)
        for opens, closes in doors.visits(asked, site, start, end):
            assert start <= opens < closes <= end
            assert site.hours.surely_open(opens, closes)
            on_feast = opens.date() == date(2026, 11, 23)
            assert not (walker.column and on_feast)
            assert on_feast or doors.feast(asked, site) is None


def test_unknown_hours_do_not_hide_a_feast() -> None:
    site = temple("unknown", on(100, 0), hours=UNKNOWN, festivals=(TODAY,))

    assert doors.feast(request(), site) is not None
    assert doors.feast(request(wishes=SURE), site) is None


# Whole walks.


def slugs(tour: Tour) -> list[str]:
    return [stop.site.slug for stop in tour.stops]


def reasons(tour: Tour) -> dict[str, Reason]:
    return {out.site.slug: out.reason for out in tour.left_out}


def test_only_sure_ones_leaves_out_what_is_unknown_and_says_so() -> None:
    unknown = temple("unknown", on(200, 0), hours=UNKNOWN)

    tour = walk(request(wishes=SURE), plain(), unknown)

    assert slugs(tour) == ["plain"]
    assert all(stop.is_sure for stop in tour.stops)
    assert reasons(tour) == {"unknown": Reason.UNSURE}


def test_otherwise_it_is_visited_and_flagged() -> None:
    unknown = temple("unknown", on(200, 0), hours=UNKNOWN)

    tour = walk(request(), plain(), unknown)

    assert {s.site.slug: s.is_sure for s in tour.stops} == {
        "plain": True,
        "unknown": False,
    }


@pytest.mark.parametrize("field", ["must", "first", "at"])
def test_to_want_an_unknown_site_and_only_sure_ones_is_an_error(field: str) -> None:
    unknown = temple("unknown", on(200, 0), hours=UNKNOWN)
    wishes = {
        "must": SURE,
        "first": Wishes(sure=True, first="unknown"),
        "at": Wishes(sure=True, at=(Appointment("unknown", at("09:00")),)),
    }[field]
    must = ("unknown",) if field == "must" else ()

    with pytest.raises(HoursNotSure, match="is open is not known") as refused:
        walk(request(wishes=wishes, must=must), unknown)

    assert refused.value.field == field


def test_what_is_never_wanted_is_left_out_for_that() -> None:
    unknown = temple("unknown", on(200, 0), hours=UNKNOWN)

    tour = walk(request(wishes=SURE, never=("unknown",)), plain(), unknown)

    assert reasons(tour) == {"unknown": Reason.UNWANTED}


def test_a_class_is_told_why_a_feast_is_left_out() -> None:
    tour = walk(request(walker=CLASS), plain(), festive())

    assert slugs(tour) == ["plain"]
    assert reasons(tour) == {"festive": Reason.FESTIVAL}


def test_a_class_that_insists_is_told_to_choose_another_day() -> None:
    with pytest.raises(NotForClasses, match="choose another day") as refused:
        walk(request(walker=CLASS, must=("festive",)), festive())

    assert refused.value.field == "must"


def test_there_is_time_for_the_feast_or_for_another_site_and_the_feast_is_chosen() -> (
    None
):
    there, other = on(300, 0), on(0, 300)
    feast = temple("feast", there, festivals=(TODAY,), interest=3)
    rival = temple("rival", other, interest=5)

    assert slugs(walk(request(minutes=25), feast, rival)) == ["feast"]
    assert slugs(
        walk(request(minutes=25, depart=at("08:00") + ONE_DAY), feast, rival)
    ) == ["rival"]


def test_a_visit_to_a_feast_says_so_and_takes_half_as_long_again() -> None:
    (stop,) = walk(request(), festive()).stops

    assert stop.feast is not None
    assert stop.leave - stop.enter == timedelta(minutes=15)


def test_of_three_days_the_site_is_visited_on_its_feast_day() -> None:
    asked = request(depart=at("08:00") - ONE_DAY, wishes=Wishes(days=3))

    (stop,) = walk(asked, festive()).stops

    assert stop.enter.date() == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "visited"),
    [("2025-01-28", False), ("2025-01-29", False), ("2025-02-03", True)],
)
def test_nobody_stands_before_a_door_that_is_shut_at_tet(
    day: str, *, visited: bool
) -> None:
    depart = datetime.fromisoformat(f"{day}T08:00").replace(tzinfo=at("08:00").tzinfo)

    tour = walk(request(depart=depart), plain("Mo-Su 08:00-17:00; PH off"))

    assert (slugs(tour) == ["plain"]) == visited
    assert visited or reasons(tour) == {"plain": Reason.CLOSED}


def test_the_days_of_the_moon_decide_when_a_walk_waits() -> None:
    # 23 November 2026 is the 15th of the tenth lunar month.
    moon = MoonDays(days=(15,), opens=time(8, 30), closes=time(22))
    site = temple("moon", on(100, 0), hours=Hours(rule="24/7", moon=(moon,)))

    (stop,) = walk(request(), site).stops
    (other,) = walk(request(depart=at("08:00") + ONE_DAY), site).stops

    assert stop.enter == at("08:30")
    assert other.enter == other.arrive
