"""Problems as arrays: which nodes there are, and what is written about each."""

from typing import Any

import numpy as np
import pytest

from guide.solver.model import Node, build, stops_are_shortcuts, windows_of
from guide.solver.problem import UNREACHABLE, Break, Problem, Window
from tests.guide.solver.cases import ALWAYS, problem

LATE = 1_700_000_000
TWO_TOURS: dict[str, Any] = {"more_tours": ((10_000, 7200),)}
LUNCH = Break(places=(2, 0), pause_s=900, earliest_s=1000, latest_s=3000)


def sites(asked: Problem) -> list[int]:
    return [node.site for node in build(asked).nodes]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, [0, 1, 2], id="all"),
        pytest.param({"never": {1}}, [0, 2], id="unwanted"),
        pytest.param({"scores": (5, 0, 4)}, [0, 2], id="worth nothing"),
        pytest.param({"scores": (5, 0, 4), "must": {1}}, [0, 1, 2], id="but needed"),
        pytest.param({"scores": (5, 0, 4), "at": ((1, 900),)}, [0, 1, 2], id="at"),
        pytest.param({"scores": (5, 0, 4), "first": 1}, [0, 1, 2], id="first"),
        pytest.param({"scores": (5, 0, 4), "last": 1}, [0, 1, 2], id="last"),
        pytest.param({"must": {1}, "never": {1}}, [0, 2], id="needed and unwanted"),
        pytest.param({"windows": (ALWAYS, (), ALWAYS)}, [0, 2], id="closed"),
        pytest.param({"limit_s": 720}, [0, 1, 2], id="just time enough for one"),
        pytest.param({"limit_s": 719}, [], id="time enough for none"),
    ],
)
def test_only_sites_that_may_be_visited_are_nodes(
    changes: dict[str, Any], expected: list[int]
) -> None:
    changes = {"scores": (5, 3, 4)} | changes
    assert sites(problem(changes.pop("scores"), **changes)) == expected


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        pytest.param((0, 60), [0], id="closes as one comes"),
        pytest.param((0, 59), [], id="closes just before"),
        pytest.param((6540, 9000), [0], id="opens just in time to be home"),
        pytest.param((6541, 9000), [], id="opens a second too late"),
    ],
)
def test_a_site_that_no_tours_hours_allow_is_no_node(
    window: Window, expected: list[int]
) -> None:
    assert sites(problem((5,), windows=((window,),))) == expected


def test_a_later_tour_may_visit_what_the_first_cannot() -> None:
    assert sites(problem((5,), windows=(((10_060, 10_060),),), **TWO_TOURS)) == [0]


def test_a_site_that_another_makes_nearer_is_a_node() -> None:
    # Straight from the start it is too far; by way of site 0 it is not.
    travel = ((0, 60, 60, 60), (60, 0, 60, 60), (60, 9000, 0, 60), (60, 60, 60, 0))

    assert sites(problem((5, 3), travel_s=travel)) == [0, 1]


@pytest.mark.parametrize(("limit_s", "expected"), [(1980, [0, 1, 2]), (1979, [0, 2])])
def test_a_site_beyond_the_time_for_it_and_its_way_is_no_node(
    limit_s: int, expected: list[int]
) -> None:
    # Eleven and a half minutes there and as long back, ten for the visit.
    travel = np.full((5, 5), 60)
    travel[1, :], travel[:, 1] = 690, 690

    assert sites(problem(travel_s=travel, limit_s=limit_s)) == expected


@pytest.mark.parametrize(
    ("minutes", "max_walk_s", "shortcut"),
    [
        pytest.param(12, None, False, id="as long as by the other and the visit"),
        pytest.param(13, None, True, id="longer than by the other and the visit"),
        pytest.param(2, 7200, False, id="as far as by the other"),
        pytest.param(3, 7200, True, id="farther than by the other"),
    ],
)
def test_a_stop_is_a_shortcut_where_the_way_past_it_is_longer(
    minutes: int, max_walk_s: int | None, *, shortcut: bool
) -> None:
    travel = np.full((5, 5), 60)
    travel[0, 2] = minutes * 60
    case = build(problem(travel_s=travel, max_walk_s=max_walk_s, first=1))

    assert stops_are_shortcuts(case) == shortcut


def test_breaks_are_nodes_of_their_own_after_the_sites() -> None:
    case = build(problem(breaks=(LUNCH,)))

    assert case.nodes[2:] == (Node(2), Node(0, rest=0), Node(2, rest=0))
    assert case.start == 5
    assert case.model.visit[:5].tolist() == [600, 600, 600, 900, 900]
    assert case.model.score[:5].tolist() == [5, 3, 4, 0, 0]
    assert case.model.counts[:5].tolist() == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("windows", "joined"),
    [
        pytest.param(((10, 20), (30, 40)), [(10, 20), (30, 40)], id="apart"),
        pytest.param(((10, 20), (21, 40)), [(10, 20), (21, 40)], id="side by side"),
        pytest.param(((10, 20), (20, 40)), [(10, 40)], id="touching"),
        pytest.param(((10, 50), (20, 40)), [(10, 50)], id="one within the other"),
        pytest.param((), [], id="closed"),
    ],
)
def test_windows_that_overlap_are_joined(
    windows: tuple[Window, ...], joined: list[Window]
) -> None:
    assert windows_of(problem((5,), windows=(windows,)), Node(0)) == joined


@pytest.mark.parametrize(
    ("second", "left"),
    [(99, []), (100, [(100, 100)]), (200, [(200, 200)]), (201, [])],
)
def test_a_fixed_time_leaves_one_moment(second: int, left: list[Window]) -> None:
    asked = problem((5, 3), windows=(((100, 200),), ALWAYS), at=((0, second),))

    assert windows_of(asked, Node(0)) == left
    assert windows_of(asked, Node(1)) == list(ALWAYS)


