from pathlib import Path

import pytest
from shapely.geometry import LineString, Polygon

from guide.errors import BadPack
from guide.streets.land import Land, LandKind, as_lines, read_land

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
