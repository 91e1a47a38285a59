from dataclasses import replace

import pytest

from guide.worklist import nothing_to_verify, to_verify
from sites.catalogue import Catalogue
from sites.model import Site
from tests.sites.factories import STANDPOINTS, catalogue, location, site


def placed(slug: str, radius_m: float) -> Site:
    return site(slug, location=replace(location(), radius_m=radius_m))


@pytest.fixture
def several() -> Catalogue:
    return catalogue(
        placed("sure", 20),
        placed("nearly", 21),
        site("nowhere", location=None),
        placed("vague", 300),
    )


def test_the_least_certain_comes_first(several: Catalogue) -> None:
    assert [one.site.slug for one in to_verify(several)] == [
        "nowhere", "vague", "nearly"
    ]  # fmt: skip


def test_how_sure_is_sure_enough_may_be_said(several: Catalogue) -> None:
    assert [one.site.slug for one in to_verify(several, 300)] == ["nowhere"]
    assert len(to_verify(several, 19.9)) == 4


def test_a_walk_to_verify_leaves_out_what_is_sure_and_what_is_nowhere(
    several: Catalogue,
) -> None:
    assert sorted(nothing_to_verify(several)) == ["nowhere", "sure"]


def test_a_further_position_is_verified_by_itself() -> None:
    house = replace(placed("house", 5), also_at=STANDPOINTS)
    (gate, viewpoint) = to_verify(catalogue(house))

    assert (gate.spot, viewpoint.spot) == STANDPOINTS
    assert nothing_to_verify(catalogue(house)) == ()
