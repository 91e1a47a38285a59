"""Land by hand: a pond, a canal, a garden, a railway and a house near the corner."""

from shapely import LineString, Polygon

from guide.maps.ground import Layer, layers_of
from guide.streets.land import Land, LandKind
from guide.streets.pack import Pack, Street
from guide.streets.spots import Spot
from tests.guide.factories import on

Metres = tuple[float, float]


def area(kind: LandKind, west: float, south: float, side: float, name: str) -> Land:
    """Return a square, its south-west corner so many metres from the town's."""
    corners = ((0, 0), (side, 0), (side, side), (0, side))
    ring = [on(west + x, south + y).lon_lat for x, y in corners]
    return Land(kind=kind, name=name or None, shape=Polygon(ring))


def line(kind: LandKind, *points: Metres, name: str | None = None) -> Land:
    shape = LineString([on(*point).lon_lat for point in points])
    return Land(kind=kind, name=name, shape=shape)


LAND = (
    area(LandKind.WATER, 20, 120, 60, "Hồ Sen"),
    line(LandKind.WATERWAY, (-200, 350), (500, 350), name="Kênh Đào"),
    area(LandKind.PARK, 120, 120, 70, "Vườn Hoa"),
    line(LandKind.RAILWAY, (-200, -80), (500, -80)),
    area(LandKind.BUILDING, 230, 20, 30, ""),
    area(LandKind.BUILDING, 240, 120, 30, "Nhà hát"),
)


def street(*points: Metres, kind: str = "residential", **tags: str) -> Street:
    name = tags.pop("name", None)
    line = tuple(on(*point) for point in points)
    return Street(line=line, metres=1.0, name=name, kind=kind, tags=tags)


def pack(*streets: Street, spots: tuple[Spot, ...] = ()) -> Pack:
    return Pack(name="town", attribution="© Ai Đó", streets=streets, spots=spots)


TOWN = pack(
    street((0, 0), (100, 0), kind="primary", name="Phố Điện Biên Phủ"),
    street((100, 0), (300, 0), kind="primary", name="Phố Điện Biên Phủ"),
    street((100, 0), (100, 300), name="Ngõ Đá", **{"name:en": "Stone Lane"}),
    street((300, 0), (300, 300), kind="footway"),
    street((300, 300), (310, 310), kind="steps"),
    street((0, 0), (0, 250), kind="secondary", bridge="yes", name="Cầu Đất"),
    street((0, 300), (100, 300), tunnel="yes"),
    spots=(
        Spot(kind="market", position=on(200, 10), name="Chợ Sắt"),
        Spot(kind="bench", position=on(210, 10), name=None),
    ),
)


def layers(*land: Land, of: Pack = TOWN) -> tuple[Layer, ...]:
    return layers_of(of, land or LAND)
