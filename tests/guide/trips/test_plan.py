from datetime import time, timedelta

import pytest

from guide.bad_request import NoSuchSite
from guide.no_tour import NoTour
from guide.trips.errors import (
    AllClosed,
    BusTooFar,
    NeverOpen,
    NotEnoughTime,
    ShutMeanwhile,
    StopTooSmall,
)
from guide.trips.question import Lunch, SchoolClass
from sites.hours import Hours
from sites.model import Kind
from tests.guide.factories import at, on, temple
from tests.guide.trips.trips import TEMPLES, planned
from tests.sites.factories import festival


def test_each_class_sees_every_stop_in_an_order_of_its_own() -> None:
    plan = planned()
    orders = [[stop.site.slug for stop in part.stops] for part in plan.parts]

    assert [sorted(order) for order in orders] == [["bac", "dong", "giua"]] * 2
    assert orders[0] != orders[1]
    assert plan.rotation.proven


def test_no_stop_is_fuller_than_it_may_be() -> None:
    plan = planned()
    for site in plan.sites:
        spans = sorted(
            (stop.enter, stop.leave)
            for part in plan.parts
            for stop in part.stops
            if stop.site == site
        )
        assert spans[0][1] <= spans[1][0]


def test_the_times_of_a_class_are_counted() -> None:
    few = planned(classes=(SchoolClass("7A", 10),))
    many = planned(classes=(SchoolClass("7A", 45),))

    assert many.arrive > few.arrive
    stop = many.parts[0].stops[0]
    assert stop.leave - stop.enter == timedelta(minutes=12)  # 10, and 45 heads


def test_legs_join_the_stops_and_end_where_the_bus_waits() -> None:
    plan = planned(end=on(300, 0))
    for part in plan.parts:
        assert len(part.legs) == len(part.halts) + 1
        assert part.legs[-1].arrive <= plan.trip.back_by
        assert part.legs[0].depart == part.depart


def test_the_tour_of_all_has_a_walk_for_each_group() -> None:
    plan = planned()

    assert plan.of_all.parts == plan.parts
    assert plan.of_all.request.wishes.groups == 2


def test_lunch_is_eaten_by_all_at_one_place_and_in_time() -> None:
    lunch = Lunch(30, time(9), time(10), on(100, 100))
    plan = planned(lunch=lunch)

    assert plan.lunch is not None
    for part in plan.parts:
        (rest,) = part.rests
        assert time(9) <= rest.enter.time()
        assert rest.leave.time() <= time(10)


def test_fewer_stops_are_taken_where_all_groups_cannot_see_as_many() -> None:
    classes = tuple(SchoolClass(f"7{name}", 40) for name in "ABCDEF")
    plan = planned(classes=classes, adults=12, minutes=82)

    assert 0 < len(plan.sites) < 3
    assert plan.arrive <= plan.trip.back_by


def test_stops_that_were_named_are_kept_or_it_is_said_what_they_take() -> None:
    stops = tuple(site.slug for site in TEMPLES)
    classes = tuple(SchoolClass(f"7{name}", 40) for name in "ABCDEF")
    with pytest.raises(NotEnoughTime) as problem:
        planned(classes=classes, adults=12, minutes=70, stops=stops)
    needed = problem.value.values["needed"]

    assert needed > 70
    plan = planned(classes=classes, adults=12, minutes=needed, stops=stops)
    assert len(plan.sites) == 3


def test_a_stop_that_is_too_small_is_not_chosen() -> None:
    plan = planned(holds={"giua": 20})

    assert "giua" not in {site.slug for site in plan.sites}


def test_more_pupils_than_any_stop_holds_says_how_many_groups_would_do() -> None:
    holds = {site.slug: 30 for site in TEMPLES}
    with pytest.raises(StopTooSmall) as problem:
        planned(holds=holds)

    groups = problem.value.values["groups"]
    assert len(planned(holds=holds, groups=groups, minutes=300).groups) == groups


