from dataclasses import replace

import pytest

from guide.crossings import Crossings
from guide.streets.spots import Spot
from guide.streets.way import Piece
from sites.position import Position
from tests.guide.factories import on

LINE = [on(place, 0) for place in range(0, 90, 10)]


def piece(at: int, kind: str = "footway", **tags: str) -> Piece:
    """Return the 10 m from one place of the line to the next."""
    return Piece(name=None, metres=10, begin=at, end=at + 1, kind=kind, tags=tags)


def across(at: int, how: str = "", part: str = "crossing") -> Piece:
    tags = {"footway": part} | ({"crossing": how} if how else {})
    return replace(piece(at), tags=tags)


def spot(position: Position, how: str = "", kind: str = "crossing") -> Spot:
    tags = {"crossing": how} if how else {}
    return Spot(kind=kind, position=position, name=None, tags=tags)


def found(pieces: list[Piece], *spots: Spot) -> list[str]:
    return [crossing.value for crossing in Crossings(LINE, spots).on(pieces)]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([piece(0)], [], id="a path"),
        pytest.param([across(0, "traffic_signals")], ["signals"], id="lights"),
        pytest.param([across(0, "uncontrolled")], ["marked"], id="a zebra"),
        pytest.param([across(0, "unmarked")], ["unmarked"], id="no marks"),
        pytest.param([across(0)], ["unknown"], id="who knows"),
        pytest.param(
            [across(0, "marked"), across(1, "", "traffic_island"), across(2, "marked")],
            ["unknown"], id="over a refuge it is one",
        ),
        pytest.param(
            [across(0, "marked"), across(1, "unmarked")], ["unmarked"], id="the worse",
        ),
        pytest.param(
            [across(0, "marked"), piece(1), across(2, "unmarked")],
            ["marked", "unmarked"], id="two streets",
        ),
    ],
)  # fmt: skip
def test_ways_across_are_counted(pieces: list[Piece], expected: list[str]) -> None:
    assert found(pieces) == expected


def test_a_spot_says_how_a_way_across_leads_across() -> None:
    middle = replace(across(0), end=2)

    assert found([middle], spot(LINE[1], "marked")) == ["marked"]
    assert found([across(0, "unmarked")], spot(LINE[1], "marked")) == ["unmarked"]
    assert found([across(0)], spot(LINE[1])) == ["unknown"]


def test_a_spot_between_two_paths_is_a_crossing() -> None:
    """Nobody drew a way across: the path itself leads over the street."""
    pieces = [piece(0), piece(1), piece(2)]

    assert found(pieces, spot(LINE[1], "traffic_signals")) == ["signals"]
    assert found(pieces, spot(LINE[1]), spot(LINE[2], "marked")) == [
        "unknown", "marked"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("residential", "residential", id="along a street"),
        pytest.param("residential", "footway", id="off a street"),
        pytest.param("footway", "residential", id="onto a street"),
    ],
)
def test_along_a_street_one_walks_over_a_crossing_without_crossing(
    before: str, after: str
) -> None:
    assert found([piece(0, before), piece(1, after)], spot(LINE[1])) == []


def test_a_spot_of_another_kind_or_elsewhere_is_none() -> None:
    pieces = [piece(0), piece(1)]

    assert found(pieces, spot(LINE[1], kind="bench")) == []
    assert found(pieces, spot(on(10, 1))) == []
    assert found(pieces, spot(LINE[5])) == []


def test_a_spot_where_a_way_across_begins_is_not_counted_twice() -> None:
    pieces = [piece(0), across(1, "marked"), piece(2)]

    assert found(pieces, spot(LINE[1]), spot(LINE[2])) == ["marked"]
