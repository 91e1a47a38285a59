from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide import candidates
from guide.asked import read_request
from guide.bad_request import Contradiction, NoSuchSite
from guide.no_tour import (
    DoesNotFit,
    EndTooFar,
    NoPosition,
    NoTour,
    NoWay,
    TooFarFromStreets,
)
from guide.pace import PACES
from guide.planner import plan
from guide.streets.graph import StreetGraph
from guide.tour import LeftOut, Reason, Tour
from sites.catalogue import Catalogue
from sites.city import HAI_PHONG
from sites.errors import Said
from sites.hours import UNKNOWN, Hours
from sites.model import Kind
from sites.names import Text
from tests.guide import everything, obedience
from tests.guide.factories import GRID, at, on, request, temple, walk

NOTE = Text(vi="Sách nói khác nhau.", en="The books disagree.")

HOME = temple("home", on(0, 0))
NEAR = temple("near", on(100, 0))
ACROSS = temple("across", on(300, 300))
LOST = temple("lost", position_note=NOTE)
ISLAND = temple("island", on(1050, 0))
FIELDS = temple("fields", on(0, -1000))
TOWN = (HOME, NEAR, ACROSS, LOST, ISLAND, FIELDS)

SEEDS = range(200)


def slugs(tour: Tour) -> list[str]:
    return [stop.site.slug for stop in tour.stops]


def left_out(tour: Tour, slug: str) -> LeftOut:
    (found,) = [out for out in tour.left_out if out.site.slug == slug]
    return found


def test_a_walk_visits_what_fits_and_leads_back_to_the_start() -> None:
    tour = walk(request("home"), *TOWN)

    assert sorted(slugs(tour)) == ["across", "near"]
    assert (tour.start.site, tour.end.site) == (HOME, HOME)
    assert (tour.path[0], tour.path[-1]) == (on(0, 0), on(0, 0))


def test_a_walk_may_start_at_a_position_and_end_at_a_site() -> None:
    tour = walk(request(on(50, 0), end="Across Temple"), *TOWN)

    assert (tour.start.position, tour.end.site) == (on(50, 0), ACROSS)
    assert (tour.path[0], tour.path[-1]) == (on(50, 0), on(300, 300))
    assert tour.request.end == "across"


def test_to_end_where_one_starts_is_a_round_walk() -> None:
    assert walk(request("home", end="home"), *TOWN).legs == (
        walk(request("home"), *TOWN).legs
    )


def test_nothing_to_see_is_a_walk_without_stops() -> None:
    tour = walk(request())

    assert (tour.stops, tour.left_out, len(tour.legs)) == ((), (), 1)
    assert tour.arrive == at("08:00")


def test_a_tour_says_on_which_catalogue_and_streets_it_rests() -> None:
    tour = plan(request(), Catalogue(TOWN, edition=7), GRID)

    assert (tour.edition, tour.attribution) == (7, "© Somebody")


def test_the_same_question_has_the_same_answer_in_whatever_order_sites_come() -> None:
    asked = request("home", must=("across", "near"))

    assert walk(asked, *TOWN) == walk(asked, *reversed(TOWN))


def test_the_same_question_has_the_same_answer_in_the_whole_centre(
    built_in: Catalogue, centre: StreetGraph
) -> None:
    asked = request("ga-hai-phong", minutes=180)

    assert plan(asked, built_in, centre) == plan(asked, built_in, centre)


@pytest.mark.parametrize("minutes", [15, 60, 240, 720])
def test_every_site_of_the_centre_is_a_stop_or_left_out_once(
    built_in: Catalogue, centre: StreetGraph, minutes: int
) -> None:
    tour = plan(request("nha-hat-lon", minutes=minutes), built_in, centre)
    named = slugs(tour) + [out.site.slug for out in tour.left_out]

    assert sorted(named) == list(built_in.sites)
    assert tour.arrive <= tour.request.back_by


def test_what_is_left_out_stands_in_the_order_of_addresses() -> None:
    tour = walk(request("home", minutes=15, never=("near",)), *TOWN)

    assert [out.site.slug for out in tour.left_out] == [
        "across", "fields", "home", "island", "lost", "near",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("slug", "reason"),
    [
        ("home", Reason.STARTS_HERE),
        ("near", Reason.UNWANTED),
        ("across", Reason.TOO_FAR),
        ("lost", Reason.NO_POSITION),
        ("island", Reason.NO_WAY),
        ("fields", Reason.NO_STREET),
    ],
)
def test_each_site_is_left_out_for_its_own_reason(slug: str, reason: Reason) -> None:
    tour = walk(request("home", minutes=15, never=("near",)), *TOWN)

    assert left_out(tour, slug).reason is reason


def test_a_site_where_one_ends_is_no_stop() -> None:
    tour = walk(request(end="across"), *TOWN)

    assert left_out(tour, "across").reason is Reason.STARTS_HERE


