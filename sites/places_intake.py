"""Read where a site is, from where it is seen, and how far one comes."""

from collections.abc import Callable
from dataclasses import dataclass

from sites.city import City
from sites.fields import Field, both
from sites.model import Access, Address, Location, Spot, Standpoint, Way
from sites.position import Position

MOST_M = 5000
"""A larger circle than this says nothing."""

WHERE = ("lat", "lon", "radius_m", "basis", "sources")


@dataclass(frozen=True, slots=True)
class Places:
    """Reads places of a city; ``keys`` reads the keys of sources."""

    city: City
    keys: Callable[[Field], tuple[str, ...]]

    def address(self, address: Field) -> Address | None:
        """Read an address; None where it is unknown."""
        if address.unknown:
            return None
        got = address.mapping(["street", "sources"])
        if not {"street", "sources"} <= got.keys():
            return None
        return Address(street=both(got["street"]), sources=self.keys(got["sources"]))

    def position(self, place: Field, note: Field | None) -> Location | None:
        """Read a position; one that is unknown needs a note that says why."""
        if place.unknown:
            if note is None:
                place.fault("say in position_note why it is not known")
            return None
        got = place.mapping(WHERE)
        return self._location(place, got) if {*WHERE} <= got.keys() else None

    def standpoints(self, spots: Field) -> tuple[Standpoint, ...]:
        """Read further positions; two of one kind need a name each."""
        found = [one for entry in spots.items() if (one := self._standpoint(entry))]
        unnamed = [one.spot for one in found if one.name is None]
        for spot in sorted({spot for spot in unnamed if unnamed.count(spot) > 1}):
            spots.fault(f"there are several of {spot}; give each a name")
        return tuple(found)

    def access(self, access: Field) -> Access:
        """Read how far one comes; whoever knows says from whom."""
        if access.unknown:
            return Access()
        got = access.mapping(["way", "sources"], ["note"])
        if not {"way", "sources"} <= got.keys():
            return Access()
        return Access(
            way=got["way"].choice(Way),
            note=both(got["note"]) if "note" in got else None,
            sources=self.keys(got["sources"]),
        )

    def _standpoint(self, entry: Field) -> Standpoint | None:
        got = entry.mapping(["spot", *WHERE], ["name"])
        if not {"spot", *WHERE} <= got.keys():
            return None
        return Standpoint(
            spot=got["spot"].choice(Spot),
            location=self._location(entry, got),
            name=both(got["name"]) if "name" in got else None,
        )

    def _location(self, place: Field, got: dict[str, Field]) -> Location:
        before = len(place.faults)
        position = Position(got["lat"].number(-90, 90), got["lon"].number(-180, 180))
        if len(place.faults) == before and not self.city.box.holds(position):
            place.fault(f"{position.lat}, {position.lon} is not in {self.city.name.en}")
        return Location(
            position=position,
            radius_m=got["radius_m"].number(1, MOST_M),
            basis=both(got["basis"]),
            sources=self.keys(got["sources"]),
        )
