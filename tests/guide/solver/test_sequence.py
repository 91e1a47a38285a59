"""Sequences against times worked out by hand, and changed ones against fresh ones."""

from random import Random
from typing import Any

import pytest

from guide.solver.clock import NEVER
from guide.solver.model import Case, build
from guide.solver.sequence import (
    Sequence,
    added_walk,
    bare_order,
    end_of,
    need_prize,
    sequence_of,
    splice,
)
from tests.guide.solver.cases import problem
from tests.guide.solver.sequences import Stretch, along, order_after, order_of, walked

TWO_TOURS: dict[str, Any] = {"more_tours": ((10_000, 7200),)}


def street(**changes: Any) -> Case:
    """Three sites on a street, 100 seconds from each other, from the start on."""
    return build(problem(travel_s=along(100, 200, 300, 0, 400), **changes))


def put(seq: Sequence, *nodes: int) -> None:
    seq.piece[: len(nodes)] = nodes


@pytest.mark.parametrize(
    ("changes", "order"),
    [
        pytest.param({}, (), id="nothing"),
        pytest.param({"first": 1}, (1,), id="a first stop"),
        pytest.param({"last": 2}, (2,), id="a last stop"),
        pytest.param({"first": 1, "last": 2}, (1, 2), id="both"),
        pytest.param({"first": 1, "last": 1}, (1,), id="one stop that is both"),
        pytest.param(TWO_TOURS, (5,), id="a turn"),
        pytest.param({"first": 1, "last": 2} | TWO_TOURS, (1, 5, 2), id="round a turn"),
    ],
)
def test_the_bare_order_has_what_is_fixed(
    changes: dict[str, Any], order: tuple[int, ...]
) -> None:
    assert bare_order(build(problem(**changes))) == order


def test_a_sequence_goes_from_the_start_to_the_end() -> None:
    seq = sequence_of(street(), (2, 0), seed=0)

    assert order_of(seq) == [3, 2, 0, 4]
    assert seq.place[:5].tolist() == [2, -1, 1, 0, 3], "where each node is"
    assert seq.dice[0] != sequence_of(street(), (2, 0), seed=1).dice[0]


def test_a_need_is_worth_more_than_all_scores() -> None:
    case = street(must={1})

    assert need_prize(case.model) == 5 + 3 + 4 + 1
    assert walked(case).prize[:3].tolist() == [5, 3 + 13, 4]


def test_the_nearest_come_first_among_those_that_may_come_next() -> None:
    case = street(windows=(((0, 150),), ((0, 9000),), ((0, 9000),)))

    near = walked(case).near.tolist()

    assert near[case.start][:4] == [0, 1, 2, 4]
    assert near[1][0] == 2, "site 0 is as near, but closed after any visit"


@pytest.mark.parametrize(
    ("changes", "rank"),
    [
        pytest.param({}, [0, 2, 1], id="by score"),
        pytest.param({"must": {1}}, [1, 0, 2], id="what is needed first"),
        pytest.param({"visit_s": (6000, 600, 600)}, [2, 1, 0], id="a long visit last"),
        pytest.param({"scores": (10**9, 0, 10**9 - 1)}, [0, 1], id="huge scores"),
    ],
)
def test_what_is_worth_most_for_its_time_is_ranked_first(
    changes: dict[str, Any], rank: list[int]
) -> None:
    assert walked(build(problem(**changes))).rank.tolist() == rank


def test_the_ways_into_a_node_are_the_travel_turned_over() -> None:
    case = street()

    assert (walked(case).into == case.model.travel.T).all()


def test_times_are_the_earliest_leaving_and_the_latest_reaching() -> None:
    case = street(windows=(((0, 150),), ((1000, 2000),), ((0, 9000),)), limit_s=3000)

    seq = walked(case, 0, 1, 2)

    assert order_of(seq) == [3, 0, 1, 2, 4]
    assert seq.leave[:4].tolist() == [0, 700, 1600, 2300]
    assert seq.late[1:5].tolist() == [150, 1600, 2300, 3000]
    assert seq.walk[:5].tolist() == [0, 100, 200, 300, 400]


