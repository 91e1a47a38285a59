from collections.abc import Sequence
from itertools import pairwise, product
from math import inf, isfinite
from random import Random

import numpy as np
import pytest

from guide.streets.graph import StreetGraph
from guide.streets.pack import Street
from guide.streets.plane import Plane
from guide.streets.profile import ANYBODY, Profile
from guide.streets.way import Way
from guide.streets.ways import Ways, measured
from sites.position import Position
from tests.guide.factories import GRID, graph, on, street
from tests.guide.streets.twins import walked_by_networkx

PLANE = Plane(on(0, 0))


def length(line: Sequence[Position]) -> float:
    """Measure a line, corner by corner."""
    runs = np.diff(PLANE.points(line), axis=0)
    return float(np.hypot(*runs.T).sum())


def ways(*places: Position, streets: StreetGraph = GRID) -> Ways:
    return streets.ways([streets.snap(place) for place in places])


def way(a: Position, b: Position, streets: StreetGraph = GRID) -> Way:
    return ways(a, b, streets=streets).way(0, 1)


def some_places(streets: StreetGraph, count: int) -> list[Position]:
    """Draw places up to 40 m from the corners of streets."""
    draw = Random(7)
    corners = [
        draw.choice(draw.choice(streets.pack.streets).line) for _ in range(count)
    ]
    near = [(draw.uniform(-3e-4, 3e-4), draw.uniform(-3e-4, 3e-4)) for _ in corners]
    return [
        Position(corner.lat + north, corner.lon + east)
        for corner, (north, east) in zip(corners, near, strict=True)
    ]


def test_metres_are_those_that_networkx_finds(centre: StreetGraph) -> None:
    snaps = [centre.snap(place) for place in some_places(centre, 40)]
    metres = centre.ways(snaps).metres

    for a, b in zip(range(20), range(20, 40), strict=True):
        known = walked_by_networkx(centre.walked, snaps[a], snaps[b])
        assert metres[a, b] == pytest.approx(known, abs=0.01)


def test_the_line_is_as_long_as_the_metres_say(centre: StreetGraph) -> None:
    places = some_places(centre, 30)
    found = ways(*places, streets=centre)

    for a, b in product(range(30), repeat=2):
        line = found.way(a, b).line
        assert length(line) == pytest.approx(found.metres[a, b], rel=1e-3, abs=0.01)
        assert (line[0], line[-1]) == (places[a], places[b])


def test_a_line_keeps_the_junction_where_two_streets_end(centre: StreetGraph) -> None:
    by_end: dict[Position, list[Street]] = {}
    for found in centre.pack.streets:
        by_end.setdefault(found.line[-1], []).append(found)
    pairs = [pair for ending in by_end.values() for pair in pairwise(ending)]
    places = [middle(found.line) for pair in pairs for found in pair]
    measured = ways(*places, streets=centre)

    for number in range(0, len(places), 2):
        found_way = measured.way(number, number + 1)
        drawn = length(found_way.line)
        assert drawn == pytest.approx(found_way.metres, rel=1e-3, abs=0.01)


def middle(line: Sequence[Position]) -> Position:
    """Return the middle of the last piece of a line."""
    a, b = line[-2:]
    return Position((a.lat + b.lat) / 2, (a.lon + b.lon) / 2)


def test_it_is_as_far_there_as_back(centre: StreetGraph) -> None:
    metres = ways(*some_places(centre, 60), streets=centre).metres

    assert metres == pytest.approx(metres.T, abs=1e-6)


def test_no_detour_is_shorter(centre: StreetGraph) -> None:
    metres = ways(*some_places(centre, 60), streets=centre).metres
    detours = (metres[:, :, None] + metres[None, :, :]).min(axis=1)

    assert (metres <= detours + 1e-6).all()


def test_nothing_is_nearer_than_the_crow_flies(centre: StreetGraph) -> None:
    places = some_places(centre, 30)
    metres = ways(*places, streets=centre).metres

    for a, b in product(range(30), repeat=2):
        assert metres[a, b] >= length([places[a], places[b]]) * 0.999 - 0.01


@pytest.mark.parametrize(
    ("start", "goal", "metres"),
    [
        pytest.param(on(0, 0), on(300, 300), 600, id="across the town"),
        pytest.param(on(20, 0), on(90, 0), 70, id="along one street"),
        pytest.param(on(90, 0), on(20, 0), 70, id="back along one street"),
        pytest.param(on(50, 0), on(150, 0), 100, id="into the next street"),
        pytest.param(on(150, 100), on(150, 200), 200, id="round a block"),
        pytest.param(on(20, -5), on(90, 7), 82, id="from door to door"),
        pytest.param(on(40, 0), on(40, 0), 0, id="the same place on a street"),
        pytest.param(on(40, -9), on(40, -9), 0, id="the same place beside it"),
        pytest.param(on(40, -9), on(40, 9), 18, id="across the street"),
        pytest.param(on(1020, 0), on(1080, 0), 60, id="on the island"),
    ],
)
def test_one_walks_along_the_streets(
    start: Position, goal: Position, metres: float
) -> None:
    found = way(start, goal)

    assert found.metres == pytest.approx(metres, abs=1e-6)
    assert length(found.line) == pytest.approx(metres, abs=1e-6)