def test_a_break_begins_in_its_span_while_the_place_is_open() -> None:
    asked = problem(windows=(((0, 1500), (2000, 9000)),) * 3, breaks=(LUNCH,))

    # It is over by 3000, so that it begins by 2100.
    assert windows_of(asked, Node(0, rest=0)) == [(1000, 1500), (2000, 2100)]
    assert windows_of(asked, Node(0)) == [(0, 1500), (2000, 9000)]


def test_times_count_from_the_earliest_departure() -> None:
    windows = (((LATE, LATE + 50), (LATE + 100, LATE + 200)), ((LATE, LATE + 9),))
    tours = ((LATE - 1000, 900),)
    case = build(problem((5, 3), depart_s=LATE, windows=windows, more_tours=tours))

    assert case.base_s == LATE - 1000
    assert case.model.limits[0] == 1000
    assert case.model.opens[0].tolist() == [1000, 1100]
    assert case.model.closes[0].tolist() == [1050, 1200]
    assert case.model.reset[case.turns].tolist() == [0]
    assert case.model.closes[case.turns, -1].tolist() == [8200]


def test_windows_are_padded_in_front_with_ones_that_never_open() -> None:
    case = build(problem((5, 3), windows=(((100, 200),), ((0, 60), (80, 90)))))

    assert case.model.closes[:2].tolist() == [[-1, 200], [60, 90]]
    assert case.model.opens[:2].tolist() == [[2 * UNREACHABLE, 100], [0, 80]]
    assert case.model.closes[2:, -1].tolist() == [0, 7200], "the start and the end"


def test_turns_are_an_end_and_a_start_in_one() -> None:
    # Rows and columns: the site, the start, the end.
    travel = ((0, 11, 12), (21, 0, 22), (31, 32, 0))
    case = build(problem((5,), travel_s=travel, **TWO_TOURS))

    assert list(case.turns) == [3]
    assert case.model.travel[0].tolist() == [0, 11, 12, 12]
    assert case.model.travel[3].tolist() == [21, 0, 22, 22]
    assert case.model.reset.tolist() == [-1, -1, -1, 10_000]


def test_no_way_is_no_way_however_long_it_is() -> None:
    ways = np.full((3, 3), 5 * UNREACHABLE)
    ways[1, 0] = UNREACHABLE - 1

    model = build(problem((5,), travel_s=np.asfortranarray(ways), must={0})).model

    assert model.travel.max() == UNREACHABLE
    assert model.travel.flags.c_contiguous


def test_a_fixed_first_stop_is_the_only_way_from_the_start() -> None:
    case = build(problem(first=1))

    assert (case.first, case.last) == (1, -1)
    assert np.flatnonzero(case.model.travel[case.start] < UNREACHABLE).tolist() == [1]
    assert (case.model.travel[:, 1] < UNREACHABLE).sum() == 1


def test_a_fixed_last_stop_is_the_only_way_to_the_end() -> None:
    case = build(problem(last=1, never={0}))

    assert (case.first, case.last) == (-1, 0), "nodes, not sites"
    assert (case.model.travel[:, case.start + 1] < UNREACHABLE).sum() == 1
    assert (case.model.travel[0] < UNREACHABLE).sum() == 1


def test_needs_are_numbered_and_any_place_of_a_break_meets_its_own() -> None:
    model = build(problem(must={2}, at=((0, 900),), breaks=(LUNCH,))).model

    assert model.needed.tolist() == [0, -1, 1, 2, 2, -1, -1]
    assert model.limits[4] == 3


def test_kinds_and_breaks_are_groups_with_a_most() -> None:
    model = build(problem(kinds=(0, 1, -1), max_of_kind=(2,), breaks=(LUNCH,))).model

    # Kind 1 has no limit: it is no group. The break is the group after the kinds.
    assert model.group.tolist() == [0, -1, -1, 1, 1, -1, -1]
    assert model.cap[:2].tolist() == [2, 1]
    assert model.only.tolist() == [-1, -1, -1, 0, 0, -1, -1]


def test_before_and_themes_are_of_visits_not_of_breaks() -> None:
    asked = problem(before=((0, 2), (2, 1)), themes=(1, 0, 1), breaks=(LUNCH,))

    model = build(asked).model

    assert np.argwhere(model.before).tolist() == [[0, 2], [2, 1]]
    assert model.theme.tolist() == [1, 0, 1, -1, -1, -1, -1]


@pytest.mark.parametrize(
    ("changes", "whole"),
    [
        ({}, False),
        ({"must": {1}, "first": 0, "last": 2, "at": ((1, 900),)}, False),
        ({"before": ((0, 1),), "never": {1}}, False),
        ({"before": ((0, 1),)}, True),
        ({"max_of_kind": (1,)}, True),
        ({"max_stops": 9}, True),
        ({"max_walk_s": 9000}, True),
        ({"decay": (100, 50)}, True),
        ({"breaks": (LUNCH,)}, True),
    ],
)
def test_only_wishes_about_whole_tours_need_a_look_at_them(
    changes: dict[str, Any], *, whole: bool
) -> None:
    assert bool(build(problem(**changes)).model.limits[3]) == whole


def test_what_is_not_limited_is_limited_by_more_than_there_is() -> None:
    limits = build(problem()).model.limits.tolist()
    wished = build(problem(max_stops=2, max_walk_s=900)).model.limits.tolist()

    assert limits[1:3] == [UNREACHABLE, UNREACHABLE]
    assert wished[1:3] == [2, 900]


def test_the_callers_matrix_is_left_as_it_is() -> None:
    ways = np.full((5, 5), 60)

    build(problem(travel_s=ways, first=0, last=1))

    assert (ways == 60).all()