def test_a_turn_sets_the_clock_to_the_next_departure() -> None:
    seq = walked(street(**TWO_TOURS), 0, 5, 2)

    assert seq.leave[:4].tolist() == [0, 700, 10_000, 10_900]
    assert seq.late[1:5].tolist() == [6300, 7200, 16_500, 17_200]


def test_what_cannot_be_walked_is_late() -> None:
    seq = walked(street(windows=(((0, 150),), ((0, 9000),), ((0, 9000),))), 1, 0)

    assert seq.late[1] < 0, "nobody is early enough at site 1 to see site 0 after it"


@pytest.mark.parametrize(
    ("limit_s", "added"), [pytest.param(1600, 0, id="just in time"), (1599, NEVER)]
)
def test_a_stop_on_the_way_adds_no_walking(limit_s: int, added: int) -> None:
    case = street(limit_s=limit_s)
    seq = walked(case, 0)
    put(seq, 1)

    assert added_walk(case.model, seq, (1, 2, 1)) == added


@pytest.mark.parametrize(
    ("stretch", "piece", "added"),
    [
        pytest.param((0, 1, 1), (2,), 400, id="there and back"),
        pytest.param((1, 3, 0), (), 0, id="a stop on the way less"),
        pytest.param((0, 3, 2), (1, 0), 200, id="the other way round"),
        pytest.param((2, 3, 0), (), 0, id="nothing instead of nothing"),
    ],
)
def test_added_walk(stretch: Stretch, piece: tuple[int, ...], added: int) -> None:
    case = street()
    seq = walked(case, 0, 1)
    put(seq, *piece)

    assert added_walk(case.model, seq, stretch) == added


def test_a_stop_that_is_closed_by_then_is_never_added() -> None:
    case = street(windows=(((0, 9000),), ((0, 799),), ((0, 9000),)))
    seq = walked(case, 0)
    put(seq, 1)

    assert added_walk(case.model, seq, (1, 2, 1)) == NEVER
    assert added_walk(case.model, seq, (0, 1, 1)) == 200


@pytest.mark.parametrize("seed", range(100))
def test_a_spliced_sequence_is_like_a_fresh_one(seed: int) -> None:
    random = Random(seed)
    case = build(problem((1,) * 7, limit_s=100_000, **TWO_TOURS))
    (turn,) = case.turns
    tours = random.sample([0, 1, 2, turn], 4)
    seq = walked(case, *tours)
    low = random.randrange(5)
    high = random.randint(low + 1, 5)
    # A turn that is taken out comes back: the tours stay as many.
    piece = [turn] * (turn in tours[low : high - 1]) + [4, 5, 6][: random.randrange(4)]
    put(seq, *piece)
    expected = order_after(seq, (low, high, len(piece)))

    splice(case.model, seq, (low, high, len(piece)))

    assert order_of(seq) == expected
    assert_like(seq, walked(case, *expected[1:-1]))


def assert_like(seq: Sequence, fresh: Sequence) -> None:
    order = order_of(fresh)
    assert seq.place.tolist() == fresh.place.tolist()
    for spliced, made in zip(seq[1:4], fresh[1:4], strict=True):
        assert spliced[: len(order)].tolist() == made[: len(order)].tolist()


def test_the_ends_of_all_tours_are_added_up() -> None:
    case = street(**TWO_TOURS)

    # The first ends at 700 + 300, the second at 10 000 + 300 + 600 + 100.
    assert end_of(case.model, walked(case, 0, 5, 2)) == 1000 + 11_000


def test_two_empty_tours_end_when_the_way_is_walked() -> None:
    case = street(**TWO_TOURS)

    assert end_of(case.model, walked(case, 5)) == 400 + 10_400
