from dataclasses import replace

import pytest

from sites.affine import Pin
from sites.names import LANGUAGES, Text
from sites.pictures import LICENCES, Image, Picture, Shows
from sites.position import Position

IMAGE = Image(
    name="map.png",
    digest="ab12",
    media_type="image/png",
    width=100,
    height=50,
    credit="Ai đó",
    licence="cc0",
    alt=Text(vi="Bản đồ", en="Map"),
    data=b"bytes",
)
PICTURE = Picture(
    key="a",
    shows=Shows.MAP,
    title=Text(vi="Bản đồ", en="Map"),
    year=None,
    then=IMAGE,
    sources=("sach",),
)


def test_an_image_is_addressed_by_what_is_in_it() -> None:
    assert IMAGE.address == "ab12.png"


def test_an_image_is_the_same_wherever_its_bytes_are() -> None:
    assert replace(IMAGE, data=None) == IMAGE


def test_a_picture_lists_its_images() -> None:
    assert list(PICTURE.images) == [IMAGE]
    assert list(replace(PICTURE, now=IMAGE).images) == [IMAGE, IMAGE]


def test_the_corners_of_a_placed_picture_are_where_its_pins_say() -> None:
    pins = (
        Pin(0, 0, Position(20.9, 106.6)),
        Pin(100, 0, Position(20.9, 106.7)),
        Pin(0, 50, Position(20.8, 106.6)),
    )
    corners = replace(PICTURE, pins=pins).corners

    assert [corner.lat for corner in corners] == pytest.approx([20.9, 20.9, 20.8, 20.8])
    assert [corner.lon for corner in corners] == pytest.approx(
        [106.6, 106.7, 106.7, 106.6]
    )
    assert PICTURE.corners == ()


def test_every_licence_has_a_name_in_both_languages() -> None:
    for licence in LICENCES.values():
        assert all(licence.name.in_(language) for language in LANGUAGES)
