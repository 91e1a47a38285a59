from collections.abc import Sequence
from math import inf
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from guide.streets.errors import StreetsFailed
from guide.streets.matrix import MatrixFolder
from guide.streets.pack import Pack
from guide.streets.profile import ANYBODY, Profile
from guide.streets.snap import Snap
from guide.streets.spots import Spot
from guide.streets.valhalla.server import Server
from guide.streets.valhalla.streets import ValhallaStreets
from sites.position import Position
from tests.guide.factories import on, street
from tests.guide.streets.valhalla.canned import Canned, Counter
from tests.guide.streets.valhalla.test_answers import edge

PLACES = [on(0, 10), on(500, 10), on(1000, 10)]
TOO_MANY = Canned({"error_code": 150, "error": "Exceeded max locations"}, 400)
NO_WAY = Canned({"error_code": 442, "error": "No path could be found"}, 400)
BROKEN = Canned("<html>")


@pytest.fixture
def streets(counter: Counter) -> ValhallaStreets:
    """A server with one street, on which all places stand 10 m away."""
    counter.says("status", Canned({"version": "1", "tileset_last_modified": 1}))
    return ValhallaStreets(Server(counter.address))


def snap(place: Position, away_m: float = 10.0) -> Snap:
    return Snap(street=7, along_m=0.0, away_m=away_m, point=place, place=place)


def table(*rows: Sequence[float | None]) -> Canned:
    return Canned({"sources_to_targets": {"distances": list(rows)}})


def located(counter: Counter, places: list[Position]) -> None:
    counter.says("locate", Canned([{"edges": [edge(place, 0.0)]} for place in places]))


def test_nothing_is_asked_before_it_is_needed(
    counter: Counter, streets: ValhallaStreets
) -> None:
    streets.keep(PLACES)
    other = streets.walked_by(Profile(quiet=True))

    assert counter.asked == []
    assert (streets.profile, other.profile) == (ANYBODY, Profile(quiet=True))
    assert "OpenStreetMap" in streets.attribution
    assert streets.area is None
    assert list(streets.spots) == []


def test_where_the_streets_are_and_what_stands_there_says_the_pack_on_the_maps(
    counter: Counter,
) -> None:
    bench = Spot(kind="bench", position=PLACES[0], name=None)
    town = Pack(
        name="town", attribution="me", streets=(street(*PLACES),), spots=(bench,)
    )
    streets = ValhallaStreets(Server(counter.address), shown=town)
    quiet = streets.walked_by(Profile(quiet=True))

    assert streets.area == quiet.area == town.box
    assert streets.spots == quiet.spots == (bench,)


def test_the_same_walker_has_the_same_streets(streets: ValhallaStreets) -> None:
    quiet = streets.walked_by(Profile(quiet=True))

    assert quiet.walked_by(ANYBODY) is streets
    assert streets.walked_by(Profile(quiet=True)) is quiet


def test_ways_are_as_long_as_valhalla_says_and_the_steps_to_the_street(
    counter: Counter, streets: ValhallaStreets
) -> None:
    counter.says("sources_to_targets", table([0.0, 0.5], [0.6, 0.0]))
    found = streets.ways([snap(PLACES[0]), snap(PLACES[1], 20.0)]).metres

    assert np.allclose(found, [[0, 530], [630, 0]], atol=1e-9)
    (asked,) = counter.of("sources_to_targets")
    assert asked["sources"] == asked["targets"]
    assert asked["sources"][0]["node_snap_tolerance"] == 0


def test_where_no_way_leads_it_is_infinitely_far(
    counter: Counter, streets: ValhallaStreets
) -> None:
    snaps = [snap(place) for place in PLACES[:2]]
    counter.says("sources_to_targets", table([0.0, None], [None, 0.0]))
    assert streets.ways(snaps).metres.tolist() == [[0, inf], [inf, 0]]

    counter.says("sources_to_targets", NO_WAY)
    assert streets.ways(snaps).metres.tolist() == [[0, inf], [inf, 0]]


def test_a_place_without_a_street_is_not_asked_about(
    counter: Counter, streets: ValhallaStreets
) -> None:
    counter.says("sources_to_targets", table([0.0]))
    found = streets.ways([snap(PLACES[0]), snap(PLACES[1], inf)]).metres

    assert found.tolist() == [[0, inf], [inf, 0]]
    assert len(counter.of("sources_to_targets")[0]["sources"]) == 1


def test_many_places_are_asked_for_in_blocks(
    counter: Counter, streets: ValhallaStreets
) -> None:
    counter.says(
        "sources_to_targets",
        table(*[[0.1] * 50] * 50), table(*[[0.2]] * 50), table([0.3] * 50),
        table([0.4]),
    )  # fmt: skip
    found = streets.ways([snap(on(number, 0), 0.0) for number in range(51)]).metres

    assert len(counter.asked) == 4
    corners = found[0, 1], found[0, 50], found[50, 0]
    assert corners == pytest.approx((100, 200, 300))
    assert (np.diag(found) == 0).all()


def test_a_server_of_lower_limits_is_asked_for_less(
    counter: Counter, streets: ValhallaStreets
) -> None:
    quarters = [table([1.0]), table([2.0]), table([3.0]), table([4.0])]
    counter.says(
        "sources_to_targets", TOO_MANY, TOO_MANY, *quarters[:2], TOO_MANY, *quarters[2:]
    )
    found = streets.ways([snap(on(number, 0), 0.0) for number in (0, 100)]).metres

    assert found[0, 1] == 2000
    assert found[1, 0] == 3000


