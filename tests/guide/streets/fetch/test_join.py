from pathlib import Path

import osmium
import pytest

from guide.streets.fetch.join import fault_of, join, oldest
from tests.guide.streets.extracts import NODES, osm, road

OLD, NEW = "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"


@pytest.fixture
def parts(tmp_path: Path) -> list[Path]:
    """Two parts that share two nodes and a way, of which the second one has a newer."""
    files = [tmp_path / "1.osm", tmp_path / "2.osm"]
    one = {number: NODES[number] for number in (1, 2, 3)}
    two = {number: NODES[number] for number in (2, 3, 4)}
    files[0].write_text(osm(road(2, 3, name="Phố Cũ"), nodes=one), "utf-8")
    text = osm(road(2, 3, 4, name="Phố Mới"), nodes=two)
    files[1].write_text(
        text.replace('<way id="1" version="1"', '<way id="1" version="2"')
    )
    return files


def things(file: Path, form: str) -> list[tuple[str, int, int, dict[str, str]]]:
    return [
        (thing.type_str(), thing.id, thing.version, dict(thing.tags))
        for thing in osmium.FileProcessor(osmium.io.File(str(file), form))
        if isinstance(thing, osmium.osm.OSMObject)
    ]


@pytest.mark.parametrize("form", ["osm", "osm.bz2", "pbf"])
@pytest.mark.parametrize("turned", [False, True])
def test_what_is_in_several_parts_is_there_once_and_the_newest_counts(
    parts: list[Path], tmp_path: Path, form: str, *, turned: bool
) -> None:
    target = tmp_path / "joined"
    target.write_text("old")
    join(parts[::-1] if turned else parts, target, form, OLD)
    found = things(target, form)

    assert [(kind, number) for kind, number, _version, _tags in found] == [
        ("n", 1), ("n", 2), ("n", 3), ("n", 4), ("w", 1),
    ]  # fmt: skip
    assert found[-1][2:] == (2, {"highway": "residential", "name": "Phố Mới"})


def test_the_moment_of_the_data_stands_in_the_file(
    parts: list[Path], tmp_path: Path
) -> None:
    target = tmp_path / "joined.osm.pbf"
    join(parts, target, "pbf", OLD)
    header = osmium.FileProcessor(str(target)).header

    assert header.get("osmosis_replication_timestamp") == OLD


def test_a_broken_part_is_no_part(parts: list[Path], tmp_path: Path) -> None:
    assert fault_of(parts[0]) is None
    parts[0].write_text(parts[0].read_text()[:-30])

    assert "XML parsing error" in (fault_of(parts[0]) or "")
    with pytest.raises(RuntimeError):
        join(parts, tmp_path / "joined", "pbf", None)


@pytest.mark.parametrize(
    ("moments", "first"),
    [([NEW, OLD], OLD), ([OLD], OLD), ([OLD, None], None), ([], None)],
)
def test_a_map_is_as_old_as_its_oldest_part(
    moments: list[str | None], first: str | None
) -> None:
    assert oldest(moments) == first
