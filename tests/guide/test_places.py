import unicodedata
from contextlib import nullcontext
from datetime import time
from typing import Any

import pytest

from guide import places
from guide.bad_request import BadPlace, Contradiction, NoSuchSite
from guide.no_tour import NoPosition, TooFarFromStreets
from guide.places import (
    MAX_SNAP_M,
    canonical,
    on_the_streets,
    place_of,
    refuse_elsewhere,
    site_named,
)
from guide.request import TourRequest
from guide.tour import Place
from guide.wishes import Break, Wishes
from sites.catalogue import Catalogue
from sites.city import HAI_PHONG
from sites.names import Text
from sites.position import Position
from tests.guide.factories import CORNER, GRID, graph, on, request, street, temple

NGHE = temple(
    "den-nghe",
    on(0, 0),
    name=Text(vi="Đền Nghè", en="Nghè Temple"),
    also=("An Biên cổ miếu",),
)
DO = temple("chua-do", on(100, 0), name=Text(vi="Chùa Đỏ", en="Red Pagoda"))
LOST = temple("lost")
CATALOGUE = Catalogue([NGHE, DO, LOST])


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("den-nghe", id="address"),
        pytest.param("Đền Nghè", id="Vietnamese name"),
        pytest.param("Nghè Temple", id="English name"),
        pytest.param("An Bien co mieu", id="another name"),
        pytest.param("đền nghè", id="small letters"),
        pytest.param("DEN NGHE", id="no accents"),
        pytest.param(unicodedata.normalize("NFD", "Đền Nghè"), id="parted accents"),
    ],
)
def test_a_site_is_found_by_address_or_whole_name(name: str) -> None:
    assert site_named("from", name, CATALOGUE) is NGHE


@pytest.mark.parametrize("name", ["Đền", "Nghe", "nghe-den", "den nghe cu", "-", "%s"])
def test_a_part_of_a_name_names_nobody(name: str) -> None:
    with pytest.raises(NoSuchSite):
        site_named("from", name, CATALOGUE)


def test_who_is_not_found_is_offered_the_nearest_names() -> None:
    with pytest.raises(NoSuchSite, match=r"^must: .* “den-nge”; did you") as caught:
        site_named("must", "den-nge", CATALOGUE)

    assert caught.value.field == "must"
    assert caught.value.near[0] == "den-nghe"


def test_a_request_names_every_site_by_its_address() -> None:
    asked = request(
        "Đền Nghè", end="chua do", must=("Red Pagoda",), never=("lost temple",)
    )

    assert canonical(asked, CATALOGUE) == request(
        "den-nghe", end="chua-do", must=("chua-do",), never=("lost",)
    )


def test_positions_stay_as_they_are() -> None:
    asked = request(CORNER, end=on(100, 100))

    assert canonical(asked, CATALOGUE) == asked


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("from", {"start": "nowhere"}),
        ("to", {"end": "nowhere"}),
        ("must", {"must": ("nowhere",)}),
        ("never", {"never": ("nowhere",)}),
    ],
)
def test_each_field_complains_for_itself(field: str, changes: dict[str, Any]) -> None:
    with pytest.raises(NoSuchSite) as caught:
        canonical(request(**{"start": "den-nghe"} | changes), CATALOGUE)

    assert caught.value.field == field


def test_a_site_that_is_named_in_two_ways_is_wanted_once() -> None:
    asked = request(must=("Đền Nghè", "den-nghe", "chua-do"))

    assert canonical(asked, CATALOGUE).must == ("den-nghe", "chua-do")


def test_two_names_of_one_site_cannot_be_wanted_and_not_wanted() -> None:
    asked = request(must=("Đền Nghè",), never=("den-nghe",))

    with pytest.raises(Contradiction, match=r"^must: den-nghe cannot be asked"):
        canonical(asked, CATALOGUE)


def test_a_position_is_a_place_without_a_site() -> None:
    assert place_of("from", CORNER, CATALOGUE) == Place(position=CORNER)


def test_a_site_is_a_place_where_it_stands() -> None:
    found = place_of("from", "chua-do", CATALOGUE)

    assert found == Place(position=on(100, 0), site=DO)


def test_no_walk_leads_to_a_site_whose_position_nobody_knows() -> None:
    with pytest.raises(NoPosition, match=r"^to: where Đền lost stands is not known"):
        place_of("to", "lost", CATALOGUE)


def test_a_place_near_a_street_is_reached_from_it() -> None:
    snap = on_the_streets("from", Place(position=on(150, -30)), GRID)

    assert snap.away_m == pytest.approx(30, abs=0.01)


def test_a_place_exactly_at_the_limit_is_near_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = Place(position=on(150, -30))
    monkeypatch.setattr(places, "MAX_SNAP_M", GRID.snap(place.position).away_m)

    assert on_the_streets("from", place, GRID).place == place.position


@pytest.mark.parametrize(("south_m", "near"), [(199.9, True), (200.1, False)])
def test_two_hundred_metres_are_the_limit(south_m: float, *, near: bool) -> None:
    away = GRID.snap(on(150, -south_m)).away_m

    assert (away <= MAX_SNAP_M) is near


def test_a_place_beyond_the_limit_says_how_far_it_is() -> None:
    with pytest.raises(TooFarFromStreets, match=r"is 250 m .* .limit 200 m.") as caught:
        on_the_streets("from", Place(position=on(150, -250)), GRID)

    assert caught.value.field == "from"
    assert caught.value.metres == pytest.approx(250, abs=0.01)
    assert caught.value.limit_m == MAX_SNAP_M


HA_NOI = Position(21.03, 105.84)
AWAY = graph(street(HA_NOI, Position(21.04, 105.85), metres=1000.0))


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        pytest.param(request(HA_NOI), "from", id="the start"),
        pytest.param(request(end=HA_NOI), "to", id="the end"),
        pytest.param(
            request(
                wishes=Wishes(breaks=(Break(30, time(11), time(12), ("x", HA_NOI)),))
            ),
            "break",
            id="a break",
        ),
    ],
)
def test_a_position_in_another_city_is_refused_unless_its_streets_are_in_use(
    asked: TourRequest, field: str
) -> None:
    with pytest.raises(BadPlace, match=f"^{field}: 21.030000,105.840000 is not a pos"):
        refuse_elsewhere(asked, HAI_PHONG, GRID)

    refuse_elsewhere(asked, HAI_PHONG, AWAY)


BOX = HAI_PHONG.box


@pytest.mark.parametrize(
    ("lat", "lon", "inside"),
    [
        (BOX.south, BOX.west, True),
        (BOX.north, BOX.east, True),
        (BOX.south - 1e-6, BOX.west, False),
        (BOX.south, BOX.west - 1e-6, False),
        (BOX.north + 1e-6, BOX.east, False),
        (BOX.north, BOX.east + 1e-6, False),
    ],
)
def test_the_city_ends_at_its_box(lat: float, lon: float, *, inside: bool) -> None:
    refused = pytest.raises(BadPlace) if not inside else nullcontext()
    with refused:
        refuse_elsewhere(request(Position(lat, lon)), HAI_PHONG, GRID)
