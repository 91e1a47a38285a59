"""Routes against seconds worked out by hand."""

import pytest

from guide.solver.model import Case, build
from guide.solver.problem import UNREACHABLE, Break
from guide.solver.timetable import begin_at, routes_of, split, worth, worth_of
from tests.guide.solver.cases import ALWAYS, problem

EIGHT = 1_700_000_000
"""A moment on a clock that does not begin at the departure."""

TWO_TOURS = build(problem(more_tours=((10_000, 7200),)))


def closed_at_noon() -> Case:
    """One site, open twice, on a clock that began in 1970."""
    windows = ((EIGHT + 100, EIGHT + 200), (EIGHT + 300, EIGHT + 400))
    return build(problem((5,), windows=(windows,), depart_s=EIGHT))


@pytest.mark.parametrize(
    ("arrive", "begin"),
    [
        pytest.param(60, 100, id="wait for the doors"),
        pytest.param(100, 100, id="as they open"),
        pytest.param(200, 200, id="the last moment"),
        pytest.param(201, 300, id="wait for the second window"),
        pytest.param(400, 400, id="the last moment of all"),
        pytest.param(401, UNREACHABLE, id="too late"),
    ],
)
def test_begin_at(arrive: int, begin: int) -> None:
    assert begin_at(closed_at_noon(), 0, arrive) == begin


def test_stops_follow_each_other_as_early_as_can_be() -> None:
    route = routes_of(build(problem()), (2, 0))[0]

    assert route.stops == (2, 0)
    assert route.arrive_s == route.begin_s == (60, 720)
    assert route.leave_s == (660, 1320)
    assert (route.end_s, route.walk_s) == (1380, 120 + 60)


def test_waiting_is_neither_walking_nor_visiting() -> None:
    route = routes_of(closed_at_noon(), (0,))[0]

    assert route.arrive_s == (EIGHT + 60,)
    assert route.begin_s == (EIGHT + 100,)
    assert route.leave_s == (EIGHT + 700,)
    assert (route.end_s, route.walk_s) == (EIGHT + 760, 120)


def test_a_visit_that_is_too_late_waits_for_the_second_window() -> None:
    windows = (ALWAYS, ((100, 719), (1000, 2000)), ALWAYS)

    route = routes_of(build(problem(windows=windows)), (0, 1))[0]

    assert (route.arrive_s, route.begin_s) == ((60, 720), (60, 1000))
    assert route.end_s == 1660


def test_a_break_is_a_stop_that_takes_its_pause() -> None:
    rest = Break(places=(0,), pause_s=900, earliest_s=800, latest_s=3000)
    case = build(problem((5, 3), breaks=(rest,)))

    route = routes_of(case, (0, 2, 1))[0]

    assert (route.stops, route.breaks) == ((0, 0, 1), (-1, 0, -1))
    assert route.visits == (0, 1)
    assert route.arrive_s == (60, 660, 1760), "the break is where one already is"
    assert route.begin_s == (60, 800, 1760)
    assert (route.leave_s, route.end_s) == ((660, 1700, 2360), 2420)


def test_every_tour_begins_at_its_own_departure() -> None:
    turn = TWO_TOURS.turns[0]

    first, second = routes_of(TWO_TOURS, (0, turn, 1))

    assert (first.begin_s, first.end_s) == ((60,), 720)
    assert (second.begin_s, second.end_s) == ((10_060,), 10_720)


def test_a_second_tour_may_depart_before_the_first() -> None:
    case = build(problem(depart_s=5000, more_tours=((1000, 7200),)))

    first, second = routes_of(case, (0, case.turns[0], 1))

    assert (first.begin_s, second.begin_s) == ((5060,), (1060,))


def test_a_tour_without_stops_goes_from_the_start_to_the_end() -> None:
    routes = routes_of(TWO_TOURS, TWO_TOURS.turns)

    assert [route.stops for route in routes] == [(), ()]
    assert [(route.end_s, route.walk_s) for route in routes] == [(60, 60), (10_060, 60)]


def test_an_order_is_cut_at_the_turns() -> None:
    turn = TWO_TOURS.turns[0]

    assert split(TWO_TOURS, (2, 0, turn, 1)) == [[2, 0], [1]]
    assert split(TWO_TOURS, (turn,)) == [[], []]
    assert split(TWO_TOURS, ()) == [[]]


@pytest.mark.parametrize(
    ("tour", "expected"),
    [
        pytest.param((), 0, id="nothing"),
        pytest.param((0, 1), 10 + 7 // 2, id="half of 7 is 3: rounded down"),
        pytest.param((1, 0), 10 + 7 // 2, id="the best counts first, not the earliest"),
        pytest.param(
            (2, 1, 0), 10 + 3 + 1, id="the last percent holds for all further"
        ),
        pytest.param((3, 4), 4 + 4, id="no theme never fades"),
        pytest.param((0, 3, 5), 10 + 4 + 6, id="another theme is another count"),
    ],
)
def test_repetitions_of_a_theme_fade(tour: tuple[int, ...], expected: int) -> None:
    scores = (10, 7, 2, 4, 4, 6)
    case = build(problem(scores, themes=(0, 0, 0, -1, -1, 1), decay=(100, 50)))

    assert worth_of(case.model, tour) == expected


def test_a_theme_fades_anew_on_every_tour() -> None:
    case = build(
        problem((8, 8), themes=(0, 0), decay=(100, 50), more_tours=((10_000, 7200),))
    )
    turn = case.turns[0]

    assert worth(case, (0, 1, turn)) == 8 + 4
    assert worth(case, (0, turn, 1)) == 8 + 8
