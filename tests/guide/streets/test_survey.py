import pytest

from guide.streets.errors import NoSiteThere
from guide.streets.pack import Pack
from guide.streets.survey import require_site, survey
from sites.position import Position
from tests.guide.factories import on, street, temple


def pack(*streets: tuple[float, float, str | None]) -> Pack:
    """Return streets along one line, from one metre east to another."""
    return Pack(
        name="town",
        attribution="© Somebody",
        streets=tuple(
            street(on(a, 0), on(b, 0), name=name, metres=b - a)
            for a, b, name in streets
        ),
    )


TOWN = pack((0, 100, "Phố A"), (100, 400, None), (400, 500, "Phố A"), (900, 1000, "B"))


def test_a_survey_counts_junctions_streets_and_metres() -> None:
    found = survey(TOWN, [])

    assert (found.junctions, found.streets, found.metres) == (6, 4, 600)


def test_the_longest_part_is_what_is_connected() -> None:
    assert survey(TOWN, []).connected == pytest.approx(500 / 600)
    assert survey(pack((0, 10, None)), []).connected == 1


def test_a_share_of_the_metres_has_a_name() -> None:
    found = survey(TOWN, [])

    assert found.named == pytest.approx(300 / 600)
    assert found.names == 2


def test_streets_without_length_are_no_division_by_zero() -> None:
    found = survey(pack((0, 0, "Phố A")), [])

    assert (found.connected, found.named) == (1, 0)


def test_the_site_that_is_farthest_from_a_street_comes_first() -> None:
    near, far = temple("near", on(50, 5)), temple("far", on(450, 80))
    also_near, lost = temple("also-near", on(60, 5)), temple("lost")
    found = survey(TOWN, [near, lost, far, also_near])

    assert [row.site for row in found.sites] == [far, also_near, near]
    assert [round(row.away_m) for row in found.sites] == [80, 5, 5]
    assert found.sites[0].street == "Phố A"
    assert found.unknown == (lost,)


@pytest.mark.parametrize("where", [on(0, 0), on(1000, 0), on(450, 0)])
def test_one_site_in_the_area_is_enough(where: Position) -> None:
    require_site(TOWN, [temple("far", on(0, 5000)), temple("here", where)], "town.osm")


@pytest.mark.parametrize("where", [on(1001, 0), on(50, 2), None])
def test_an_area_without_a_site_is_refused(where: Position | None) -> None:
    with pytest.raises(NoSiteThere, match=r"area of town\.osm \(.*--anywhere"):
        require_site(TOWN, [temple("there", where)], "town.osm")
