"""Streets: one as a record, and any number of them as a table of numbers."""

from array import array
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import overload

import numpy as np
from numpy.typing import NDArray

from guide.streets.access import one_way_of
from sites.errors import BadPosition
from sites.position import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """A piece of street between two junctions; its line has at least two points.

    ``tags`` are those that OpenStreetMap has besides: other names, surface, steps …
    """

    line: tuple[Position, ...]
    metres: float
    name: str | None
    kind: str
    tags: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def one_way(self) -> int:
        """How people on foot may walk it: 1 along its line, -1 against it, 0 both."""
        return one_way_of(self.tags)


@dataclass(frozen=True, slots=True)
class Label:
    """What streets have in common that are pieces of one way."""

    name: str | None
    kind: str
    tags: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, eq=False)
class StreetTable(Sequence[Street]):
    """Streets as columns: a record is made when one is asked for.

    A street takes 80 bytes so, and 490 as a record. Equal to any sequence of equal
    streets.

    Args:
        labels: each name, kind and tags, once.
        label: for each street, which of the labels it has.
        metres: for each street.
        starts: for each street, where its points begin; one more for the end of all.
        points: longitude and latitude, a row a point.
    """

    labels: Sequence[Label]
    label: NDArray[np.int64]
    metres: NDArray[np.float64]
    starts: NDArray[np.int64]
    points: NDArray[np.float64]

    @classmethod
    def of(cls, streets: Iterable[Street]) -> "StreetTable":
        """Make a table of streets; one that is a table already stays as it is."""
        if isinstance(streets, StreetTable):
            return streets
        rows = TableRows()
        for street in streets:
            rows.add(
                Label(street.name, street.kind, street.tags),
                street.metres,
                (point.lon_lat for point in street.line),
            )
        return rows.table()

    def __len__(self) -> int:
        return len(self.label)

    @overload
    def __getitem__(self, place: int) -> Street: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Street, ...]: ...
    def __getitem__(self, place: int | slice) -> Street | tuple[Street, ...]:
        if isinstance(place, slice):
            return tuple(self[i] for i in range(*place.indices(len(self))))
        at = range(len(self))[place]
        label = self.labels[self.label[at]]
        points = self.points[self.starts[at] : self.starts[at + 1]].tolist()
        return Street(
            line=tuple(Position(lat, lon) for lon, lat in points),
            metres=float(self.metres[at]),
            name=label.name,
            kind=label.kind,
            tags=label.tags,
        )

    def __iter__(self) -> Iterator[Street]:
        return (self[place] for place in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, StreetTable) and self is other:
            return True
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    @property
    def ends(self) -> NDArray[np.float64]:
        """Where streets begin and end: street, end, then longitude and latitude."""
        first, last = self.points[self.starts[:-1]], self.points[self.starts[1:] - 1]
        return np.stack([first, last], axis=1)


class Labels(list[Label]):
    """Each label once."""

    def __init__(self, labels: Iterable[Label] = ()) -> None:
        super().__init__()
        self._known: dict[Hashable, int] = {}
        for label in labels:
            self.number(label)

    def number(self, label: Label) -> int:
        """Return the place of a label; it is put at the end if it is new."""
        key = (label.name, label.kind, *label.tags.items())
        try:
            found = self._known.setdefault(key, len(self))
        except TypeError:  # somebody's own pack, with lists for tags
            found = len(self)
        if found == len(self):
            self.append(label)
        return found


class TableRows:
    """Street after street, until they make a table."""

    def __init__(self) -> None:
        self._labels = Labels()
        self._label, self._starts = array("q"), array("q", [0])
        self._metres, self._points = array("d"), array("d")

    def add(
        self, label: Label, metres: float, points: Iterable[Sequence[float]]
    ) -> None:
        """Add a street with its points as (longitude, latitude).

        Raises:
            ValueError: a point has more or less than two numbers.
        """
        self._label.append(self._labels.number(label))
        self._metres.append(metres)
        for lon, lat in points:
            self._points.append(lon)
            self._points.append(lat)
        self._starts.append(len(self._points) // 2)

    def table(self) -> StreetTable:
        """Return what was added.

        Raises:
            BadPosition: a point is no position on the Earth.
        """
        points = np.array(self._points, dtype=float).reshape(-1, 2)
        # Written so that NaN fails: every comparison with NaN is false.
        wrong = ~(np.abs(points) <= (180, 90)).all(axis=1)
        for lon, lat in points[wrong]:
            raise BadPosition(float(lat), float(lon))
        return StreetTable(
            labels=self._labels,
            label=np.array(self._label, dtype=np.int64),
            metres=np.array(self._metres, dtype=float),
            starts=np.array(self._starts, dtype=np.int64),
            points=points,
        )


def parts_of(starts: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Return where each row of a ragged table begins and ends."""
    return pairwise(starts.tolist())
