from datetime import UTC, datetime
from pathlib import Path

from benchmarks.streets_import import tiled
from guide.streets.osm import import_extract
from tests.guide.streets.extracts import drawn, road


def test_tiles_are_copies_side_by_side_that_hang_together(tmp_path: Path) -> None:
    house = ({"building": "yes"}, (2, 5, 3, 2))
    file = drawn(tmp_path, road(1, 2, 3), road(5, 2, 99), house)
    tiled(file, tmp_path / "big.osm.pbf", 3)
    found = import_extract(tmp_path / "big.osm.pbf", "big", datetime.now(UTC))

    # Three streets a tile; six joints to the right, six up.
    assert len(found.pack.streets) == 9 * 3 + 12
    assert len(found.land) == 9
    assert found.pack.origin
    assert found.pack.origin.dropped_streets == 0
