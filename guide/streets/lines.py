"""The ways of an extract that are walked, as numbers: there may be millions."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guide.streets.street import Label, Labels

Ids = NDArray[np.int64]
Points = NDArray[np.float64]
"""Longitude and latitude, a row a point."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines along nodes of OpenStreetMap; each has two nodes at least.

    Args:
        nodes: the nodes of all lines, one after the other, by their numbers.
        points: where each of them is.
        starts: for each line, where its nodes begin; one more for the end of all.
        label: for each line, which of the labels it has.
        labels: name, kind and tags.
    """

    nodes: Ids
    points: Points
    starts: Ids
    label: Ids
    labels: Sequence[Label]

    def __len__(self) -> int:
        return len(self.label)

    def line(self, place: int) -> tuple[Ids, Points]:
        """Return the nodes of one line, and where they are."""
        part = slice(self.starts[place], self.starts[place + 1])
        return self.nodes[part], self.points[part]


class LineRows:
    """Line after line, until they make a table."""

    def __init__(self) -> None:
        self._labels = Labels()
        self._nodes, self._points = array("q"), array("d")
        self._starts, self._label = array("q", [0]), array("q")

    def __len__(self) -> int:
        return len(self._label)

    def add(self, label: Label, nodes: Ids, points: Points) -> None:
        """Add a line. A node said twice running is a matter for those who cut it."""
        self._nodes.frombytes(nodes.tobytes())
        self._points.frombytes(points.tobytes())
        self._starts.append(len(self._nodes))
        self._label.append(self._labels.number(label))

    def table(self) -> Lines:
        """Return what was added; nothing may be added any more."""
        # No copies: the arrays lend their memory.
        return Lines(
            nodes=np.frombuffer(self._nodes, dtype=np.int64),
            points=np.frombuffer(self._points, dtype=float).reshape(-1, 2),
            starts=np.frombuffer(self._starts, dtype=np.int64),
            label=np.frombuffer(self._label, dtype=np.int64),
            labels=self._labels,
        )


def joined(lines: Lines, more: Lines) -> Lines:
    """Return the lines of two tables, one after the other."""
    labels = Labels(lines.labels)
    numbers = np.array([labels.number(label) for label in more.labels], dtype=np.int64)
    return Lines(
        nodes=np.concatenate([lines.nodes, more.nodes]),
        points=np.concatenate([lines.points, more.points]),
        starts=np.concatenate([lines.starts, more.starts[1:] + len(lines.nodes)]),
        label=np.concatenate([lines.label, numbers[more.label]]),
        labels=labels,
    )
