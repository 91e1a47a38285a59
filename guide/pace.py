"""How fast people walk."""

from dataclasses import dataclass

from sites.names import Text


@dataclass(frozen=True, slots=True)
class Pace:
    """A walking speed along streets, waiting at crossings included."""

    name: str
    m_per_s: float
    label: Text

    def seconds(self, metres: float) -> int:
        """Return how long so many metres take, in whole seconds."""
        return round(metres / self.m_per_s)


PACES: dict[str, Pace] = {
    pace.name: pace
    for pace in (
        Pace("slow", 0.8, Text(vi="Thong thả", en="Slow")),
        Pace("normal", 1.2, Text(vi="Bình thường", en="Normal")),
        Pace("brisk", 1.5, Text(vi="Nhanh", en="Brisk")),
    )
}
"""Adults on a level pavement walk 1.2 to 1.4 m/s, older people and children 0.8 to 1.

Source: R. W. Bohannon, Age and Ageing 26 (1997), https://doi.org/10.1093/ageing/26.1.15
"""
