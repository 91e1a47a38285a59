from dataclasses import replace
from pathlib import Path

import pytest
from geopy.distance import geodesic

from guide.streets.graph import StreetGraph
from guide.streets.matrix import MatrixFolder, Metres
from guide.streets.profile import ANYBODY, Profile
from guide.streets.snap import Snap
from guide.streets.walked import Walked
from guide.streets.ways import measured
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


def test_many_places_are_joined_as_each_would_be(centre: StreetGraph) -> None:
    places = [street.line[0] for street in centre.pack.streets[::40]]
    places += [Position(at.lat + 3e-4, at.lon - 2e-4) for at in places]
    fresh = StreetGraph(centre.pack, centre.walked)

    assert fresh.snap_all(places) == [fresh.snap(place) for place in places]
    assert fresh.snap_all([]) == []


def test_of_streets_equally_near_the_first_counts() -> None:
    assert GRID.snap(on(0, 0)).street == 0


def test_who_else_walks_is_asked_once() -> None:
    quiet = Profile(quiet=True)

    assert GRID.walked_by(ANYBODY) is GRID
    assert GRID.walked_by(quiet) is GRID.walked_by(quiet)
    assert GRID.walked_by(quiet).walked_by(ANYBODY) is GRID


def test_a_place_beside_steps_is_joined_to_what_its_visitor_can_walk() -> None:
    a, b = on(0, 0), on(100, 0)
    steps = street(a, b, kind="steps")
    town = graph(steps, street(a, on(50, 30), b, metres=120.0))
    beside = on(50, -2)

    assert town.snap(beside).street == 0
    assert town.walked_by(Profile(step_free=True)).snap(beside).street == 1


CORNERS = [on(100 * x, 100 * y) for x in range(4) for y in range(4)]


def kept(folder: Path) -> StreetGraph:
    return StreetGraph(GRID.pack, kept=MatrixFolder(folder))


def never(*_asked: object) -> Metres:
    raise AssertionError("this was known")


def metres(streets: StreetGraph, places: list[Position]) -> Metres:
    return streets.ways([*map(streets.snap, places)]).metres


def test_what_is_kept_on_disk_is_not_measured_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path).keep(CORNERS)
    monkeypatch.setattr("guide.streets.graph.measured", never)
    again = kept(tmp_path)
    again.keep(CORNERS)

    assert metres(again, CORNERS[::-1]).max() == 600


def test_a_place_that_is_not_kept_is_measured_beside_those_that_are(
    tmp_path: Path,
) -> None:
    places = [CORNERS[3], on(20, -5), CORNERS[9], on(150, 90), on(20, -5)]
    known = kept(tmp_path)
    known.keep(CORNERS)

    assert metres(known, places) == pytest.approx(metres(GRID, places), abs=1e-9)


def test_one_site_that_moved_is_measured_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    streets = kept(tmp_path)
    streets.keep(CORNERS)
    asked: list[tuple[int, int]] = []

    def counted(walked: Walked, begin: list[Snap], goal: list[Snap]) -> Metres:
        asked.append((len(begin), len(goal)))
        return measured(walked, begin, goal)

    monkeypatch.setattr("guide.streets.graph.measured", counted)
    moved = [on(50, 0), *CORNERS[1:]]
    streets.keep(moved)
    again = kept(tmp_path)
    again.keep(moved)

    assert asked == [(1, 16), (15, 1)]
    assert metres(again, moved) == pytest.approx(metres(GRID, moved), abs=1e-9)


def test_every_profile_keeps_its_own(tmp_path: Path) -> None:
    streets = kept(tmp_path)
    streets.keep(CORNERS)
    main = [replace(one, kind="primary") for one in GRID.pack.streets]
    other = StreetGraph(
        replace(GRID.pack, streets=tuple(main)), kept=MatrixFolder(tmp_path)
    )
    other.keep(CORNERS)
    assert len([*tmp_path.iterdir()]) == 1

    other.walked_by(Profile(quiet=True))
    assert len([*tmp_path.iterdir()]) == 2


def test_another_pack_keeps_its_own(tmp_path: Path) -> None:
    kept(tmp_path).keep(CORNERS)
    longer = [replace(one, metres=one.metres + 1) for one in GRID.pack.streets]
    other = StreetGraph(
        replace(GRID.pack, streets=tuple(longer)), kept=MatrixFolder(tmp_path)
    )
    other.keep(CORNERS)

    assert metres(other, CORNERS).max() == 606


def test_it_says_what_maps_have_to_say_and_where_it_lies() -> None:
    assert GRID.attribution == "© Somebody"
    assert GRID.spots == ()
    assert GRID.area.holds(on(150, 150))
    assert not GRID.area.holds(on(-10, 0))
