from datetime import time
from typing import Any

import pytest

from guide.bad_request import BadChoice, BadCount, BadMoment, BadPlace, BadWish
from guide.trips.asked import for_another_year, kept, read_trip
from guide.trips.errors import BadClasses, NotSaid
from guide.trips.question import Lunch, SchoolClass, Trip
from sites.city import HAI_PHONG
from sites.position import Position
from tests.guide.factories import at

LEAST = {
    "classes": ["7A: 42\r\n7B:40"],
    "from": ["ga-hai-phong"],
    "depart": ["2026-11-23T08:00"],
}


def read(**changes: Any) -> Trip:
    words = LEAST | {name: [value] for name, value in changes.items()}
    return read_trip(kept(words), HAI_PHONG)


def test_three_fields_are_enough() -> None:
    found = read()

    assert found.classes == (SchoolClass("7A", 42), SchoolClass("7B", 40))
    assert (found.start, found.depart) == ("ga-hai-phong", at("08:00"))
    assert (found.adults, found.minutes, found.ratio) == (0, 180, None)


@pytest.mark.parametrize("field", LEAST)
def test_a_field_that_is_needed_is_named(field: str) -> None:
    with pytest.raises(NotSaid) as problem:
        read(**{field.replace("from", "from"): " "})

    assert problem.value.field == field


def test_everything_can_be_said() -> None:
    found = read(
        adults="6", age_from="13", age_to="12", wheelchairs="1", pace="slow",
        to="20.86,106.69", minutes="240", ratio="15", groups="4", stop="den-nghe",
        most_stops="3", toilets_every="60", lunch_minutes="40", lunch_from="11:00",
        lunch_to="12:30", lunch_place="nha-hat-lon", **{"holds_den-nghe": "30"},
        **{"objective_den-nghe": "Kể lại", "toilet_den-nghe": "yes"},
        fact_school="THCS A",
    )  # fmt: skip

    assert found.ages == (12, 13)
    assert found.end == Position(20.86, 106.69)
    assert found.lunch == Lunch(40, time(11), time(12, 30), "nha-hat-lon")
    assert found.holds == {"den-nghe": 30}
    assert found.objectives == {"den-nghe": "Kể lại"}
    assert found.toilets == {"den-nghe"}
    assert found.facts == {"school": "THCS A"}


@pytest.mark.parametrize("given", ["seven", "7A", "7A: many", ": 12", "7A: 1\n7A: 2"])
def test_a_line_that_is_no_class_is_shown(given: str) -> None:
    with pytest.raises(BadClasses) as problem:
        read(classes=given)

    assert problem.value.field == "classes"


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"adults": "-1"}, BadCount),
        ({"classes": "7A: 0"}, BadCount),
        ({"minutes": "44"}, BadCount),
        ({"ratio": "0"}, BadCount),
        ({"depart": "soon"}, BadMoment),
        ({"pace": "run"}, BadChoice),
        ({"from": "99,999"}, BadPlace),
        ({"lunch_minutes": "30", "lunch_from": "13:00", "lunch_to": "12:00"}, BadWish),
        ({"holds_x": "no"}, BadCount),
    ],
    ids=str,
)
def test_what_cannot_be_read_names_its_field(
    changes: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error) as problem:
        read(**changes)

    assert problem.value.field in changes  # type: ignore[attr-defined]


def test_what_no_form_asks_for_is_not_kept() -> None:
    fields = {"classes": ["7A: 1"], "pupil_names": ["Lan"], "fact_x": ["y"], "to": [""]}

    assert kept(fields) == {"classes": ["7A: 1"]}


def test_what_is_kept_has_an_end_and_no_control_signs() -> None:
    found = kept({"fact_theme": ["a\x00\x1b\nb" + "c" * 5000]})["fact_theme"][0]

    assert found.startswith("a\nbc")
    assert len(found) <= 2000


def test_a_copy_for_another_year_has_no_dates_and_no_people() -> None:
    words = LEAST | {
        "adults": ["6"], "stop": ["den-nghe"], "objective_den-nghe": ["Kể lại"],
        "fact_school": ["THCS A"], "fact_leader": ["cô Lan"], "fact_cost": ["50000"],
    }  # fmt: skip

    assert for_another_year(words) == {
        "from": ["ga-hai-phong"],
        "stop": ["den-nghe"],
        "objective_den-nghe": ["Kể lại"],
        "fact_school": ["THCS A"],
    }
