from typing import Any

import pytest

from guide import asked, trail
from guide.bad_request import NoSuchEntry
from guide.no_tour import NothingToFollow
from guide.planner import plan
from guide.tour import Reason, Tour
from guide.trail import Trail
from guide.wishes import Wishes
from sites.catalogue import Catalogue
from sites.city import HAI_PHONG
from sites.history import Entry, History, Person
from sites.model import Kind
from sites.names import Text
from tests.guide.factories import CORNER, GRID, at, on, request, temple
from tests.sites.history import event, link, person

HUT = temple("hut", on(300, 300), interest=1)
HALL = temple("hall", on(100, 0), interest=5)
TOWER = temple("tower", on(0, 100), interest=5)
LOST = temple("lost")
FIELDS = temple("fields", on(0, -1000))
TOWN = (HUT, HALL, TOWER, LOST, FIELDS)

SAILOR = person(
    "sailor",
    name=Text(vi="Nguyễn Hữu Tuệ", en="Nguyễn Hữu Tuệ"),
    also=("Ông Tuệ",),
    sites=(link("hut", "Ông ở đây.", "He lived here."), link("lost")),
)


def catalogue(*entries: Entry) -> Catalogue:
    people = [entry for entry in entries if isinstance(entry, Person)]
    return Catalogue(TOWN, history=History(people))


def follow(whom: str, *entries: Entry, **changes: Any) -> Tour:
    asked_for: dict[str, Any] = {"wishes": Wishes(follow=whom), "minutes": 30}
    wanted = request(**asked_for | changes)
    return plan(wanted, catalogue(*entries or (SAILOR,)), GRID)


def stops(tour: Tour) -> list[str]:
    return [stop.site.slug for stop in tour.stops]


def test_a_place_of_the_trail_counts_more_than_better_ones() -> None:
    assert stops(follow("sailor")) == ["hut"]
    assert stops(follow("sailor", wishes=Wishes())) != ["hut"]


def test_it_counts_more_than_what_is_liked() -> None:
    liked = temple("liked", on(100, 0), interest=5, kind=Kind.WAR)
    wanted = request(
        likes=frozenset({Kind.WAR}), wishes=Wishes(follow="sailor"), minutes=30
    )

    tour = plan(wanted, Catalogue([HUT, liked], history=History([SAILOR])), GRID)

    assert stops(tour) == ["hut"]


def test_the_time_that_is_left_is_filled_with_others() -> None:
    assert {*stops(follow("sailor", minutes=120))} == {"hut", "hall", "tower"}


def test_what_is_not_on_the_trail_is_left_out_for_that_reason() -> None:
    reasons = {out.site.slug: out.reason for out in follow("sailor").left_out}

    assert reasons["hall"] is reasons["tower"] is Reason.OFF_TRAIL
    assert reasons["lost"] is Reason.NO_POSITION


def test_without_a_trail_others_are_only_better() -> None:
    tour = follow("sailor", wishes=Wishes(), minutes=20)

    assert Reason.OFF_TRAIL not in {out.reason for out in tour.left_out}


def test_a_stop_says_what_it_has_to_do_with_the_trail() -> None:
    found = follow("sailor").trail

    assert found
    assert found.name == SAILOR.name
    assert found.how("hut", "vi") == "Ông ở đây."
    assert found.how("hut", "en") == "He lived here."
    assert found.how("hall", "en") == ""


@pytest.mark.parametrize("words", ["sailor", "nguyen huu tue", "Ông Tuệ", "ong tue"])
def test_a_name_is_as_good_as_an_address(words: str) -> None:
    assert follow(words).request.wishes.follow == "sailor"


def test_an_unknown_name_is_refused_and_the_nearest_offered() -> None:
    with pytest.raises(NoSuchEntry, match="follow: nobody and nothing is called “sail"):
        follow("sailer")


def test_nobody_follows_whom_no_place_is_told_of() -> None:
    with pytest.raises(NothingToFollow, match="the sources name no place"):
        follow("a-person", person())


@pytest.mark.parametrize("site", ["lost", "fields"])
def test_nobody_follows_where_no_walk_leads(site: str) -> None:
    with pytest.raises(NothingToFollow, match="no street that we know leads there"):
        follow("a-person", person(sites=(link(site),)))


def test_a_site_that_is_not_in_the_catalogue_is_no_place_to_go() -> None:
    with pytest.raises(NothingToFollow, match="the sources name no place"):
        follow("a-person", person(sites=(link("nowhere"),)))


def test_who_starts_at_the_only_place_follows_it_already() -> None:
    tour = follow("sailor", start="hut", minutes=60)

    assert tour.trail


def test_an_event_is_followed_like_a_person() -> None:
    siege = event("siege", sites=(link("hut"),))
    known = Catalogue(TOWN, history=History((), [siege]))

    tour = plan(request(wishes=Wishes(follow="siege"), minutes=30), known, GRID)

    assert stops(tour) == ["hut"]
    assert tour.trail == Trail(siege)


def test_nobody_follows_anybody_without_a_wish() -> None:
    assert trail.of(request(), catalogue(SAILOR)) is None


def test_whom_one_follows_stands_in_the_address() -> None:
    words = {"from": ["20.86,106.69"], "follow": ["sailor"]}

    read = asked.read_request(words, HAI_PHONG, at("08:00"))

    assert read.wishes.follow == "sailor"
    assert read.start == CORNER
    assert asked.to_words(read)["follow"] == "sailor"
