"""The made-up town is one town, whether as a pack or as an extract."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.street_grid import grid
from guide.streets.graph import StreetGraph
from guide.streets.osm import import_extract


def test_a_grid_is_the_same_for_us_and_for_other_engines(tmp_path: Path) -> None:
    drawn, file = grid(12), tmp_path / "grid.osm.pbf"
    drawn.write(file)
    now = datetime(2026, 11, 28, tzinfo=UTC)
    read = StreetGraph(import_extract(file, "x", now).pack)
    made = StreetGraph(drawn.pack())

    # An import joins what meets nobody else at a junction, and drops islands.
    assert sum(s.metres for s in read.pack.streets) == pytest.approx(
        sum(made.pack.streets[street].metres for street in made.walked.streets),
        rel=1e-4,
    )


def test_the_same_seed_draws_the_same_grid() -> None:
    assert grid(8) == grid(8)
    assert grid(8) != grid(8, seed=2)


def test_most_streets_are_there() -> None:
    drawn = grid(20)

    assert len(drawn.junctions) == 400
    assert 0.8 < len(drawn.streets) / (2 * 20 * 19) < 1