def test_no_street_leads_to_the_island() -> None:
    metres = ways(on(0, 0), on(1050, 0), on(1060, 0)).metres

    assert metres[0].tolist() == [0, inf, inf]
    assert metres[1, 2] == pytest.approx(10)


def test_a_way_to_the_same_place_is_one_point() -> None:
    found = way(on(40, -9), on(40, -9))

    assert found == Way(line=(on(40, -9),), stretches=(), metres=0)


def test_a_line_repeats_no_point() -> None:
    line = way(on(0, 0), on(300, 0)).line

    assert all(a != b for a, b in pairwise(line))


def test_a_way_names_its_streets_in_order_and_joins_what_has_one_name() -> None:
    stretches = way(on(20, 0), on(300, 50)).stretches

    assert [part.name for part in stretches] == ["Phố Ngang 0", "Phố Dọc 300"]
    assert [part.metres for part in stretches] == pytest.approx([280, 50])


def test_a_bit_of_less_than_a_metre_is_no_stretch() -> None:
    assert [part.name for part in way(on(99.1, 0), on(100, 50)).stretches] == [
        "Phố Dọc 100"
    ]
    assert [part.name for part in way(on(98.9, 0), on(100, 50)).stretches] == [
        "Phố Ngang 0",
        "Phố Dọc 100",
    ]


def test_streets_without_a_name_are_joined_too() -> None:
    nameless = graph(street(on(0, 0), on(100, 0)), street(on(100, 0), on(200, 0)))
    found = way(on(0, 0), on(200, 0), nameless)

    assert [part.name for part in found.stretches] == [None]
    assert found.stretches[0].metres == pytest.approx(200)


def test_a_way_says_where_in_its_line_each_piece_lies() -> None:
    found = way(on(20, -5), on(200, 50))

    assert [(p.name, p.begin, p.end, p.choice) for p in found.pieces] == [
        ("Phố Ngang 0", 1, 2, False),
        ("Phố Ngang 0", 2, 3, True),
        ("Phố Dọc 200", 3, 4, True),
    ]
    assert [p.metres for p in found.pieces] == pytest.approx([80, 100, 50])


def test_a_place_at_a_junction_begins_with_the_street_that_is_walked() -> None:
    (only,) = way(on(100, 0), on(100, 50)).pieces

    assert only.name == "Phố Dọc 100"
    assert only.metres == pytest.approx(50)


def test_pieces_join_where_one_ends_and_the_next_begins(centre: StreetGraph) -> None:
    places = some_places(centre, 20)
    found = ways(*places, streets=centre)

    for a, b in pairwise(range(20)):
        one = found.way(a, b)
        assert all(p.end == q.begin for p, q in pairwise(one.pieces))
        for piece in one.pieces:
            drawn = length(one.line[piece.begin : piece.end + 1])
            assert drawn == pytest.approx(piece.metres, rel=2e-3, abs=0.01)


LOOP = graph(
    street(on(0, 0), on(0, 100), on(100, 100), on(100, 0), on(0, 0), metres=400.0),
    street(on(0, 0), on(-100, 0)),
)


@pytest.mark.parametrize(
    ("start", "goal", "metres"),
    [
        pytest.param(on(0, 50), on(100, 100), 150, id="ahead along the loop"),
        pytest.param(on(100, 100), on(0, 50), 150, id="back along the loop"),
        pytest.param(on(0, 50), on(50, 0), 100, id="through the junction"),
        pytest.param(on(-50, 0), on(100, 0), 150, id="in by its end"),
        pytest.param(on(-50, 0), on(0, 100), 150, id="in by its beginning"),
        pytest.param(on(0, 0), on(100, 100), 200, id="half of it"),
    ],
)
def test_a_loop_is_walked_the_shorter_way_round(
    start: Position, goal: Position, metres: float
) -> None:
    found = way(start, goal, LOOP)

    assert found.metres == pytest.approx(metres, abs=1e-6)
    assert length(found.line) == pytest.approx(metres, abs=1e-6)


def test_round_the_block_may_be_shorter_than_along_a_bent_street() -> None:
    a, b = on(0, 0), on(100, 0)
    bent = graph(street(a, on(0, 500), on(100, 500), b, metres=1100.0), street(a, b))
    found = way(on(0, 10), on(100, 10), bent)

    assert found.metres == pytest.approx(120)
    assert length(found.line) == pytest.approx(120)


