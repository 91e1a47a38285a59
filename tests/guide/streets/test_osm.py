import bz2
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import osmium
import pytest
from geopy.distance import geodesic

from guide.streets.errors import BadExtract
from guide.streets.graph import StreetGraph
from guide.streets.osm import ENDINGS, STEPS, import_extract
from guide.streets.pack import Pack, Street
from sites.position import Position
from tests.guide.factories import on
from tests.guide.streets.extracts import NODES, Drawn, drawn, osm, real, road

NOW = datetime(2026, 11, 24, 9, 30, 5, 123, tzinfo=UTC)


def imported(file: Path) -> Pack:
    return import_extract(file, "town", NOW)


def streets(tmp_path: Path, *ways: Drawn) -> tuple[Street, ...]:
    return imported(drawn(tmp_path, *ways)).streets


def ends(found: Iterable[Street]) -> set[tuple[int, int]]:
    """Return the nodes of the drawing at which streets begin and end."""
    number = {rounded(place): node for node, place in NODES.items()}
    return {(number[rounded(s.line[0])], number[rounded(s.line[-1])]) for s in found}


def rounded(place: Position) -> tuple[float, float]:
    return round(place.lat, 6), round(place.lon, 6)


def metres(pack: Pack, a: Position, b: Position) -> float:
    graph = StreetGraph(pack)
    return float(graph.ways([graph.snap(a), graph.snap(b)]).metres[0, 1])


def test_a_street_has_its_line_kind_names_and_tags(tmp_path: Path) -> None:
    (street,) = streets(
        tmp_path,
        road(
            1, 2, 3, highway="steps", name='Ngõ "A & B" <1>', name__en="Alley",
            old_name="Rue", surface="stone", maxspeed="5",
        ),
    )  # fmt: skip

    assert [rounded(p) for p in street.line] == [rounded(NODES[n]) for n in (1, 2, 3)]
    assert (street.kind, street.name) == ("steps", 'Ngõ "A & B" <1>')
    assert street.tags == {"name:en": "Alley", "old_name": "Rue", "surface": "stone"}
    assert street.metres == pytest.approx(200, abs=0.05)


def test_streets_are_cut_at_junctions(tmp_path: Path) -> None:
    found = streets(tmp_path, road(1, 2, 3), road(5, 2, 6))

    assert ends(found) == {(1, 2), (2, 3), (5, 2), (2, 6)}


@pytest.mark.parametrize(
    ("way", "walked"),
    [
        pytest.param(road(2, 5, highway="footway"), True, id="footway"),
        pytest.param(road(2, 5, highway="motorway"), False, id="motorway"),
        pytest.param(road(2, 5, highway="cycleway"), False, id="cycleway"),
        pytest.param(road(2, 5, highway="track", foot="yes"), True, id="track on foot"),
        pytest.param(road(2, 5, access="private"), False, id="private"),
        pytest.param(road(2, 5, access="no", foot="yes"), True, id="foot beats access"),
        pytest.param(road(2, 5, foot="no"), False, id="not on foot"),
        pytest.param(({"building": "yes"}, (2, 5)), False, id="a wall"),
    ],
)
def test_only_what_is_walked_is_a_street(
    tmp_path: Path, way: Drawn, *, walked: bool
) -> None:
    found = streets(tmp_path, road(1, 2), way)

    assert ends(found) == {(1, 2), *([(2, 5)] if walked else [])}


def test_a_bridge_meets_what_is_below_only_where_they_share_a_node(
    tmp_path: Path,
) -> None:
    # The bridge 5–6 runs over the street 1–3; 3–7–5 leads up to it.
    below, up = road(1, 2, 3), road(3, 7, 5)
    pack = imported(drawn(tmp_path, below, up, road(5, 6, bridge="yes", layer="1")))

    assert ends(pack.streets) == {(1, 3), (3, 5), (5, 6)}
    assert metres(pack, NODES[1], NODES[6]) == pytest.approx(600, abs=1)


def test_the_end_of_a_bridge_right_above_a_junction_is_not_that_junction(
    tmp_path: Path,
) -> None:
    nodes = NODES | {9: NODES[2]}
    below, up = road(1, 2, 3), road(3, 7, 5)
    corner, bridge = road(2, 6), road(5, 9, bridge="yes")
    file = drawn(tmp_path, below, up, corner, bridge, nodes=nodes)

    assert metres(imported(file), NODES[6], NODES[5]) == pytest.approx(400, abs=1)


def test_islands_are_dropped_and_counted(tmp_path: Path) -> None:
    pack = imported(
        drawn(tmp_path, road(1, 2, 3), road(20, 21), road(22, 23), road(2, 5))
    )

    assert ends(pack.streets) == {(1, 2), (2, 3), (2, 5)}
    assert pack.origin
    assert (pack.origin.dropped_parts, pack.origin.dropped_streets) == (2, 2)
    assert pack.origin.dropped_metres == pytest.approx(110, abs=0.1)


def test_a_square_is_walked_along_its_outline_and_across(tmp_path: Path) -> None:
    square = road(2, 3, 7, 5, 2, highway="pedestrian", area="yes", name="Quảng trường")
    pack = imported(drawn(tmp_path, square, road(1, 2), road(7, 4)))

    assert ends(pack.streets) == {(1, 2), (2, 7), (7, 2), (7, 4)}
    assert metres(pack, NODES[2], NODES[7]) == pytest.approx(141.4, abs=0.2)
    assert metres(pack, NODES[3], NODES[2]) == pytest.approx(100, abs=0.2)
    assert {s.name for s in pack.streets} == {"Quảng trường", None}


