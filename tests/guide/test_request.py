from datetime import time, timedelta

import pytest

from guide.pace import PACES, WALKERS, Party
from guide.streets.profile import ANYBODY, Profile
from guide.wishes import ONE_DAY, Break, Style, Wishes
from tests.guide.factories import at, request, temple

NOON = Break(30, time(11, 30), time(13))


def test_a_walk_is_over_after_its_minutes() -> None:
    assert request(minutes=95).back_by == at("09:35")


def test_a_late_walk_is_over_on_the_next_day() -> None:
    assert request(depart=at("23:30"), minutes=45).back_by == at("00:15") + ONE_DAY


def test_a_party_is_who_walks_how_fast_and_how_many() -> None:
    asked = request(pace=PACES["slow"], walker=WALKERS["class"], pupils=12)

    assert asked.party == Party(pace=PACES["slow"], walker=WALKERS["class"], pupils=12)


def test_sites_are_needed_by_must_and_by_other_wishes() -> None:
    asked = request(must=("a", "b"), wishes=Wishes(first="b", before=(("c", "d"),)))

    assert asked.needed == {"a", "b"}
    assert request(wishes=Wishes(last="z")).needed == {"z"}


def test_each_site_that_is_wanted_has_a_field_that_asks_for_it() -> None:
    wishes = Wishes(first="a", last="b", order=("c", "d"), before=(("e", "f"),))

    assert request(must=("a", "g"), wishes=wishes).wanted == {
        "a": "must",
        "b": "last",
        "c": "order",
        "d": "order",
        "g": "must",
    }


@pytest.mark.parametrize(
    ("style", "minutes", "rests"),
    [
        pytest.param(Style.CALM, 90, 1, id="long enough"),
        pytest.param(Style.CALM, 89, 0, id="a minute too short"),
        pytest.param(Style.MOST, 720, 0, id="most"),
        pytest.param(Style.SHORT, 720, 0, id="short"),
    ],
)
def test_a_calm_walk_of_an_hour_and_a_half_brings_a_rest(
    style: Style, minutes: int, rests: int
) -> None:
    assert len(request(style=style, minutes=minutes).breaks) == rests


def test_the_rest_of_a_calm_walk_lies_in_its_middle() -> None:
    assert request(style=Style.CALM, minutes=100).breaks == (
        Break(15, time(8, 30), time(9, 15)),
    )


def test_the_rest_of_a_calm_walk_may_lie_beyond_midnight() -> None:
    late = request(style=Style.CALM, minutes=100, depart=at("23:30"))
    (rest,) = late.breaks

    assert rest.span(late.depart) == (at("00:00") + ONE_DAY, at("00:45") + ONE_DAY)


def test_rests_that_are_wished_for_come_first() -> None:
    asked = request(style=Style.CALM, wishes=Wishes(breaks=(NOON,)))

    assert asked.breaks[0] == NOON
    assert len(asked.breaks) == 2
    assert request(wishes=Wishes(breaks=(NOON,))).breaks == (NOON,)


@pytest.mark.parametrize(
    ("style", "walker", "seconds"),
    [
        pytest.param(Style.MOST, "adult", 600, id="as the site says"),
        pytest.param(Style.SHORT, "adult", 600, id="short is about walking"),
        pytest.param(Style.CALM, "adult", 900, id="half as long again"),
        pytest.param(Style.MOST, "older", 780, id="12.5 minutes, in whole ones"),
        pytest.param(Style.CALM, "older", 1140, id="18.75 minutes, in whole ones"),
        pytest.param(Style.MOST, "class", 680, id="40 pupils are counted"),
        pytest.param(Style.CALM, "class", 980, id="and as long as before if calm"),
    ],
)
def test_a_visit_takes_what_style_and_walkers_make_of_it(
    style: Style, walker: str, seconds: int
) -> None:
    asked = request(style=style, walker=WALKERS[walker], pupils=40)

    assert asked.stay_s(temple("a", visit=timedelta(minutes=10))) == seconds


@pytest.mark.parametrize(
    ("days", "groups", "after"),
    [
        pytest.param(1, 1, [0], id="one walk"),
        pytest.param(3, 1, [0, 1, 2], id="day after day"),
        pytest.param(1, 3, [0, 0, 0], id="every group at once"),
        pytest.param(2, 2, [0, 0, 1, 1], id="every group on each day"),
    ],
)
def test_walks_begin_day_after_day_or_every_group_at_once(
    days: int, groups: int, after: list[int]
) -> None:
    asked = request(wishes=Wishes(days=days, groups=groups))

    assert asked.departures == tuple(at("08:00") + day * ONE_DAY for day in after)


def test_a_wheelchair_needs_streets_without_steps() -> None:
    quiet = Wishes(streets=Profile(quiet=True))

    assert request().profile == ANYBODY
    assert request(wishes=quiet).profile == Profile(quiet=True)
    assert request(walker=WALKERS["wheelchair"]).profile == Profile(step_free=True)
    assert request(walker=WALKERS["wheelchair"], wishes=quiet).profile == Profile(
        step_free=True, quiet=True
    )
