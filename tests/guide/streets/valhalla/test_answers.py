from collections.abc import Callable
from math import inf
from typing import Any

import numpy as np
import pytest
import shapely

from guide.streets.errors import StreetsFailed
from guide.streets.snap import Snap
from guide.streets.valhalla.answers import (
    area_of,
    kind_of,
    line_of,
    metres_of,
    name_of,
    snap_of,
    tags_of,
    way_of,
)
from sites.position import Position
from tests.guide.factories import on

PLACE = on(0, 10)


def edge(
    at: Position, away: float, number: int = 7, *, forward: bool = True
) -> dict[str, Any]:
    return {
        "correlated_lat": at.lat,
        "correlated_lon": at.lon,
        "distance": away,
        "percent_along": 0.25 if forward else 0.75,
        "edge_id": {"value": number},
        "edge": {"forward": forward, "geo_attributes": {"length": 80}},
    }


def snap(place: Position, point: Position | None = None) -> Snap:
    at = point or place
    return Snap(street=1, along_m=0.0, away_m=0.0, point=at, place=place)


def test_the_nearest_edge_counts_and_of_its_directions_the_one_as_drawn() -> None:
    near, far = on(0, 0), on(0, 30)
    edges = [edge(far, 20, 5), edge(near, 10, 8, forward=False), edge(near, 10)]
    found = snap_of(PLACE, {"edges": edges})

    assert (found.street, found.along_m) == (7, 20)
    assert (found.place, found.point) == (PLACE, near)
    assert found.away_m == pytest.approx(10, abs=0.01)


def test_a_street_of_one_direction_counts_too() -> None:
    found = snap_of(PLACE, {"edges": [edge(on(0, 0), 10, 8, forward=False)]})

    assert (found.street, found.along_m) == (8, 60)


@pytest.mark.parametrize("edges", [[], None])
def test_where_there_is_no_street_it_is_infinitely_far_away(
    edges: list[Any] | None,
) -> None:
    assert snap_of(PLACE, {"edges": edges}).away_m == inf


def test_kilometres_become_metres_and_nothing_becomes_no_way() -> None:
    answer = {"sources_to_targets": {"distances": [[0.0, 1.547], [None, 0.001]]}}
    found = metres_of(answer, 2, 2)

    assert np.allclose(found, np.array([[0, 1547], [inf, 1]]), atol=1e-9)


@pytest.mark.parametrize("table", [[], [[1]], [[1, 2, 3]], [["a", 1]], [[-1, 0]], 5])
def test_a_table_of_another_form_is_refused(table: object) -> None:
    with pytest.raises(StreetsFailed, match="do not understand"):
        metres_of({"sources_to_targets": {"distances": table}}, 1, 2)


def test_a_line_is_read_with_longitude_first() -> None:
    line = [[106.69, 20.85], [106.70, 20.86]]
    answer = {"routes": [{"geometry": {"coordinates": line}}]}

    assert line_of(answer) == (Position(20.85, 106.69), Position(20.86, 106.70))


EDGES = [
    {
        "names": ["QL.5", "Phố Lê Lợi"],
        "road_class": "residential",
        "use": "road",
        "begin_shape_index": 0,
        "end_shape_index": 1,
        "end_node": {"intersecting_edges": [{"walkability": "none"}]},
    },
    {
        "road_class": "service_other",
        "use": "steps",
        "begin_shape_index": 1,
        "end_shape_index": 2,
        "end_node": {"intersecting_edges": [{"walkability": "both"}]},
    },
    {
        "names": ["Phố Lê Lợi"],
        "road_class": "residential",
        "use": "road",
        "bridge": True,
        "begin_shape_index": 2,
        "end_shape_index": 3,
    },
]
SHAPE = [on(0, 0), on(100, 0), on(130, 0), on(130, 50)]


