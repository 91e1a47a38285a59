from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest

from guide import planner
from guide.asked import read_request, to_words
from guide.no_tour import NoTour
from guide.request import TourRequest
from guide.tour import Change, LeftOut, Reason, Remedy, Tour
from guide.whynot import ALWAYS, OPEN_TO_CHANGE
from guide.wishes import Wishes
from sites.catalogue import Catalogue
from sites.city import HAI_PHONG
from sites.hours import Hours
from sites.model import Site
from tests.guide import everything, obedience
from tests.guide.factories import GRID, at, on, request, temple

CASES = range(300)
NOW = datetime(2026, 11, 23, tzinfo=UTC)

NEAR = temple("near", on(100, 0), interest=5)
BEST = temple("best", on(0, 100), interest=5)
WEAK = temple("weak", on(300, 300), interest=1)


def explained(asked: TourRequest, *sites: Site) -> Tour:
    return planner.explain(asked, Catalogue(sites), GRID)


def out(tour: Tour, slug: str) -> LeftOut:
    (found,) = [out for out in tour.left_out if out.site.slug == slug]
    return found


def change(tour: Tour, slug: str) -> Change:
    found = out(tour, slug).change
    assert found
    return found


def visits(asked: TourRequest, *sites: Site) -> set[str]:
    return {
        stop.site.slug for stop in planner.plan(asked, Catalogue(sites), GRID).stops
    }


@cache
def random_cases() -> tuple[tuple[everything.Case, Tour], ...]:
    found = []
    for seed in CASES:
        drawn = everything.case(seed)
        try:
            found.append((drawn, explained(drawn.asked, *drawn.sites)))
        except NoTour:
            continue
    return tuple(found)


def missing() -> list[tuple[everything.Case, LeftOut]]:
    return [
        (drawn, left)
        for drawn, tour in random_cases()
        for left in tour.left_out
        if left.reason in OPEN_TO_CHANGE
    ]


def test_every_change_that_is_offered_brings_the_site_in() -> None:
    offered = [(drawn, left) for drawn, left in missing() if left.change]

    assert len(offered) > 300
    for drawn, left in offered:
        assert left.change
        assert left.site.slug in visits(left.change.request, *drawn.sites)


def test_a_change_is_offered_wherever_the_site_can_be_entered_at_all() -> None:
    found = Counter(
        left.change is not None
        for drawn, left in missing()
        if any(
            (closes - opens) * 60 >= left.site.visit.total_seconds()
            for opens, closes in drawn.doors[drawn.sites.index(left.site)]
        )
    )

    assert found[True] >= 0.95 * found.total()
    assert found.total() > 300


def test_opening_the_doors_brings_in_what_only_the_doors_kept_out() -> None:
    shut = [
        (drawn, left)
        for drawn, left in missing()
        if left.reason is Reason.CLOSED and not left.even_open
    ]

    assert len(shut) > 50
    for drawn, left in shut:
        opened = [
            replace(site, hours=ALWAYS) if site == left.site else site
            for site in drawn.sites
        ]
        assert left.site.slug in visits(drawn.asked, *opened)


def test_an_offered_change_is_an_address_that_can_be_sent_to_somebody() -> None:
    for _drawn, left in missing():
        if left.change:
            words = to_words(left.change.request)
            listed = {name: [value] for name, value in words.items()}
            assert to_words(read_request(listed, HAI_PHONG, NOW)) == words


def test_the_fewest_minutes_that_help_are_offered() -> None:
    # 100 m to "near" and back are 84 s each; both visits take 10 minutes each.
    asked = request(minutes=20)
    found = change(explained(asked, NEAR, WEAK), "weak")

    assert (found.remedy, found.amount) == (Remedy.MINUTES, 20)
    assert visits(replace(asked, minutes=35), NEAR, WEAK) == {"near"}
    assert visits(replace(asked, minutes=40), NEAR, WEAK) == {"near", "weak"}


def test_where_a_little_time_does_not_help_a_stop_makes_room() -> None:
    long = temple("long", on(100, 100), visit=timedelta(minutes=100), interest=5)
    other = temple("other", on(100, 100), visit=timedelta(minutes=100), interest=4)
    found = change(explained(request(), long, other), "other")

    assert (found.remedy, found.drops) == (Remedy.DROP, (long,))
    assert "long" in found.request.never


