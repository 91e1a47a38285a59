import os
from dataclasses import replace
from pathlib import Path

import pytest

from guide.streets.errors import (
    BadChosenPack,
    BadPackName,
    BrokenPack,
    NoSuchPack,
    PackNotKept,
)
from guide.streets.pack import Pack, read_pack
from guide.streets.shelf import Shelf
from tests.guide.factories import on, street

TOWN = Pack(
    name="town", attribution="© Somebody", streets=(street(on(0, 0), on(100, 0)),)
)


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

    with pytest.raises(PackNotKept, match=r"packs cannot .*No space left.*GUIDE_HOME"):
        shelf.keep(replace(TOWN, attribution="© Another"))

    assert shelf.in_use() == TOWN
    assert {file.name for file in shelf.folder.iterdir()} == {"town.geojson", "in-use"}


def test_a_choice_that_cannot_be_written_leaves_the_one_before(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.keep(TOWN)
    monkeypatch.setattr(Path, "replace", full_disk)

    with pytest.raises(PackNotKept):
        shelf.use("town")

    assert shelf.chosen == "built-in"
    assert [file.name for file in shelf.folder.iterdir()] == ["town.geojson"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")

    with pytest.raises(PackNotKept, match=r"home.packs cannot be written"):
        Shelf(tmp_path / "home").keep(TOWN)


def test_a_file_that_is_no_pack_of_ours_is_not_listed(shelf: Shelf) -> None:
    shelf.keep(TOWN)
    (shelf.folder / "Copy of town.geojson").write_text("{}")
    (shelf.folder / "notes.txt").write_text("")

    assert shelf.names() == ["built-in", "town"]