def test_a_way_that_is_cut_at_the_edge_of_the_extract_keeps_what_is_inside(
    tmp_path: Path,
) -> None:
    found = streets(tmp_path, road(99, 1, 2, 98, 97))

    assert ends(found) == {(1, 2)}


def test_ways_may_stand_before_their_nodes(tmp_path: Path) -> None:
    text = osm(road(1, 2))
    begin, end = text.index("<node"), text.index("<way")
    file = tmp_path / "town.osm"
    file.write_text(text[:begin] + text[end:-6] + text[begin:end] + text[-6:], "utf-8")

    assert ends(imported(file).streets) == {(1, 2)}


def test_a_drawing_that_was_never_uploaded_has_numbers_below_zero(
    tmp_path: Path,
) -> None:
    nodes = {-node: place for node, place in NODES.items()}
    pack = imported(drawn(tmp_path, road(-1, -2), nodes=nodes))

    assert ends(pack.streets) == {(1, 2)}


def test_a_way_that_is_one_way_on_foot_is_counted_and_walked_both_ways(
    tmp_path: Path,
) -> None:
    pack = imported(
        drawn(tmp_path, road(1, 2, oneway__foot="yes"), road(2, 3, oneway="yes"))
    )

    assert pack.origin
    assert pack.origin.one_way_streets == 1
    assert metres(pack, NODES[3], NODES[1]) == pytest.approx(200, abs=0.1)


def test_a_pack_says_where_it_is_from(tmp_path: Path) -> None:
    file = tmp_path / "town.osm"
    text = osm(road(1, 2), road(2, 3), edited="2025-11-13T22:55:15Z")
    file.write_text(text.replace('version="0.6"', 'version="0.6" generator="g"'))
    pack = imported(file)

    assert pack.name == "town"
    assert pack.attribution == "© OpenStreetMap contributors, ODbL 1.0"
    assert pack.origin
    assert (pack.origin.file, pack.origin.taken) == ("town.osm", None)
    assert pack.origin.newest_edit == "2025-11-13T22:55:15+00:00"
    assert pack.origin.imported == "2026-11-24T09:30:05+00:00"
    assert pack.origin.junctions == 3


def test_an_extract_without_dates_says_none(tmp_path: Path) -> None:
    pack = imported(drawn(tmp_path, road(1, 2)))

    assert pack.origin
    assert pack.origin.newest_edit is None


def test_the_steps_of_an_import_are_told_in_order(tmp_path: Path) -> None:
    done: list[str] = []
    import_extract(drawn(tmp_path, road(1, 2)), "town", NOW, done.append)

    assert tuple(done) == STEPS


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
    pack = imported(compressed(tmp_path, ending))

    assert [street.name for street in pack.streets] == ["Phố Đẹp"]
    assert pack.origin
    taken = "2026-11-20T21:20:58Z" if ending.endswith("pbf") else None
    assert pack.origin.taken == taken


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("share", [0.0, 0.5, 0.95])
def test_an_extract_that_was_cut_off_is_broken(
    tmp_path: Path, ending: str, share: float
) -> None:
    file = compressed(tmp_path, ending)
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])

    with pytest.raises(BadExtract, match=rf"^town{ending} cannot .*: it is broken \("):
        imported(file)


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("town.osm", b"<html></html>", "it is broken (Unknown top-level element: html"),
        ("town.osm.pbf", b"not pbf", "it is broken (PBF error"),
        ("town.osm", b'<osm version="0.6"/>', "it holds no street that may be walked"),
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
        imported(path)

    assert says in str(refused.value)
    assert "give a whole extract of OpenStreetMap" in str(refused.value)
    assert str(tmp_path) not in str(refused.value)


def test_big_letters_in_the_ending_make_no_difference(tmp_path: Path) -> None:
    assert imported(drawn(tmp_path, road(1, 2), file="TOWN.OSM")).streets


def test_an_extract_of_motorways_holds_no_street(tmp_path: Path) -> None:
    with pytest.raises(BadExtract, match="no street that may be walked"):
        streets(tmp_path, road(1, 2, highway="motorway"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadExtract, match=r"none\.osm .*there is no such file"):
        imported(tmp_path / "none.osm")


def test_a_folder_is_no_extract(tmp_path: Path) -> None:
    (tmp_path / "town.osm").mkdir()

    with pytest.raises(BadExtract, match="it is no file"):
        imported(tmp_path / "town.osm")


@pytest.mark.parametrize("name", ["hai-phong-south.osm", "ha-noi-quoc-tu-giam.osm"])
def test_a_real_extract_becomes_a_pack_of_one_piece_in_seconds(name: str) -> None:
    file = real(name)
    begin = time.perf_counter()
    pack = imported(file)
    graph = StreetGraph(pack)

    assert time.perf_counter() - begin < 5
    assert len(pack.streets) > 1000
    assert pack.origin
    assert len(graph.walked.network.nodes) == pack.origin.junctions
    assert pack.origin.dropped_metres < 5000


def test_lengths_of_a_real_extract_are_those_on_the_ellipsoid() -> None:
    for street in imported(real("ha-noi-quoc-tu-giam.osm")).streets[::50]:
        points = [point.lat_lon for point in street.line]
        assert street.metres == pytest.approx(geodesic(*points).m, abs=0.006)


def test_alleys_of_a_real_extract_keep_their_names() -> None:
    names = {street.name for street in imported(real("hai-phong-south.osm")).streets}

    assert {"Phố Lạch Tray", "Phố Phụng Pháp"} <= names
    assert len([name for name in names if name and name.startswith("Ngõ")]) > 20


def test_positions_are_those_of_the_extract(tmp_path: Path) -> None:
    (street,) = streets(tmp_path, road(1, 2))

    assert street.line[0] == Position(round(on(0, 0).lat, 7), round(on(0, 0).lon, 7))
