import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from guide.errors import BadPack
from guide.maps.tiles import SCHEMA
from guide.maps.tileshelf import KEPT, Tileset, TileShelf, tileset
from guide.streets.land import Land
from guide.streets.pack import BUILT_IN, as_text, read_pack
from tests.guide.factories import on
from tests.guide.maps.land import LAND, TOWN, pack, street
from tests.guide.maps.reading import about

TILES = tileset(TOWN, lambda: LAND)


def another(number: int) -> Tileset:
    return tileset(pack(street((0, 0), (10 + number, 0))))


def test_tiles_are_made_once_and_found_again(tmp_path: Path) -> None:
    told: list[float] = []
    made = TileShelf(tmp_path).file(TILES, told.append)
    assert told

    told.clear()
    found = TileShelf(tmp_path).file(TILES, told.append)
    assert found == made == tmp_path / "tiles" / TILES.name
    assert told == []


def test_a_file_holds_the_tiles_of_its_pack(tmp_path: Path) -> None:
    file = TileShelf(tmp_path).file(TILES)
    found = about(file.read_bytes())

    assert found["attribution"] == "© Ai Đó"
    assert [layer["id"] for layer in found["vector_layers"]][:2] == ["parks", "water"]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(tileset(TOWN), id="no land"),
        pytest.param(tileset(TOWN, lambda: LAND[1:]), id="less land"),
        pytest.param(tileset(replace(TOWN, attribution="©"), lambda: LAND), id="owner"),
        pytest.param(
            tileset(replace(TOWN, streets=TOWN.streets[1:]), lambda: LAND), id="streets"
        ),
        pytest.param(tileset(replace(TOWN, spots=()), lambda: LAND), id="spots"),
    ],
)
def test_another_content_has_another_name(changed: Tileset) -> None:
    assert changed.digest != TILES.digest


def test_land_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    def broken() -> Iterator[Land]:
        yield LAND[0]
        raise BadPack("town.land", "it is broken")

    found = tileset(TOWN, broken)

    assert found.digest == tileset(TOWN).digest
    about_it = about(TileShelf(tmp_path).file(found).read_bytes())
    assert about_it["vector_layers"][0]["id"] == "streets"


def test_another_schema_has_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.maps.tileshelf.SCHEMA", SCHEMA + 1)

    assert tileset(TOWN, lambda: LAND).digest != TILES.digest


def test_a_pack_has_the_same_name_after_it_was_kept(tmp_path: Path) -> None:
    file = tmp_path / f"{BUILT_IN.stem}.geojson"
    file.write_text(as_text(read_pack()), "utf-8")

    assert tileset(read_pack(file)).digest == tileset(read_pack()).digest


def test_two_who_ask_at_once_wait_for_one_file(tmp_path: Path) -> None:
    told: list[float] = []
    shelf = TileShelf(tmp_path)
    with ThreadPoolExecutor(4) as threads:
        jobs = [threads.submit(shelf.file, TILES, told.append) for _ in range(4)]
        found = {job.result() for job in jobs}

    assert len(found) == 1
    assert told.count(1.0) == 1


@pytest.fixture
def no_folder(tmp_path: Path) -> Path:
    """A home in which no folder can be made: root may write to any other."""
    home = tmp_path / "home"
    home.write_text("a file", "utf-8")
    return home


def test_a_home_that_takes_no_files_is_gone_round(
    no_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shelf = TileShelf(no_folder)
    with caplog.at_level(logging.WARNING):
        file = shelf.file(TILES)

    assert file.is_file()
    assert no_folder not in file.parents
    assert "cannot be kept" in caplog.text
    assert shelf.file(TILES) == file
    shelf.close()


def test_what_lies_elsewhere_goes_with_its_shelf(no_folder: Path) -> None:
    shelf = TileShelf(no_folder)
    file = shelf.file(TILES)
    shelf.close()

    assert not file.exists()


def test_nothing_half_done_stays_behind(tmp_path: Path) -> None:
    def breaks() -> Iterator[Land]:
        yield LAND[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        TileShelf(tmp_path).file(Tileset("abc", TOWN, breaks))
    with pytest.raises(ZeroDivisionError):
        TileShelf(tmp_path).file(TILES, lambda part: 1 / (part - part))

    assert list((tmp_path / "tiles").iterdir()) == []


def test_a_file_that_was_taken_away_is_made_again(tmp_path: Path) -> None:
    shelf = TileShelf(tmp_path)
    before = shelf.file(TILES).read_bytes()
    shelf.file(TILES).unlink()

    assert shelf.file(TILES).read_bytes() == before


def test_old_files_go_when_there_are_too_many(tmp_path: Path) -> None:
    shelf = TileShelf(tmp_path)
    files = [shelf.file(another(number)) for number in range(KEPT + 2)]
    left = set(shelf.folder.iterdir())

    assert len(left) == KEPT
    assert files[-1] in left


def test_a_file_may_be_read_by_others(tmp_path: Path) -> None:
    assert TileShelf(tmp_path).file(TILES).stat().st_mode & 0o777 == 0o644


def test_the_name_is_that_of_no_other_place() -> None:
    moved = tuple(
        replace(one, line=tuple(on(1, 1) if p == on(0, 0) else p for p in one.line))
        for one in TOWN.streets
    )

    assert tileset(replace(TOWN, streets=moved), lambda: LAND).digest != TILES.digest