def test_a_must_says_which_stops_it_costs() -> None:
    far = temple("far", on(300, 0), visit=timedelta(minutes=706), interest=1)
    found = change(explained(request(minutes=720), NEAR, BEST, far), "far")

    assert (found.remedy, {*found.drops}) == (Remedy.MUST, {NEAR, BEST})


def test_a_closed_site_is_reached_by_leaving_when_it_is_open() -> None:
    noon = temple("noon", on(120, 0), hours=Hours(rule="12:00-13:00"))
    found = change(explained(request(minutes=30), noon), "noon")

    assert found.remedy is Remedy.DEPART
    assert at("08:00") + timedelta(minutes=found.amount) == found.request.depart
    assert found.request.depart == at("11:55")


def test_one_leaves_earlier_where_that_is_less_of_a_change() -> None:
    early = temple("early", on(120, 0), hours=Hours(rule="06:00-08:05"))
    found = change(explained(request(minutes=60), early), "early")

    assert (found.remedy, found.amount) == (Remedy.DEPART, -10)


def test_a_site_that_never_opens_has_no_change() -> None:
    never = temple("never", on(120, 0), hours=Hours(rule="off"))

    assert out(explained(request(), never), "never").change is None


def test_a_closed_site_says_if_others_would_be_seen_all_the_same() -> None:
    shut = temple("shut", on(300, 300), hours=Hours(rule="off"), interest=1)
    asked = request(minutes=15)
    alone = explained(replace(asked, minutes=60), shut)
    beaten = explained(replace(asked, minutes=32), shut, NEAR, BEST)

    assert not out(alone, "shut").even_open
    assert out(beaten, "shut").even_open


def test_more_stops_are_offered_where_they_are_limited() -> None:
    asked = request(wishes=Wishes(max_stops=1))
    found = change(explained(asked, NEAR, WEAK), "weak")

    assert (found.remedy, found.amount) == (Remedy.STOPS, 1)


def test_more_walking_is_offered_where_it_is_limited() -> None:
    asked = request(wishes=Wishes(max_walk_m=300))
    tour = explained(asked, NEAR, WEAK)
    found = change(tour, "weak")

    assert out(tour, "weak").reason is Reason.TOO_LONG
    assert found.remedy is Remedy.WALK
    assert found.request.wishes.max_walk_m == 300 + found.amount


def test_what_was_left_out_by_wish_is_taken_back() -> None:
    found = change(explained(request(never=("near",)), NEAR), "near")

    assert found.remedy is Remedy.MUST
    assert found.request.never == ()


@pytest.mark.parametrize("slug", ["home", "lost", "island", "fields"])
def test_no_change_is_offered_where_none_can_help(slug: str) -> None:
    sites = (
        temple("home", on(0, 0)),
        temple("lost"),
        temple("island", on(1050, 0)),
        temple("fields", on(0, -1000)),
    )

    assert out(explained(request("home"), *sites), slug).change is None


def test_a_walk_never_grows_longer_than_anybody_walks() -> None:
    whole_day = temple("day", on(300, 300), visit=timedelta(minutes=719))
    tour = explained(request(minutes=720), whole_day)

    assert out(tour, "day").change is None


def test_the_tour_itself_stays_as_it_was() -> None:
    asked = request(minutes=20)
    plain = planner.plan(asked, Catalogue([NEAR, WEAK]), GRID)
    tour = explained(asked, NEAR, WEAK)

    assert replace(tour, left_out=()) == replace(plain, left_out=())
    assert [left.site for left in tour.left_out] == [o.site for o in plain.left_out]


def test_whatever_is_wished_every_offered_change_brings_the_site_in() -> None:
    offered = 0
    for seed in range(80):
        drawn = obedience.wishful(seed)
        try:
            tour = explained(drawn.asked, *drawn.sites)
        except NoTour:
            continue
        for left in tour.left_out:
            if left.change:
                offered += 1
                assert left.site.slug in visits(left.change.request, *drawn.sites)

    assert offered > 25
