from dataclasses import replace
from itertools import pairwise

from guide.question import Question
from guide.schedule import timetable
from guide.solver.solution import Route
from tests.guide.factories import CORNER, at, on, question, request, temple
from tests.sites.factories import location

A, B = temple("a", on(120, 0)), temple("b", on(300, 60))
ASKED = question(request(end=on(300, 300)), A, B)
BOTH = Route(
    stops=(1, 0),
    arrive_s=(300, 1200),
    begin_s=(360, 1200),
    leave_s=(960, 1800),
    end_s=2200,
    walk_s=940,
    breaks=(-1, -1),
)


def nothing() -> Route:
    return Route(
        stops=(),
        arrive_s=(),
        begin_s=(),
        leave_s=(),
        end_s=500,
        walk_s=500,
        breaks=(),
    )


def test_stops_stand_in_the_order_of_the_route_with_clock_times() -> None:
    first, second = timetable(ASKED, BOTH).stops

    assert (first.site, second.site) == (B, A)
    assert (first.arrive, first.enter, first.leave) == (
        at("08:05"),
        at("08:06"),
        at("08:16"),
    )
    assert second.wait.total_seconds() == 0


def test_legs_lead_from_the_start_through_every_stop_to_the_end() -> None:
    legs = timetable(ASKED, BOTH).legs
    ends = [(leg.line[0], leg.line[-1]) for leg in legs]
    places = [CORNER, on(300, 60), on(120, 0), on(300, 300)]

    assert ends == list(pairwise(places))
    assert [round(leg.metres) for leg in legs] == [360, 240, 480]


def test_a_leg_begins_when_the_visit_before_it_ends() -> None:
    part = timetable(ASKED, BOTH)
    stops, legs = part.stops, part.legs

    assert [leg.depart for leg in legs] == [at("08:00"), *(s.leave for s in stops)]
    assert [leg.arrive for leg in legs] == [*(s.arrive for s in stops), at("08:36:40")]


def test_a_leg_says_along_which_streets_it_leads() -> None:
    legs = timetable(ASKED, BOTH).legs

    assert [part.name for part in legs[0].stretches] == ["Phố Ngang 0", "Phố Dọc 300"]


def test_a_leg_knows_its_pieces_and_how_sure_its_ends_are() -> None:
    somewhere = replace(location(*on(300, 60).lat_lon), radius_m=80)
    doubtful = temple("far", location=somewhere)
    asked = question(request(end=on(300, 300)), A, doubtful)
    legs = timetable(asked, BOTH).legs

    assert [leg.doubts_m for leg in legs] == [(0, 80), (80, 30), (30, 0)]
    assert [len(leg.pieces) for leg in legs] == [4, 3, 5]


def test_a_walk_without_stops_is_one_leg() -> None:
    part = timetable(ASKED, nothing())
    (only,) = part.legs

    assert part.stops == ()
    assert (only.depart, only.arrive) == (at("08:00"), at("08:08:20"))


def test_a_walk_that_goes_nowhere_is_a_leg_of_one_point() -> None:
    here: Question = question(request(), A)
    (only,) = timetable(here, nothing()).legs

    assert only.line == (CORNER,)
    assert only.metres == 0
