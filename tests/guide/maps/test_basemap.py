from time import perf_counter

import pytest

from guide.maps.basemap import base_map
from guide.streets.pack import Pack, Street, read_pack
from sites.position import Position


def pack(*lines: list[tuple[float, float]], name: str | None = "Lê Lợi") -> Pack:
    return Pack(
        name="test",
        attribution="©",
        streets=tuple(
            Street(
                line=tuple(Position(lat, lon) for lat, lon in line),
                metres=1.0,
                name=name,
                kind="primary",
            )
            for line in lines
        ),
    )


EAST = [(20.86, 106.690), (20.86, 106.691)]
FARTHER_EAST = [(20.86, 106.691), (20.86, 106.692)]
NORTH = [(20.86, 106.691), (20.861, 106.691)]


def test_pieces_that_go_straight_on_share_one_name() -> None:
    (label,) = base_map(pack(EAST, FARTHER_EAST))["labels"]

    assert (label["lat"], label["lon"]) == (20.86, 106.691)
    assert label["metres"] == pytest.approx(207, abs=2)


def test_a_corner_parts_the_name() -> None:
    assert len(base_map(pack(EAST, NORTH))["labels"]) == 2


@pytest.mark.parametrize(
    ("line", "angle"),
    [
        (EAST, 0.0),
        (EAST[::-1], 0.0),
        (NORTH, -90.0),
        (NORTH[::-1], -90.0),
    ],
)
def test_a_name_is_never_upside_down(
    line: list[tuple[float, float]], angle: float
) -> None:
    (label,) = base_map(pack(line))["labels"]

    assert label["angle"] == pytest.approx(angle, abs=0.1)


def test_streets_without_a_name_have_no_label() -> None:
    drawn = base_map(pack(EAST, name=None))

    assert drawn["labels"] == []
    assert drawn["lines"] == {"primary": [[[20.86, 106.69], [20.86, 106.691]]]}


def test_the_built_in_pack_keeps_its_attribution_and_every_line() -> None:
    drawn = base_map(read_pack())

    assert drawn["attribution"].startswith("© OpenStreetMap contributors")
    assert sum(map(len, drawn["lines"].values())) == 1061


def test_every_angle_of_the_built_in_pack_can_be_read() -> None:
    assert all(-90 <= label["angle"] < 90 for label in base_map(read_pack())["labels"])


def test_a_name_that_thousands_of_pieces_share_takes_no_longer_a_piece() -> None:
    """Each piece meets two others, however many have its name."""

    def seconds(count: int) -> float:
        starts = [106 + number / 1e4 for number in range(count)]
        many = pack(*([(20.86, lon), (20.86, lon + 5e-5)] for lon in starts))
        begin = perf_counter()
        assert len(base_map(many)["labels"]) == count
        return perf_counter() - begin

    # Comparing each with each would take 64 times as long; in proportion it is 8.
    few = min(seconds(500) for _ in range(5))
    assert min(seconds(4000) for _ in range(5)) < 8 * few * 6
