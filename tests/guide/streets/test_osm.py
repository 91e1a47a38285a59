import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from geopy.distance import geodesic

from guide.streets.errors import BadExtract
from guide.streets.graph import StreetGraph
from guide.streets.osm import import_extract
from guide.streets.pack import Pack, Street
from sites.position import Position
from tests.guide.factories import on
from tests.guide.streets.extracts import NODES, Drawn, drawn, osm, real, road

NOW = datetime(2026, 11, 24, 9, 30, 5, 123, tzinfo=UTC)


def imported(file: Path) -> Pack:
    return import_extract(file, "town", NOW).pack


def streets(tmp_path: Path, *ways: Drawn) -> Sequence[Street]:
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


def test_a_way_that_is_one_way_on_foot_is_counted(tmp_path: Path) -> None:
    pack = imported(
        drawn(
            tmp_path,
            road(1, 2, oneway__foot="yes"),
            road(2, 5, oneway="yes"),
            road(5, 1),
        )
    )

    assert pack.origin
    assert pack.origin.one_way_streets == 1
    assert [street.one_way for street in pack.streets] == [1, 0, 0]


@pytest.mark.parametrize("tags", [{"oneway__foot": "yes"}, {"foot__forward": "no"}])
def test_where_one_way_leads_out_only_or_in_only_nobody_walks(
    tmp_path: Path, tags: dict[str, str]
) -> None:
    way_out = road(2, 5, **tags)
    pack = imported(drawn(tmp_path, road(1, 2, 3), way_out, road(5, 7)))

    assert ends(pack.streets) == {(1, 2), (2, 3)}
    assert pack.origin
    assert (pack.origin.dropped_parts, pack.origin.dropped_streets) == (1, 2)
    assert pack.origin.one_way_streets == 0


@pytest.mark.parametrize(
    ("gate", "through"),
    [
        pytest.param({"barrier": "gate", "access": "private"}, False, id="private"),
        pytest.param({"barrier": "gate", "access": "no"}, False, id="closed"),
        pytest.param({"barrier": "gate", "foot": "no"}, False, id="not on foot"),
        pytest.param({"barrier": "gate", "locked": "yes"}, False, id="locked"),
        pytest.param({"barrier": "gate"}, True, id="a gate"),
        pytest.param(
            {"barrier": "lift_gate", "access": "private", "foot": "yes"}, True,
            id="open on foot",
        ),
        pytest.param({"access": "private"}, True, id="no barrier"),
    ],
)  # fmt: skip
def test_nobody_walks_through_a_gate_that_is_shut(
    tmp_path: Path, gate: dict[str, str], *, through: bool
) -> None:
    # From 1 to 3 it is 200 m through the gate at 2, and 400 m around it.
    around = road(1, 5, 7, 3)
    file = drawn(tmp_path, road(1, 2, 3), around, things={2: gate})
    pack = imported(file)

    assert metres(pack, NODES[1], NODES[3]) == pytest.approx(
        200 if through else 341, abs=1
    )
    assert pack.origin
    assert pack.origin.closed_gates == (0 if through else 1)


def test_one_walks_up_to_a_gate_that_is_shut_from_either_side(tmp_path: Path) -> None:
    gate = {2: {"barrier": "gate", "access": "private"}}
    pack = imported(
        drawn(tmp_path, road(1, 2, 3), road(5, 2), road(1, 5, 7, 3), things=gate)
    )
    at_gate = [
        s.line for s in pack.streets if rounded(NODES[2]) in map(rounded, s.line)
    ]

    assert len(at_gate) == 3
    assert len({line[-1] for line in at_gate}) == 3


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


def test_an_import_says_how_far_it_is_and_never_goes_back(tmp_path: Path) -> None:
    told: list[float] = []
    import_extract(drawn(tmp_path, road(1, 2)), "town", NOW, told.append)

    assert told == sorted(told)
    assert len(set(told)) > 5
    assert (told[0], told[-1]) == (0.0, 1.0)


def test_an_extract_of_motorways_holds_no_street(tmp_path: Path) -> None:
    with pytest.raises(BadExtract, match="no street that may be walked"):
        streets(tmp_path, road(1, 2, highway="motorway"))


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
        # The end of a street at a gate may have been moved by a centimetre.
        assert street.metres == pytest.approx(geodesic(*points).m, abs=0.02)


def test_alleys_of_a_real_extract_keep_their_names() -> None:
    names = {street.name for street in imported(real("hai-phong-south.osm")).streets}

    assert {"Phố Lạch Tray", "Phố Phụng Pháp"} <= names
    assert len([name for name in names if name and name.startswith("Ngõ")]) > 20


def test_positions_are_those_of_the_extract(tmp_path: Path) -> None:
    (street,) = streets(tmp_path, road(1, 2))

    assert street.line[0] == Position(round(on(0, 0).lat, 7), round(on(0, 0).lon, 7))
