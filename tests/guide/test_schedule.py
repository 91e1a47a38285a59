from dataclasses import replace
from datetime import time
from itertools import pairwise
from typing import Any

import pytest

from guide.question import Question
from guide.schedule import timetable
from guide.solver.solution import Route
from guide.tour import Rest, Stop
from guide.wishes import ONE_DAY, Break, Style, Wishes
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


def resting(*breaks: Break, **wishes: Any) -> Question:
    """Ask for a walk past one site, with breaks, and perhaps several times."""
    asked = request(wishes=Wishes(breaks=breaks, **wishes))
    return question(asked, A)


HERE, THERE = on(200, 0), on(300, 0)
EARLY = Break(15, time(8, 10), time(9), (HERE,))
LATER = Break(30, time(9), time(10), (THERE, CORNER))


def route(*halts: tuple[int, int], begin_s: int = 0) -> Route:
    """Return a route of halts (place, break): ten minutes each, ten apart."""
    numbers = range(len(halts))
    return Route(
        stops=tuple(place for place, _rest in halts),
        arrive_s=tuple(begin_s + 600 + 1200 * number for number in numbers),
        begin_s=tuple(begin_s + 660 + 1200 * number for number in numbers),
        leave_s=tuple(begin_s + 1200 + 1200 * number for number in numbers),
        end_s=begin_s + 600 + 1200 * len(halts),
        walk_s=600 * (len(halts) + 1),
        breaks=tuple(rest for _place, rest in halts),
    )


def test_a_rest_is_a_halt_between_two_legs() -> None:
    part = timetable(resting(EARLY), route((0, -1), (1, 0)))
    (rest,) = part.rests

    assert [stop.site for stop in part.stops] == [A]
    assert part.halts[1] == rest
    assert rest.position == HERE
    assert (rest.arrive, rest.enter, rest.leave) == (
        at("08:30"),
        at("08:31"),
        at("08:40"),
    )
    assert [leg.line[-1] for leg in part.legs] == [on(120, 0), HERE, CORNER]


def test_each_rest_is_taken_at_one_of_its_own_places() -> None:
    part = timetable(resting(EARLY, LATER), route((1, 0), (0, -1), (3, 1)))

    assert [halt.position for halt in part.halts] == [HERE, on(120, 0), CORNER]


def test_a_rest_may_be_taken_where_one_looks_round() -> None:
    anywhere = resting(Break(15, time(8, 10), time(9)))
    stop, rest = timetable(anywhere, route((0, -1), (1, 0))).halts

    assert isinstance(stop, Stop)
    assert isinstance(rest, Rest)
    assert rest.place.site == stop.site == A


@pytest.mark.parametrize("day", [0, 1])
def test_a_rest_of_a_calm_walk_was_not_wished_for_on_any_day(day: int) -> None:
    wishes = Wishes(breaks=(EARLY,), days=2)
    calm = question(request(style=Style.CALM, wishes=wishes), A)
    number = 2 * day
    part = timetable(calm, route((1, number), (2, number + 1)), day)

    assert [rest.wished for rest in part.rests] == [True, False]


def test_the_second_day_begins_a_day_later() -> None:
    part = timetable(resting(days=2), route((0, -1), begin_s=86_400), 1)
    (stop,) = part.stops

    assert part.depart == at("08:00") + ONE_DAY
    assert part.legs[0].depart == part.depart
    assert stop.arrive == at("08:10") + ONE_DAY
    assert part.arrive == at("08:30") + ONE_DAY


def test_every_group_begins_at_once() -> None:
    both = [timetable(resting(groups=2), route((0, -1)), number) for number in (0, 1)]

    assert both[0] == both[1]
    assert both[1].depart == at("08:00")


def test_a_leg_is_as_doubtful_as_its_less_certain_end() -> None:
    first, last = timetable(resting(), route((0, -1))).legs

    assert (first.doubt_m, last.doubt_m) == (30, 30)
    assert timetable(resting(), nothing()).legs[0].doubt_m == 0
