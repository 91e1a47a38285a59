"""How fast people walk, and how long they stay: by pace, and by who walks."""

from dataclasses import dataclass
from math import ceil

from sites.names import Text


@dataclass(frozen=True, slots=True)
class Pace:
    """A walking speed of adults along streets, waiting at crossings included."""

    name: str
    m_per_s: float
    label: Text


PACES: dict[str, Pace] = {
    pace.name: pace
    for pace in (
        Pace("slow", 0.8, Text(vi="Chậm rãi", en="Slow")),
        Pace("normal", 1.2, Text(vi="Bình thường", en="Normal")),
        Pace("brisk", 1.5, Text(vi="Nhanh", en="Brisk")),
    )
}
"""Adults on a level pavement walk 1.2 to 1.4 m/s, older people and children 0.8 to 1.

Source: R. W. Bohannon, Age and Ageing 26 (1997), https://doi.org/10.1093/ageing/26.1.15
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walker:
    """Who walks: as a share of an adult's speed, and of the visits' usual time.

    ``column`` says that they walk as a class does: in pairs, crossing roads together,
    and are counted before they leave a stop; ``step_free`` that no step is climbed.
    """

    name: str
    label: Text
    speed: float = 1.0
    stay: float = 1.0
    column: bool = False
    step_free: bool = False


WALKERS: dict[str, Walker] = {
    walker.name: walker
    for walker in (
        Walker(name="adult", label=Text(vi="Người lớn", en="Adults")),
        Walker(
            name="family",
            label=Text(vi="Gia đình có con nhỏ", en="Family with small children"),
            speed=0.75,
            stay=1.25,
        ),
        Walker(
            name="older",
            label=Text(vi="Người cao tuổi", en="Older visitors"),
            speed=0.8,
            stay=1.25,
        ),
        Walker(
            name="wheelchair",
            label=Text(vi="Có người đi xe lăn", en="With a wheelchair"),
            speed=0.66,
            stay=1.25,
            step_free=True,
        ),
        Walker(
            name="class",
            label=Text(vi="Lớp học", en="School class"),
            speed=0.9,
            column=True,
        ),
    )
}
"""Beside an adult's 1.2 m/s: 15 of 100 people over 65 cross a road at less than
0.97 m/s, and wheelchairs are pushed by hand at 0.79 m/s. For families and classes, and
for the longer visits, no measurement was found: those shares are our own advice.

Sources: Knoblauch, Pietrucha and Nitzburg, Transportation Research Record 1538 (1996),
https://doi.org/10.1177/0361198196153800104; Tolerico et al., Journal of Rehabilitation
Research and Development 44 (2007), https://doi.org/10.1682/JRRD.2006.02.0017
"""

DEFAULT_PUPILS, MOST_PUPILS = 35, 200

CROSSING_EVERY_M = 150.0
"""So far is one road from the next: the mean length of a street between two junctions
of the built-in pack is 154 m. A class is taken to cross a road at each."""

ROW_S = 2.0
"""So long after one pair of pupils the next one steps on the road.

Source: the rule for gaps at school crossings of the Institute of Transportation
Engineers (School Trip Safety Program Guidelines, 1984), known to us only as other
manuals repeat it; it counts in rows of up to five, Vietnamese classes walk in twos.
"""

COUNT_S = 2.0
"""So long it takes to count one head. Our own advice: a class of 30 in a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who walks, how fast, and how many of them where that matters."""

    pace: Pace = PACES["normal"]
    walker: Walker = WALKERS["adult"]
    pupils: int = DEFAULT_PUPILS

    @property
    def m_per_s(self) -> float:
        """How fast they walk between two crossings."""
        return self.pace.m_per_s * self.walker.speed

    @property
    def crossing_s_per_m(self) -> float:
        """How much longer a metre takes because a column crosses roads on the way."""
        if not self.walker.column:
            return 0.0
        return ROW_S * (ceil(self.pupils / 2) - 1) / CROSSING_EVERY_M

    def walk_s(self, metres: float) -> int:
        """Return how long so many metres take, in whole seconds."""
        return round(metres / self.m_per_s + metres * self.crossing_s_per_m)

    def stay_s(self, visit_s: float) -> int:
        """Return how long a visit takes that is usually over in so many seconds.

        In whole minutes, as a timetable says it; counting the pupils comes on top.
        """
        minutes = ceil(round(visit_s * self.walker.stay / 60, 6))
        usual = visit_s if self.walker.stay == 1 else minutes * 60
        return round(usual + self.counting_s)

    @property
    def counting_s(self) -> int:
        """How long it takes to count everybody before a stop is left."""
        return round(self.pupils * COUNT_S) if self.walker.column else 0
