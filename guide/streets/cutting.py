"""From lines to streets: cut at junctions, all in one piece. Nothing but numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from guide.streets.access import one_way_of
from guide.streets.lines import Ids, Lines, Points
from guide.streets.plane import lengths
from guide.streets.street import StreetTable

N = TypeVar("N", int, Ids)
Flags = NDArray[np.bool_]

AT_ONCE = 1_000_000
"""So many steps are measured in one go: each takes 50 bytes for a moment."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """What cannot be reached from the rest: so many parts, streets and metres."""

    parts: int
    streets: int
    metres: float


@dataclass(frozen=True, slots=True)
class Pieces:
    """Lines cut at their junctions.

    Args:
        begin: for each piece, where it begins in the nodes of the lines.
        end: and where it ends; that node belongs to it.
        ends: the junctions at both, from 0 on, a row a piece.
        label: which label of the lines it has.
        one_way: 1 along it, -1 against it, 0 both.
        metres: how long it is.
    """

    begin: Ids
    end: Ids
    ends: Ids
    label: Ids
    one_way: Ids
    metres: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.begin)

    def of(self, chosen: Flags) -> "Pieces":
        """Return some of the pieces."""
        return Pieces(
            self.begin[chosen],
            self.end[chosen],
            self.ends[chosen],
            self.label[chosen],
            self.one_way[chosen],
            self.metres[chosen],
        )


def tidy(lines: Lines) -> Lines:
    """Return lines without nodes that are said twice running."""
    line = np.repeat(np.arange(len(lines)), np.diff(lines.starts))
    again = np.zeros(len(lines.nodes), dtype=bool)
    again[1:] = (np.diff(lines.nodes) == 0) & (np.diff(line) == 0)
    if not again.any():
        return lines
    sizes = np.bincount(line[~again], minlength=len(lines))
    # What was one node only is a line no more.
    stay = ~again & (sizes > 1)[line]
    return Lines(
        nodes=lines.nodes[stay],
        points=lines.points[stay],
        starts=np.concatenate([[0], np.cumsum(sizes[sizes > 1])]),
        label=lines.label[sizes > 1],
        labels=lines.labels,
    )


def cut(lines: Lines, shut: Iterable[int] = ()) -> Pieces:
    """Cut lines where they share a node, one of them twice, or nobody gets through.

    Where one line crosses above another, they share no node. At a node that is ``shut``
    every piece has an end of its own: one walks up to the gate from each side.
    """
    known, node, uses = np.unique(lines.nodes, return_inverse=True, return_counts=True)
    closed = np.isin(known, np.fromiter(shut, dtype=np.int64))
    corner = (uses > 1)[node] | closed[node]
    corner[lines.starts[:-1]] = True
    corner[lines.starts[1:] - 1] = True
    at = np.flatnonzero(corner)
    line = np.searchsorted(lines.starts, at, side="right") - 1
    together = line[:-1] == line[1:]
    begin, end, line = at[:-1][together], at[1:][together], line[:-1][together]
    label = lines.label[line]
    ways = np.array([one_way_of(label.tags) for label in lines.labels], dtype=np.int64)
    return Pieces(
        begin=begin,
        end=end,
        ends=_numbered(node[np.stack([begin, end], axis=1)], closed),
        label=label,
        one_way=ways[label],
        metres=_metres(lines, begin),
    )


def _numbered(ends: Ids, closed: Flags) -> Ids:
    """Give every end at a closed node a number of its own, and count from 0 on."""
    shut = closed[ends]
    ends[shut] = len(closed) + np.arange(np.count_nonzero(shut))
    return np.unique(ends, return_inverse=True)[1].reshape(-1, 2)


def _metres(lines: Lines, begin: Ids) -> NDArray[np.float64]:
    """Add up the steps from each place to the next one."""
    if not len(begin):
        return np.zeros(0)
    steps = np.zeros(len(lines.nodes))
    for first in range(0, len(steps) - 1, AT_ONCE):
        some = slice(first, min(first + AT_ONCE, len(steps) - 1))
        steps[some] = lengths(lines.points[some.start : some.stop + 1])
    steps[lines.starts[1:] - 1] = 0.0  # from one line to the next
    return np.add.reduceat(steps, begin).round(2)


def mainland(pieces: Pieces) -> tuple[Pieces, Dropped]:
    """Keep the longest part of which every street reaches every other.

    One-way streets count as what they are: where they lead out only, nobody comes back.
    """
    part = parts_of_ends(pieces.ends, pieces.one_way)
    whole = part[pieces.ends[:, 0]] == part[pieces.ends[:, 1]]
    length = np.bincount(
        part[pieces.ends[whole, 0]], pieces.metres[whole], minlength=part.max() + 1
    )
    main = part == length.argmax()
    stays = main[pieces.ends].all(axis=1)
    lost = pieces.of(~stays)
    groups = _groups(lost.ends, main)
    dropped = Dropped(groups, len(lost), round(float(lost.metres.sum()), 2))
    return pieces.of(stays), dropped


def parts_of_ends(
    ends: Ids, one_way: Ids, count: int | None = None
) -> NDArray[np.int32]:
    """Return for each junction the number of the part in which all reach all.

    Args:
        ends: the junctions at both ends of each street, from 0 on, a row a street.
        one_way: for each street 1 along it, -1 against it, 0 both.
        count: how many junctions there are, if some may have no street.
    """
    from scipy.sparse import coo_array  # noqa: PLC0415 - slow to import
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415

    ahead, back = ends[one_way >= 0], ends[one_way <= 0][:, ::-1]
    pairs = np.concatenate([ahead, back])
    size = int(ends.max()) + 1 if count is None else count
    links = coo_array(
        (np.ones(len(pairs), dtype=np.int8), (pairs[:, 0], pairs[:, 1])),
        shape=(size, size),
    ).tocsr()
    return connected_components(links, directed=True, connection="strong")[1]


def _groups(ends: Ids, main: Flags) -> int:
    """Count the groups in which streets hang together without the main part."""
    if not len(ends):
        return 0
    # Where a street leaves the main part, it ends: two there are no group.
    both = np.where(main[ends], ends[:, ::-1], ends)
    numbered = np.unique(both, return_inverse=True)[1].reshape(-1, 2)
    either = np.zeros(len(ends), dtype=np.int64)
    return int(parts_of_ends(numbered, either).max()) + 1


STEPS_A_DEGREE = 10_000_000
"""OpenStreetMap knows positions to the seventh digit: about a centimetre."""


def streets_of(lines: Lines, pieces: Pieces) -> StreetTable:
    """Return the pieces as streets; no two junctions have the same position.

    The graph names a junction by its position. The end of a bridge may be drawn at the
    very position of a junction below it: it is moved by a centimetre.
    """
    sizes = pieces.end - pieces.begin + 1
    starts = np.concatenate([[0], np.cumsum(sizes)])
    from_place = np.repeat(pieces.begin - starts[:-1], sizes)
    points = lines.points[from_place + np.arange(starts[-1])]
    first, last = starts[:-1], starts[1:] - 1
    junctions, place = np.unique(pieces.ends, return_inverse=True)
    where = np.zeros((len(junctions), 2))
    ends = place.reshape(-1, 2)
    where[ends[:, 0]], where[ends[:, 1]] = points[first], points[last]
    where = told_apart(where)
    points[first], points[last] = where[ends[:, 0]], where[ends[:, 1]]
    used, label = np.unique(pieces.label, return_inverse=True)
    return StreetTable(
        labels=[lines.labels[number] for number in used],
        label=label,
        metres=pieces.metres,
        starts=starts,
        points=points,
    )


def told_apart(points: Points) -> Points:
    """Return points such that no two are the same; the first of each stays."""
    steps = np.rint(points * STEPS_A_DEGREE).astype(np.int64)
    keys = _key(steps[:, 0], steps[:, 1])
    order = np.argsort(keys, kind="stable")
    known = keys[order]
    again = np.sort(order[1:][np.diff(known) == 0])
    if not len(again):
        return points
    found, taken = points.copy(), set()
    for place in again.tolist():
        lon, lat = steps[place].tolist()
        # Towards the equator, for it is far from where latitudes end.
        north = 1 if lat < 0 else -1
        while (key := _key(lon, lat)) in taken or _holds(known, key):
            lat += north
        taken.add(key)
        found[place] = lon / STEPS_A_DEGREE, lat / STEPS_A_DEGREE
    return found


def _key(lon: N, lat: N) -> N:
    """Return a position in steps as one number of 63 bits."""
    return (lon + 180 * STEPS_A_DEGREE) * 2**31 + (lat + 90 * STEPS_A_DEGREE)


def _holds(known: Ids, key: int) -> bool:
    place = np.searchsorted(known, key)
    return bool(place < len(known) and known[place] == key)
