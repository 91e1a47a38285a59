from dataclasses import replace

import pytest

from guide.around import NEAR_M, SPOT_DOUBT_M, SURE_M, Around, around
from guide.streets.graph import StreetGraph
from guide.streets.spots import Spot
from sites.catalogue import Catalogue
from sites.names import Text
from sites.position import Position
from tests.guide.factories import GRID, on, temple
from tests.sites.factories import location

LINE = (on(0, 0), on(100, 0))


def spot(name: str | None, at: Position, kind: str = "bank", **tags: str) -> Spot:
    return Spot(kind=kind, position=at, name=name, tags=tags)


def names(catalogue: Catalogue, *spots: Spot) -> list[str]:
    found = Around(catalogue=catalogue, spots=spots).landmarks(LINE)
    return [one.name.vi for one in found]


@pytest.mark.parametrize(("radius_m", "count"), [(SURE_M, 1), (SURE_M + 0.1, 0)])
def test_a_site_is_a_landmark_only_where_its_position_is_sure(
    radius_m: float, count: int
) -> None:
    place = replace(location(*on(50, 10).lat_lon), radius_m=radius_m)
    found = Around(catalogue=Catalogue([temple("a", location=place)])).landmarks(LINE)

    assert [(one.site, one.doubt_m) for one in found] == [("a", radius_m)] * count


def test_a_site_without_a_position_is_no_landmark() -> None:
    assert names(Catalogue([temple("a")])) == []


def test_a_spot_needs_a_name_and_a_kind_that_one_sees() -> None:
    here = on(50, 10)
    found = names(
        Catalogue(),
        spot("Ngân hàng A", here),
        spot(None, here, "school"),
        spot("Ghế đá", here, "bench"),
    )

    assert found == ["Ngân hàng A"]


def test_a_spot_has_its_english_name_where_it_has_one() -> None:
    known = spot("Chợ Sắt", on(50, 10), "market", **{"name:en": "Iron Market"})
    other = spot("Chợ Ga", on(50, 10), "market")
    found = Around(spots=(known, other)).landmarks(LINE)

    assert [one.name for one in found] == [
        Text(vi="Chợ Sắt", en="Iron Market"),
        Text(vi="Chợ Ga", en="Chợ Ga"),
    ]
    assert {one.doubt_m for one in found} == {SPOT_DOUBT_M}


@pytest.mark.parametrize(
    ("east", "north", "count"),
    [(-NEAR_M + 1, 0, 1), (-NEAR_M - 1, 0, 0), (50, NEAR_M - 1, 1), (50, -62, 0)],
)
def test_what_is_far_from_the_line_is_not_looked_at(
    east: float, north: float, count: int
) -> None:
    assert len(names(Catalogue(), spot("A", on(east, north)))) == count


def test_a_name_that_two_have_tells_nobody_which() -> None:
    found = names(
        Catalogue(),
        spot("Ngân hàng A", on(10, 10)),
        spot("ngan hang a", on(90, 10)),
        spot("Ngân hàng B", on(90, 10)),
    )

    assert found == ["Ngân hàng B"]


def test_a_name_that_another_has_elsewhere_in_town_is_fine() -> None:
    found = names(
        Catalogue(), spot("Ngân hàng A", on(10, 10)), spot("Ngân hàng A", on(900, 10))
    )

    assert found == ["Ngân hàng A"]


def test_a_spot_called_like_a_site_is_the_site() -> None:
    pagoda = temple("do", on(50, 20), name=Text(vi="Chùa Đỏ", en="Red Pagoda"))
    found = Around(
        catalogue=Catalogue([pagoda]),
        spots=(spot("Chùa đỏ", on(52, 22), "place_of_worship"),),
    ).landmarks(LINE)

    assert [one.site for one in found] == ["do"]


def test_the_streets_bring_their_spots_along() -> None:
    pack = replace(GRID.pack, spots=(spot("A", on(0, 0)),))
    catalogue = Catalogue([temple("a")])

    assert around(Catalogue(), StreetGraph(pack)).spots == pack.spots
    assert around(catalogue, StreetGraph(pack)) == Around(
        catalogue=catalogue, spots=pack.spots
    )
