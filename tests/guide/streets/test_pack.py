import json
import time
from copy import deepcopy
from dataclasses import asdict, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from geopy.distance import geodesic

from guide.errors import BadPack
from guide.streets.graph import StreetGraph
from guide.streets.pack import (
    BUILT_IN,
    Origin,
    Pack,
    Street,
    as_text,
    measured,
    read_pack,
)
from guide.streets.spots import Spot
from sites.position import Box, Position

LINE = [[106.69, 20.86], [106.691, 20.86]]
FEATURE: dict[str, Any] = {
    "type": "Feature",
    "properties": {"class": "residential", "name": "Phố Đẹp", "metres": 104.06},
    "geometry": {"type": "LineString", "coordinates": LINE},
}
COLLECTION: dict[str, Any] = {
    "type": "FeatureCollection",
    "attribution": "© Somebody",
    "features": [FEATURE],
}


ORIGIN = Origin(
    file="town.osm.pbf",
    taken="2026-11-20T21:20:58Z",
    newest_edit=None,
    imported="2026-11-24T09:30:05+00:00",
    junctions=3,
    dropped_parts=2,
    dropped_streets=5,
    dropped_metres=120.5,
    one_way_streets=1,
)
TOWN = Pack(
    name="town",
    attribution="© Somebody",
    streets=(
        Street(
            line=(Position(20.86, 106.69), Position(20.8612345, 106.6912345)),
            metres=188.37,
            name='Ngõ "A & B" <1>',
            kind="steps",
            tags={"name:en": "Alley", "old_name": "Rue\u2028Đông"},
        ),
        Street(
            line=(Position(20.86, 106.69), Position(20.85, 106.7)),
            metres=0.0,
            name=None,
            kind="footway",
        ),
    ),
    spots=(
        Spot(
            kind="cafe",
            position=Position(20.8601, 106.6905),
            name='Cà phê "A & B" <1>',
            tags={"wheelchair": "yes"},
        ),
        Spot(kind="bench", position=Position(20.86, 106.6903), name=None),
    ),
    origin=ORIGIN,
)


def written(tmp_path: Path, found: object) -> Path:
    path = tmp_path / "town.geojson"
    path.write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    return path


def changed(**changes: Any) -> dict[str, Any]:
    """Return the collection with another street in it."""
    found = deepcopy(COLLECTION)
    (feature,) = found["features"]
    feature["geometry"] |= {k: v for k, v in changes.items() if k == "coordinates"}
    feature["properties"] |= {k: v for k, v in changes.items() if k != "coordinates"}
    return found


def test_a_pack_keeps_its_name_and_its_attribution(tmp_path: Path) -> None:
    pack = read_pack(written(tmp_path, COLLECTION))

    assert (pack.name, pack.attribution) == ("town", "© Somebody")


def test_a_street_keeps_its_line_with_latitude_and_longitude_in_place(
    tmp_path: Path,
) -> None:
    assert read_pack(written(tmp_path, COLLECTION)).streets == (
        Street(
            line=(Position(20.86, 106.69), Position(20.86, 106.691)),
            metres=104.06,
            name="Phố Đẹp",
            kind="residential",
        ),
    )


def test_a_street_may_have_no_name_and_no_length(tmp_path: Path) -> None:
    (street,) = read_pack(written(tmp_path, changed(name=None, metres=0))).streets

    assert (street.name, street.metres) == (None, 0)


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param([], id="no collection"),
        pytest.param({"attribution": "©"}, id="no features"),
        pytest.param(COLLECTION | {"features": []}, id="no street"),
        pytest.param({"features": [FEATURE]}, id="no attribution"),
        pytest.param(COLLECTION | {"features": None}, id="features of nothing"),
        pytest.param(COLLECTION | {"features": [{}]}, id="an empty feature"),
        pytest.param(changed(coordinates=[]), id="no points"),
        pytest.param(changed(coordinates=LINE[:1]), id="one point"),
        pytest.param(changed(coordinates=[[1], [2]]), id="half points"),
        pytest.param(changed(coordinates=[LINE, LINE]), id="lines of lines"),
        pytest.param(changed(coordinates=[[106, 91], [106, 20]]), id="off the Earth"),
        pytest.param(changed(coordinates=[["a", "b"], [1, 2]]), id="words"),
        pytest.param(changed(metres=None), id="not measured"),
        pytest.param(changed(metres="long"), id="measured in words"),
        pytest.param(changed(metres=-0.01), id="shorter than nothing"),
        pytest.param(changed(metres=float("nan")), id="no number"),
        pytest.param(changed(metres=float("inf")), id="endless"),
    ],
)
def test_a_broken_pack_is_named_with_what_to_do(tmp_path: Path, broken: object) -> None:
    with pytest.raises(
        BadPack, match=r"street pack town.geojson cannot be read .* put the file back"
    ):
        read_pack(written(tmp_path, broken))


