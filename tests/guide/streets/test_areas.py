import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon, box

from guide.streets import areas
from guide.streets.areas import LandTable, enclosed
from guide.streets.land import Land, LandKind

RING = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]
BOW_TIE = [(0.0, 0.0), (4.0, 4.0), (4.0, 0.0), (0.0, 4.0), (0.0, 0.0)]
FLAT = [(0.0, 0.0), (4.0, 0.0), (2.0, 0.0), (0.0, 0.0)]


def test_land_comes_out_as_it_went_in_as_often_as_one_asks() -> None:
    table = LandTable()
    table.add_ring(LandKind.BUILDING, "Đình", np.array(RING))
    table.add_line(LandKind.WATERWAY, None, np.array(RING[:3]))
    table.add_area(LandKind.PARK, "Vườn", box(0, 0, 1, 1))
    found = {land.kind: land for land in table}

    assert len(table) == len(found) == len(list(table)) == 3
    assert found[LandKind.BUILDING].shape.equals(box(0, 0, 4, 4))
    assert found[LandKind.WATERWAY].shape.coords[:] == RING[:3]
    assert found[LandKind.PARK] == Land(
        kind=LandKind.PARK, name="Vườn", shape=box(0, 0, 1, 1)
    )


def test_nothing_is_a_table_too() -> None:
    assert list(LandTable()) == []


def test_an_area_that_crosses_itself_is_what_it_encloses() -> None:
    table = LandTable()
    table.add_ring(LandKind.WATER, None, np.array(BOW_TIE))
    (land,) = table

    assert land.shape.is_valid
    assert land.shape.area == pytest.approx(8)


def test_an_area_without_any_room_is_left_out() -> None:
    table = LandTable()
    table.add_ring(LandKind.WATER, None, np.array(FLAT))

    assert list(table) == []


@given(st.lists(st.integers(3, 6), max_size=12), st.integers(1, 5))
def test_pieces_of_any_length_are_told_apart(sizes: list[int], at_once: int) -> None:
    table = LandTable()
    lines = [np.arange(2.0 * size).reshape(-1, 2) + i for i, size in enumerate(sizes)]
    for line in lines:
        table.add_line(LandKind.RAILWAY, None, line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(areas, "AT_ONCE", at_once)
        found = [list(land.shape.coords) for land in table]

    assert found == [[tuple(point) for point in line.tolist()] for line in lines]


def test_what_lies_in_an_odd_number_of_rings_is_enclosed() -> None:
    rings = [np.array(box(-n, -n, n, n).exterior.coords) for n in (3, 2, 1)]

    assert enclosed(rings).area == 36 - 16 + 4
    assert enclosed(rings[:2]).equals(box(-3, -3, 3, 3) - box(-2, -2, 2, 2))


def test_an_outline_may_be_drawn_in_pieces_of_either_direction() -> None:
    found = enclosed([np.array(RING[:3]), np.array(RING[2:][::-1])])

    assert found.equals(Polygon(RING))


def test_an_open_line_encloses_nothing() -> None:
    assert enclosed([np.array(RING[:3])]).is_empty
