from random import Random
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from guide.streets.sweeps import kernels
from guide.streets.sweeps.hierarchy import (
    FEW_ROWS,
    Doors,
    Weighed,
    good_order,
    hierarchy,
    warm,
)
from guide.streets.sweeps.kernels import FAR
from tests.guide.streets.sweeps.graphs import Drawn, doors, graphs, walked, weighed


@settings(deadline=None)
@given(graphs())
def test_all_costs_are_those_that_networkx_finds(drawn: Drawn) -> None:
    graph, rank = weighed(drawn)
    places = doors([[(int(node), 0)] for node in rank])

    assert (graph.between(places, places) == walked(drawn)).all()


@settings(deadline=None)
@given(graphs())
def test_costs_to_all_are_a_row_of_the_table(drawn: Drawn) -> None:
    graph, rank = weighed(drawn)
    places = doors([[(int(node), 0)] for node in rank])
    table = graph.between(places, places)

    for node in range(drawn.nodes):
        row = graph.to_all(doors([[(int(rank[node]), 0)]]))
        assert (row[rank] == table[node]).all()


@settings(deadline=None)
@given(graphs())
def test_the_other_way_round_is_the_table_turned(drawn: Drawn) -> None:
    graph, rank = weighed(drawn)
    places = doors([[(int(node), 0)] for node in rank])
    back = graph.reversed.between(places, places)

    assert (back == graph.between(places, places).T).all()


@settings(deadline=None)
@given(graphs(), st.data())
def test_climbing_and_meeting_is_as_good_as_sweeping(
    drawn: Drawn, data: st.DataObject
) -> None:
    """Places lie on arcs: their doors are the ends of one, or one of them is shut."""
    graph, rank = weighed(drawn)
    if not drawn.arcs:
        return
    steps = st.integers(0, 30) | st.just(FAR)
    place = st.tuples(st.sampled_from(drawn.arcs), steps, steps).map(
        lambda one: [(int(rank[one[0][0]]), one[1]), (int(rank[one[0][1]]), one[2])]
    )
    many = st.lists(place, min_size=FEW_ROWS + 1, max_size=FEW_ROWS + 4)
    begin, end = (doors(data.draw(many)) for _side in range(2))

    table = graph.between(begin, end)

    for row in range(len(table)):
        alone = Doors(begin.nodes[row : row + 1], begin.costs[row : row + 1])
        swept = graph.between(alone, end)[0]
        assert np.minimum(swept, FAR).tolist() == np.minimum(table[row], FAR).tolist()


def test_a_place_with_two_doors_goes_out_by_the_better_one() -> None:
    graph, rank = weighed(Drawn(3, [(0, 2, 10), (1, 2, 3)]))
    a, b, goal = map(int, rank)
    begin, end = doors([[(a, 1), (b, 7)]]), doors([[(goal, 2)]])

    assert graph.between(begin, end).tolist() == [[7 + 3 + 2]] != [[1 + 10 + 2 + 1]]
    assert graph.between(doors([[(a, 1), (b, 8)]]), end).tolist() == [[13]]
    assert graph.between(doors([[(a, 1), (b, 9)]]), end).tolist() == [[13]]


def test_a_closed_door_is_not_used() -> None:
    graph, rank = weighed(Drawn(3, [(0, 2, 10), (1, 2, 3)]))
    a, b, goal = map(int, rank)
    end = doors([[(goal, 0)]])

    assert graph.between(doors([[(a, 0), (b, FAR)]]), end).tolist() == [[10]]
    assert graph.between(doors([[(a, FAR), (b, FAR)]]), end)[0, 0] >= FAR


def test_of_two_arcs_the_cheaper_counts() -> None:
    graph, rank = weighed(Drawn(2, [(0, 1, 9), (0, 1, 4), (0, 1, 5)]))

    assert graph.to_all(doors([[(int(rank[0]), 0)]]))[rank[1]] == 4


def test_an_arc_is_walked_in_its_direction_only() -> None:
    graph, rank = weighed(Drawn(2, [(0, 1, 9)]))

    assert graph.to_all(doors([[(int(rank[0]), 0)]]))[rank[1]] == 9
    assert graph.to_all(doors([[(int(rank[1]), 0)]]))[rank[0]] == FAR


def test_a_graph_without_arcs_leads_nowhere() -> None:
    graph, _rank = weighed(Drawn(3, []))

    assert sorted(graph.to_all(doors([[(0, 0)]]))) == [0, FAR, FAR]


def test_an_order_names_every_node_once() -> None:
    pairs = np.array([[0, 1], [1, 2], [2, 3], [3, 0]])

    assert sorted(good_order(6, pairs)) == list(range(6))


def grid(side: int) -> Drawn:
    """Return a grid of streets whose lengths differ by chance."""
    random = Random(3)
    arcs = []
    for east in range(side):
        for north in range(side):
            here = east * side + north
            for there, inside in (
                (here + side, east + 1 < side), (here + 1, north + 1 < side),
            ):  # fmt: skip
                cost = random.randrange(1, 10**11)
                arcs += [(here, there, cost), (there, here, cost)] if inside else []
    return Drawn(side * side, arcs)


def test_a_good_order_needs_few_more_arcs() -> None:
    drawn = grid(40)
    pairs = np.array([(a, b) for a, b, _cost in drawn.arcs if a < b])
    rank = np.empty(drawn.nodes, dtype=np.int64)
    rank[good_order(drawn.nodes, pairs)] = np.arange(drawn.nodes)

    in_order = len(hierarchy(drawn.nodes, rank[pairs]).head)
    as_given = len(hierarchy(drawn.nodes, pairs).head)

    assert in_order < 6 * len(pairs) < as_given / 3


def test_a_town_is_walked_as_scipy_walks_it() -> None:
    drawn = grid(40)
    graph, rank = weighed(drawn)
    tails, heads, costs = np.array(drawn.arcs).T
    table = csr_array((costs, (tails, heads)), shape=(drawn.nodes,) * 2)
    chosen = list(range(0, drawn.nodes, 40))
    places = doors([[(int(rank[node]), 0)] for node in chosen])

    known = dijkstra(table, indices=chosen)[:, chosen]

    # Floats are exact up to 2^53, and these sums are smaller.
    assert (graph.between(places, places) == known.astype(np.int64)).all()


def test_nothing_is_compiled_after_warming() -> None:
    warm()
    compiled: tuple[Any, ...] = (
        kernels.parents, kernels.count_arcs, kernels.fill_arcs, kernels.weigh,
        kernels.costs_to_all, kernels.costs_between, kernels.depths,
        kernels.climb_all, kernels.meet_all,
    )  # fmt: skip
    before = [len(kernel.signatures) for kernel in compiled]
    graph, _rank = weighed(Drawn(3, [(0, 1, 4), (1, 2, 4)]))
    assert isinstance(graph, Weighed)
    graph.between(doors([[(0, 0), (1, 0)]]), doors([[(0, 0), (1, 0)]]))
    graph.to_all(doors([[(0, 0), (1, 0)]]))
    many = doors([[(0, 0), (1, 0)]] * 9)
    graph.between(many, many)

    after = [len(kernel.signatures) for kernel in compiled]
    assert before == after == [1] * len(compiled)
