"""A clash is made of wishes that cannot all be met, and of no other."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import count, islice
from typing import Any

import pytest

from guide.solver.clash import AGES_S, Wish, clash_of
from guide.solver.problem import UNREACHABLE, Break, Problem
from guide.solver.solve import is_possible
from tests.guide.solver.cases import any_problem, problem


@cache
def impossible() -> list[Problem]:
    """Draw 200 problems that cannot be met, where every site is worth a visit."""
    drawn = (any_problem(seed, most=6) for seed in count())
    worthy = (replace(asked, scores=(1,) * asked.size) for asked in drawn)
    return list(islice((asked for asked in worthy if not is_possible(asked)), 200))


def wishing_only(asked: Problem, wishes: Iterable[Wish]) -> Problem:
    """Forget every wish but these."""
    kept = set(wishes)

    def those(field: str) -> tuple[Any, ...]:
        return tuple(e for e in getattr(asked, field) if (field, e) in kept)

    def value(field: str) -> Any:
        wished = getattr(asked, field)
        return wished if (field, wished) in kept else None

    wished: dict[str, Any] = {
        **{f: value(f) for f in ("max_stops", "max_walk_s", "first", "last")},
        **{field: those(field) for field in ("before", "at", "breaks")},
        "never": frozenset(s for s in asked.never if ("never", s) in kept),
        "must": frozenset(s for s in asked.must if ("must", s) in kept),
        "max_of_kind": tuple(
            most if ("max_of_kind", (kind, most)) in kept else asked.size
            for kind, most in enumerate(asked.max_of_kind)
        ),
    }
    return replace(asked, **wished, **_hours(asked, kept))


def _hours(asked: Problem, kept: set[Wish]) -> dict[str, Any]:
    start = min(depart for depart, _ in asked.tours)
    named = {("windows", site): site for site in range(asked.size)}
    hours: dict[str, Any] = {
        "windows": tuple(
            asked.windows[site] if wish in kept else ((start, start + 2 * AGES_S),)
            for wish, site in named.items()
        )
    }
    if ("limit_s", asked.limit_s) not in kept:
        hours["limit_s"] = AGES_S
        hours["more_tours"] = tuple((depart, AGES_S) for depart, _ in asked.more_tours)
    return hours


@pytest.mark.parametrize("number", range(200))
def test_without_any_one_of_its_wishes_the_others_are_possible(number: int) -> None:
    asked = impossible()[number]
    clash = clash_of(asked, is_possible).clash
    if clash[0][0] == "travel_s":
        assert not is_possible(wishing_only(asked, ()))
        return

    assert not is_possible(wishing_only(asked, clash))
    for wish in clash:
        assert is_possible(wishing_only(asked, set(clash) - {wish})), wish


FAR = Break(places=(1,), pause_s=60, earliest_s=0, latest_s=119)


@pytest.mark.parametrize(
    ("change", "clash"),
    [
        pytest.param(
            {"must": {1}, "limit_s": 719},
            (("must", 1), ("limit_s", 719)),
            id="too little time",
        ),
        pytest.param(
            {"must": {1}, "never": {0, 1}},
            (("never", 1), ("must", 1)),
            id="wanted and not",
        ),
        pytest.param(
            {"must": {0, 1, 2}, "max_stops": 2},
            (("max_stops", 2), ("must", 0), ("must", 1), ("must", 2)),
            id="too few stops",
        ),
        pytest.param(
            {"must": {0, 1}, "kinds": (0, 0, -1), "max_of_kind": (1,)},
            (("max_of_kind", (0, 1)), ("must", 0), ("must", 1)),
            id="too many of a kind",
        ),
        pytest.param(
            {"must": {0}, "max_walk_s": 119},
            (("max_walk_s", 119), ("must", 0)),
            id="too far to walk",
        ),
        pytest.param(
            {"first": 0, "last": 1, "before": ((1, 0),)},
            (("before", (1, 0)), ("first", 0), ("last", 1)),
            id="the wrong way round",
        ),
        pytest.param({"at": ((0, 59),)}, (("at", (0, 59)),), id="before one is there"),
        pytest.param({"breaks": (FAR,)}, (("breaks", FAR),), id="a rest too early"),
        pytest.param(
            {"first": 2, "windows": (((0, 9),), ((0, 9),), ())},
            (("first", 2), ("windows", 2)),
            id="closed",
        ),
    ],
)
def test_names_the_wishes_that_clash(
    change: dict[str, Any], clash: tuple[Wish, ...]
) -> None:
    assert clash_of(problem(**change), is_possible).clash == clash


def test_the_same_wish_twice_is_one_wish() -> None:
    asked = problem(at=((0, 59), (0, 59)))

    assert clash_of(asked, is_possible).clash == (("at", (0, 59)),)


def test_what_a_visitor_minds_least_is_not_named_where_something_else_is_enough() -> (
    None
):
    asked = problem(must={1}, never={1}, limit_s=719)

    assert clash_of(asked, is_possible).clash == (("must", 1), ("limit_s", 719))


def test_the_limit_is_one_wish_for_all_tours() -> None:
    asked = problem(must={0, 1}, limit_s=719, more_tours=((10_000, 719),))

    named = clash_of(asked, is_possible).clash
    assert named == (("must", 1), ("limit_s", 719))


def test_where_nothing_is_wished_there_is_no_way() -> None:
    asked = problem((), travel_s=((0, UNREACHABLE), (0, 0)))

    named = clash_of(asked, is_possible).clash
    assert named == (("travel_s", "from the start to the end"),)


def test_no_time_to_reach_the_end_is_a_clash_by_itself() -> None:
    assert clash_of(problem(limit_s=59), is_possible).clash == (("limit_s", 59),)
