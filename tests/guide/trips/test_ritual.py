from datetime import date

import pytest

from guide.trips.ritual import is_worship
from sites.model import Kind
from tests.guide.factories import on, temple

NEW_YEAR = date(2027, 2, 6)
"""The first day of the lunar year Đinh Mùi."""


@pytest.mark.parametrize(
    ("day", "praying"),
    [(6, "many"), (7, "few"), (19, "few"), (20, "many"), (21, "few")],
)
def test_people_pray_on_the_first_and_the_fifteenth_of_the_moon(
    day: int, praying: str
) -> None:
    many = is_worship(temple("a"), NEW_YEAR.replace(day=day))

    assert many is (praying == "many")


def test_nobody_prays_at_a_theatre() -> None:
    theatre = temple("nha-hat", on(100, 0), kind=Kind.LANDMARK)

    assert not is_worship(theatre, NEW_YEAR)
