from datetime import timedelta

import pytest

from guide.pace import PACES
from guide.solver.problem import UNREACHABLE
from guide.wishes import ONE_DAY
from sites.hours import UNKNOWN, Hours
from sites.model import Kind
from tests.guide.factories import CORNER, at, on, question, request, temple

TWO_HOURS = timedelta(hours=2)
HOUR_S = 3600


@pytest.mark.parametrize(
    ("rule", "visit_minutes", "starts"),
    [
        pytest.param("24/7", 30, [(0, 5400)], id="always open"),
        pytest.param("07:00-09:00", 30, [(0, 1800)], id="until the doors close"),
        pytest.param("07:00-09:00", 60, [(0, 0)], id="the visit exactly fits"),
        pytest.param("07:00-09:00", 61, [], id="a minute too short"),
        pytest.param("09:00-17:00", 30, [(3600, 5400)], id="wait for the doors"),
        pytest.param("09:30-17:00", 30, [(5400, 5400)], id="fits before the end"),
        pytest.param("09:31-17:00", 30, [], id="opens too late"),
        pytest.param("10:00-17:00", 1, [], id="opens when the walk is over"),
        pytest.param("07:00-08:00", 1, [], id="has just closed"),
        pytest.param("Tu 07:00-17:00", 1, [], id="closed on Mondays"),
        pytest.param(
            "08:00-08:30,09:00-09:30", 20, [(0, 600), (3600, 4200)], id="a break"
        ),
        pytest.param(
            "08:00-08:10,09:00-09:30", 20, [(3600, 4200)], id="one opening too short"
        ),
    ],
)
def test_a_visit_may_begin_while_it_can_end_before_closing(
    rule: str, visit_minutes: int, starts: list[tuple[int, int]]
) -> None:
    visit = timedelta(minutes=visit_minutes)
    found = temple("a", on(0, 0), hours=Hours(rule=rule), visit=visit)

    assert list(question(request(), found).starts(found, TWO_HOURS)) == starts


@pytest.mark.parametrize(
    ("visit_minutes", "starts"),
    [
        pytest.param(30, ((0, 5400),), id="ends with the span"),
        pytest.param(120, ((0, 0),), id="exactly fits"),
        pytest.param(121, (), id="longer than the span"),
    ],
)
def test_a_site_of_unknown_hours_may_be_visited_at_any_time(
    visit_minutes: int, starts: tuple[tuple[int, int], ...]
) -> None:
    visit = timedelta(minutes=visit_minutes)
    found = temple("a", on(0, 0), hours=UNKNOWN, visit=visit)

    assert question(request(), found).starts(found, TWO_HOURS) == starts


def test_doors_that_open_after_midnight_are_seen_within_a_day() -> None:
    found = temple("a", on(0, 0), hours=Hours(rule="Tu 07:00-09:00"))
    asked = question(request(depart=at("08:00")), found)

    assert asked.starts(found, ONE_DAY) == ((23 * HOUR_S, 24 * HOUR_S - 600),)


def test_what_is_asked_for_counts_ten_times_as_much() -> None:
    liked = temple("a", on(0, 0), kind=Kind.WAR, interest=2)
    other = temple("b", on(0, 0), kind=Kind.RELIGIOUS, interest=5)
    asked = request(likes=frozenset({Kind.WAR, Kind.LANDMARK}))

    assert question(asked, liked, other).problem().scores == (20, 5)


def test_everything_is_welcome_to_those_who_ask_for_nothing() -> None:
    one, two = temple("a", on(0, 0), interest=1), temple("b", on(0, 0), interest=5)

    assert question(request(), one, two).problem().scores == (10, 50)


def test_the_start_and_the_end_come_after_the_candidates() -> None:
    asked = question(request(end=on(300, 0)), temple("a", on(100, 0)))

    assert (asked.start_place, asked.end_place) == (1, 2)
    assert asked.walk_s(asked.start_place, asked.end_place) == 250


def test_walking_times_follow_the_pace() -> None:
    slow = question(request(pace=PACES["slow"]), temple("a", on(240, 0)))

    assert slow.walk_s(slow.start_place, 0) == 300


def test_the_problem_has_the_same_walking_times() -> None:
    island = temple("b", on(1050, 0))
    asked = question(request(end=on(33, 300)), temple("a", on(277, 200)), island)
    travel = asked.problem().travel_s

    assert [[asked.walk_s(a, b) for b in range(4)] for a in range(4)] == travel.tolist()
    assert travel[2, 1] == UNREACHABLE


def test_the_problem_counts_seconds_from_the_departure() -> None:
    found = temple("a", on(0, 0), visit=timedelta(minutes=20))
    problem = question(request(depart=at("09:15"), minutes=45), found).problem()

    assert (problem.depart_s, problem.limit_s) == (0, 2700)
    assert problem.visit_s == (1200,)
    assert problem.windows == (((0, 1500),),)


def test_the_problem_names_what_must_be_seen_by_number() -> None:
    sites = [temple(slug, on(0, 0)) for slug in "abc"]

    assert question(request(must=("c", "a")), *sites).problem().must == {0, 2}


def test_a_moment_is_counted_from_the_departure() -> None:
    assert question(request(depart=at("08:00"))).at(90) == at("08:01:30")


def test_the_way_between_two_places_is_a_line_and_a_length() -> None:
    asked = question(request(), temple("a", on(100, 0)))
    way = asked.way(asked.start_place, 0)

    assert (way.line[0], way.line[-1]) == (CORNER, on(100, 0))
    assert way.metres == 100
