"""Proofs against the exact method; and what is left when they do not come to an end."""

import pytest

from guide.solver import exact
from guide.solver import prove as proofs
from guide.solver.masks import MOST_NODES
from guide.solver.model import build
from guide.solver.prove import prove
from guide.solver.timetable import worth
from tests.guide.solver.cases import any_problem, problem

ROOM = 60_000


@pytest.mark.parametrize("seed", range(100))
def test_what_is_done_is_the_best_and_its_own_bound(seed: int) -> None:
    case = build(any_problem(seed))
    best = exact.best_order(case)

    proof = prove(case, None, ROOM)

    assert proof.done
    assert proof.order == best
    assert proof.bound == (0 if best is None else worth(case, best))


@pytest.mark.parametrize("seed", range(100))
@pytest.mark.parametrize("room", [1, 8])
def test_no_room_still_leaves_a_bound_that_nothing_exceeds(
    seed: int, room: int
) -> None:
    case = build(any_problem(seed))
    best = exact.best_order(case)
    if best is None:
        return
    proof = prove(case, best, room)

    assert proof.order == best
    assert proof.bound >= worth(case, best)
    assert not proof.done or proof.bound == worth(case, best)


@pytest.mark.parametrize("room", range(2, 20))
def test_a_proof_that_came_to_no_end_leaves_nothing_to_the_next(room: int) -> None:
    # Both share one room. The second begins with the same sites as the first.
    crowded, small = build(problem((1,) * 9)), build(problem((1,) * 9, limit_s=720))

    unfinished = prove(crowded, tuple(range(9)), room)
    proof = prove(small, (0,), room)

    assert not unfinished.done
    assert (proof.order, proof.bound >= 1) == ((0,), True)


def test_a_better_order_than_the_given_one_is_found() -> None:
    case = build(problem(limit_s=720))

    proof = prove(case, (1,), ROOM)

    assert (proof.order, proof.bound, proof.done) == ((0,), 5, True)


def test_of_equal_scores_the_earlier_end_is_proven() -> None:
    case = build(problem((5, 5), visit_s=(600, 599), limit_s=720))

    assert prove(case, (0,), ROOM).order == (1,)


@pytest.mark.parametrize(("limit_s", "order"), [(719, None), (720, (1,))])
def test_done_without_an_order_means_there_is_no_way(
    limit_s: int, order: tuple[int, ...] | None
) -> None:
    # Two minutes of walking, ten of visiting; one second less, and it cannot be done.
    case = build(problem((0, 3), must=frozenset({1}), limit_s=limit_s))
    nodes = None if order is None else tuple(range(len(case.nodes)))

    proof = prove(case, None, ROOM)

    assert (proof.order, proof.done) == (nodes, True)


@pytest.mark.parametrize(("more", "done"), [(0, True), (1, False)])
def test_more_nodes_than_a_number_has_bits_are_only_bounded(
    more: int, *, done: bool
) -> None:
    case = build(problem((1,) * (MOST_NODES + more), limit_s=720))

    proof = prove(case, (0,), ROOM)

    assert (proof.order, proof.done) == ((0,), done)
    assert proof.bound >= 1


def test_a_bound_is_no_more_than_all_scores_together() -> None:
    case = build(problem((1,) * (MOST_NODES + 1), limit_s=500_000))

    assert prove(case, (), ROOM).bound == MOST_NODES + 1


def test_rooms_of_all_sizes_share_the_largest() -> None:
    case = build(problem((1,) * 9))
    for room in (1000, 70_000, 500, 70_000, 2_000_000):
        prove(case, None, room)

    assert len(proofs.STORES) == 1
    assert len(proofs.STORES[0].label) <= proofs.MOST_LABELS + 1


def test_where_a_point_is_worth_less_than_all_time_nothing_is_proven() -> None:
    case = build(problem((10**9,) * 20, limit_s=10**9, windows=(((0, 10**9),),) * 20))

    proof = prove(case, (0,), ROOM)

    assert (proof.order, proof.done) == ((0,), False)
    assert proof.bound >= 20 * 10**9
