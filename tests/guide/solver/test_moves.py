"""What each move proposes, over many throws of the dice."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from guide.solver.model import Case, build
from guide.solver.moves import NOWHERE, Mood, bring_together, drop, put, refill
from guide.solver.sequence import Sequence, added_walk, splice
from tests.guide.solver.cases import ALWAYS, problem
from tests.guide.solver.sequences import Stretch, along, order_after, order_of, walked

SEEDS = range(200)
ANY_WALK = 1e9
TWO_TOURS: dict[str, Any] = {"more_tours": ((10_000, 7200),)}


def mood(heat: float = 0.0, price: float = 0.0, luck: float = 0.0) -> Mood:
    return np.array([heat, price, luck])


def puts(case: Case, inner: tuple[int, ...], feeling: Mood) -> set[Stretch]:
    """Collect what is proposed for the only node that is not yet visited."""
    (missing,) = set(range(len(case.nodes))) - set(inner)
    found = set()
    for seed in SEEDS:
        seq = walked(case, *inner, seed=seed)
        stretch = put(case.model, seq, feeling)
        if stretch != NOWHERE:
            assert seq.piece[0] == missing
            found.add(stretch)
    return found


def changed(case: Case, inner: tuple[int, ...], most: float) -> Iterator[list[int]]:
    """Propose to bring together, and give what the nodes would be."""
    for seed in SEEDS:
        seq = walked(case, *inner, seed=seed)
        stretch = bring_together(case.model, seq, most)
        if stretch != NOWHERE:
            yield order_after(seq, stretch)


def test_a_node_is_put_where_it_adds_the_least() -> None:
    case = build(problem(travel_s=along(100, 500, 900, 0, 1000)))

    assert puts(case, (0, 2), mood(price=1e-6)) == {(1, 2, 1)}


def test_what_is_visited_is_not_put_again() -> None:
    case = build(problem((5,)))

    for seed in SEEDS:
        assert put(case.model, walked(case, 0, seed=seed), mood()) == NOWHERE


@pytest.mark.parametrize(
    ("limit_s", "found"),
    [
        pytest.param(1380, {(0, 1, 1), (1, 2, 1)}, id="time for both"),
        pytest.param(1379, {(0, 2, 1)}, id="time for one of them"),
    ],
)
def test_another_stop_makes_room_if_need_be(limit_s: int, found: set[Stretch]) -> None:
    case = build(problem((1, 9), limit_s=limit_s))

    # Luck decides between places that are equally good.
    assert puts(case, (0,), mood(heat=1e-6)) == found


@pytest.mark.parametrize(
    ("visit_s", "found"),
    [
        pytest.param(1920, {(0, 4, 1), (1, 5, 1)}, id="three make room"),
        pytest.param(1921, set(), id="it would take all four"),
    ],
)
def test_no_more_than_three_stops_make_room(visit_s: int, found: set[Stretch]) -> None:
    # Four stops fill the time to the second. Three are 3 * 660 seconds, of which
    # the new one needs a minute to get there.
    visits = (600, 600, 600, 600, visit_s)
    case = build(problem((1, 1, 1, 1, 9), visit_s=visits, limit_s=2700))

    assert puts(case, (0, 1, 2, 3), mood(heat=1e-6)) == found


def test_a_turn_never_makes_room() -> None:
    case = build(problem((5,), limit_s=60, more_tours=((10_000, 720),)))
    (turn,) = case.turns

    assert puts(case, (turn,), mood()) == {(1, 2, 1)}


@pytest.mark.parametrize(
    ("closes", "found"),
    [(719, {(0, 1, 1)}), (720, {(0, 1, 1), (1, 2, 1)})],
)
def test_a_node_is_not_put_where_it_is_closed(closes: int, found: set[Stretch]) -> None:
    case = build(problem((5, 3), windows=(ALWAYS, ((0, closes),))))

    assert puts(case, (0,), mood(heat=1e-6)) == found


@pytest.mark.parametrize(
    ("luck", "found"),
    [
        pytest.param(595.0, {(0, 1, 1)}, id="luck makes up for it"),
        pytest.param(594.0, set(), id="too little luck"),
    ],
)
def test_what_is_not_worth_its_visit_is_not_put(
    luck: float, found: set[Stretch]
) -> None:
    # Ten minutes, a second at the price of one point, for five points.
    case = build(problem((5,)))

    assert puts(case, (), mood(price=1.0, luck=luck)) == found


def test_what_is_worth_much_for_its_time_is_put_most_often() -> None:
    case = build(problem((1, 9, 5)))
    drawn = [0, 0, 0]

    for seed in SEEDS:
        seq = walked(case, seed=seed)
        put(case.model, seq, mood())
        drawn[seq.piece[0]] += 1

    assert drawn[1] > drawn[2] > drawn[0] > 0


@pytest.mark.parametrize(
    ("limit_s", "price", "orders"),
    [
        pytest.param(1380, 1e-3, {(1, 2), (1, 0), (0, 1)}, id="two in the time of one"),
        pytest.param(1379, 1e-3, {(1,), (0,)}, id="a better one, or no change"),
        pytest.param(1380, 1.0, {(), (0,)}, id="nothing is worth its time"),
    ],
)
def test_a_stretch_is_filled_anew(
    limit_s: int, price: float, orders: set[tuple[int, ...]]
) -> None:
    case = build(problem((1, 5, 5), limit_s=limit_s))

    assert refilled(case, (0,), mood(price=price)) == orders


def refilled(case: Case, inner: tuple[int, ...], feeling: Mood) -> set[tuple[int, ...]]:
    """Collect what is between the start and the end after refilling."""
    found = set()
    for seed in SEEDS:
        seq = walked(case, *inner, seed=seed)
        stretch = refill(case.model, seq, feeling)
        if stretch != NOWHERE:
            found.add(tuple(order_after(seq, stretch)[1:-1]))
    return found


def test_refilling_respects_hours_and_what_is_visited_elsewhere() -> None:
    windows = (ALWAYS, ((0, 700),), ALWAYS, ALWAYS, ((3000, 3300),), ALWAYS)
    case = build(problem((3, 4, 5, 6, 9, 2), windows=windows, limit_s=3600))

    orders = refilled(case, (1, 0, 3), mood(heat=5.0, price=1e-4))

    assert len(orders) > 10
    for order in orders:
        assert len(set(order)) == len(order)
        assert walked(case, *order).late[1] >= 0, "every visit is still in time"


def test_a_turn_is_not_refilled() -> None:
    case = build(problem((5, 3), **TWO_TOURS))
    (turn,) = case.turns

    orders = refilled(case, (0, turn, 1), mood(price=1.0))

    assert orders == {(0, turn, 1), (turn, 1), (0, turn)}


def test_one_stop_or_two_are_left_out() -> None:
    case = build(problem())

    dropped = {drop(case.model, walked(case, 0, 1, 2, seed=s)) for s in SEEDS}

    assert dropped == {(0, 2, 0), (0, 3, 0), (1, 3, 0), (1, 4, 0), (2, 4, 0)}


def test_the_end_is_not_left_out() -> None:
    case = build(problem((5,)))

    dropped = {drop(case.model, walked(case, 0, seed=seed)) for seed in SEEDS}

    assert dropped == {(0, 2, 0)}


def test_a_turn_is_not_left_out() -> None:
    case = build(problem((5, 3), **TWO_TOURS))
    (turn,) = case.turns

    dropped = {drop(case.model, walked(case, 0, turn, 1, seed=s)) for s in SEEDS}

    assert dropped == {NOWHERE, (0, 2, 0), (2, 4, 0)}


def test_bringing_together_keeps_every_stop_and_the_ends() -> None:
    case = build(problem((1,) * 6))
    before = order_of(walked(case, *range(6)))

    orders = list(changed(case, tuple(range(6)), ANY_WALK))

    assert len({tuple(order) for order in orders}) > 10
    for order in orders:
        assert (order[0], order[-1]) == (before[0], before[-1])
        assert sorted(order) == sorted(before)


def test_what_stands_earlier_is_turned_to_stand_beside_the_node() -> None:
    case = build(problem((1,) * 5))
    found = set()
    for seed in SEEDS:
        seq = walked(case, *range(5), seed=seed)
        seq.near[:] = 0  # the neighbour is always the first stop
        stretch = bring_together(case.model, seq, -1e9)
        if stretch != NOWHERE:
            found.add(tuple(order_after(seq, stretch)[1:-1]))

    assert found == {
        (1, 0, 2, 3, 4),
        (0, 2, 1, 3, 4),
        (2, 1, 0, 3, 4),
        (0, 3, 2, 1, 4),
        (3, 2, 1, 0, 4),
        (0, 4, 3, 2, 1),
    }


def test_a_neighbour_that_is_not_visited_is_put_behind_the_node() -> None:
    case = build(problem((1,) * 3))

    orders = list(changed(case, (), ANY_WALK))

    assert sorted(set(map(tuple, orders))) == [(3, n, 4) for n in range(3)]


def test_what_would_be_walked_too_far_is_only_turned_round() -> None:
    case = build(problem((1,) * 6))
    before = order_of(walked(case, *range(6)))
    turned = [
        before[:a] + before[a:b][::-1] + before[b:]
        for a in range(1, 7)
        for b in range(a + 1, 8)
    ]

    assert all(order in turned for order in changed(case, tuple(range(6)), -1e9))


@pytest.mark.parametrize(("most", "moved"), [(-800.0, True), (-801.0, False)])
def test_a_move_may_add_as_much_walking_as_is_said(most: float, *, moved: bool) -> None:
    # To 500, back to 100, on to 200, 900 and 1000: that is 800 more than need be.
    case = build(problem((1,) * 4, travel_s=along(500, 100, 200, 900, 0, 1000)))

    orders = list(changed(case, (0, 1, 2, 3), most))

    assert ([4, 1, 2, 0, 3, 5] in orders) == moved


def test_no_more_than_three_stops_are_moved_together() -> None:
    case = build(problem((1,) * 9))
    before = order_of(walked(case, *range(9)))

    for order in changed(case, tuple(range(9)), ANY_WALK):
        assert order in list(near_to(before))


def near_to(order: list[int]) -> Iterator[list[int]]:
    """Turn a stretch round, or put up to three stops elsewhere: in every way."""
    inner = range(1, len(order))
    for a in inner:
        for b in range(a + 1, len(order)):
            yield order[:a] + order[a:b][::-1] + order[b:]
            if b - a <= 3:
                rest = order[:a] + order[b:]
                yield from (
                    rest[:c] + order[a:b] + rest[c:] for c in range(1, len(rest))
                )


def test_a_turn_is_neither_moved_nor_turned_round_with_others() -> None:
    case = build(problem((1, 1), **TWO_TOURS))
    (turn,) = case.turns

    orders = [tuple(order) for order in changed(case, (0, turn, 1), ANY_WALK)]

    # Each stop may go to the other tour; were the turn moved, they would change places.
    assert (2, 1, turn, 0, 3) not in orders
    assert {(2, 1, 0, turn, 3), (2, turn, 1, 0, 3)} <= set(orders)


def test_bringing_neighbours_together_untangles_a_street() -> None:
    case = build(problem((1,) * 7, travel_s=along(*range(100, 800, 100), 0, 800)))
    seq = walked(case, 4, 1, 6, 3, 0, 5, 2, seed=1)

    for _ in range(2000):
        take_if_shorter(case, seq)

    assert order_of(seq) == [7, *range(7), 8]


def take_if_shorter(case: Case, seq: Sequence) -> None:
    stretch = bring_together(case.model, seq, 0.0)
    if stretch != NOWHERE:
        added = added_walk(case.model, seq, stretch)
        if added <= 0:
            splice(case.model, seq, stretch)
