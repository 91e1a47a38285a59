import pytest

from guide.streets.land import LandKind
from guide.streets.legend import (
    AREAS,
    LAND_KEYS,
    LINES,
    SPOT_KEYS,
    SPOTS,
    area_of,
    line_of,
    spot_of,
)
from guide.streets.spots import CROSSING, LANDMARKS, PAUSES

ALL_SPOTS = [(key, value, SPOTS[key][value]) for key in SPOTS for value in SPOTS[key]]
ALL_AREAS = [(key, value, AREAS[key][value]) for key in AREAS for value in AREAS[key]]
ALL_LINES = [(key, value, LINES[key][value]) for key in LINES for value in LINES[key]]


@pytest.mark.parametrize(("key", "value", "kind"), ALL_SPOTS)
def test_a_spot_with_a_name_is_what_its_tag_says(
    key: str, value: str, kind: str
) -> None:
    assert spot_of({key: value}, "Chợ Sắt") == kind
    assert spot_of({key: value, "access": "private"}, "Chợ Sắt") is None
    assert key in SPOT_KEYS


def test_every_kind_of_spot_has_a_tag_and_there_is_no_other_kind() -> None:
    assert {kind for _k, _v, kind in ALL_SPOTS} == PAUSES | LANDMARKS | {CROSSING}


@pytest.mark.parametrize(("key", "value", "kind"), ALL_SPOTS)
def test_without_a_name_only_landmarks_do_not_count(
    key: str, value: str, kind: str
) -> None:
    assert (spot_of({key: value}, None) is None) == (kind in LANDMARKS)


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({}, None),
        ({"amenity": "parking"}, None),
        ({"highway": "residential"}, None),
        ({"amenity": "parking", "tourism": "museum"}, "museum"),
        ({"amenity": "cafe", "shop": "supermarket"}, "cafe"),
        ({"shop": "bench"}, None),
    ],
)
def test_the_first_key_that_says_a_kind_counts(
    tags: dict[str, str], kind: str | None
) -> None:
    assert spot_of(tags, "A") == kind


@pytest.mark.parametrize(("key", "value", "kind"), ALL_AREAS)
def test_an_area_is_the_land_that_its_tag_says(
    key: str, value: str, kind: LandKind
) -> None:
    assert area_of({key: value}) is kind
    assert area_of({key: value, "building": "yes"}) is kind
    assert key in LAND_KEYS


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"building": "yes"}, LandKind.BUILDING),
        ({"building": "temple"}, LandKind.BUILDING),
        ({"building": "no"}, None),
        ({"natural": "coastline"}, None),
        ({"landuse": "residential"}, None),
        ({}, None),
    ],
)
def test_any_building_is_one_and_the_coast_is_left_out(
    tags: dict[str, str], kind: LandKind | None
) -> None:
    assert area_of(tags) is kind


@pytest.mark.parametrize(("key", "value", "kind"), ALL_LINES)
def test_a_line_is_the_land_that_its_tag_says_unless_it_runs_below(
    key: str, value: str, kind: LandKind
) -> None:
    assert line_of({key: value}) is kind
    assert line_of({key: value, "tunnel": "no"}) is kind
    assert line_of({key: value, "tunnel": "yes"}) is None
    assert line_of({key: value, "tunnel": "culvert"}) is None


@pytest.mark.parametrize("tags", [{"railway": "station"}, {"waterway": "dock"}, {}])
def test_other_lines_are_no_land(tags: dict[str, str]) -> None:
    assert line_of(tags) is None


def test_every_kind_of_land_has_a_tag() -> None:
    kinds = {kind for _k, _v, kind in [*ALL_AREAS, *ALL_LINES]}

    assert kinds | {LandKind.BUILDING} == set(LandKind)
