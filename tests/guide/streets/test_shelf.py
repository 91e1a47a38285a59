import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from shapely.geometry import box

from guide.streets.errors import (
    BadChosenPack,
    BadPackName,
    BrokenPack,
    NoSuchPack,
    NotKept,
)
from guide.streets.land import Land, LandKind
from guide.streets.pack import Pack, read_pack
from guide.streets.shelf import Shelf
from tests.guide.factories import on, street

TOWN = Pack(
    name="town", attribution="© Somebody", streets=(street(on(0, 0), on(100, 0)),)
)
LAKE = Land(kind=LandKind.WATER, name="Hồ Tam Bạc", shape=box(0, 0, 1, 1))
POND = Land(kind=LandKind.WATER, name="Ao", shape=box(2, 2, 3, 3))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "home")


def test_a_pack_that_is_kept_can_be_read(shelf: Shelf) -> None:
    shelf.keep(TOWN)

    assert shelf.read("town") == TOWN
    assert shelf.names() == ["built-in", "town"]


def test_the_built_in_pack_is_there_and_in_use_in_a_new_folder(shelf: Shelf) -> None:
    assert shelf.names() == ["built-in"]
    assert shelf.chosen == "built-in"
    assert shelf.in_use() == shelf.read("built-in") == read_pack()


def test_a_pack_of_the_same_name_is_replaced(shelf: Shelf) -> None:
    shelf.keep(TOWN)
    shelf.keep(replace(TOWN, attribution="© Another"))

    assert shelf.read("town").attribution == "© Another"
    assert [file.name for file in shelf.folder.iterdir()] == ["town.geojson"]


def test_the_pack_that_was_chosen_is_in_use(shelf: Shelf) -> None:
    shelf.keep(TOWN)

    assert shelf.use("town") == TOWN
    assert (shelf.chosen, shelf.in_use()) == ("town", TOWN)


def test_one_goes_back_to_the_built_in_pack(shelf: Shelf) -> None:
    shelf.keep(TOWN)
    shelf.use("town")
    shelf.use("built-in")

    assert shelf.in_use() == read_pack()


@pytest.mark.parametrize(
    "name",
    ["", "built-in", "Town", "-town", "../town", "a/b", "phố", "a b", "a.b", "a" * 61],
)
def test_a_name_that_is_none_is_refused(shelf: Shelf, name: str) -> None:
    with pytest.raises(BadPackName, match="like hai-phong-2026"):
        shelf.keep(replace(TOWN, name=name))

    assert not shelf.folder.exists()


@pytest.mark.parametrize("name", ["a", "7", "hai-phong-2026", "a" * 60])
def test_a_name_of_small_letters_numbers_and_lines_is_taken(
    shelf: Shelf, name: str
) -> None:
    assert shelf.keep(replace(TOWN, name=name)).exists()


@pytest.mark.parametrize("name", ["city", "../packs/town", "town.geojson", ""])
def test_a_pack_that_nobody_kept_is_not_used(shelf: Shelf, name: str) -> None:
    shelf.keep(TOWN)
    shelf.use("town")

    with pytest.raises(NoSuchPack, match="choose one of built-in, town"):
        shelf.use(name)

    assert shelf.chosen == "town"


def test_a_broken_pack_is_not_chosen(shelf: Shelf) -> None:
    shelf.keep(TOWN).write_text("{")

    with pytest.raises(BrokenPack, match=r"pack town is broken .* make it again"):
        shelf.use("town")

    assert shelf.chosen == "built-in"


@pytest.mark.parametrize("content", ["", "{", '{"features": []}'])
def test_a_chosen_pack_that_broke_is_a_sentence_with_the_way_back(
    shelf: Shelf, content: str
) -> None:
    file = shelf.keep(TOWN)
    shelf.use("town")
    file.write_text(content)

    with pytest.raises(BadChosenPack, match=r"in use, town, .* use built-in”$"):
        shelf.in_use()


def test_a_chosen_pack_that_is_gone_is_a_sentence_with_the_way_back(
    shelf: Shelf,
) -> None:
    file = shelf.keep(TOWN)
    shelf.use("town")
    file.unlink()

    with pytest.raises(BadChosenPack, match=r"town\.geojson is missing.*use built-in"):
        shelf.in_use()


@pytest.mark.parametrize("choice", [b"", b"../town", b"A B", b"\xff\xfe"])
def test_a_choice_that_names_no_pack_is_a_sentence(shelf: Shelf, choice: bytes) -> None:
    shelf.folder.mkdir(parents=True)
    (shelf.folder / "in-use").write_bytes(choice)

    with pytest.raises(BadChosenPack, match=r"in use, .+, cannot be read"):
        shelf.in_use()


def test_a_choice_that_is_a_folder_is_a_sentence(shelf: Shelf) -> None:
    (shelf.folder / "in-use").mkdir(parents=True)

    with pytest.raises(BadChosenPack, match="in-use"):
        shelf.in_use()


