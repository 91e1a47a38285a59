"""How far one gets: what lies beside the streets within so many metres, as an area."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.ops import substring

from guide.streets.snap import Snap
from guide.streets.sweeps.kernels import FAR
from guide.streets.walked import COST_PER_M, Walked
from guide.streets.ways import lengths_along

BESIDE_M = 25.0
"""So far to either side of a street its houses stand; the area reaches that far."""


def reach(walked: Walked, snap: Snap, metres: float) -> shapely.MultiPolygon:
    """Return what lies beside the streets that are at most so many metres away.

    Where preferred streets make the way longer, that longer way counts.

    Returns:
        An area in longitude and latitude; empty where not even the street is in reach.
    """
    network = walked.network
    lines = [
        substring(_line(walked, street), low, high, normalized=True)
        for street, low, high in _spans(walked, snap, metres - snap.away_m)
    ]
    area = shapely.union_all(lines).buffer(BESIDE_M)
    parts = [part for part in shapely.get_parts(area) if not part.is_empty]
    return shapely.transform(shapely.MultiPolygon(parts), network.plane.degrees)


def _line(walked: Walked, street: int) -> shapely.LineString:
    corners = walked.network.corners
    first, last = corners.first[street : street + 2]
    return shapely.LineString(corners.points[first:last])


def _spans(walked: Walked, snap: Snap, left_m: float) -> list[tuple[int, float, float]]:
    """List the parts of streets in reach: the street, from and to as shares of it."""
    if left_m < 0:
        return []
    network = walked.network
    streets, (tail, head) = walked.streets, network.ends[walked.streets].T
    far_m, length = _metres_to_all(walked, snap), network.metres[walked.streets]
    one_way = network.one_way[streets]
    ahead = np.where(one_way >= 0, left_m - far_m[tail], -1.0)
    back = np.where(one_way <= 0, left_m - far_m[head], -1.0)
    whole = ahead + back >= length
    low = np.where(back >= 0, np.maximum(1 - back / np.maximum(length, 0.01), 0), 1.0)
    high = np.where(ahead >= 0, np.minimum(ahead / np.maximum(length, 0.01), 1), 0.0)
    found = [(snap.street, *_own_span(walked, snap, left_m))]
    for place in np.flatnonzero((ahead >= 0) | (back >= 0)):
        street = int(streets[place])
        if whole[place] and ahead[place] >= 0 and back[place] >= 0:
            found.append((street, 0.0, 1.0))
            continue
        if ahead[place] >= 0:
            found.append((street, 0.0, float(high[place])))
        if back[place] >= 0:
            found.append((street, float(low[place]), 1.0))
    return found


def _own_span(walked: Walked, snap: Snap, left_m: float) -> tuple[float, float]:
    """Return what is in reach of the street on which the place is, from there."""
    length = max(float(walked.network.metres[snap.street]), 0.01)
    one_way = walked.network.one_way[snap.street]
    low = snap.along_m - (left_m if one_way <= 0 else 0.0)
    high = snap.along_m + (left_m if one_way >= 0 else 0.0)
    return max(low / length, 0.0), min(high / length, 1.0)


def _metres_to_all(walked: Walked, snap: Snap) -> NDArray[np.float64]:
    """Return how far each junction is from where the place touches the streets."""
    out, lengths = walked.doors([snap], out=True)
    cost = walked.weighed.to_all(out)
    if walked.profile.is_weighed:
        cost = lengths_along(walked, cost, out, lengths[0])
    return np.where(cost < FAR, cost / COST_PER_M, np.inf)
