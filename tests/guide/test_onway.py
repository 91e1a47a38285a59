from dataclasses import replace
from itertools import pairwise
from typing import Any

from guide.onway import NEAR_M, record, stations
from guide.wishes import Wishes
from sites.model import Access, Location, Spot, Standpoint, Way
from sites.position import Position
from tests.guide.factories import CORNER, on, request, temple, walk
from tests.sites.factories import location


def within(position: Position, radius_m: float) -> Location:
    return replace(location(*position.lat_lon), radius_m=radius_m)


def test_every_leg_leads_to_a_station_and_the_last_one_to_the_end() -> None:
    tour = walk(request(), temple("a", on(100, 0)), temple("b", on(200, 0)))

    found = stations(tour, 0)

    assert [one.number for one in found] == [1, 2, None]
    assert [one.leg for one in found] == list(tour.legs)
    assert found[-1].halt is None
    assert found[-1].name_in("vi") == tour.end.name.vi


def test_stops_are_counted_on_over_several_walks() -> None:
    asked = request(minutes=30, wishes=Wishes(days=2))
    tour = walk(asked, *(temple(f"t{n}", on(100 * n, 0)) for n in range(4)))

    first, second = (stations(tour, place) for place in (0, 1))

    visits = [one.number for one in (*first, *second) if one.number]
    assert visits == list(range(1, len(tour.stops) + 1))


def test_one_stands_at_the_gate_where_there_is_one() -> None:
    gate = Standpoint(spot=Spot.GATE, location=within(on(100, 0), 12))
    tour = walk(request(), temple("a", on(120, 10), also_at=(gate,)))

    there = stations(tour, 0)[0]

    assert there.stand == gate
    assert there.doubt_m == 12


def test_one_stands_at_the_viewpoint_of_what_is_private() -> None:
    gate = Standpoint(spot=Spot.GATE, location=location(*on(100, 0).lat_lon))
    view = Standpoint(spot=Spot.VIEWPOINT, location=location(*on(200, 0).lat_lon))
    site = temple(
        "a", on(120, 10), also_at=(gate, view), access=Access(way=Way.PRIVATE)
    )

    assert stations(walk(request(), site), 0)[0].stand == view


def test_nothing_is_said_of_a_gate_that_is_not_known() -> None:
    court = Standpoint(spot=Spot.COURT, location=location(*on(100, 0).lat_lon))
    tour = walk(request(), temple("a", on(120, 10), also_at=(court,)))

    assert stations(tour, 0)[0].stand is None


def found_record(**changes: Any) -> dict[str, Any]:
    asked = request(**changes)
    return record(
        walk(asked, temple("a", on(100, 0)), temple("b", on(200, 0))), 0, "vi"
    )


def test_a_phone_gets_times_that_follow_each_other() -> None:
    found = found_record()

    moments = [one[key] for one in found["stations"] for key in ("arrive", "leave")]
    known = [found["depart"], *filter(None, moments), found["arrive"]]
    assert all(early <= late for early, late in pairwise(known))


def test_a_phone_knows_what_is_insisted_on() -> None:
    found = found_record(must=("b",))

    insisted = {one["site"]: one["insisted"] for one in found["stations"]}
    assert insisted == {"a": False, "b": True, None: False}


def test_a_doubtful_place_is_near_from_farther_away() -> None:
    doubtful = temple("a", location=within(on(100, 0), 90))

    found = record(walk(request(), doubtful), 0, "vi")
    near = [one["near_m"] for one in found["stations"]]

    assert near == [90, NEAR_M]


def test_every_step_begins_on_the_line_of_its_leg() -> None:
    for one in found_record()["stations"]:
        assert all(0 <= step["at"] < len(one["line"]) for step in one["steps"])
        assert all(step["says"] for step in one["steps"])


def test_a_walk_from_a_position_says_it_in_numbers() -> None:
    lat, lon = map(float, found_record()["start"].split(","))

    assert (lat, lon) == CORNER.lat_lon
