from collections.abc import Iterator
from dataclasses import replace

import pytest

from guide.bad_request import BadChoice
from guide.maps.paper import Paper
from guide.maps.tourmap import ground, paper_named, picture
from guide.streets.land import Land
from guide.wishes import Break, Wishes
from tests.guide.factories import CORNER, GRID, at, on, request, temple, walk
from tests.guide.maps.land import LAND, TOWN
from tests.sites.factories import location

A, B = temple("a", on(100, 0)), temple("b", on(200, 0))


def test_a_walk_shows_its_start_and_its_stops_in_order() -> None:
    found = picture(walk(request(), A, B), "vi")

    assert [pin.label for pin in found.pins] == ["", "1", "2"]
    assert [pin.name for pin in found.pins][1:] == ["Đền a", "Đền b"]
    assert found.pins[0].position == CORNER
    assert found.pins[1].beside == "08:01–08:11"
    assert found.attribution == GRID.pack.attribution


def test_a_walk_to_elsewhere_shows_both_ends() -> None:
    found = picture(walk(request(end=on(300, 0)), A), "en")

    assert [pin.label for pin in found.pins] == ["", "", "1"]
    assert found.title.startswith("Walk from")


def test_each_walk_of_a_tour_has_its_line() -> None:
    wishes = Wishes(days=2, max_stops=1)
    found = picture(walk(request(wishes=wishes), A, B), "vi")

    assert len(found.lines) == 2


def test_breaks_are_on_the_map() -> None:
    rest = Break(minutes=20, earliest=at("08:00").time(), latest=at("09:00").time())
    found = picture(walk(request(wishes=Wishes(breaks=(rest,))), A), "vi")

    (pause,) = [pin for pin in found.pins if pin.label == "II"]
    assert "20" in pause.name


def test_doubt_about_a_place_is_shown() -> None:
    unsure = temple("c", location=replace(location(*on(100, 0).lat_lon), radius_m=90))
    found = picture(walk(request(), unsure), "vi")

    assert [pin.radius_m for pin in found.pins] == [0, 90]


@pytest.mark.parametrize(("name", "paper"), [("a4", Paper.A4), ("A5", Paper.A5)])
def test_paper_is_known_by_its_name(name: str, paper: Paper) -> None:
    assert paper_named(name) is paper


@pytest.mark.parametrize("name", ["", "a3", "../a4"])
def test_paper_that_nobody_has_is_refused(name: str) -> None:
    with pytest.raises(BadChoice, match="choose from a4, a5"):
        paper_named(name)


def test_the_ground_of_a_pack_is_read_once() -> None:
    reads = []

    def land() -> Iterator[Land]:
        reads.append(1)
        yield from LAND

    first = ground(TOWN, land)

    assert ground(TOWN, land) is first
    assert len(reads) == 1
    assert first[0].name == "parks"
