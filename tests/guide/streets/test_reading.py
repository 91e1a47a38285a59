import bz2
from pathlib import Path

import osmium
import pytest
import shapely

from guide.streets.errors import BadExtract
from guide.streets.lines import Lines
from guide.streets.reading import ENDINGS, Extract, read_extract
from tests.guide.factories import on
from tests.guide.streets.extracts import NODES, Drawn, drawn, osm, road


def lines(extract: Extract) -> Lines:
    return extract.drawing.rows.table()


def test_walked_ways_become_lines_along_their_nodes(tmp_path: Path) -> None:
    found = lines(read_extract(drawn(tmp_path, road(1, 2, 3), road(5, 2))))

    assert found.nodes.tolist() == [1, 2, 3, 5, 2]
    assert found.starts.tolist() == [0, 3, 5]
    assert found.points[3].tolist() == [round(number, 7) for number in NODES[5].lon_lat]


def test_nodes_tell_gates_crossings_and_spots(tmp_path: Path) -> None:
    things = {
        1: {"barrier": "gate", "access": "private"},
        2: {"highway": "crossing", "crossing": "marked"},
        5: {"amenity": "cafe", "name": "Cà phê “Đá”, 50% = ít"},
        6: {"amenity": "cinema"},
    }
    drawing = read_extract(drawn(tmp_path, road(1, 2), things=things)).drawing

    assert drawing.shut == {1}
    assert drawing.crossings[2].tags == {"crossing": "marked"}
    assert [spot.name for spot in drawing.spots] == ["Cà phê “Đá”, 50% = ít"]


def test_ways_tell_land_with_any_sign_in_its_name(tmp_path: Path) -> None:
    name = "Hồ “A=B”, 50% <1>"
    lake = ({"natural": "water", "name": name}, (2, 3, 7, 5, 2))
    (land,) = read_extract(drawn(tmp_path, road(1, 2), lake)).drawing.land

    assert (land.kind, land.name) == ("water", name)
    assert land.shape.geom_type == "Polygon"


def test_relations_tell_areas_with_holes(tmp_path: Path) -> None:
    hole = {31: on(120, 40), 32: on(180, 40), 33: on(150, 70)}
    outer: Drawn = {}, (2, 3, 7, 5, 2)
    inner: Drawn = {}, (31, 32, 33, 31)
    park = ({"leisure": "park"}, {1: "outer", 2: "inner"})
    file = drawn(tmp_path, outer, inner, road(1, 2), nodes=NODES | hole, areas=[park])
    drawing = read_extract(file).drawing
    drawing.finish()
    (land,) = drawing.land

    assert shapely.get_num_interior_rings(land.shape) == 1


def test_where_the_edge_of_the_extract_cuts_a_way_both_parts_are_there(
    tmp_path: Path,
) -> None:
    found = lines(read_extract(drawn(tmp_path, road(99, 1, 2, 98, 3, 4, 97))))

    assert found.nodes.tolist() == [1, 2, 3, 4]
    assert found.starts.tolist() == [0, 2, 4]


def test_the_newest_edit_is_that_of_a_street(tmp_path: Path) -> None:
    file = tmp_path / "town.osm"
    house = ({"building": "yes"}, (1, 2, 5, 1))
    text = osm(road(1, 2), road(2, 3), house)
    for number, day in enumerate(("2025-11-13", "2024-01-01", "2026-01-01"), 1):
        text = text.replace(
            f'<way id="{number}"', f'<way id="{number}" timestamp="{day}T22:55:15Z"'
        )
    file.write_text(text)

    assert read_extract(file).newest_edit == "2025-11-13T22:55:15+00:00"


def test_a_file_that_nobody_may_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = drawn(tmp_path, road(1, 2))
    monkeypatch.setattr(Path, "open", denied)

    with pytest.raises(BadExtract, match=r"it cannot be read \(Permission denied\)"):
        read_extract(file)


def test_a_full_disk_is_not_the_fault_of_the_extract(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise RuntimeError("Write failed: No space left on device")

    monkeypatch.setattr("guide.streets.reading.osmium.WriteHandler", full)

    with pytest.raises(BadExtract, match=r"there is no room for it \(Write failed"):
        read_extract(drawn(tmp_path, road(1, 2)))


def test_reading_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[float] = []
    read_extract(drawn(tmp_path, road(1, 2)), told.append)

    assert told[0] == 0.0
    assert told == sorted(told)
    assert len(set(told)) > 3


def compressed(tmp_path: Path, ending: str) -> Path:
    plain = drawn(tmp_path, road(1, 2, name="Phố Đẹp"), file="plain.osm")
    file = tmp_path / f"town{ending}"
    if ending == ".osm":
        return plain.rename(file)
    if ending == ".osm.bz2":
        file.write_bytes(bz2.compress(plain.read_bytes()))
        return file
    header = osmium.io.Header()
    header.set("osmosis_replication_timestamp", "2026-11-20T21:20:58Z")
    with osmium.SimpleWriter(str(file), header=header) as writer:
        for thing in osmium.FileProcessor(str(plain)):
            writer.add(thing)
    return file


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_kind_of_extract_is_read(tmp_path: Path, ending: str) -> None:
    extract = read_extract(compressed(tmp_path, ending))

    assert [label.name for label in lines(extract).labels] == ["Phố Đẹp"]
    taken = "2026-11-20T21:20:58Z" if ending.endswith("pbf") else None
    assert extract.taken == taken


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("share", [0.0, 0.5, 0.95])
def test_an_extract_that_was_cut_off_is_broken(
    tmp_path: Path, ending: str, share: float
) -> None:
    file = compressed(tmp_path, ending)
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])

    with pytest.raises(BadExtract, match=rf"^town{ending} cannot .*: it is broken \("):
        read_extract(file)


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("town.osm", b"<html></html>", "it is broken (Unknown top-level element: html"),
        ("town.osm.pbf", b"not pbf", "it is broken (PBF error"),
        ("town.osm", b"\x1f\x8b\x08\x00", "it is broken (XML parsing error"),
        ("town.osm.bz2", b"no bz2", "it is broken (bzip2 error"),
        ("town.zip", b"PK", "its name ends in another way"),
        ("town.osm.txt", b"", "its name ends in another way"),
    ],
)
def test_what_is_no_extract_is_refused_with_what_is_wrong(
    tmp_path: Path, file: str, content: bytes, says: str
) -> None:
    path = tmp_path / file
    path.write_bytes(content)

    with pytest.raises(BadExtract) as refused:
        read_extract(path)

    assert says in str(refused.value)
    assert "give a whole extract of OpenStreetMap" in str(refused.value)
    assert str(tmp_path) not in str(refused.value)


def test_big_letters_in_the_ending_make_no_difference(tmp_path: Path) -> None:
    assert len(lines(read_extract(drawn(tmp_path, road(1, 2), file="TOWN.OSM"))))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadExtract, match=r"none\.osm .*there is no such file"):
        read_extract(tmp_path / "none.osm")


def test_a_folder_is_no_extract(tmp_path: Path) -> None:
    (tmp_path / "town.osm").mkdir()

    with pytest.raises(BadExtract, match="it is no file"):
        read_extract(tmp_path / "town.osm")
