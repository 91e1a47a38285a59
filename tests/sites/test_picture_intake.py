from pathlib import Path

import pytest

from sites.intake import read_content
from sites.pictures import Shows
from tests.sites import drawn, folders


def test_pictures_are_read_with_what_is_in_their_files(tmp_path: Path) -> None:
    pictures = read_content(folder=drawn.content(tmp_path)).pictures

    old_map, pair = pictures.values()
    assert list(pictures) == ["ban-do", "anh-doi"]
    assert (old_map.shows, old_map.year, old_map.now) == (Shows.MAP, 1925, None)
    assert [(pin.x, pin.y) for pin in old_map.pins] == list(drawn.CORNERS)
    assert [pin.position.lat_lon for pin in old_map.pins] == list(drawn.PLACES)
    assert (old_map.then.width, old_map.then.height) == drawn.SIZE
    assert old_map.then.data == drawn.picture()
    assert (pair.year, pair.site, pair.pins) == (None, "den-nho", ())
    assert [image.media_type for image in pair.images] == ["image/jpeg", "image/webp"]
    assert pair.now is not None
    assert pair.now.licence == "cc-by-sa-4.0"


def test_a_city_may_do_without_pictures(tmp_path: Path) -> None:
    assert read_content(folder=folders.copy(tmp_path)).pictures == {}


LINE = "lat: 20.856, lon: 106.681"
FAULTS = [
    ("    credit: Người vẽ\n", "", "credit is missing"),
    ("    licence: public-domain\n", "", "licence is missing"),
    ("licence: public-domain", "licence: mine", "“mine” is not one of public-domain"),
    ("file: map.png", "file: other.png", "there is no file pictures/other.png"),
    ("file: map.png", "file: ../sources.yaml", "the name of a file in the folder"),
    ("file: map.png", "file: text.png", "text.png is no JPEG, PNG or WebP"),
    ("[sach]\n", "[nobody]\n", "no such source: nobody"),
    ("site: den-nho", "site: nowhere", "no such site: nowhere"),
    ("x: 60, y: 270", "x: 401, y: 270", "“401” is not a number from 0 to 400"),
    ("x: 60, y: 270", "x: 60, y: 301", "“301” is not a number from 0 to 300"),
    ("x: 60, y: 270", "x: 200, y: 35", "the points are in one line"),
    (LINE, "lat: 20.8657, lon: 106.686", "the points are in one line"),
    (LINE, "lat: 21.5, lon: 106.681", "21.5, 106.681 is not in Hải Phòng"),
    ("    - {x: 60, y: 270, " + LINE + "}\n", "", "write three"),
    ("year: 1925", "year: soon", "“soon” is not a whole number from 1500"),
    ("shows: map", "shows: film", "“film” is not one of map, photograph"),
    ("ban-do:", "place:", "place is the page where pictures are placed"),
    ("ban-do:", "Bản đồ/1:", "a key has small letters, digits and single hyphens"),
    ("ban-do:", f"{'a' * 81}:", "80 of them at most"),
]


@pytest.mark.parametrize(("old", "new", "says"), FAULTS)
def test_what_is_wrong_with_a_picture_is_named(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    assert old in drawn.ENTRY
    folder = drawn.content(tmp_path, drawn.ENTRY.replace(old, new, 1))
    (folder / "pictures" / "text.png").write_text("words", "utf-8")

    (fault,) = folders.faults(folder)

    assert says in fault.problem
    assert fault.file == "pictures.yaml"


def test_points_so_close_that_a_corner_leaves_the_globe_are_a_fault(
    tmp_path: Path,
) -> None:
    close = drawn.ENTRY
    for (x, y), at in zip(
        drawn.CORNERS, ("x: 0.01, y: 0", "x: 0.02, y: 0", "x: 0, y: 0.01"), strict=True
    ):
        close = close.replace(f"x: {x}, y: {y}", at)

    (fault,) = folders.faults(drawn.content(tmp_path, close))

    assert "beyond the globe" in fault.problem


def test_the_longest_key_is_taken(tmp_path: Path) -> None:
    key = "a" * 80
    folder = drawn.content(tmp_path, drawn.ENTRY.replace("ban-do:", f"{key}:"))

    assert key in read_content(folder=folder).pictures


@pytest.mark.parametrize(("x", "y"), [(400, 270), (60, 300)])
def test_a_point_may_lie_on_the_edge(tmp_path: Path, x: int, y: int) -> None:
    entry = drawn.ENTRY.replace("x: 60, y: 270", f"x: {x}, y: {y}")

    assert read_content(folder=drawn.content(tmp_path, entry)).pictures["ban-do"].pins
