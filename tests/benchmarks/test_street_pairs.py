"""Our ways are as short as networkx's: to 1 cm, on real extracts and our own pack."""

from datetime import UTC, datetime

import pytest

from benchmarks.street_pairs import Pair, pairs
from guide.streets.graph import StreetGraph
from guide.streets.osm import import_extract
from guide.streets.pack import read_pack
from tests.guide.factories import graph, on, street
from tests.guide.streets.extracts import real

CENTIMETRE = 0.01
COUNT = 40
NOW = datetime(2026, 11, 28, tzinfo=UTC)


@pytest.mark.parametrize("name", ["hai-phong-south.osm", "ha-noi-quoc-tu-giam.osm"])
def test_ways_in_an_extract_are_those_of_networkx(name: str) -> None:
    found = pairs(StreetGraph(import_extract(real(name), "x", NOW).pack), COUNT)

    assert len(found) == COUNT
    assert sum(pair.ours < float("inf") for pair in found) > COUNT / 2
    assert max(pair.apart for pair in found) <= CENTIMETRE


def test_ways_in_the_built_in_pack_are_those_of_networkx() -> None:
    found = pairs(StreetGraph(read_pack()), COUNT)

    assert max(pair.apart for pair in found) <= CENTIMETRE


def test_two_places_on_one_street_count_too() -> None:
    town = graph(street(on(0, 0), on(1000, 0), metres=1000.0))

    assert max(pair.apart for pair in pairs(town, 20)) <= 1e-6


@pytest.mark.parametrize(
    ("ours", "theirs", "apart"),
    [(5.0, 5.5, 0.5), (float("inf"), float("inf"), 0.0), (5.0, 5.0, 0.0)],
)
def test_a_pair_says_how_far_it_is_apart(
    ours: float, theirs: float, apart: float
) -> None:
    assert Pair(ours, theirs).apart == apart


def test_a_way_that_only_one_finds_is_infinitely_apart() -> None:
    assert Pair(5.0, float("inf")).apart == float("inf")
