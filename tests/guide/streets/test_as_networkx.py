import networkx as nx

from guide.streets.as_networkx import as_networkx
from guide.streets.graph import StreetGraph
from guide.streets.profile import Profile
from tests.guide.factories import graph, on, street


def test_a_street_is_an_edge_each_way_with_its_metres_and_its_place() -> None:
    a, b = on(0, 0), on(100, 0)
    edges = list(as_networkx(graph(street(a, b)).walked).edges(data=True))

    values = {"street": 0, "metres": 100.0, "cost": 100.0}
    assert edges == [(a, b, values), (b, a, values)]


def test_a_one_way_street_is_one_edge() -> None:
    a, b, c = on(0, 0), on(100, 0), on(100, 100)
    there = {"oneway:foot": "yes"}
    back = {"oneway:foot": "-1"}
    town = graph(street(a, b, tags=there), street(a, c, tags=back), street(b, c))

    assert set(as_networkx(town.walked).edges()) == {(a, b), (c, a), (b, c), (c, b)}


def test_a_preference_makes_a_metre_dearer() -> None:
    a, b = on(0, 0), on(100, 0)
    town = graph(street(a, b, kind="primary")).walked_by(Profile(quiet=True))

    (edge, _back) = as_networkx(town.walked).edges(data=True)
    assert (edge[2]["metres"], edge[2]["cost"]) == (100, 200)


def test_the_built_in_network_hangs_together(centre: StreetGraph) -> None:
    found = as_networkx(centre.walked)

    assert found.number_of_nodes() == 704
    assert found.number_of_edges() == 2 * 1061
    assert nx.is_strongly_connected(found)
