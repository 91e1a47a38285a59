from pathlib import Path

from sites.intake import read_content
from sites.store.store import Store
from tests.sites import drawn, folders


def test_pictures_come_back_as_they_were_without_their_bytes(
    store: Store, tmp_path: Path
) -> None:
    written = read_content(folder=drawn.content(tmp_path))
    store.fill(written)
    read = store.catalogue()

    assert list(read.pictures.values()) == list(written.pictures.values())
    assert {i.data for p in read.pictures.values() for i in p.images} == {None}


def test_the_file_of_a_picture_is_read_by_its_digest(
    store: Store, tmp_path: Path
) -> None:
    written = read_content(folder=drawn.content(tmp_path))
    store.fill(written)

    for picture in written.pictures.values():
        for image in picture.images:
            assert store.picture(image.digest) == (image.media_type, image.data)
    assert store.picture("nothing") is None


def test_a_catalogue_that_was_read_from_the_store_can_be_put_back(
    store: Store, tmp_path: Path
) -> None:
    written = read_content(folder=drawn.content(tmp_path))
    store.fill(written)
    store.fill(store.catalogue())

    assert store.catalogue().pictures == written.pictures
    for picture in written.pictures.values():
        for image in picture.images:
            assert store.picture(image.digest) == (image.media_type, image.data)


def test_pictures_go_with_the_catalogue_that_held_them(
    store: Store, tmp_path: Path
) -> None:
    written = read_content(folder=drawn.content(tmp_path))
    store.fill(written)
    store.fill(read_content(folder=folders.copy(tmp_path / "without")))

    assert store.catalogue().pictures == {}
    assert store.picture(written.pictures["ban-do"].then.digest) is None