def test_a_way_goes_from_place_to_place_along_its_streets() -> None:
    a, b = snap(on(0, 10), SHAPE[0]), snap(on(140, 50), SHAPE[-1])
    way = way_of((a, b), SHAPE, {"edges": EDGES}, 200.0)

    assert way.line == (a.place, *SHAPE, b.place)
    assert way.metres == 200
    assert [(p.begin, p.end) for p in way.pieces] == [(1, 2), (2, 3), (3, 4)]
    assert [p.name for p in way.pieces] == ["Phố Lê Lợi", None, "Phố Lê Lợi"]
    assert [p.kind for p in way.pieces] == ["residential", "steps", "residential"]
    assert [p.choice for p in way.pieces] == [False, False, True]
    assert [round(p.metres) for p in way.pieces] == [100, 30, 50]
    assert way.pieces[2].tags == {"bridge": "yes"}
    assert [round(s.metres) for s in way.stretches] == [100, 30, 50]


def test_a_way_between_places_on_the_street_repeats_no_point() -> None:
    way = way_of((snap(SHAPE[0]), snap(SHAPE[-1])), SHAPE, {"edges": EDGES}, 180.0)

    assert way.line == tuple(SHAPE)
    assert [(p.begin, p.end) for p in way.pieces] == [(0, 1), (1, 2), (2, 3)]


def test_a_street_without_length_is_no_piece() -> None:
    shape = [SHAPE[0], SHAPE[0], SHAPE[1], SHAPE[2]]
    way = way_of((snap(SHAPE[0]), snap(SHAPE[2])), shape, {"edges": EDGES}, 130.0)

    assert [(p.begin, p.end) for p in way.pieces] == [(0, 1), (1, 2)]


@pytest.mark.parametrize(
    ("names", "name"),
    [
        ([], None),
        (["Phố Cấm"], "Phố Cấm"),
        (["QL.5", "Đường Hà Nội"], "Đường Hà Nội"),
        (["QL.5"], "QL.5"),
    ],
)
def test_a_street_is_called_by_a_word_rather_than_a_number(
    names: list[str], name: str | None
) -> None:
    assert name_of(names) == name


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"use": "steps", "road_class": "service_other"}, "steps"),
        ({"use": "pedestrian_crossing", "road_class": "service_other"}, "footway"),
        ({"use": "alley", "road_class": "service_other"}, "service"),
        ({"use": "road", "road_class": "tertiary"}, "tertiary"),
        ({"use": "ramp", "road_class": "primary"}, "primary_link"),
        ({"use": "other", "road_class": "service_other"}, "service"),
        ({}, "road"),
    ],
)
def test_kinds_are_those_of_openstreetmap(facts: dict[str, str], kind: str) -> None:
    assert kind_of(facts) == kind


def test_what_else_is_known_are_tags() -> None:
    assert tags_of({"use": "pedestrian_crossing"}) == {"footway": "crossing"}
    assert tags_of({"tunnel": True, "bridge": False}) == {"tunnel": "yes"}


def test_an_area_is_read_from_all_its_features() -> None:
    square = shapely.box(106.69, 20.85, 106.70, 20.86)
    other = shapely.box(106.71, 20.85, 106.72, 20.86)
    features = [{"geometry": shapely.geometry.mapping(one)} for one in (square, other)]

    assert area_of({"features": features}).equals(shapely.union_all([square, other]))
    assert area_of({"features": []}).is_empty
    empty = {"geometry": {"type": "Polygon", "coordinates": []}}
    assert area_of({"features": [empty]}).is_empty


READERS: list[Callable[[Any], object]] = [
    lambda answer: snap_of(PLACE, answer),
    lambda answer: metres_of(answer, 1, 1),
    line_of,
    lambda answer: way_of((snap(PLACE), snap(PLACE)), [PLACE], answer, 1.0),
    area_of,
]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    "answer",
    [
        None, [], {}, "text", 5,
        {"edges": [{}]}, {"edges": 5}, {"routes": []},
        {"routes": [{"geometry": {"coordinates": [[500, 500]]}}]},
        {"features": [{"geometry": {"type": "Cube", "coordinates": [1]}}]},
        {"features": [{}]},
    ],
    ids=str,
)  # fmt: skip
def test_an_answer_of_another_form_is_one_sentence(
    read: Callable[[Any], object], answer: object
) -> None:
    with pytest.raises(StreetsFailed, match="do not understand"):
        read(answer)
