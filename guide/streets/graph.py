"""The built-in engine: ways over the streets of a pack, for one profile."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray

from guide.streets.matrix import NOTHING, MatrixFolder, Metres, between, updated
from guide.streets.network import Network
from guide.streets.pack import Pack, Street
from guide.streets.profile import ANYBODY, Profile
from guide.streets.reach import reach
from guide.streets.snap import Snap
from guide.streets.spots import Spot
from guide.streets.walked import Walked
from guide.streets.ways import Ways, measured
from sites.position import Box, Position


class StreetGraph:
    """The pedestrian network of one pack, as people of one profile walk it.

    It may know the ways between some positions beforehand: see ``keep``.
    """

    def __init__(
        self, pack: Pack, walked: Walked | None = None, kept: MatrixFolder | None = None
    ) -> None:
        """Lay out the streets, for anybody if nothing else is said.

        Args:
            pack: the streets.
            walked: the same streets, as somebody walks them.
            kept: where matrices are kept beyond the life of this object.
        """
        self.pack, self._folder = pack, kept
        self.walked = walked or Walked(Network(pack), ANYBODY)
        self._family = {self.profile: self}
        self._known = NOTHING
        self._wanted: frozenset[Position] = frozenset()
        self._snaps: dict[Position, Snap] = {}

    @property
    def profile(self) -> Profile:
        """Who walks."""
        return self.walked.profile

    @property
    def attribution(self) -> str:
        """Whom to name wherever these streets are shown."""
        return self.pack.attribution

    @property
    def spots(self) -> Sequence[Spot]:
        """Where one can pause beside these streets, and what one sees from them."""
        return self.pack.spots

    @cached_property
    def area(self) -> Box:
        """The smallest box that holds all streets."""
        return self.pack.box

    def walked_by(self, profile: Profile) -> "StreetGraph":
        """Return the same streets as somebody else walks them."""
        if profile not in self._family:
            walked = Walked(self.walked.network, profile)
            other = StreetGraph(self.pack, walked, self._folder)
            other._family = self._family
            other.keep(self._known.positions)
            self._family[profile] = other
        return self._family[profile]

    def keep(self, positions: Sequence[Position]) -> None:
        """Measure the ways between these positions once, and remember them.

        If there is a folder, they are kept on disk too: for these streets and this
        profile.
        """
        name, known = self.walked.fingerprint, self._known
        if self._folder and not known.positions:
            known = self._folder.read(name)
        self._wanted, self._snaps = frozenset(positions), {}
        self._known = updated(known, positions, self._measured)
        if self._folder and self._known is not known:
            self._folder.keep(name, self._known)

    def _measured(self, begin: Sequence[Position], goal: Sequence[Position]) -> Metres:
        return measured(self.walked, self.snap_all(begin), self.snap_all(goal))

    def street(self, place: int) -> Street:
        """Return the street at a place of the pack."""
        return self.pack.streets[place]

    def arms(self, position: Position) -> int:
        """Return how many streets meet at a position: 0 where there is no junction."""
        return self.walked.network.arms_at(position)

    @cached_property
    def _lines(self) -> NDArray[np.object_]:
        """The lines of the streets that are walked, in metres on the plane."""
        corners = self.walked.network.corners
        counts = np.diff(corners.first)
        rows = np.repeat(np.arange(len(counts)), counts)
        lines = np.asarray(shapely.linestrings(corners.points, indices=rows))
        return lines[self.walked.streets]

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self._lines)

    def snap(self, position: Position) -> Snap:
        """Find the point of the streets that is nearest to ``position``."""
        wanted, known = self._wanted, self._snaps
        if position not in wanted:
            return self.snap_all([position])[0]
        if position not in known:
            # All at once: whoever asks for one of them asks for the others next.
            known = {snap.place: snap for snap in self.snap_all([*wanted])}
            self._snaps = known
        return known[position]

    def snap_all(self, positions: Sequence[Position]) -> list[Snap]:
        """Find the nearest point of the streets for each position, all at once."""
        if not positions:
            return []
        network, walked = self.walked.network, self.walked
        points = shapely.points(network.plane.points(positions))
        asked, near = self._tree.query_nearest(points)
        # Of streets that are equally near, the first one counts.
        nearest = np.full(len(positions), len(walked.streets))
        np.minimum.at(nearest, asked, near)
        lines, street = self._lines[nearest], walked.streets[nearest]
        share = shapely.line_locate_point(lines, points, normalized=True)
        feet = shapely.line_interpolate_point(lines, share, normalized=True)
        places = network.plane.degrees(shapely.get_coordinates(feet)).tolist()
        columns = (
            street.tolist(),
            (share * network.metres[street]).tolist(),
            shapely.distance(feet, points).tolist(),
            places,
            positions,
        )
        return [
            Snap(
                street=number,
                along_m=along_m,
                away_m=away_m,
                point=Position(lat, lon),
                place=place,
            )
            for number, along_m, away_m, (lon, lat), place in zip(*columns, strict=True)
        ]

    def ways(self, snaps: Sequence[Snap]) -> Ways:
        """Return the ways between places, all pairs."""
        by_place = {snap.place: snap for snap in snaps}

        def measure(begin: Sequence[Position], goal: Sequence[Position]) -> Metres:
            return measured(
                self.walked,
                [by_place[place] for place in begin],
                [by_place[place] for place in goal],
            )

        places = [snap.place for snap in snaps]
        return Ways(self.walked, snaps, between(self._known, places, measure))

    def reach(self, snap: Snap, metres: float) -> shapely.MultiPolygon:
        """Return what lies beside the streets that are at most so many metres away."""
        return reach(self.walked, snap, metres)
