from datetime import timedelta

from guide import planner, styles
from guide.no_tour import NoTour
from guide.request import TourRequest
from guide.styles import Way
from guide.tour import Tour
from guide.wishes import Style
from sites.catalogue import Catalogue
from sites.model import Site
from tests.guide import everything
from tests.guide.factories import GRID, at, leg, on, request, stop, temple, tour

FAR = temple("far", on(300, 300), interest=5)
NEAR = temple("near", on(100, 0), interest=4)
NEARER = temple("nearer", on(0, 60), interest=3)


def three(asked: TourRequest, *sites: Site) -> tuple[Way, ...]:
    def plan(wanted: TourRequest) -> Tour:
        return planner.plan(wanted, Catalogue(sites), GRID)

    return styles.three(plan(asked), plan)


def way(style: Style, score: int, metres: float, stay: int) -> Way:
    end = (at("08:00") + timedelta(minutes=stay)).strftime("%H:%M")
    halts = [stop(NEAR, "08:00", "08:00", end)]
    return Way(style, tour([leg(metres=metres)], halts, score=score))


def styles_of(ways: tuple[Way, ...]) -> list[Style]:
    return [way.style for way in ways]


def test_there_are_three_ways_to_walk_where_there_is_much_to_see() -> None:
    ways = three(request(minutes=45), FAR, NEAR, NEARER)

    assert styles_of(ways) == [Style.MOST, Style.SHORT, Style.CALM]


def test_each_way_is_the_best_at_what_it_is_called_after() -> None:
    most, short, calm = three(request(minutes=45), FAR, NEAR, NEARER)

    assert most.tour.score > max(short.tour.score, calm.tour.score)
    assert short.tour.walk_m < most.tour.walk_m
    assert short.tour.walk_m <= calm.tour.walk_m
    assert calm.merits[2] > max(most.merits[2], short.merits[2])


def test_no_way_is_worse_than_another_in_every_respect() -> None:
    for seed in range(60):
        drawn = everything.case(seed)
        try:
            ways = three(drawn.asked, *drawn.sites)
        except NoTour:
            continue
        assert ways
        assert not any(one.beats(other) for one in ways for other in ways)


def test_the_same_walk_is_shown_once() -> None:
    ways = three(request(minutes=15), NEARER)

    assert len({way.tour.parts for way in ways}) == len(ways)


def test_a_style_that_cannot_be_is_left_out() -> None:
    long = temple("long", on(100, 0), visit=timedelta(minutes=60))
    ways = three(request(minutes=70, must=("long",)), long)

    assert Style.CALM not in styles_of(ways)


def test_to_show_more_but_stay_less_long_is_not_to_beat() -> None:
    assert not way(Style.MOST, 6, 100, 9).beats(way(Style.CALM, 5, 100, 10))


def test_to_be_better_in_one_respect_and_equal_in_the_others_is_to_beat() -> None:
    plain = way(Style.MOST, 5, 100, 10)

    assert way(Style.MOST, 6, 100, 10).beats(plain)
    assert way(Style.MOST, 5, 99, 10).beats(plain)


def test_to_stay_longer_and_be_back_later_is_not_to_beat() -> None:
    assert not way(Style.CALM, 5, 100, 11).beats(way(Style.MOST, 5, 100, 10))


def test_equal_ways_and_mixed_ones_do_not_beat_each_other() -> None:
    plain = way(Style.MOST, 5, 100, 10)

    assert not plain.beats(way(Style.CALM, 5, 100, 10))
    assert not way(Style.SHORT, 4, 50, 10).beats(plain)
    assert not plain.beats(way(Style.SHORT, 4, 50, 10))


def test_a_walk_without_stops_is_no_way_to_divide_by_nothing() -> None:
    assert Way(Style.MOST, tour([leg()])).merits == (0, -120.0, 0)
