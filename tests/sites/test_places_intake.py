from pathlib import Path

import pytest

from sites.model import Access, Site, Spot, Way
from sites.names import Text
from tests.sites import folders

GATE = """\
also_at:
  - spot: gate
    lat: 20.8601
    lon: 106.6901
    radius_m: 5
    basis: {vi: Đo tại chỗ., en: Measured there.}
    sources: [sach]
"""

ACCESS = """\
access: {way: by_asking, note: {vi: Hỏi ông từ., en: Ask the keeper.}, sources: [bao]}
"""


def with_more(folder: Path, more: str) -> Path:
    """Copy the small content, and say more of its temple."""
    made = folders.copy(folder)
    with (made / folders.SITE).open("a", encoding="utf-8") as file:
        file.write(more)
    return made


def read(folder: Path, more: str) -> Site:
    return folders.temple(with_more(folder, more))


def test_further_positions_are_read_with_radius_and_sources(tmp_path: Path) -> None:
    temple = read(tmp_path, GATE)

    (gate,) = temple.also_at
    assert (gate.spot, gate.name) == (Spot.GATE, None)
    assert gate.location.position.lat_lon == (20.8601, 106.6901)
    assert (gate.location.radius_m, gate.location.sources) == (5, ("sach",))
    assert temple.way_in == gate.location


def test_how_far_one_comes_is_read_with_who_says_so(tmp_path: Path) -> None:
    assert read(tmp_path, ACCESS).access == Access(
        way=Way.BY_ASKING,
        note=Text(vi="Hỏi ông từ.", en="Ask the keeper."),
        sources=("bao",),
    )


@pytest.mark.parametrize("more", ["", "access: unknown\n"])
def test_access_that_nobody_knows_is_unknown(tmp_path: Path, more: str) -> None:
    assert read(tmp_path, more).access == Access()


FAULTS = [
    (GATE.replace("gate", "door"), "also_at[1].spot: “door” is not one of gate, court"),
    (GATE.replace("    radius_m: 5\n", ""), "also_at[1]: radius_m is missing"),
    (GATE.replace("20.8601", "21.5"), "21.5, 106.6901 is not in Hải Phòng"),
    (GATE.replace("[sach]", "[x]"), "also_at[1].sources"),
    (GATE + GATE.partition("\n")[2], "also_at: there are several of gate"),
    (ACCESS.replace("by_asking", "ajar"), "access.way: “ajar” is not one of open, by_"),
    (ACCESS.replace(", sources: [bao]", ""), "access: sources is missing"),
    (ACCESS.replace("[bao]", "[]"), "name at least one"),
]


@pytest.mark.parametrize(("more", "says"), FAULTS)
def test_what_is_wrong_with_a_place_is_named(
    tmp_path: Path, more: str, says: str
) -> None:
    (fault,) = folders.faults(with_more(tmp_path, more))

    assert says in str(fault)
