from dataclasses import replace
from datetime import time, timedelta
from itertools import pairwise
from math import nextafter
from typing import Any

import pytest

from guide.answer import SHORT_WORTH, best_routes, visited
from guide.pace import PACES, WALKERS
from guide.question import Question
from guide.solver.errors import Impossible
from guide.solver.solution import Solution
from guide.wishes import Appointment, Break, Style, Wishes
from sites.model import Site
from tests.guide.factories import at, on, question, request, temple

NEAR = temple("near", on(100, 0))
FAR = temple("far", on(300, 300))
TOWN = tuple(
    temple(f"s{east}-{north}", on(east, north), interest=1 + (east + north) // 50 % 5)
    for east in range(0, 301, 100)
    for north in range(50, 301, 100)
)


def asked(*sites: Site, wishes: Wishes | None = None, **changes: Any) -> Question:
    return question(request(wishes=wishes or Wishes(), **changes), *(sites or TOWN))


def slugs(found: Question) -> set[str]:
    (route,) = best_routes(found).routes
    return {found.candidates[stop].slug for stop in route.visits}


def longest_m(found: Question, solution: Solution) -> float:
    """Add up each walk's metres once more, and return the longest."""
    return max(
        sum(
            float(found.ways.metres[pair])
            for pair in pairwise([found.start_place, *route.stops, found.end_place])
        )
        for route in solution.routes
    )


@pytest.mark.parametrize("most_m", [100, 199, 301, 500, 777, 1000, 1234, 1600, 5000])
@pytest.mark.parametrize("style", [Style.MOST, Style.SHORT])
def test_no_walk_is_longer_than_it_may_be(style: Style, most_m: int) -> None:
    found = asked(style=style, wishes=Wishes(max_walk_m=most_m))

    assert longest_m(found, best_routes(found)) <= most_m


@pytest.mark.parametrize("walker", WALKERS.values(), ids=list(WALKERS))
@pytest.mark.parametrize("pace", PACES.values(), ids=list(PACES))
def test_no_walk_is_too_long_whoever_walks(pace: Any, walker: Any) -> None:
    wishes = Wishes(max_walk_m=1111, groups=2)
    found = asked(pace=pace, walker=walker, pupils=200, wishes=wishes)

    assert longest_m(found, best_routes(found)) <= 1111


def there_and_back_m() -> float:
    found = asked(NEAR)
    return longest_m(found, best_routes(found))


def test_a_walk_may_be_exactly_as_long_as_it_may_be() -> None:
    exact = there_and_back_m()

    assert exact == pytest.approx(200, abs=0.01)
    assert slugs(replace(asked(NEAR), walk_limit_m=exact)) == {"near"}


def test_a_walk_may_not_be_a_hair_longer() -> None:
    less = nextafter(there_and_back_m(), 0)

    assert slugs(replace(asked(NEAR), walk_limit_m=less)) == set()


def test_the_shorter_of_two_limits_counts() -> None:
    found = asked(NEAR, wishes=Wishes(max_walk_m=150))

    assert slugs(replace(found, walk_limit_m=5000)) == set()
    assert slugs(replace(found, walk_limit_m=100)) == set()


def test_a_must_beyond_the_longest_walk_is_impossible() -> None:
    asked_for = request(must=("near",), wishes=Wishes(max_walk_m=199))
    found = question(asked_for, NEAR)

    with pytest.raises(Impossible) as caught:
        best_routes(found)

    assert {field for field, _about in caught.value.clash} == {"max_walk_s", "must"}


def test_a_short_walk_is_no_longer_than_one_that_shows_most() -> None:
    most, short = (asked(style=style) for style in (Style.MOST, Style.SHORT))

    assert longest_m(short, best_routes(short)) < longest_m(most, best_routes(most))


def test_a_short_walk_shows_half_of_what_the_longest_shows() -> None:
    most, short = (asked(style=style) for style in (Style.MOST, Style.SHORT))

    assert best_routes(short).score >= SHORT_WORTH * best_routes(most).score


def test_a_short_walk_to_the_only_site_is_the_longest_one() -> None:
    most, short = (asked(FAR, style=style) for style in (Style.MOST, Style.SHORT))

    assert best_routes(short) == best_routes(most)
    assert slugs(short) == {"far"}


def test_half_the_worth_is_exactly_enough_for_a_short_walk() -> None:
    near = temple("near", on(100, 0), interest=2)
    just = temple("far", on(300, 300), interest=2)
    more = temple("far", on(300, 300), interest=3)

    assert slugs(asked(near, just, style=Style.SHORT)) == {"near"}
    assert slugs(asked(near, more, style=Style.SHORT)) == {"near", "far"}


def test_a_short_walk_still_visits_what_must_be_seen() -> None:
    found = question(request(style=Style.SHORT, must=("s300-250",)), *TOWN)

    assert "s300-250" in slugs(found)


def test_the_same_question_has_the_same_answer() -> None:
    found = asked(style=Style.SHORT)

    assert best_routes(found) == best_routes(found)


def test_visited_names_every_stop_of_every_walk_but_no_rest() -> None:
    rest = Break(10, time(8, 10), time(9), (on(200, 0),))
    wishes = Wishes(groups=2, max_stops=1, breaks=(rest,))

    found = visited(asked(NEAR, FAR, wishes=wishes))

    assert found == frozenset({"near", "far"})


def test_visited_is_nothing_where_there_is_nothing_to_see() -> None:
    assert visited(question(request())) == frozenset()


@pytest.mark.parametrize("style", [Style.MOST, Style.SHORT])
def test_nothing_is_visited_where_no_walk_is_possible(style: Style) -> None:
    early = Wishes(at=(Appointment("near", at("08:01")),))

    assert visited(asked(NEAR, style=style, wishes=early)) == frozenset()


def test_a_calm_walk_without_room_for_a_rest_goes_without() -> None:
    busy = Wishes(
        at=(Appointment("near", at("08:27")), Appointment("far", at("08:55")))
    )
    found = asked(NEAR, FAR, style=Style.CALM, minutes=90, wishes=busy)
    (route,) = best_routes(found).routes

    assert route.breaks == (-1, -1)


def test_several_walks_share_the_stops_out_where_that_costs_nothing() -> None:
    third = temple("third", on(0, 100))
    fourth = temple("fourth", on(0, 200))
    found = asked(NEAR, FAR, third, fourth, wishes=Wishes(groups=2))

    assert [len(route.visits) for route in best_routes(found).routes] == [2, 2]


def test_several_walks_are_uneven_where_that_shows_more() -> None:
    long = temple("long", on(0, 100), visit=timedelta(minutes=110), interest=5)
    others = [temple(f"s{n}", on(100, 20 * n), interest=4) for n in range(3)]
    found = asked(long, *others, wishes=Wishes(groups=2))

    assert sorted(len(r.visits) for r in best_routes(found).routes) == [1, 3]
