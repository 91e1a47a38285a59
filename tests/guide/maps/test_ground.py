import numpy as np
import pytest
import shapely

from guide.maps.ground import Layer, layers_of
from guide.maps.mercator import from_square
from guide.streets.land import LandKind
from guide.streets.pack import read_pack
from guide.streets.spots import Spot
from tests.guide.factories import on
from tests.guide.maps.land import LAND, TOWN, area, layers, pack, street

LAYERS = {layer.name: layer for layer in layers()}


def streets_of(*streets: object) -> Layer:
    (layer,) = layers_of(pack(*streets), ())  # type: ignore[arg-type]
    return layer


def test_layers_lie_from_the_lowest_to_the_highest() -> None:
    assert list(LAYERS) == [
        "parks", "water", "waterways", "railways", "buildings",
        "streets", "spots", "names",
    ]  # fmt: skip


def test_a_pack_without_land_has_its_streets_alone() -> None:
    assert [layer.name for layer in layers_of(read_pack(), ())] == ["streets"]


def test_pieces_that_go_on_alike_become_one_line_with_room_for_the_name() -> None:
    layer = streets_of(
        street((0, 0), (100, 0), name="Lê Lợi"),
        street((200, 0), (100, 0), name="Lê Lợi"),
        street((200, 0), (300, 0), name="Cầu Đất"),
    )

    assert [said["name"] for said in layer.properties] == ["Lê Lợi", "Cầu Đất"]
    assert shapely.get_num_coordinates(layer.shapes).tolist() == [3, 2]


def test_no_metre_of_street_is_lost_when_pieces_are_joined() -> None:
    apart = sum(
        shapely.length(streets_of(one).shapes).sum() for one in read_pack().streets
    )
    (joined,) = layers_of(read_pack(), ())

    assert shapely.length(joined.shapes).sum() == pytest.approx(apart)
    assert len(joined.shapes) < len(read_pack().streets)


def test_streets_say_what_is_known_and_nothing_else() -> None:
    said = {tuple(said.items()) for said in LAYERS["streets"].properties}

    assert (("kind", "primary"), ("name", "Phố Điện Biên Phủ")) in said
    assert (
        ("kind", "residential"), ("name", "Ngõ Đá"), ("name_en", "Stone Lane"),
    ) in said  # fmt: skip
    assert (("kind", "secondary"), ("name", "Cầu Đất"), ("bridge", True)) in said
    assert (("kind", "residential"), ("tunnel", True)) in said
    assert (("kind", "steps"), ("steps", True)) in said


@pytest.mark.parametrize("value", ["no", None])
def test_what_is_tagged_as_no_bridge_is_none(value: str | None) -> None:
    tags = {"bridge": value} if value else {}

    assert "bridge" not in streets_of(street((0, 0), (9, 0), **tags)).properties[0]


def test_names_of_areas_stand_within_them() -> None:
    names = LAYERS["names"]
    found = dict(
        zip([said["name"] for said in names.properties], names.shapes, strict=True)
    )

    assert set(found) == {"Hồ Sen", "Vườn Hoa", "Nhà hát"}
    pond = next(piece for piece in LAND if piece.name == "Hồ Sen")
    at = from_square(found["Hồ Sen"].x, found["Hồ Sen"].y)
    assert pond.shape.contains(shapely.Point(at.lon_lat))


def test_spots_keep_their_place_and_may_have_no_name() -> None:
    spots = LAYERS["spots"]

    assert [dict(said) for said in spots.properties] == [
        {"kind": "market", "name": "Chợ Sắt"},
        {"kind": "bench"},
    ]
    at = from_square(spots.shapes[0].x, spots.shapes[0].y)
    assert at.lat_lon == pytest.approx(on(200, 10).lat_lon, abs=1e-9)


def test_alleys_and_houses_are_seen_from_near_only() -> None:
    kinds = [str(said["kind"]) for said in LAYERS["streets"].properties]
    first = dict(zip(kinds, LAYERS["streets"].from_zoom.tolist(), strict=True))

    assert first["primary"] == 11
    assert first["footway"] == first["steps"] == 14
    assert set(LAYERS["buildings"].from_zoom.tolist()) == {14}


def test_names_are_made_fit_to_be_written() -> None:
    spot = Spot(kind="bank", position=on(0, 0), name="Ngân\u202e hàng\n<b>")
    found = layers_of(pack(*TOWN.streets, spots=(spot,)), ())

    assert found[-1].properties[0]["name"] == "Ngân hàng <b>"


def test_empty_shapes_are_left_out() -> None:
    nothing = area(LandKind.PARK, 0, 0, 10, "")
    object.__setattr__(nothing, "shape", shapely.Polygon())

    assert [layer.name for layer in layers_of(pack(*TOWN.streets), [nothing])] == [
        "streets"
    ]


def test_an_outline_that_crosses_itself_is_mended() -> None:
    bow = area(LandKind.PARK, 0, 0, 10, "Vườn")
    crossed = [(0, 0), (1, 1), (1, 0), (0, 1)]
    object.__setattr__(bow, "shape", shapely.Polygon(crossed))
    parks = layers_of(pack(*TOWN.streets), [bow])[0]

    assert shapely.is_valid(parks.shapes).all()
    assert shapely.area(parks.shapes[0]) * 360**2 == pytest.approx(0.5, rel=0.01)


def test_every_layer_has_a_record_and_a_level_for_each_shape() -> None:
    for layer in LAYERS.values():
        assert len(layer.shapes) == len(layer.properties) == len(layer.from_zoom)
        assert not shapely.is_empty(layer.shapes).any()
        assert np.isfinite(shapely.total_bounds(layer.shapes)).all()
