from typing import Any

import pytest

from sites.names import Text
from sites.staff.errors import NoDraft, Unsaid
from sites.staff.photo import Rewritten
from sites.store.photos import Caption, Photos
from sites.store.store import Store
from tests.sites.store.test_drafts import NOW

IMAGE = Rewritten("abc", 640, 480, (b"small", b"medium", b"large"))
SAID: dict[str, Any] = {
    "creator": "Lan",
    "licence": "cc-by-4.0",
    "caption": Text(vi="Cổng", en="Gate"),
    "alt": Text(vi="Một cái cổng", en="A gate"),
}


@pytest.fixture
def photos(store: Store) -> Photos:
    made = Photos(store)
    made.add("a", IMAGE, Caption(**SAID), "hanh", NOW)
    return made


def test_what_is_said_of_a_photograph_is_read_back(photos: Photos) -> None:
    [found] = photos.of("a")

    assert (found.caption, found.alt) == (SAID["caption"], SAID["alt"])
    assert (found.creator, found.licence, found.digest) == ("Lan", "cc-by-4.0", "abc")
    assert photos.of("b") == []
    assert photos.sites() == {"a"}


def test_its_files_are_read_by_size(photos: Photos) -> None:
    assert photos.file("abc", "small") == b"small"
    assert photos.file("abc", "large") == b"large"
    assert photos.file("abc", "creator") is None
    assert photos.file("xyz", "small") is None


@pytest.mark.parametrize(
    "change",
    [
        {"creator": " "},
        {"licence": "mine"},
        {"caption": Text(vi="", en="Gate")},
        {"alt": Text(vi="Cổng", en=" ")},
    ],
    ids=str,
)
def test_what_has_to_be_said_is_asked_for(change: dict[str, Any]) -> None:
    with pytest.raises(Unsaid):
        Caption(**SAID | change)


def test_a_photograph_is_taken_away_where_it_is_shown_only(photos: Photos) -> None:
    [found] = photos.of("a")

    with pytest.raises(NoDraft):
        photos.remove("b", found.id, "hanh")
    photos.remove("a", found.id, "hanh")
    assert photos.of("a") == []
