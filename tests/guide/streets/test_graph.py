import pytest
from geopy.distance import geodesic

from guide.streets.graph import StreetGraph
from sites.catalogue import Catalogue
from sites.position import Position
from tests.guide.factories import GRID, graph, on, street

BENT = graph(street(on(0, 0), on(30, 0), on(30, 70), metres=100.0))
FAR_SITES = {"chua-phung-phap", "dinh-phung-phap", "nha-tuong-niem"}
"""They stand beyond the network of the centre."""


def metres_apart(a: Position, b: Position) -> float:
    return float(geodesic(a.lat_lon, b.lat_lon).m)


def test_the_built_in_network_is_whole(centre: StreetGraph) -> None:
    assert len(centre.walked.streets) == len(centre.pack.streets) == 1061
    assert len(centre.walked.network.nodes) == 704


def test_a_junction_has_as_many_arms_as_streets_meet_there() -> None:
    corners = [on(0, 0), on(100, 0), on(100, 100), on(50, 0)]

    assert [GRID.arms(corner) for corner in corners] == [2, 3, 4, 0]


@pytest.mark.parametrize(
    ("position", "point", "along_m", "away_m"),
    [
        pytest.param(on(40, 0), on(40, 0), 40, 0, id="on a street"),
        pytest.param(on(40, -7), on(40, 0), 40, 7, id="beside a street"),
        pytest.param(on(97, 2), on(97, 0), 97, 2, id="not at the junction nearby"),
        pytest.param(on(-30, -40), on(0, 0), 0, 50, id="before its beginning"),
        pytest.param(on(0, 0), on(0, 0), 0, 0, id="at a junction"),
    ],
)
def test_a_place_is_joined_to_the_nearest_point_of_any_street(
    position: Position, point: Position, along_m: float, away_m: float
) -> None:
    snap = GRID.snap(position)

    assert snap.place == position
    assert metres_apart(snap.point, point) < 1e-6
    assert snap.along_m == pytest.approx(along_m, abs=1e-6)
    assert snap.away_m == pytest.approx(away_m, abs=1e-6)


def test_a_place_behind_the_end_of_a_street_is_joined_to_that_end() -> None:
    snap = BENT.snap(on(30, 90))

    assert snap.along_m == 100
    assert snap.away_m == pytest.approx(20)


def test_a_place_beside_the_second_piece_is_that_far_along_the_street() -> None:
    snap = BENT.snap(on(35, 20))

    assert snap.along_m == pytest.approx(50)


def test_a_place_is_joined_to_the_right_one_of_many_streets() -> None:
    snap = GRID.snap(on(210, 155))

    assert GRID.street(snap.street).name == "Phố Dọc 200"
    assert snap.along_m == pytest.approx(55)


def test_every_site_of_the_centre_stands_near_a_street(
    centre: StreetGraph, built_in: Catalogue
) -> None:
    away = {
        site.slug: centre.snap(site.location.position).away_m
        for site in built_in
        if site.location
    }

    assert {slug for slug, metres in away.items() if metres > 100} == FAR_SITES


def test_a_site_on_a_street_is_no_way_from_it(
    centre: StreetGraph, built_in: Catalogue
) -> None:
    location = built_in.get("203-le-loi").location
    assert location
    snap = centre.snap(location.position)

    assert centre.street(snap.street).name == "Phố Lê Lợi"
    assert snap.away_m < 1
