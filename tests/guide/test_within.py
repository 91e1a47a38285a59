from datetime import timedelta
from typing import Any

import pytest
import shapely

from guide.bad_request import BadPlace
from guide.no_tour import TooFarFromStreets
from guide.pace import PACES, WALKERS
from guide.request import TourRequest
from guide.streets.profile import Profile
from guide.wishes import Wishes
from guide.within import Within, within
from sites.catalogue import Catalogue
from sites.position import Position
from tests.guide.factories import CORNER, GRID, graph, on, request, street, temple

NEAR, FAR = temple("near", on(100, 0)), temple("far", on(300, 300))
ISLAND, LOST = temple("island", on(1050, 0)), temple("lost")
CATALOGUE = Catalogue([FAR, NEAR, ISLAND, LOST])


def found(asked: TourRequest | None = None, minutes: int = 10) -> Within:
    return within(asked or request(minutes=minutes), CATALOGUE, GRID)


def names(one: Within) -> list[str]:
    return [near.site.slug for near in one.sites]


def test_sites_in_reach_are_named_nearest_first() -> None:
    one = found(minutes=9)

    assert names(one) == ["near", "far"]
    assert [near.metres for near in one.sites] == pytest.approx([100, 600])
    assert one.sites[0].walk == timedelta(seconds=83)
    assert one.attribution == "© Somebody"


@pytest.mark.parametrize(("minutes", "slugs"), [(8, ["near"]), (9, ["near", "far"])])
def test_six_hundred_metres_are_eight_minutes_and_a_third(
    minutes: int, slugs: list[str]
) -> None:
    assert names(found(minutes=minutes)) == slugs


def test_the_start_itself_is_not_listed() -> None:
    assert names(found(request("near", minutes=30))) == ["far"]


@pytest.mark.parametrize(
    ("changes", "metres"),
    [
        ({}, 720),
        ({"pace": PACES["slow"]}, 480),
        ({"walker": WALKERS["older"]}, 576),
        ({"walker": WALKERS["class"], "pupils": 2}, 648),
    ],
)
def test_the_area_is_as_large_as_the_party_is_fast(
    changes: dict[str, Any], metres: float
) -> None:
    asked = request(minutes=10, **changes)

    assert asked.party.metres_in(600) == pytest.approx(metres)
    assert found(asked).area.equals(GRID.reach(GRID.snap(CORNER), metres))


def test_a_class_that_crosses_roads_gets_less_far() -> None:
    asked = request(walker=WALKERS["class"], pupils=40)

    assert asked.party.walk_s(asked.party.metres_in(600)) == 600


def test_who_climbs_no_steps_gets_only_where_there_are_none() -> None:
    steps = street(on(0, 0), on(100, 0), kind="steps")
    town = graph(steps, street(on(0, 0), on(0, 100)))
    asked = request(minutes=5, wishes=Wishes(streets=Profile(step_free=True)))
    beyond = shapely.Point(on(90, 0).lon_lat)

    assert within(request(minutes=5), CATALOGUE, town).area.contains(beyond)
    assert not within(asked, CATALOGUE, town).area.contains(beyond)


def test_a_start_without_streets_is_refused() -> None:
    with pytest.raises(TooFarFromStreets):
        found(request(on(150, -250)))
    with pytest.raises(BadPlace):
        found(request(Position(0, 0)))
