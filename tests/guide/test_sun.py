"""The sun, beside a computation by other means: ephem's theory of the planets."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import ephem
import pytest

from guide.request import TourRequest
from guide.sun import Daylight, Sky, daylight, sky
from guide.tour import Leg, Part, Place, Tour
from guide.wishes import Wishes
from sites.city import HAI_PHONG
from sites.position import Position
from tests.guide.factories import leg, on

HERE = Position(20.8561, 106.6822)
WITHIN = timedelta(minutes=2)


def by_ephem(day: date) -> Daylight:
    """Compute the same four moments from the positions of ephem."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=HAI_PHONG.zone)
    there = ephem.Observer()
    there.lat, there.lon = str(HERE.lat), str(HERE.lon)
    there.date = midnight.astimezone(UTC).replace(tzinfo=None)
    there.pressure, sun = 0, ephem.Sun()
    there.horizon = "-0:50"  # refraction, and the sun's upper edge
    rise, down = there.next_rising(sun), there.next_setting(sun)
    there.horizon = "-6"
    light = there.next_rising(sun, use_center=True)
    dark = there.next_setting(sun, use_center=True)

    def in_city(moment: ephem.Date) -> datetime:
        utc: datetime = moment.datetime()
        return utc.replace(tzinfo=UTC).astimezone(HAI_PHONG.zone)

    return Daylight(
        light=in_city(light),
        sunrise=in_city(rise),
        sunset=in_city(down),
        dark=in_city(dark),
    )


def test_the_sun_rises_and_sets_when_another_computation_says_all_year() -> None:
    for number in range(365):
        day = date(2027, 1, 1) + timedelta(days=number)
        ours, other = daylight(day, HERE, HAI_PHONG.zone), by_ephem(day)
        assert ours
        for name in ("light", "sunrise", "sunset", "dark"):
            assert abs(getattr(ours, name) - getattr(other, name)) < WITHIN, (day, name)


def test_where_the_sun_does_not_set_nothing_is_claimed() -> None:
    north = Position(78.22, 15.65)

    assert daylight(date(2027, 6, 21), north, ZoneInfo("Arctic/Longyearbyen")) is None


def walked(*spans: tuple[str, str]) -> Sky:
    """Look at the sky over walks from one moment to another each."""
    parts = [
        Part(depart=begin, halts=(), legs=(_leg(begin, end),))
        for begin, end in (map(_moment, span) for span in spans)
    ]
    place = Place(position=HERE)
    asked = TourRequest(
        start=HERE, depart=parts[0].depart, minutes=60, wishes=Wishes(days=len(parts))
    )
    return sky(
        Tour(
            request=asked,
            start=place,
            end=place,
            parts=tuple(parts),
            left_out=(),
            edition=1,
            attribution="",
        )
    )


def _moment(clock: str) -> datetime:
    return datetime.fromisoformat(clock).replace(tzinfo=HAI_PHONG.zone)


def _leg(begin: datetime, end: datetime) -> Leg:
    return replace(leg(on(0, 0), on(100, 0)), depart=begin, arrive=end)


def test_a_walk_by_day_has_no_dark_and_says_when_the_sun_sets() -> None:
    found = walked(("2026-11-22T08:00", "2026-11-22T10:00"))

    assert (found.light, found.dark, found.hot) == (None, None, False)
    assert found.day
    assert f"{found.day.sunset:%H:%M}" == "17:10"


def test_a_walk_that_ends_exactly_when_it_is_dark_is_no_walk_in_the_dark() -> None:
    day = daylight(date(2026, 11, 22), HERE, HAI_PHONG.zone)
    assert day
    dark = day.dark.replace(tzinfo=None)
    begin = "2026-11-22T16:00"

    assert walked((begin, f"{dark.isoformat()}")).dark is None
    later = dark + timedelta(seconds=1)
    assert walked((begin, later.isoformat())).dark == day.dark


def test_a_walk_before_it_is_light_says_when_it_will_be() -> None:
    found = walked(("2026-11-22T04:00", "2026-11-22T08:00"))

    assert found.light
    assert f"{found.light:%H:%M}" == "05:43"
    assert found.dark is None


def test_a_walk_over_midnight_is_in_the_dark() -> None:
    assert walked(("2026-11-22T16:30", "2026-11-23T00:30")).dark


def test_of_several_days_the_first_dark_one_is_told() -> None:
    found = walked(
        ("2026-11-22T08:00", "2026-11-22T10:00"),
        ("2026-11-23T16:00", "2026-11-23T19:00"),
    )

    assert found.dark
    assert found.dark.date() == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("begin", "end", "hot"),
    [
        pytest.param("2026-06-10T09:00", "2026-06-10T11:00", False, id="over at 11"),
        pytest.param("2026-06-10T09:00", "2026-06-10T11:01", True, id="past 11"),
        pytest.param("2026-06-10T14:59", "2026-06-10T16:00", True, id="before 15"),
        pytest.param("2026-06-10T15:00", "2026-06-10T16:00", False, id="from 15"),
        pytest.param("2026-05-01T12:00", "2026-05-01T13:00", True, id="May"),
        pytest.param("2026-09-30T12:00", "2026-09-30T13:00", True, id="September"),
        pytest.param("2026-04-30T12:00", "2026-04-30T13:00", False, id="April"),
        pytest.param("2026-10-01T12:00", "2026-10-01T13:00", False, id="October"),
        pytest.param("2026-06-10T22:00", "2026-06-11T11:30", True, id="next noon"),
    ],
)
def test_noon_is_hot_in_the_hot_months(begin: str, end: str, *, hot: bool) -> None:
    assert walked((begin, end)).hot == hot
