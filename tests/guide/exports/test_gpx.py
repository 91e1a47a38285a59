from datetime import time
from io import BytesIO

import gpxpy
import pyogrio
import pytest

from guide.exports.gpx import FORMAT
from guide.exports.steps import step_records
from guide.tour import Tour
from guide.wishes import Break, Wishes
from sites.names import LANGUAGES, Language
from tests.guide.exports.gpx_schema import faults
from tests.guide.factories import BROKEN, TRICKY, at, on, request, temple, walk

FAR = temple("far", on(300, 200))
TOUR = walk(request(), TRICKY, BROKEN, FAR)


def read(tour: Tour, language: Language = "vi") -> gpxpy.gpx.GPX:
    return gpxpy.parse(FORMAT.render(tour, language).decode())


@pytest.mark.parametrize("language", LANGUAGES)
def test_stops_are_waypoints_and_the_first_route(language: Language) -> None:
    document = read(TOUR, language)
    route, *_turns = document.routes
    numbers = [str(waypoint.name)[:2] for waypoint in document.waypoints]

    assert numbers == ["1.", "2.", "3."]
    assert [point.name for point in route.points] == [
        waypoint.name for waypoint in document.waypoints
    ]


def test_the_walked_line_is_one_track() -> None:
    ((segment,),) = [track.segments for track in read(TOUR).tracks]
    written = [(point.latitude, point.longitude) for point in segment.points]

    assert written == [position.lat_lon for position in TOUR.path]


def test_latitude_and_longitude_are_not_swapped() -> None:
    for waypoint, stop in zip(read(TOUR).waypoints, TOUR.stops, strict=True):
        assert (waypoint.latitude, waypoint.longitude) == stop.position.lat_lon


def test_a_waypoint_says_when_one_enters() -> None:
    moments = [waypoint.time for waypoint in read(TOUR).waypoints]

    assert moments == [stop.enter for stop in TOUR.stops]
    assert read(TOUR).time == at("08:00")


def test_a_waypoint_says_from_when_to_when_and_what_there_is_to_see() -> None:
    (waypoint,) = read(walk(request(), temple("a", on(120, 0))), "en").waypoints

    assert waypoint.name == "1. a Temple"
    assert waypoint.description == "08:01–08:11. A sentence."


def test_a_name_keeps_its_signs_and_loses_what_no_xml_may_hold() -> None:
    names = {str(waypoint.name)[3:] for waypoint in read(TOUR).waypoints}

    assert names == {'Đền "A & B" <1>', "Đình [31m]]>", "Đền far"}


def test_the_document_is_gpx_1_1_and_names_its_origin() -> None:
    document = read(TOUR)

    assert document.version == "1.1"
    assert (
        document.name == "Dạo bộ từ 20.86000, 106.69000, 23/11/2026 08:00: 3 điểm dừng"
    )
    assert document.copyright_author == "© Somebody"
    assert document.copyright_license == (
        "https://opendatacommons.org/licenses/odbl/1-0/"
    )


@pytest.mark.parametrize(
    ("layer", "features"), [("waypoints", 3), ("routes", 2), ("tracks", 1)]
)
def test_gdal_reads_every_layer(layer: str, features: int) -> None:
    document = BytesIO(FORMAT.render(TOUR, "vi"))
    found = pyogrio.read_info(document, layer=layer, force_feature_count=True)

    assert found["features"] == features
    assert found["crs"] == "EPSG:4326"


def test_gdal_finds_the_stops_east_of_a_hundred_degrees() -> None:
    document = BytesIO(FORMAT.render(TOUR, "vi"))
    _ids, ((west, *_), (south, *_), *_) = pyogrio.read_bounds(document, layer="tracks")

    assert (south, west) == pytest.approx((20.86, 106.69))


