from dataclasses import replace
from typing import Any

import pytest

from guide.ground import (
    Ground,
    Stairs,
    ground_of,
    is_busy,
    is_crossing,
    is_for_feet,
    is_one,
    stairs,
)
from guide.streets.access import WALKED, WALKED_BESIDE
from guide.streets.way import Piece


def piece(kind: str = "residential", **tags: str) -> Piece:
    """Return 50 m of some kind; ``name`` is its name, not a tag."""
    name = tags.pop("name", None)
    return Piece(name=name, metres=50, begin=0, end=1, kind=kind, tags=tags)


@pytest.mark.parametrize(
    ("kind", "tags", "ground"),
    [
        ("residential", {}, Ground.STREET),
        ("tertiary_link", {}, Ground.STREET),
        ("road", {}, Ground.STREET),
        ("primary", {}, Ground.MAIN),
        ("service", {}, Ground.ALLEY),
        ("service", {"service": "alley"}, Ground.ALLEY),
        ("service", {"service": "driveway"}, Ground.DRIVEWAY),
        ("service", {"service": "parking_aisle"}, Ground.CAR_PARK),
        ("footway", {}, Ground.FOOTPATH),
        ("path", {}, Ground.FOOTPATH),
        ("footway", {"footway": "sidewalk"}, Ground.PAVEMENT),
        ("footway", {"footway": "crossing", "bridge": "yes"}, Ground.CROSSING),
        ("footway", {"footway": "traffic_island"}, Ground.CROSSING),
        ("steps", {}, Ground.STEPS),
        ("steps", {"tunnel": "yes"}, Ground.STEPS),
        ("pedestrian", {}, Ground.PEDESTRIAN),
        ("pedestrian", {"area": "yes"}, Ground.SQUARE),
        ("footway", {"area": "yes"}, Ground.YARD),
        ("residential", {"bridge": "yes"}, Ground.BRIDGE),
        ("residential", {"bridge": "no"}, Ground.STREET),
        ("footway", {"bridge": "viaduct"}, Ground.FOOTBRIDGE),
        ("primary", {"tunnel": "yes"}, Ground.TUNNEL),
        ("footway", {"tunnel": "yes"}, Ground.UNDERPASS),
        ("footway", {"tunnel": "building_passage"}, Ground.PASSAGE),
    ],
)
def test_kind_and_tags_say_what_one_walks_on(
    kind: str, tags: dict[str, str], ground: Ground
) -> None:
    assert ground_of(piece(kind, **tags)) is ground


@pytest.mark.parametrize(
    ("kind", "tags", "across", "feet"),
    [
        ("footway", {"footway": "crossing"}, True, True),
        ("footway", {"footway": "traffic_island"}, True, True),
        ("footway", {"footway": "sidewalk"}, False, True),
        ("path", {}, False, True),
        ("steps", {}, False, False),
        ("residential", {"crossing": "marked"}, False, False),
    ],
)
def test_ways_across_are_told_from_paths_and_streets(
    kind: str, tags: dict[str, str], across: object, feet: object
) -> None:
    assert is_crossing(piece(kind, **tags)) is across
    assert is_for_feet(piece(kind, **tags)) is feet


@pytest.mark.parametrize("kind", sorted(WALKED | WALKED_BESIDE))
def test_every_kind_that_is_walked_is_some_ground(kind: str) -> None:
    assert ground_of(piece(kind)) in Ground


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        pytest.param({"name": "A"}, {"name": "A", "kind": "steps"}, True, id="a name"),
        pytest.param({"name": "A"}, {"name": "B"}, False, id="two names"),
        pytest.param({"name": "A"}, {}, False, id="a name and none"),
        pytest.param({}, {"kind": "primary"}, True, id="streets"),
        pytest.param({}, {"kind": "service"}, False, id="a street and an alley"),
        pytest.param(
            {"kind": "path"}, {"kind": "footway", "footway": "sidewalk"}, True,
            id="a path and a pavement",
        ),
        pytest.param({"kind": "path"}, {"kind": "steps"}, False, id="steps"),
        pytest.param({}, {"bridge": "yes"}, False, id="a bridge"),
    ],
)  # fmt: skip
def test_what_is_one_to_a_walker(a: Any, b: Any, one: object) -> None:
    assert is_one(piece(**a), piece(**b)) is one
    assert is_one(piece(**b), piece(**a)) is one


def flight(count: str = "", **tags: str) -> Piece:
    return piece("steps", **({"step_count": count} if count else {}), **tags)


@pytest.mark.parametrize(
    ("pieces", "whole", "expected"),
    [
        pytest.param([piece()], [True], None, id="no steps"),
        pytest.param([flight("12")], [True], Stairs(12), id="counted"),
        pytest.param([flight()], [True], Stairs(None), id="not counted"),
        pytest.param([flight("12")], [False], Stairs(None), id="a part of them"),
        pytest.param([flight("a few")], [True], Stairs(None), id="no number"),
        pytest.param([flight("99999")], [True], Stairs(None), id="no stairs"),
        pytest.param(
            [flight("12"), piece(), flight("5")], [True] * 3, Stairs(17), id="two",
        ),
        pytest.param(
            [flight("12"), piece(), flight()], [True] * 3, Stairs(None), id="one known",
        ),
        pytest.param(
            [flight("12"), flight("12")], [True] * 2, Stairs(12),
            id="one flight, cut at a junction",
        ),
        pytest.param(
            [flight("12"), flight("12")], [True, False], Stairs(None),
            id="a part of one that is cut",
        ),
        pytest.param(
            [flight("12"), flight("12", lit="yes")], [True] * 2, Stairs(24),
            id="two in a row",
        ),
    ],
)  # fmt: skip
def test_steps_are_counted_where_all_of_them_are_known(
    pieces: list[Piece], whole: list[bool], expected: Stairs | None
) -> None:
    assert stairs(pieces, whole) == expected


@pytest.mark.parametrize(("metres", "busy"), [(14.9, False), (15, True)])
def test_a_main_road_counts_from_some_metres_on(metres: float, busy: object) -> None:
    for kind, counts in (("primary", busy), ("trunk", busy), ("secondary", False)):
        assert is_busy([replace(piece(kind), metres=metres)], 15) is counts
