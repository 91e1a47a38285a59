from typing import Any

import pytest

from guide.trips.errors import NoAdult, StopTooSmall, TooFewAdults, TooManyGroups
from guide.trips.groups import form, see_that_they_fit
from guide.trips.question import SchoolClass
from sites.names import Text
from tests.guide.trips.trips import trip

HALL = {"hall": Text(vi="Đình", en="The hall")}


def sizes(**changes: Any) -> list[tuple[str, int, int]]:
    return [(one.name, one.pupils, one.adults) for one in form(trip(**changes))]


def test_every_class_is_a_group_if_nothing_is_said() -> None:
    assert sizes() == [("7A", 40, 3), ("7B", 36, 3)]


def test_a_class_that_is_too_large_is_divided_evenly() -> None:
    assert sizes(classes=(SchoolClass("7A", 51),), adults=2) == [
        ("7A.1", 26, 1),
        ("7A.2", 25, 1),
    ]


def test_as_many_groups_are_made_as_are_asked_for() -> None:
    found = sizes(groups=5)

    assert [pupils for _name, pupils, _adults in found] == [14, 13, 13, 18, 18]
    assert sum(adults for _name, _pupils, adults in found) == 6


def test_a_class_is_never_mixed_with_another() -> None:
    assert len(form(trip(groups=1))) == 2


def test_no_adult_says_how_many_are_needed() -> None:
    with pytest.raises(NoAdult) as problem:
        form(trip(adults=0, ratio=20))

    assert problem.value.values["needed"] == 4
    assert problem.value.field == "adults"


@pytest.mark.parametrize(("adults", "ratio", "needed"), [(3, 20, 4), (1, None, 2)])
def test_too_few_adults_says_how_many_are_needed(
    adults: int, ratio: int | None, needed: int
) -> None:
    with pytest.raises(TooFewAdults) as problem:
        form(trip(adults=adults, ratio=ratio))

    assert problem.value.values["needed"] == needed


def test_just_enough_adults_are_enough() -> None:
    assert len(form(trip(adults=4, ratio=19))) == 2


def test_forty_groups_are_too_many_and_what_works_is_said() -> None:
    with pytest.raises(TooManyGroups) as problem:
        form(trip(groups=40, adults=80))

    assert problem.value.values["size"] == 7
    assert problem.value.values["days"] == 4
    assert len(form(trip(groups=12, adults=80))) == 12


def test_a_stop_that_is_too_small_says_how_many_groups_would_do() -> None:
    asked = trip(holds={"hall": 25})
    with pytest.raises(StopTooSmall) as problem:
        see_that_they_fit(form(asked), asked, HALL)

    needed = problem.value.values["groups"]
    assert (problem.value.values["size"], needed) == (43, 4)
    works = trip(holds={"hall": 25}, groups=needed)
    see_that_they_fit(form(works), works, HALL)


def test_a_group_that_just_fits_is_no_problem() -> None:
    asked = trip(holds={"hall": 43})

    see_that_they_fit(form(asked), asked, HALL)
