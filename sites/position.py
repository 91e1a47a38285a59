"""Where something is."""

from dataclasses import dataclass

from sites.errors import BadPosition


@dataclass(frozen=True, slots=True)
class Position:
    """A point on the ground: WGS 84, decimal degrees.

    folium and geopy want (lat, lon); GeoJSON, KML and OGC API want (lon, lat).
    Ask for the order you need by name; never unpack a Position.

    Raises:
        BadPosition: either number is out of range or not a number.
    """

    lat: float
    lon: float

    def __post_init__(self) -> None:
        # Written so that NaN fails: every comparison with NaN is false.
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise BadPosition(self.lat, self.lon)

    @property
    def lat_lon(self) -> tuple[float, float]:
        """For folium, geopy and people."""
        return self.lat, self.lon

    @property
    def lon_lat(self) -> tuple[float, float]:
        """For GeoJSON, KML and OGC API."""
        return self.lon, self.lat


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle of latitudes and longitudes, its edges included."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, position: Position) -> bool:
        """Say whether ``position`` lies in the box or on its edge."""
        return (
            self.south <= position.lat <= self.north
            and self.west <= position.lon <= self.east
        )