def test_a_site_where_one_starts_is_a_stop_if_it_must_be_seen() -> None:
    tour = walk(request("home", minutes=15, must=("home",)), *TOWN)

    assert slugs(tour)[0] == "home"


def test_a_site_without_a_position_says_why() -> None:
    assert left_out(walk(request(), *TOWN), "lost").note == NOTE


def test_a_site_far_from_the_streets_says_how_far() -> None:
    found = left_out(walk(request(), *TOWN), "fields")

    assert found.metres == pytest.approx(1000, abs=0.5)


def test_a_site_exactly_at_the_limit_of_the_streets_is_visited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    edge = temple("edge", on(150, -30))
    monkeypatch.setattr(candidates, "MAX_SNAP_M", GRID.snap(on(150, -30)).away_m)

    assert slugs(walk(request(), edge)) == ["edge"]


def test_to_be_back_on_the_very_second_is_fine() -> None:
    exact = temple("exact", on(300, 0), visit=timedelta(seconds=400))
    tour = walk(request(minutes=15), exact)

    assert slugs(tour) == ["exact"]
    assert tour.arrive == tour.request.back_by


def test_to_be_back_a_second_late_is_not() -> None:
    late = temple("late", on(300, 0), visit=timedelta(seconds=401))
    tour = walk(request(minutes=15), late)

    assert tour.left_out == (
        LeftOut(site=late, reason=Reason.TOO_FAR, minutes=16, visit_minutes=7),
    )


def test_what_is_too_far_is_seen_in_the_minutes_that_it_says() -> None:
    late = temple("late", on(300, 0), visit=timedelta(seconds=401))

    assert slugs(walk(request(minutes=16), late)) == ["late"]


def test_a_visitor_waits_for_doors_that_open_soon() -> None:
    shut = temple("shut", on(120, 0), hours=Hours(rule="08:20-09:00"))
    (stop,) = walk(request(), shut).stops

    assert (stop.arrive, stop.enter) == (at("08:01:40"), at("08:20"))


def test_a_site_is_left_before_its_doors_close() -> None:
    shuts = temple("shuts", on(120, 0), hours=Hours(rule="07:00-08:11"))
    tour = walk(request(), shuts)

    assert left_out(tour, "shuts").reason is Reason.CLOSED


def test_what_one_asks_for_comes_before_what_is_great() -> None:
    great = temple("great", on(120, 0), interest=5)
    liked = temple("liked", on(100, 0), interest=1, kind=Kind.WAR)
    asked = request(minutes=15, likes=frozenset({Kind.WAR}))

    assert slugs(walk(asked, great, liked)) == ["liked"]
    assert slugs(walk(request(minutes=15), great, liked)) == ["great"]


def test_what_must_be_seen_is_seen_before_what_is_great() -> None:
    great = temple("great", on(120, 0), interest=5)
    small = temple("small", on(100, 0), interest=1)

    assert slugs(walk(request(minutes=15, must=("small",)), great, small)) == ["small"]


def test_unknown_hours_do_not_keep_a_site_out() -> None:
    assert slugs(walk(request(), temple("a", on(0, 0), hours=UNKNOWN))) == ["a"]


@pytest.mark.parametrize(
    ("changes", "error", "field"),
    [
        pytest.param({"start": "nowhere"}, NoSuchSite, "from", id="unknown start"),
        pytest.param({"end": "nowhere"}, NoSuchSite, "to", id="unknown end"),
        pytest.param({"must": ("nowhere",)}, NoSuchSite, "must", id="unknown must"),
        pytest.param({"never": ("nowhere",)}, NoSuchSite, "never", id="unknown never"),
        pytest.param(
            {"must": ("near",), "never": ("Near Temple",)},
            Contradiction,
            "must",
            id="wanted and not wanted",
        ),
        pytest.param({"start": "lost"}, NoPosition, "from", id="lost start"),
        pytest.param({"end": "lost"}, NoPosition, "to", id="lost end"),
        pytest.param({"must": ("lost",)}, NoPosition, "must", id="lost must"),
        pytest.param({"start": "fields"}, TooFarFromStreets, "from", id="far start"),
        pytest.param({"end": "fields"}, TooFarFromStreets, "to", id="far end"),
        pytest.param({"must": ("fields",)}, TooFarFromStreets, "must", id="far must"),
        pytest.param({"end": "island"}, NoWay, "to", id="end on the island"),
        pytest.param({"must": ("island",)}, NoWay, "must", id="must on the island"),
        pytest.param(
            {"end": "across", "minutes": 8}, EndTooFar, "minutes", id="end too far"
        ),
        pytest.param(
            {"must": ("across",), "minutes": 15}, DoesNotFit, "must", id="no time"
        ),
    ],
)
def test_what_cannot_be_walked_names_the_field_to_change(
    changes: dict[str, Any], error: type[NoTour], field: str
) -> None:
    with pytest.raises(error) as caught:
        walk(request(**changes), *TOWN)

    assert caught.value.field == field


