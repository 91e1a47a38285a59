import re

import pytest

from guide.errors import BadPack, GuideError
from guide.streets import errors
from guide.streets.errors import (
    BadChosenPack,
    BadExtract,
    BadPackName,
    BrokenPack,
    NoSiteThere,
    NoSuchPack,
    NotKept,
)

ALL: tuple[GuideError, ...] = (
    BadExtract("town.osm", "there is no such file"),
    NoSiteThere("town.osm", "21.0–21.1 N, 105.8–105.9 E"),
    BadPackName("Town!"),
    NoSuchPack("town", ["built-in", "city"]),
    NotKept("var/packs", "No space left on device"),
    BrokenPack("town", "it holds no street"),
    BadChosenPack("town", "town.geojson is missing"),
)


@pytest.mark.parametrize("error", ALL, ids=lambda error: type(error).__name__)
def test_an_error_says_what_is_wrong_and_then_what_to_do(error: GuideError) -> None:
    wrong, to_do = re.split(r"; ", str(error), maxsplit=1)

    assert len(wrong.split()) > 2
    assert len(to_do.split()) > 2
    assert "%(" not in str(error)


def test_every_error_stands_in_the_tree() -> None:
    for error in ALL:
        assert type(error).__name__ in str(errors.__doc__)


def test_who_expects_a_broken_pack_gets_the_broken_chosen_one_too() -> None:
    assert issubclass(BadChosenPack, BadPack)
    assert issubclass(BrokenPack, BadPack)