def test_a_server_that_takes_nothing_fails(
    counter: Counter, streets: ValhallaStreets
) -> None:
    counter.says("sources_to_targets", TOO_MANY)

    with pytest.raises(StreetsFailed, match=r"Exceeded max locations \(150\)"):
        streets.ways([snap(PLACES[0]), snap(PLACES[1])])


def test_all_kept_places_are_located_at_once_and_once(
    counter: Counter, streets: ValhallaStreets
) -> None:
    located(counter, PLACES)
    streets.keep(PLACES)
    snaps = [streets.snap(place) for place in [*PLACES, *PLACES]]

    assert [found.place for found in snaps] == [*PLACES, *PLACES]
    assert len(counter.of("locate")) == 1


def test_no_other_place_is_remembered(
    counter: Counter, streets: ValhallaStreets
) -> None:
    located(counter, PLACES[:1])
    streets.snap(PLACES[0])
    streets.snap(PLACES[0])

    assert len(counter.of("locate")) == 2


def test_a_kept_place_that_is_no_more_is_forgotten(
    counter: Counter, streets: ValhallaStreets
) -> None:
    located(counter, PLACES[:1])
    streets.keep(PLACES[:1])
    streets.snap(PLACES[0])
    streets.keep([])
    counter.says("sources_to_targets", table([0.0]))
    streets.keep(PLACES[1:2])
    located(counter, PLACES[1:2])
    streets.snap(PLACES[1])
    located(counter, PLACES[:1])
    streets.snap(PLACES[0])

    assert len(counter.of("locate")) == 3


def kept_in(folder: Path, counter: Counter) -> ValhallaStreets:
    found = ValhallaStreets(Server(counter.address), kept=MatrixFolder(folder))
    found.keep(PLACES)
    return found


@pytest.fixture
def measured(counter: Counter, tmp_path: Path) -> Counter:
    """A server that has been asked about three places, and its answers kept."""
    counter.says("status", Canned({"version": "1", "tileset_last_modified": 1}))
    located(counter, PLACES)
    rows = [[0.0, 0.5, 1.0], [0.5, 0.0, 0.5], [1.0, 0.5, 0.0]]
    counter.says("sources_to_targets", table(*rows))
    kept_in(tmp_path, counter).ways([snap(place) for place in PLACES])
    counter.asked.clear()
    return counter


def test_what_was_measured_is_kept_on_disk(measured: Counter, tmp_path: Path) -> None:
    again = kept_in(tmp_path, measured)
    found = again.ways([snap(place) for place in PLACES]).metres

    assert found[0, 2] == pytest.approx(1000)
    assert [action for action, _question in measured.asked] == ["status"]


@pytest.mark.parametrize(
    "status",
    [
        {"version": "2", "tileset_last_modified": 1},
        {"version": "1", "tileset_last_modified": 2},
    ],
)
def test_other_streets_are_measured_anew(
    measured: Counter, tmp_path: Path, status: dict[str, Any]
) -> None:
    measured.says("status", Canned(status))
    kept_in(tmp_path, measured).ways([snap(PLACES[0])])

    assert len(measured.of("sources_to_targets")) == 1


def test_another_walker_is_measured_anew(measured: Counter, tmp_path: Path) -> None:
    quiet = kept_in(tmp_path, measured).walked_by(Profile(quiet=True))
    quiet.ways([snap(PLACES[0])])

    assert len(measured.of("sources_to_targets")) == 1


def test_places_that_are_not_kept_do_not_bring_the_others_in(
    measured: Counter, tmp_path: Path
) -> None:
    measured.says("sources_to_targets", table([0.0]))
    kept_in(tmp_path, measured).ways([snap(on(7, 7))])

    assert [action for action, _question in measured.asked] == ["sources_to_targets"]


def test_a_way_to_where_one_is_has_no_length_and_is_not_asked_for(
    counter: Counter, streets: ValhallaStreets
) -> None:
    counter.says("sources_to_targets", table([0.0, 0.0], [0.0, 0.0]))
    way = streets.ways([snap(PLACES[0]), snap(PLACES[0])]).way(0, 1)

    assert (way.line, way.metres, way.pieces) == ((PLACES[0],), 0, ())
    assert counter.of("route") == []


def test_nothing_is_in_reach_of_who_does_not_get_to_the_street(
    counter: Counter, streets: ValhallaStreets
) -> None:
    assert streets.reach(snap(PLACES[0], 10.0), 10.9).is_empty
    assert counter.asked == []

    counter.says("isochrone", Canned({"features": []}))
    assert streets.reach(snap(PLACES[0], 10.0), 11.0).is_empty
    assert counter.of("isochrone")[0]["contours"] == [{"distance": 0.001}]


def test_a_server_that_is_broken_fails_with_a_sentence(
    counter: Counter, streets: ValhallaStreets
) -> None:
    for action in ("locate", "sources_to_targets", "route", "isochrone"):
        counter.says(action, BROKEN)
    one, two = snap(PLACES[0]), snap(PLACES[1])

    with pytest.raises(StreetsFailed):
        streets.snap(PLACES[0])
    with pytest.raises(StreetsFailed):
        streets.ways([one, two])
    with pytest.raises(StreetsFailed):
        streets.reach(one, 100.0)
    with pytest.raises(StreetsFailed):
        streets.way((one, two), 100.0)


def test_fewer_answers_than_questions_are_not_understood(
    counter: Counter, streets: ValhallaStreets
) -> None:
    counter.says("locate", Canned([]))

    with pytest.raises(StreetsFailed, match="do not understand"):
        streets.snap(PLACES[0])