def test_an_end_that_is_too_far_says_how_many_minutes_are_needed() -> None:
    asked = request(end=ACROSS.slug, minutes=12, pace=PACES["slow"])

    with pytest.raises(EndTooFar, match="Đền across alone takes 13 minutes"):
        walk(asked, *TOWN)


def test_an_end_that_is_reached_on_the_very_second_is_fine() -> None:
    tour = walk(request(end=on(240, 0), minutes=5, pace=PACES["slow"]))

    assert tour.arrive == tour.request.back_by


def test_the_end_is_not_to_blame_when_it_is_just_in_reach() -> None:
    asked = request(end=on(240, 0), minutes=5, pace=PACES["slow"], must=("near",))

    with pytest.raises(DoesNotFit, match="Đền near cannot be seen in 5 minutes"):
        walk(asked, *TOWN)


def test_what_does_not_fit_is_named_with_the_time_and_the_departure() -> None:
    with pytest.raises(
        DoesNotFit,
        match="Đền across cannot be seen in 16 minutes from 08:00 23/11/2026; 30 more",
    ):
        walk(request(minutes=16, must=("near", "across")), *TOWN)


def test_what_must_be_seen_but_is_closed_does_not_fit() -> None:
    closed = temple("closed", on(0, 0), hours=Hours(rule="off"))

    with pytest.raises(DoesNotFit, match="Đền closed"):
        walk(request(must=("closed",)), closed)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_other_walk_is_worth_more_or_ends_earlier(seed: int) -> None:
    drawn, tour = everything.case(seed), everything.answer(seed)

    if tour is None:
        assert everything.best(drawn) is None
    else:
        score = sum(drawn.worth(stop.site) for stop in tour.stops)
        end_s = (tour.arrive - drawn.asked.depart).total_seconds()
        assert (score, end_s) == everything.best(drawn)


def test_every_site_is_a_stop_or_left_out_once() -> None:
    for drawn, tour in everything.answers(SEEDS):
        named = slugs(tour) + [out.site.slug for out in tour.left_out]
        assert sorted(named) == sorted(site.slug for site in drawn.sites)


def test_no_tour_takes_longer_than_its_minutes() -> None:
    for drawn, tour in everything.answers(SEEDS):
        assert tour.arrive <= drawn.asked.back_by


def test_every_tour_visits_what_must_be_seen() -> None:
    for drawn, tour in everything.answers(SEEDS):
        assert {*drawn.asked.must} <= {*slugs(tour)}


def test_every_visit_lies_between_opening_and_closing() -> None:
    for drawn, tour in everything.answers(SEEDS):
        assert all(everything.is_inside(drawn, stop) for stop in tour.stops)


def test_every_leg_leads_from_one_stop_to_the_next_at_the_pace_of_the_walk() -> None:
    for drawn, tour in everything.answers(SEEDS):
        places = [tour.start.position, *(s.position for s in tour.stops)]
        assert [leg.line[0] for leg in tour.legs] == places
        assert [leg.arrive for leg in tour.legs[:-1]] == [s.arrive for s in tour.stops]
        for leg in tour.legs:
            assert leg.duration.seconds == drawn.asked.party.walk_s(leg.metres)


WHERE = st.sampled_from(
    ["home", "near", "ACROSS TEMPLE", "lost", "island", "fields", "20.86,106.69",
     "20.861,106.691", "20.81,106.61", "0,0", "nan,nan", "%s", "\u202e", ""]
) | st.text(max_size=8)  # fmt: skip


@settings(deadline=None)  # the first walk loads what measures it
@given(
    st.fixed_dictionaries(
        {"from": st.lists(WHERE, max_size=2)},
        optional={
            "to": st.lists(WHERE, max_size=1),
            "must": st.lists(WHERE, max_size=3),
            "never": st.lists(WHERE, max_size=3),
            "minutes": st.lists(st.integers(0, 800).map(str), max_size=1),
            "depart": st.lists(st.datetimes().map(str), max_size=1),
        },
    )
)
def test_whatever_is_asked_is_planned_or_refused_with_a_sentence(
    words: dict[str, list[str]],
) -> None:
    refused = ""
    try:
        walk(read_request(words, HAI_PHONG, at("08:00")), *TOWN)
    except Said as problem:
        refused = str(problem)

    assert not refused or len(refused.split()) > 5


def test_every_walk_keeps_to_every_wish_or_is_refused_with_what_clashes() -> None:
    kept, refused = 0, 0
    for seed in range(400):
        drawn = obedience.wishful(seed)
        try:
            tour = walk(drawn.asked, *drawn.sites)
        except NoTour:
            refused += 1
            continue
        assert list(obedience.faults(tour.request, tour)) == [], seed
        kept += 1

    assert min(kept, refused) > 100
