import numpy as np
from hypothesis import given, settings

from guide.streets.sweeps.kernels import FAR, lengths_to_all
from tests.guide.streets.sweeps.graphs import Drawn, graphs, walked


def lengths(drawn: Drawn, start: int, long: list[int]) -> list[int]:
    """Measure the ways of least cost from a node, if every arc is so long."""
    arcs = sorted(zip(drawn.arcs, long, strict=True), key=lambda row: row[0][1])
    tails, heads, costs = np.array([arc for arc, _l in arcs]).reshape(-1, 3).T
    first = np.searchsorted(heads, np.arange(drawn.nodes + 1))
    cost = walked(drawn)[start]
    found = np.full(drawn.nodes, FAR)
    found[start] = 0
    lengths_to_all(
        (first, tails.copy(), costs.copy(), np.array([row[1] for row in arcs])),
        np.argsort(cost, kind="stable"),
        cost,
        found,
    )
    return [int(length) for length in found]


@settings(deadline=None)
@given(graphs())
def test_a_way_is_as_long_as_it_costs_if_arcs_are(drawn: Drawn) -> None:
    if drawn.arcs:
        found = lengths(drawn, 0, [cost for _tail, _head, cost in drawn.arcs])

        assert found == walked(drawn)[0].tolist()


def test_the_length_is_that_of_the_cheapest_way_not_the_shortest() -> None:
    drawn = Drawn(3, [(0, 2, 9), (0, 1, 3), (1, 2, 3)])

    assert lengths(drawn, 0, [1, 50, 60]) == [0, 50, 110]


def test_where_no_arc_leads_no_length_is_known() -> None:
    assert lengths(Drawn(3, [(0, 1, 4)]), 0, [7]) == [0, 7, FAR]
