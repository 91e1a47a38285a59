import json
from datetime import time
from io import BytesIO
from typing import Any

import pyogrio
import pytest

from guide.exports.geojson import FORMAT
from guide.tour import Tour
from guide.wishes import Break, Wishes
from tests.guide.factories import CORNER, TRICKY, on, request, temple, walk

HERE = temple("here", CORNER)
FAR = temple("far", on(300, 200))
TOUR = walk(request(), TRICKY, FAR, HERE)


def features(tour: Tour, kind: str) -> list[dict[str, Any]]:
    found = json.loads(FORMAT.render(tour, "vi"))
    assert found["type"] == "FeatureCollection"
    return [f for f in found["features"] if f["geometry"]["type"] == kind]


def test_stops_are_points_with_longitude_first() -> None:
    points = [f["geometry"]["coordinates"] for f in features(TOUR, "Point")]

    assert points == [[*stop.position.lon_lat] for stop in TOUR.stops]


def test_legs_are_lines_of_two_points_or_more_with_longitude_first() -> None:
    lines = [f["geometry"]["coordinates"] for f in features(TOUR, "LineString")]

    assert len(lines) == len(TOUR.legs)
    assert all(len(line) >= 2 for line in lines)
    assert all(106 < lon < 107 and 20 < lat < 21 for li in lines for lon, lat in li)


def test_a_leg_between_equal_places_is_a_line_that_stands_still() -> None:
    ((first, second), *_more) = [
        f["geometry"]["coordinates"]
        for f in features(walk(request(), HERE), "LineString")
    ]

    assert first == second == [106.69, 20.86]


def test_stops_and_legs_are_numbered_from_one() -> None:
    stops = [f["properties"]["stop"] for f in features(TOUR, "Point")]
    legs = [f["properties"]["leg"] for f in features(TOUR, "LineString")]

    assert (stops, legs) == ([1, 2, 3], [1, 2, 3, 4])


def test_a_stop_keeps_its_name_and_its_times() -> None:
    names = {f["properties"]["name"] for f in features(TOUR, "Point")}
    (enter, *_) = [f["properties"]["enter"] for f in features(TOUR, "Point")]

    assert 'Đền "A & B" <1>' in names
    assert enter == TOUR.stops[0].enter.isoformat()


def test_what_the_geometry_says_is_not_said_twice() -> None:
    for kind in ("Point", "LineString"):
        for feature in features(TOUR, kind):
            assert not {"lat", "lon", "line"} & feature["properties"].keys()


def test_gdal_reads_stops_and_legs() -> None:
    found = pyogrio.read_info(BytesIO(FORMAT.render(TOUR, "vi")))

    assert found["driver"] == "GeoJSON"
    assert found["features"] == len(TOUR.stops) + len(TOUR.legs)
    assert found["total_bounds"] == pytest.approx(
        (*CORNER.lon_lat, *on(300, 300).lon_lat), abs=1e-6
    )


def test_a_tour_without_stops_is_one_line() -> None:
    tour = walk(request())

    assert features(tour, "Point") == []
    assert len(features(tour, "LineString")) == 1


def test_the_collection_names_whoever_made_the_streets() -> None:
    assert json.loads(FORMAT.render(TOUR, "vi"))["attribution"] == "© Somebody"


BREAK = Break(10, time(8, 10), time(9), (on(200, 0),))
GROUPS = walk(
    request(wishes=Wishes(groups=2, max_stops=1, breaks=(BREAK,))),
    temple("a", on(120, 0)),
    temple("b", on(300, 300)),
)


def test_the_stops_breaks_and_legs_of_all_walks_number_on() -> None:
    points = [f["properties"] for f in features(GROUPS, "Point")]
    stops = {found["stop"]: found["site"] for found in points if "stop" in found}
    breaks = {found["break"]: found["walk"] for found in points if "break" in found}
    legs = [f["properties"]["leg"] for f in features(GROUPS, "LineString")]

    assert stops == {1: "a", 2: "b"}
    assert breaks == {1: 1, 2: 2}
    assert legs == [1, 2, 3, 4, 5, 6]


def test_a_leg_ends_where_one_rests() -> None:
    ends = [f["geometry"]["coordinates"][-1] for f in features(GROUPS, "LineString")]

    assert ends[1] == ends[4] == [round(x, 6) for x in on(200, 0).lon_lat]
