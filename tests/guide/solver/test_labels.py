"""The compiled exact method against the plain one."""

from collections.abc import Callable

import pytest

from guide.solver import exact, labels, relax
from guide.solver.masks import masks_of
from guide.solver.model import build
from guide.solver.precedence import earlier_of, needed_sites, open_ways
from guide.solver.problem import Problem
from tests.guide.solver.cases import any_problem, likely_problem, problem

ROOM = 200_000
STORE = labels.store_for(ROOM)


def ground(asked: Problem) -> labels.Ground:
    case = build(asked)
    earlier = earlier_of(case)
    model = case.model._replace(travel=open_ways(case, earlier))
    bounds = relax.bounds_of(case, 60)
    if relax.can_tighten(case, bounds):
        relax.tighten(model, bounds, 0, 10)
        relax.look_round(model, bounds)
    masks = masks_of(case, earlier, needed_sites(case))
    return labels.Ground(model, masks, bounds)


@pytest.mark.parametrize("draw", [any_problem, likely_problem])
@pytest.mark.parametrize("seed", range(400))
def test_finds_what_the_plain_method_finds(
    draw: Callable[[int], Problem], seed: int
) -> None:
    asked = draw(seed)

    proven = labels.grow(ground(asked), STORE, relax.NOTHING + 1, ROOM)

    assert proven
    assert labels.order_of(STORE) == exact.best_order(build(asked))


CROWDED = problem((1,) * 9, visit_s=tuple(range(600, 609)))


def labels_needed() -> int:
    labels.grow(ground(CROWDED), STORE, relax.NOTHING + 1, ROOM)
    return int(STORE.facts[0])


@pytest.mark.parametrize("less", [0, 1, 2])
def test_exactly_enough_room_is_enough(less: int) -> None:
    enough = labels_needed()
    store = labels.store_for(enough - less)

    proven = labels.grow(ground(CROWDED), store, relax.NOTHING + 1, ROOM)

    assert proven == (less == 0)


@pytest.mark.parametrize("room", [0, 1, 5])
def test_no_more_labels_than_there_may_be(room: int) -> None:
    assert not labels.grow(ground(CROWDED), STORE, relax.NOTHING + 1, room)
    assert STORE.facts[0] <= max(1, room)


@pytest.mark.parametrize("ring", [0, 1, 7])
def test_a_table_in_disorder_ties_no_chain_into_a_ring(ring: int) -> None:
    store = labels.store_for(5000)
    # As if every layer to come had left labels behind that follow each other.
    store.table[:, 0], store.label[:, labels.NEXT] = ring, ring
    for layer in range(1, 12):
        store.table[:, 1], store.facts[4] = layer, layer - 1
        labels.grow(ground(CROWDED), store, relax.NOTHING + 1, 5000)

        assert labels.order_of(store) is not None


def test_what_was_left_behind_is_not_found_again() -> None:
    small = problem((1,) * 9, limit_s=720)
    labels.grow(ground(CROWDED), STORE, relax.NOTHING + 1, 30)

    assert labels.grow(ground(small), STORE, relax.NOTHING + 1, ROOM)
    assert labels.order_of(STORE) == (0,)
