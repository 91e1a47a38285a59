from pathlib import Path

import pyogrio
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Polygon, box

from guide.errors import BadPack
from guide.streets import land as module
from guide.streets.land import Land, LandKind, as_lines, count_land, read_land

LAKE = Land(
    kind=LandKind.WATER,
    name="Hồ Tam Bạc\u2028“cũ”",
    shape=Polygon(
        [(106.68, 20.86), (106.69, 20.86), (106.69, 20.87)],
        [[(106.685, 20.861), (106.686, 20.861), (106.686, 20.862)]],
    ),
)
LINE = Land(
    kind=LandKind.RAILWAY, name=None, shape=LineString([(106.68, 20.86), (106.69, 20)])
)


def test_land_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "town.geojsonl"
    file.write_text("".join(as_lines([LAKE, LINE])), "utf-8")

    assert list(read_land(file)) == [LAKE, LINE]


@pytest.mark.parametrize(
    "text",
    [
        "no json",
        "7",
        '{"properties": {}}',
        '{"properties": {"kind": "sea", "name": null}, "geometry": {}}',
        '{"properties": {"kind": "water", "name": null}, "geometry": null}',
    ],
)
def test_anything_else_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "town.geojsonl"
    file.write_text(text, "utf-8")

    with pytest.raises(BadPack, match=r"town\.geojsonl"):
        list(read_land(file))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match="FileNotFoundError"):
        list(read_land(tmp_path / "none.geojsonl"))


NUMBERS = st.floats(-180, 180)
SHAPES = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=5).map(
    LineString
) | st.sampled_from(
    [
        box(106.68, 20.86, 106.69, 20.87),
        MultiPolygon([box(0, 0, 1, 1), box(2, 2, 2.5, 3)]),
        LAKE.shape,
    ]
)
PIECES = st.builds(
    Land,
    kind=st.sampled_from(LandKind),
    name=st.none() | st.text(max_size=20),
    shape=SHAPES,
)


@given(st.lists(PIECES, max_size=7), st.integers(1, 4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_land_is_read_and_counted_as_it_was_written(
    tmp_path: Path, land: list[Land], at_once: int
) -> None:
    file = tmp_path / "town.geojsonl"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "AT_ONCE", at_once)
        file.write_text("".join(as_lines(land)), "utf-8", newline="\n")

    assert list(read_land(file)) == land
    assert count_land(file) == {
        kind: count
        for kind in LandKind
        if (count := sum(piece.kind == kind for piece in land))
    }


def test_another_program_reads_what_was_written(tmp_path: Path) -> None:
    file = tmp_path / "town.geojsonl"
    file.write_text("".join(as_lines([LAKE, LAKE])), "utf-8")
    meta, _index, shapes, columns = pyogrio.raw.read(file)
    rows = dict(zip(meta["fields"], columns, strict=True))

    assert rows["kind"].tolist() == ["water", "water"]
    assert rows["name"].tolist() == [LAKE.name, LAKE.name]
    assert len(shapes) == 2


@pytest.mark.parametrize(
    "text", ["no json\n", '{"type":"Feature","properties":{"kind":"sea"}']
)
def test_what_is_no_land_is_not_counted(tmp_path: Path, text: str) -> None:
    file = tmp_path / "town.geojsonl"
    file.write_text(text)

    with pytest.raises(BadPack, match="geojsonl"):
        count_land(file)
