from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest

from guide.handover import GOOGLE_WAYPOINTS, Handover, handovers
from guide.tour import Tour
from sites.names import Text
from sites.position import Position
from tests.guide.factories import CORNER, on, request, temple, walk


def row(count: int, **asked: Any) -> Tour:
    """A walk past so many sites."""
    sites = [
        temple(f"s{n:02}", on(25 * (n % 12), 100 * (n // 12))) for n in range(count)
    ]
    return walk(request(minutes=720, **asked), *sites)


def links(tour: Tour, app: str) -> list[Handover]:
    (part,) = tour.parts
    return [found for found in handovers(tour, part, "vi") if found.app == app]


def query(found: Handover) -> dict[str, list[str]]:
    return parse_qs(urlsplit(found.address).query)


def numbers(position: Position) -> str:
    return f"{position.lat:.6f},{position.lon:.6f}"


def positions(tour: Tour) -> list[str]:
    places = [tour.start, *(h for p in tour.parts for h in p.halts), tour.end]
    return [numbers(place.position) for place in places]


@pytest.mark.parametrize("count", [0, 1, 5, 14])
def test_osmand_gets_every_stop_in_order(count: int) -> None:
    tour = row(count, end=on(0, 100))
    (found,) = links(tour, "OsmAnd")
    words = query(found)

    via = words.get("via", [""])[0].split(";") if count else []
    assert [*words["start"], *via, *words["end"]] == positions(tour)
    assert words["profile"] == ["pedestrian"]


@pytest.mark.parametrize("count", [1, 14])
def test_organic_maps_gets_every_stop_as_a_pin_with_its_name(count: int) -> None:
    tour = row(count)
    (found,) = links(tour, "Organic Maps")
    pairs = parse_qsl(urlsplit(found.address).query)

    assert pairs[0] == ("v", "1")
    assert [value for name, value in pairs if name == "ll"] == positions(tour)[:-1]
    assert [value for name, value in pairs if name == "n"][1:] == [
        stop.name.vi for stop in tour.stops
    ]
    assert found.note
    assert "GPX" in found.note.vi


@pytest.mark.parametrize(
    ("count", "pieces"),
    [
        (0, 1),
        (1, 1),
        (GOOGLE_WAYPOINTS, 1),
        (GOOGLE_WAYPOINTS + 1, 2),
        (19, 2),
        (20, 3),
    ],
)
def test_google_maps_gets_every_stop_in_as_many_links_as_it_takes(
    count: int, pieces: int
) -> None:
    tour = row(count)
    found = links(tour, "Google Maps")
    assert len(tour.stops) == count
    assert len(found) == pieces

    walked: list[str] = []
    for one in found:
        words = query(one)
        between = words["waypoints"][0].split("|") if "waypoints" in words else []
        assert len(between) <= GOOGLE_WAYPOINTS
        piece = [*words["origin"], *between, *words["destination"]]
        walked += piece[1:] if walked else piece
    assert walked == positions(tour)


def test_where_a_walk_comes_in_pieces_that_is_said() -> None:
    first, second = links(row(12), "Google Maps")

    assert first.note
    assert "9 điểm" in first.note.vi
    assert (first.first, first.last, second.first, second.last) == (0, 10, 10, 13)


@pytest.mark.parametrize(("count", "notes"), [(3, 0), (4, 1)])
def test_what_a_browser_on_a_phone_does_not_show_is_said(
    count: int, notes: int
) -> None:
    (found,) = links(row(count), "Google Maps")

    assert len([found.note] if found.note else []) == notes


def test_people_walk_there() -> None:
    (found,) = links(row(1), "Google Maps")

    assert query(found)["travelmode"] == ["walking"]
    assert query(found)["api"] == ["1"]


def test_no_name_adds_a_word_to_an_address() -> None:
    name = Text(vi='Đền "A & B"#?ll=0,0&v=2', en="x")
    tour = walk(request(CORNER), temple("a", on(100, 0), name=name))
    (found,) = links(tour, "Organic Maps")
    pairs = parse_qsl(urlsplit(found.address).query)

    assert [word for word, _value in pairs] == ["v", "ll", "n", "ll", "n"]
    assert pairs[-1][1] == name.vi