def test_a_stop_that_is_named_and_too_small_says_how_many_groups_would_do() -> None:
    with pytest.raises(StopTooSmall) as problem:
        planned(stops=("giua",), holds={"giua": 20})

    groups = problem.value.values["groups"]
    plan = planned(stops=("giua",), holds={"giua": 20}, groups=groups, adults=groups)
    assert len(plan.groups) == groups


def test_a_day_on_which_all_is_closed_names_the_nearest_one_that_works() -> None:
    weekend = Hours(rule="Sa-Su 08:00-17:00")
    shut = [temple(name, on(100, 0), hours=weekend) for name in ("a", "b")]
    with pytest.raises(AllClosed) as problem:
        planned(*shut)

    assert problem.value.field == "depart"
    assert "22/11/2026 08:00" in str(problem.value)


def test_where_nothing_is_ever_open_no_day_is_made_up() -> None:
    with pytest.raises(NeverOpen):
        planned(temple("a", on(100, 0), hours=Hours(rule="off")))


def test_a_crowded_festival_is_avoided() -> None:
    crowded = temple("hoi", on(100, 0), festivals=(festival(15, 10),))
    plan = planned(crowded, *TEMPLES)

    assert "hoi" not in {site.slug for site in plan.sites}


@pytest.mark.parametrize("field", ["start", "end"])
def test_a_bus_across_the_river_is_told_where_it_can_stop(field: str) -> None:
    with pytest.raises(BusTooFar) as problem:
        planned(**{field: on(700, 0)})
    error = problem.value

    assert error.field == {"start": "from", "end": "to"}[field]
    assert error.values["near"].vi.startswith("20.8")


def test_a_bus_on_the_island_is_told_where_it_can_stop() -> None:
    with pytest.raises(BusTooFar) as problem:
        planned(start=on(1050, 0), stops=("dong",))
    lat, lon = problem.value.values["near"].vi.split(" ")[0].split(",")

    assert (float(lat), float(lon)) == pytest.approx(on(200, 0).lat_lon, abs=1e-5)


def test_a_stop_that_is_not_open_for_all_groups_is_named() -> None:
    early = temple("som", on(100, 0), hours=Hours(rule="Mo-Su 08:00-08:18"))
    with pytest.raises(ShutMeanwhile) as problem:
        planned(early, stops=("som",))

    assert "som Temple" in problem.value.values["names"].en


def test_a_stop_that_nobody_knows_is_named() -> None:
    with pytest.raises(NoSuchSite):
        planned(stops=("gium",))


def test_toilets_that_are_too_far_apart_are_said_not_hidden() -> None:
    assert planned(toilets_every=300).toilets_met
    assert not planned(toilets_every=20).toilets_met


def test_a_toilet_takes_its_time() -> None:
    plan = planned(toilets=frozenset({"giua"}), toilets_every=60)
    stay = {s.site.slug: s.leave - s.enter for s in plan.parts[0].stops}

    assert stay["giua"] - stay["dong"] == timedelta(minutes=10)
    assert plan.toilets_met


def test_what_clashes_otherwise_is_said_as_for_any_walk() -> None:
    with pytest.raises(NoTour):
        planned(lunch=Lunch(60, time(20), time(21)))


def test_those_who_pray_are_avoided_unless_the_teacher_wants_it() -> None:
    full_moon = at("08:00").replace(month=12, day=23)
    theatre = temple("nha-hat", on(100, 0), kind=Kind.LANDMARK)
    plan = planned(theatre, *TEMPLES, depart=full_moon, most_stops=1)

    assert [site.slug for site in plan.sites] == ["nha-hat"]
    only_temples = planned(*TEMPLES, depart=full_moon, most_stops=1)
    assert len(only_temples.sites) == 1
    named = planned(theatre, *TEMPLES, depart=full_moon, stops=("giua",))
    assert [site.slug for site in named.sites] == ["giua"]


def test_a_bus_that_stops_at_a_site_out_of_reach_is_told_where_it_can() -> None:
    far = temple("xa", on(700, 0))
    with pytest.raises(BusTooFar) as problem:
        planned(far, *TEMPLES, start="xa")

    assert problem.value.field == "from"
    assert problem.value.values["name"] == far.name
