import pytest

from guide.streets.errors import NoSiteThere
from guide.streets.pack import Pack, Street
from guide.streets.spots import Spot
from guide.streets.survey import TOLD, require_site, survey
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


def tagged(metres: float, kind: str = "footway", **tags: str) -> Street:
    """Return a street to the east, from where the one of half its length ends."""
    told = {key.replace("__", ":"): value for key, value in tags.items()}
    line = on(metres, 0), on(2 * metres, 0)
    return Street(line=line, metres=metres, name=None, kind=kind, tags=told)


def town(*streets: Street, spots: tuple[Spot, ...] = ()) -> Pack:
    return Pack(name="town", attribution="©", streets=streets, spots=spots)


def test_shares_of_the_metres_have_a_tag() -> None:
    found = survey(
        town(
            tagged(100, surface="paved", lit="yes"),
            tagged(200, surface="ground", width="2"),
            tagged(400, kind="steps", step_count="12"),
            tagged(800, kind="steps"),
        ),
        [],
    )

    assert found.steps == 1200
    assert {key: round(share * 1500) for key, share in found.tagged.items()} == {
        "surface": 300, "width": 200, "lit": 100, "step_count": 500,
        "incline": 0, "wheelchair": 0,
    }  # fmt: skip


def test_where_there_are_no_steps_none_are_counted() -> None:
    found = survey(town(tagged(100)), [])

    assert (found.steps, found.tagged) == (0, dict.fromkeys(TOLD, 0.0))


def test_what_is_one_way_hangs_together_only_where_one_comes_back() -> None:
    found = survey(town(tagged(100), tagged(200, oneway__foot="yes")), [])

    assert found.one_way == 1
    assert found.connected == pytest.approx(100 / 300)


def test_spots_are_counted_by_kind() -> None:
    spots = tuple(
        Spot(kind=kind, position=on(0, 0), name=None)
        for kind in ("bench", "cafe", "bench")
    )

    assert survey(town(tagged(100), spots=spots), []).spots == {"bench": 2, "cafe": 1}