@pytest.mark.parametrize(
    "content", [b"", b"not JSON", b'{"features": [', b"\xff\xfe\x00"]
)
def test_a_file_that_is_no_pack_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "town.geojson"
    path.write_bytes(content)

    with pytest.raises(BadPack, match="GUIDE_STREETS"):
        read_pack(path)


def test_a_missing_pack_is_refused_without_its_folder(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match=r"pack none\.geojson .*FileNotFoundError"):
        read_pack(tmp_path / "none.geojson")


def test_the_built_in_pack_names_its_origin_and_licence(centre: StreetGraph) -> None:
    assert centre.pack.attribution == "© OpenStreetMap contributors, ODbL 1.0"
    assert all(street.kind for street in centre.pack.streets)


def test_measuring_gives_the_built_in_lengths() -> None:
    collection = json.loads(BUILT_IN.read_text("utf-8"))
    sample = Random(1).sample(collection["features"], 30)
    again = measured({"features": sample})["features"]

    for known, found in zip(sample, again, strict=True):
        wanted = known["properties"]["metres"]
        assert found["properties"]["metres"] == pytest.approx(wanted, abs=0.01)


def test_a_length_is_that_of_the_line_with_all_its_corners() -> None:
    corners = [[106.69, 20.86], [106.691, 20.86], [106.691, 20.861]]
    (feature,) = measured(changed(coordinates=corners))["features"]
    east = geodesic((20.86, 106.69), (20.86, 106.691)).m
    north = geodesic((20.86, 106.691), (20.861, 106.691)).m

    assert feature["properties"]["metres"] == pytest.approx(east + north, abs=0.005)


def test_measuring_keeps_all_else_and_changes_nothing_that_it_got() -> None:
    before = deepcopy(COLLECTION)
    found = measured(COLLECTION)

    assert before == COLLECTION
    assert found["attribution"] == "© Somebody"
    assert found["features"][0]["properties"]["name"] == "Phố Đẹp"


def test_what_was_measured_can_be_read(tmp_path: Path) -> None:
    pack = read_pack(written(tmp_path, measured(changed(metres=None))))

    assert pack.streets[0].metres == pytest.approx(104.06, abs=0.05)


@pytest.mark.parametrize("pack", [TOWN, replace(TOWN, origin=None)])
def test_a_pack_that_was_written_is_read_as_it_was(tmp_path: Path, pack: Pack) -> None:
    path = tmp_path / "town.geojson"
    path.write_text(as_text(pack), "utf-8")

    assert read_pack(path) == pack
    assert [s.tags for s in read_pack(path).streets] == [s.tags for s in pack.streets]


def test_the_built_in_pack_is_the_same_once_written_and_read(
    tmp_path: Path, centre: StreetGraph
) -> None:
    path = tmp_path / f"{centre.pack.name}.geojson"
    path.write_text(as_text(centre.pack), "utf-8")

    assert read_pack(path) == centre.pack


def test_a_written_pack_is_geojson_with_a_street_a_line() -> None:
    found = json.loads(as_text(TOWN))

    assert found["type"] == "FeatureCollection"
    assert found["bbox"] == [106.69, 20.85, 106.7, 20.8612345]
    assert found["origin"] == asdict(ORIGIN)
    assert found["features"][0]["geometry"]["coordinates"][0] == [106.69, 20.86]
    assert as_text(TOWN).count("\n") == len(TOWN.streets) + len(TOWN.spots) + 2


def test_the_box_of_a_pack_holds_all_its_streets() -> None:
    assert TOWN.box == Box(south=20.85, west=106.69, north=20.8612345, east=106.7)


@pytest.mark.parametrize("origin", [{}, {"file": "x"}, [], "town.osm", None, 7])
def test_an_origin_that_is_none_breaks_the_pack(tmp_path: Path, origin: object) -> None:
    with pytest.raises(BadPack, match="TypeError"):
        read_pack(written(tmp_path, COLLECTION | {"origin": origin}))


def test_five_thousand_streets_are_read_in_half_a_second(
    tmp_path: Path, centre: StreetGraph
) -> None:
    many = replace(centre.pack, streets=(centre.pack.streets * 5)[:5000])
    path = tmp_path / "many.geojson"
    path.write_text(as_text(many), "utf-8")
    begin = time.process_time()
    read_pack(path)

    assert time.process_time() - begin < 0.5


@pytest.mark.parametrize(
    ("tags", "one_way"),
    [({}, 0), ({"oneway:foot": "yes"}, 1), ({"foot:forward": "no"}, -1)],
)
def test_a_street_says_which_way_people_on_foot_may_walk_it(
    tags: dict[str, str], one_way: int
) -> None:
    assert replace(TOWN.streets[1], tags=tags).one_way == one_way