def test_a_tour_without_stops_still_has_its_route_and_track() -> None:
    document = read(walk(request(end=on(100, 0))))

    assert document.waypoints == []
    assert [len(route.points) for route in document.routes] == [0, 2]
    assert document.tracks[0].segments[0].points


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_turns_of_a_walk_are_the_points_of_a_route(language: Language) -> None:
    tour = walk(request(), temple("a", on(290, 50)))
    _stops, turns = read(tour, language).routes
    told = [
        (step["says"], step["manoeuvre"], leg.line[step["at"]].lat_lon)
        for leg in tour.legs
        for step in step_records(leg, tour, language)
    ]

    assert len(told) == 6
    assert [
        (point.name, point.type, (point.latitude, point.longitude))
        for point in turns.points
    ] == told


def test_each_walk_of_several_has_a_route_of_its_turns() -> None:
    tour = walk(request(wishes=Wishes(groups=2, max_stops=1)), *PAIR)
    document = read(tour, "en")

    assert [route.name for route in document.routes[1:]] == [
        f"Directions: {track.name}" for track in document.tracks
    ]


BREAK = Break(10, time(8, 10), time(9), (on(200, 0),))
PAIR = temple("a", on(120, 0)), temple("b", on(300, 300))


@pytest.mark.parametrize(
    ("wishes", "names"),
    [
        pytest.param(Wishes(), [""], id="one walk"),
        pytest.param(
            Wishes(days=2, max_stops=1),
            [", Day 1 (23/11/2026)", ", Day 2 (24/11/2026)"],
            id="two days",
        ),
        pytest.param(
            Wishes(groups=3, max_stops=1),
            [", Group 1", ", Group 2", ", Group 3"],
            id="three groups",
        ),
    ],
)
def test_every_walk_is_a_track_named_like_the_tour(
    wishes: Wishes, names: list[str]
) -> None:
    document = read(walk(request(wishes=wishes), *PAIR), "en")

    assert [track.name for track in document.tracks] == [
        f"{document.name}{name}" for name in names
    ]


def test_each_track_is_the_line_of_its_own_walk() -> None:
    tour = walk(request(wishes=Wishes(groups=2, max_stops=1)), *PAIR)
    lines = [
        [(point.latitude, point.longitude) for point in track.segments[0].points]
        for track in read(tour).tracks
    ]

    assert lines == [[point.lat_lon for point in part.path] for part in tour.parts]
    assert lines[0] != lines[1]


def test_the_stops_of_all_walks_number_on() -> None:
    tour = walk(request(wishes=Wishes(groups=2, max_stops=1)), *PAIR)

    assert [w.name for w in read(tour, "en").waypoints] == [
        "1. a Temple",
        "2. b Temple",
    ]


def test_a_break_is_a_point_on_the_track_but_no_stop() -> None:
    tour = walk(request(wishes=Wishes(breaks=(BREAK,))), *PAIR)
    document = read(tour, "en")
    points = document.tracks[0].segments[0].points

    assert [w.name for w in document.waypoints] == [
        "1. a Temple", "2. b Temple", "Rest 10 min near 20.86000, 106.69192"
    ]  # fmt: skip
    assert len(document.routes[0].points) == 2
    assert on(200, 0).lat_lon in {(p.latitude, p.longitude) for p in points}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "tour",
    [
        TOUR,
        walk(request()),
        walk(request(wishes=Wishes(groups=2, max_stops=1)), *PAIR),
        walk(request(wishes=Wishes(breaks=(BREAK,))), *PAIR),
    ],
    ids=["tricky names", "no stops", "two groups", "a break"],
)
def test_the_document_is_valid_by_the_schema(tour: Tour, language: Language) -> None:
    assert faults(FORMAT.render(tour, language).decode()) == []


def test_the_schema_finds_faults() -> None:
    good = FORMAT.render(TOUR, "vi").decode()

    assert faults(good.replace("<rte>", "<trk>").replace("</rte>", "</trk>"))
    assert faults(good.replace('lat="20.', 'lat="2e1'))
    assert faults(good.replace('version="1.1"', 'version="1.0"'))
