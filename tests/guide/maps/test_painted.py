from xml.etree import ElementTree as ET

import pytest
import shapely

from guide.maps.painted import SMALL, Pieces, names_wanted, paint, widening, within
from guide.maps.paper import frame_around
from guide.maps.style import PAPER
from sites.names import Language
from tests.guide.factories import on
from tests.guide.maps.land import layers

FRAME = frame_around([on(0, 0), on(300, 300)], (10, 10, 190, 190))
PIECES = within(layers(), FRAME)
NEAR, FAR = 1 / 4000, SMALL / 2


def painted(pieces: Pieces, scale: float = NEAR) -> list[dict[str, str]]:
    root = ET.Element("g")
    paint(root, pieces, scale)
    return [path.attrib for path in root.iter("path")]


def names(language: Language = "vi", scale: float = NEAR) -> list[str]:
    return [wanted.text for wanted in names_wanted(PIECES, scale, language)]


def test_pieces_lie_on_the_sheet_where_they_are() -> None:
    pond = next(piece for piece in PIECES["water"])
    low, high = FRAME.at(on(20, 120)), FRAME.at(on(80, 180))

    assert pond.shape.bounds == pytest.approx((low[0], high[1], high[0], low[1]))


def test_what_lies_elsewhere_is_left_out() -> None:
    far = within(layers(), frame_around([on(5000, 5000)], (10, 10, 190, 190)))

    assert all(pieces == [] for pieces in far.values())


def test_what_crosses_the_edge_is_cut_a_little_beyond_it() -> None:
    (canal,) = PIECES["waterways"]
    west, _north, east, _south = canal.shape.bounds

    assert west == pytest.approx(10 - 4)
    assert east == pytest.approx(200 + 4)


def test_land_lies_below_streets_and_edges_below_fills() -> None:
    strokes = [path.get("stroke", path["fill"]) for path in painted(PIECES)]

    assert strokes.index(PAPER.water) < strokes.index(PAPER.edge)
    last_edge = max(n for n, stroke in enumerate(strokes) if stroke == PAPER.edge)
    assert last_edge < strokes.index(PAPER.main)


def test_houses_and_alleys_are_left_out_at_a_small_scale() -> None:
    near, far = painted(PIECES), painted(PIECES, FAR)

    assert PAPER.building in {path["fill"] for path in near}
    assert PAPER.building not in {path["fill"] for path in far}
    assert any("stroke-dasharray" in p and p["stroke"] == PAPER.path for p in near)
    assert not any(path.get("stroke") == PAPER.path for path in far)


def test_houses_are_drawn_at_the_limit() -> None:
    fills = {path["fill"] for path in painted(PIECES, SMALL)}

    assert PAPER.building in fills


def test_nothing_at_all_draws_nothing() -> None:
    assert painted({}) == []
    assert list(names_wanted({}, NEAR, "vi")) == []


def test_great_streets_are_named_first_then_water_then_lanes() -> None:
    assert names() == [
        "Phố Điện Biên Phủ", "Cầu Đất", "Vườn Hoa", "Hồ Sen", "Kênh Đào", "Ngõ Đá",
    ]  # fmt: skip


def test_streets_have_their_english_names_where_there_are_any() -> None:
    assert "Stone Lane" in names("en")
    assert "Cầu Đất" in names("en")


def test_a_hole_is_drawn_as_a_ring_of_its_own() -> None:
    ring = shapely.box(0, 0, 9, 9).difference(shapely.box(3, 3, 6, 6))
    pieces: Pieces = {"water": [type(PIECES["water"][0])(ring, {})]}
    (path,) = painted(pieces)

    assert path["d"].count("Z") == 2
    assert path["fill-rule"] == "evenodd"


@pytest.mark.parametrize(
    ("scale", "wide"), [(1 / 8000, 1), (1 / 2000, 1.6), (1 / 32000, 0.5), (1e-9, 0.45)]
)
def test_streets_are_wider_on_maps_of_a_larger_scale(scale: float, wide: float) -> None:
    assert widening(scale) == pytest.approx(wide)