def full_disk(*_args: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_pack_that_cannot_be_written_leaves_what_was_there(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.keep(TOWN)
    shelf.use("town")
    monkeypatch.setattr(os, "fsync", full_disk)

    with pytest.raises(NotKept, match=r"packs cannot .*No space left.*GUIDE_HOME"):
        shelf.keep(replace(TOWN, attribution="© Another"))

    assert shelf.in_use() == TOWN
    assert {file.name for file in shelf.folder.iterdir()} == {"town.geojson", "in-use"}


def test_a_choice_that_cannot_be_written_leaves_the_one_before(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.keep(TOWN)
    monkeypatch.setattr(Path, "replace", full_disk)

    with pytest.raises(NotKept):
        shelf.use("town")

    assert shelf.chosen == "built-in"
    assert [file.name for file in shelf.folder.iterdir()] == ["town.geojson"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")

    with pytest.raises(NotKept, match=r"home.packs cannot be written"):
        Shelf(tmp_path / "home").keep(TOWN)


def test_a_file_that_is_no_pack_of_ours_is_not_listed(shelf: Shelf) -> None:
    shelf.keep(TOWN)
    (shelf.folder / "Copy of town.geojson").write_text("{}")
    (shelf.folder / "notes.txt").write_text("")

    assert shelf.names() == ["built-in", "town"]


def files(shelf: Shelf) -> set[str]:
    """Return the names of all files, each stamp as a star."""
    return {re.sub("[0-9a-f]{16}", "*", file.name) for file in shelf.folder.iterdir()}


def age(shelf: Shelf, hours: float) -> None:
    """Make all files older."""
    for file in shelf.folder.iterdir():
        then = file.stat().st_mtime - hours * 3600
        os.utime(file, (then, then))


def test_land_is_kept_beside_its_pack(shelf: Shelf) -> None:
    shelf.keep(TOWN, [LAKE, POND])
    pack = shelf.read("town")

    assert replace(pack, land=None) == TOWN
    assert list(shelf.land(pack)) == [LAKE, POND]
    assert files(shelf) == {"town.geojson", "town.*.geojsonl"}
    assert shelf.names() == ["built-in", "town"]


def test_a_pack_without_land_has_none(shelf: Shelf) -> None:
    shelf.keep(TOWN)

    assert list(shelf.land(shelf.read("town"))) == []
    assert list(shelf.land(shelf.read("built-in"))) == []


def test_no_land_at_all_is_known_as_such(shelf: Shelf) -> None:
    shelf.keep(TOWN, [])
    pack = shelf.read("town")

    assert shelf.land_file(pack)
    assert list(shelf.land(pack)) == []


@pytest.mark.parametrize("stamp", ["../../../etc/passwd", "x", "0" * 16, ""])
def test_a_stamp_that_is_none_is_no_file(shelf: Shelf, stamp: str) -> None:
    shelf.keep(TOWN, [LAKE])

    assert shelf.land_file(replace(TOWN, land=stamp)) is None


def test_a_pack_that_is_replaced_without_land_has_none_any_more(shelf: Shelf) -> None:
    shelf.keep(TOWN, [LAKE])
    shelf.keep(TOWN)

    assert list(shelf.land(shelf.read("town"))) == []


def half_written(_pack: Pack) -> Iterator[str]:
    yield "{"
    full_disk()


def test_a_crash_between_land_and_pack_leaves_the_old_ones_together(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.keep(TOWN, [LAKE])
    before = shelf.file("town").read_bytes()
    monkeypatch.setattr("guide.streets.shelf.pack_lines", half_written)

    with pytest.raises(NotKept):
        shelf.keep(replace(TOWN, attribution="© Another"), [POND])

    assert shelf.file("town").read_bytes() == before
    assert list(shelf.land(shelf.read("town"))) == [LAKE]


def test_land_that_cannot_be_written_leaves_what_was_there(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.keep(TOWN, [LAKE])
    monkeypatch.setattr(os, "fsync", full_disk)

    with pytest.raises(NotKept):
        shelf.keep(TOWN, [POND])

    assert list(shelf.land(shelf.read("town"))) == [LAKE]
    assert files(shelf) == {"town.geojson", "town.*.geojsonl"}


def test_the_next_import_sweeps_away_what_nobody_knows(shelf: Shelf) -> None:
    shelf.keep(TOWN, [LAKE])
    (shelf.folder / ".new-cut-off").write_text("{")
    (shelf.folder / f"gone.{'0' * 16}.geojsonl").write_text("")
    age(shelf, 1.1)
    shelf.keep(replace(TOWN, name="other"), [POND])
    shelf.keep(TOWN, [POND])

    assert len(files(shelf)) == len(list(shelf.folder.iterdir())) == 4
    assert list(shelf.land(shelf.read("town"))) == [POND]
    assert list(shelf.land(shelf.read("other"))) == [POND]


def test_what_another_import_may_be_writing_is_left_alone(shelf: Shelf) -> None:
    shelf.keep(TOWN, [LAKE])
    (shelf.folder / ".new-at-work").write_text("{")
    (shelf.folder / f"town.{'0' * 16}.geojsonl").write_text("")
    age(shelf, 0.9)
    shelf.keep(TOWN, [POND])

    assert len(list(shelf.folder.iterdir())) == 5


def test_a_file_that_cannot_be_swept_away_does_not_stop_an_import(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.keep(TOWN, [LAKE])
    age(shelf, 2)
    kept = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.suffix == ".geojsonl":
            raise PermissionError(13, "Permission denied")
        kept(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    shelf.keep(TOWN, [POND])

    assert list(shelf.land(shelf.read("town"))) == [POND]


def test_two_imports_of_one_name_at_a_time_do_not_mix(shelf: Shelf) -> None:
    many = [
        (
            replace(TOWN, attribution=f"© {number}" * 2000),
            [replace(LAKE, name=f"{number}")],
        )
        for number in range(4)
    ]
    for _round in range(3):
        with ThreadPoolExecutor(4) as together:
            list(together.map(lambda both: shelf.keep(*both), many))
        pack = shelf.read("town")
        (land,) = shelf.land(pack)

        assert pack.attribution == f"© {land.name}" * 2000


def test_keeping_says_how_far_it_is(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[float] = []
    monkeypatch.setattr("guide.streets.shelf.TELL_EVERY", 2)
    shelf.keep(
        replace(TOWN, streets=tuple(TOWN.streets) * 6), [POND, POND], told.append
    )

    assert told == [2 / 8, 4 / 8, 6 / 8, 1.0, 1.0]