def test_of_two_parallel_streets_the_shorter_is_walked() -> None:
    a, b = on(0, 0), on(100, 0)
    both = graph(
        street(a, on(50, 60), b, metres=156.2, name="Long"),
        street(b, a, name="Short"),
        street(b, on(200, 0), name="On"),
        street(on(-100, 0), a, name="Off"),
    )
    found = way(on(-50, 0), on(150, 0), both)

    assert [part.name for part in found.stretches] == ["Off", "Short", "On"]
    assert found.metres == pytest.approx(200)


def a_busy_town() -> StreetGraph:
    """Draw a town with one-way streets, steps, main roads and lamps, by chance."""
    draw, streets = Random(11), []
    kinds = ["residential", "primary", "tertiary", "steps", "footway"]
    directions = [{}, {}, {"oneway:foot": "yes"}, {"oneway:foot": "-1"}]
    lamps = [{}, {"lit": "yes"}, {"lit": "no"}]
    for x, y in product(range(12), repeat=2):
        for there in ((x + 1, y), (x, y + 1)):
            corners = [on(97.3 * x, 103.1 * y), on(97.3 * there[0], 103.1 * there[1])]
            streets.append(
                street(
                    *corners,
                    metres=round(length(corners) * draw.uniform(1, 1.2), 2),
                    kind=draw.choice(kinds),
                    tags=draw.choice(directions) | draw.choice(lamps),
                )
            )
    return graph(*streets)


PROFILES = [
    ANYBODY,
    Profile(step_free=True),
    Profile(quiet=True),
    Profile(lit=True, quiet=True, step_free=True),
]


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_is_walked_as_networkx_walks_it(profile: Profile) -> None:
    town = a_busy_town().walked_by(profile)
    snaps = [town.snap(place) for place in some_places(town, 40)]
    metres = measured(town.walked, snaps, snaps)

    for a, b in [*zip(range(20), range(20, 40), strict=True), (3, 3)]:
        known = walked_by_networkx(town.walked, snaps[a], snaps[b])
        assert metres[a, b] == pytest.approx(known if a != b else 0, abs=0.01)


@pytest.mark.parametrize("profile", PROFILES)
def test_the_line_of_any_profile_is_as_long_as_its_metres(profile: Profile) -> None:
    town = a_busy_town().walked_by(profile)
    found = ways(*some_places(town, 25), streets=town)

    for a, b in product(range(25), repeat=2):
        if a == b or not isfinite(found.metres[a, b]):
            continue
        one = found.way(a, b)
        off_m = town.snap(one.line[0]).away_m + town.snap(one.line[-1]).away_m
        walked_m = sum(piece.metres for piece in one.pieces)
        assert walked_m + off_m == pytest.approx(found.metres[a, b], abs=1e-4)
        kinds = {piece.kind for piece in one.pieces}
        assert not (profile.step_free and "steps" in kinds)


@pytest.mark.parametrize("profile", PROFILES)
def test_measuring_few_goals_is_measuring_all_of_them(profile: Profile) -> None:
    town = a_busy_town().walked_by(profile)
    snaps = [town.snap(place) for place in some_places(town, 20)]
    whole = measured(town.walked, snaps, snaps)

    assert (measured(town.walked, snaps, snaps[3:5]) == whole[:, 3:5]).all()
    assert (measured(town.walked, snaps[3:5], snaps) == whole[3:5]).all()


AHEAD = {"oneway:foot": "yes"}
RING = graph(
    street(on(0, 0), on(100, 0), tags=AHEAD, name="There"),
    street(on(100, 0), on(100, 100), on(0, 100), on(0, 0), metres=300.0, name="Back"),
)


@pytest.mark.parametrize(
    ("start", "goal", "metres", "names"),
    [
        pytest.param(on(20, 0), on(80, 0), 60, ["There"], id="ahead"),
        pytest.param(
            on(80, 0), on(20, 0), 340, ["There", "Back", "There"], id="round and in"
        ),
        pytest.param(on(80, 0), on(100, 50), 70, ["There", "Back"], id="out ahead"),
        pytest.param(
            on(100, 50), on(80, 0), 330, ["Back", "There"], id="in by its beginning"
        ),
    ],
)
def test_a_one_way_street_is_walked_in_its_direction_only(
    start: Position, goal: Position, metres: float, names: list[str]
) -> None:
    found = way(start, goal, RING)

    assert found.metres == pytest.approx(metres)
    assert length(found.line) == pytest.approx(metres)
    assert [part.name for part in found.stretches] == names


def test_who_wants_it_quiet_walks_round_the_main_road_if_it_is_not_too_far() -> None:
    a, b = on(0, 0), on(100, 0)
    main = street(a, b, kind="primary", name="Main")
    for detour, name in ((199.0, "Lane"), (201.0, "Main")):
        lane = street(a, on(50, 60), b, metres=detour, name="Lane")
        quiet = graph(main, lane).walked_by(Profile(quiet=True))
        assert [part.name for part in way(a, b, quiet).stretches] == [name]
