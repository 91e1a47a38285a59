from datetime import date, timedelta
from typing import Any

import pytest

from guide.reasons import why
from guide.tour import LeftOut, Reason
from sites.hours import UNKNOWN, Hours, Repair
from sites.model import Site
from sites.names import Text
from sites.position import Position
from tests.guide.factories import at, on, question, request, temple

FAR = on(300, 0)
"""250 s from the start at the normal pace."""


def reason(found: Site, **asked: Any) -> LeftOut:
    """Say why a site was left out of a walk from the corner."""
    return why(question(request(**asked), found), found)


def seen_in(seconds: int, **changes: Any) -> Site:
    return temple("a", FAR, visit=timedelta(seconds=seconds), **changes)


def test_what_would_fit_alone_gave_way_to_something_better() -> None:
    found = seen_in(60)

    assert reason(found) == LeftOut(site=found, reason=Reason.BETTER_ELSEWHERE)


def test_exactly_enough_minutes_are_not_too_far() -> None:
    assert reason(seen_in(400), minutes=15).reason is Reason.BETTER_ELSEWHERE


def test_a_second_more_is_too_far_and_says_how_many_minutes_it_takes() -> None:
    found = seen_in(401)

    assert reason(found, minutes=15) == LeftOut(
        site=found, reason=Reason.TOO_FAR, minutes=16, visit_minutes=7
    )


def test_a_repair_says_what_is_being_repaired() -> None:
    roof = Text(vi="sửa mái", en="the roof")
    repair = Repair(since=date(2026, 11, 1), until=None, reason=roof)
    found = seen_in(60, hours=Hours(rule="24/7", repairs=(repair,)))

    assert reason(found) == LeftOut(site=found, reason=Reason.CLOSED, note=roof)


def test_unknown_hours_are_never_to_blame() -> None:
    assert reason(seen_in(400, hours=UNKNOWN), minutes=15).reason is (
        Reason.BETTER_ELSEWHERE
    )
    assert reason(seen_in(401, hours=UNKNOWN), minutes=15).reason is Reason.TOO_FAR


def test_the_way_to_the_end_counts_and_not_the_way_back() -> None:
    found = seen_in(650)

    assert reason(found, minutes=15, end=FAR).reason is Reason.BETTER_ELSEWHERE
    assert reason(found, minutes=15).reason is Reason.TOO_FAR


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param("08:00-17:00", Reason.BETTER_ELSEWHERE, id="open"),
        pytest.param("08:10-17:00", Reason.BETTER_ELSEWHERE, id="waiting just fits"),
        pytest.param("08:11-17:00", Reason.CLOSED, id="waiting takes too long"),
        pytest.param("07:00-08:06", Reason.CLOSED, id="closes during the visit"),
        pytest.param("off", Reason.CLOSED, id="never open"),
    ],
)
def test_doors_are_to_blame_when_the_distance_is_not(
    rule: str, expected: Reason
) -> None:
    found = temple("a", on(0, 0), visit=timedelta(minutes=20), hours=Hours(rule=rule))

    assert reason(found, minutes=30).reason is expected


def test_to_arrive_at_the_last_second_for_a_visit_is_fine() -> None:
    until_ten_past = Hours(rule="07:00-08:10")

    assert reason(seen_in(350, hours=until_ten_past)).reason is Reason.BETTER_ELSEWHERE
    assert reason(seen_in(351, hours=until_ten_past)).reason is Reason.CLOSED


def test_a_closed_site_that_is_just_near_enough_is_not_too_far() -> None:
    assert reason(seen_in(400, hours=Hours(rule="off")), minutes=15).reason is (
        Reason.CLOSED
    )


def test_a_closed_site_says_when_it_opens_next() -> None:
    found = seen_in(60, hours=Hours(rule="14:00-17:00"))

    assert reason(found) == LeftOut(site=found, reason=Reason.CLOSED, opens=at("14:00"))


def test_doors_that_close_too_early_open_again_later() -> None:
    found = seen_in(60, hours=Hours(rule="07:00-08:05,12:00-13:00"))

    assert reason(found).opens == at("12:00")


def test_an_opening_tomorrow_morning_is_told() -> None:
    found = seen_in(60, hours=Hours(rule="Tu 07:00-09:00"))

    assert reason(found).opens == at("07:00") + timedelta(days=1)


def test_an_opening_more_than_a_day_away_is_not_told() -> None:
    found = seen_in(60, hours=Hours(rule="We 07:00-09:00"))

    assert reason(found) == LeftOut(site=found, reason=Reason.CLOSED, opens=None)


def test_what_is_too_far_and_closed_is_too_far() -> None:
    found = seen_in(401, hours=Hours(rule="off"))

    assert reason(found, minutes=15).reason is Reason.TOO_FAR


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(on(0, 0), None, id="no way there"),
        pytest.param(on(1050, 0), on(0, 0), id="no way home"),
    ],
)
def test_no_street_leads_to_the_island(start: Position, end: Position | None) -> None:
    found = temple("a", on(1100, 0))

    assert reason(found, start=start, end=end).reason is Reason.NO_WAY
