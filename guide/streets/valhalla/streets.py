"""Streets that a Valhalla server knows, behind the same interface as our own."""

import json
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from guide.streets.errors import StreetsFailed
from guide.streets.matrix import NOTHING, MatrixFolder, Metres, between, updated
from guide.streets.pack import ATTRIBUTION, Pack
from guide.streets.profile import ANYBODY, Profile
from guide.streets.snap import Snap
from guide.streets.spots import Spot
from guide.streets.valhalla import costing
from guide.streets.valhalla.answers import (
    EDGE_FACTS,
    area_of,
    line_of,
    metres_of,
    snap_of,
    understood,
    way_of,
)
from guide.streets.valhalla.server import NO_WAYS, TOO_MANY, Refusal, Server
from guide.streets.way import Way
from sites.position import Box, Position

AT_ONCE = 50
"""So many places are asked about at once, and their square of pairs: a server's own
limits unless its operator sets others."""

LEAST_REACH_M = 1.0
"""Valhalla draws no smaller area than the cells of its own grid anyway."""


@dataclass(slots=True)
class _Family:
    """The same streets for everybody, and the positions that all of them keep."""

    members: dict[Profile, "ValhallaStreets"]
    wanted: tuple[Position, ...] = ()


class ValhallaStreets:
    """The streets of a server, as people of one profile walk them.

    Nothing is asked before it is needed: while the server is away, all that needs no
    way goes on.
    """

    def __init__(
        self,
        server: Server,
        profile: Profile = ANYBODY,
        *,
        kept: MatrixFolder | None = None,
        shown: Pack | None = None,
    ) -> None:
        """Look at a server's streets.

        Args:
            server: the server.
            profile: who walks.
            kept: where matrices are kept beyond the life of this object.
            shown: the pack on the maps. A server tells neither where its streets end
                nor what stands beside them; that pack does.
        """
        self._server, self.profile = server, profile
        self._folder, self._shown = kept, shown
        self._family = _Family({profile: self})
        self._snaps: dict[Position, Snap] = {}
        self._known = NOTHING
        self._lock = threading.Lock()

    @property
    def attribution(self) -> str:
        """Whom to name wherever these streets are shown."""
        return ATTRIBUTION

    @property
    def area(self) -> Box | None:
        """The box of the streets on the maps; None where there are none."""
        return self._shown.box if self._shown else None

    @property
    def spots(self) -> Sequence[Spot]:
        """Where one can pause beside the streets on the maps."""
        return self._shown.spots if self._shown else ()

    def walked_by(self, profile: Profile) -> "ValhallaStreets":
        """Return the same streets as somebody else walks them."""
        if profile not in self._family.members:
            other = ValhallaStreets(
                self._server, profile, kept=self._folder, shown=self._shown
            )
            other._family = self._family
            self._family.members[profile] = other
        return self._family.members[profile]

    def keep(self, positions: Sequence[Position]) -> None:
        """Know the ways between these positions, once one of them is asked for."""
        self._family.wanted = tuple(dict.fromkeys(positions))

    def snap(self, position: Position) -> Snap:
        """Find the point of the streets that is nearest to a position."""
        wanted, known = self._family.wanted, self._snaps
        if position in wanted and position not in known:
            # All sites at once: whoever asks for one asks for the others next.
            missing = [place for place in wanted if place not in known]
            fresh = {snap.place: snap for snap in self._located(missing)}
            known = {place: (known | fresh)[place] for place in wanted}
            self._snaps = known
        return known.get(position) or next(iter(self._located([position])))

    def ways(self, snaps: Sequence[Snap]) -> "ValhallaWays":
        """Return the ways between places, all pairs."""
        by_place = {snap.place: snap for snap in snaps}

        def measure(begin: Sequence[Position], goal: Sequence[Position]) -> Metres:
            return self._measured(
                [by_place[place] for place in begin],
                [by_place[place] for place in goal],
            )

        if any(place in self._family.wanted for place in by_place):
            self._bring_up_to_date()
        places = [snap.place for snap in snaps]
        return ValhallaWays(self, snaps, between(self._known, places, measure))

    def reach(self, snap: Snap, metres: float) -> shapely.MultiPolygon:
        """Return the area around all that is at most so many metres away."""
        left = metres - snap.away_m
        if left < LEAST_REACH_M:
            return shapely.MultiPolygon()
        asked = self._question(
            locations=[_location(snap.point)],
            contours=[{"distance": left / 1000}],
            polygons=True,
            denoise=0,
            generalize=0,
        )
        return area_of(self._answer("isochrone", asked))

    def way(self, ends: tuple[Snap, Snap], metres: float) -> Way:
        """Return the way from one place to another, which is so long."""
        asked = self._question(
            locations=[_location(snap.point) for snap in ends],
            directions_type="none",
            # Only in this form does the line come as plain numbers.
            format="osrm",
            shape_format="geojson",
        )
        line = line_of(self._answer("route", asked))
        asked = self._question(
            shape=[{"lat": point.lat, "lon": point.lon} for point in line],
            shape_match="walk_or_snap",
            filters={"attributes": list(EDGE_FACTS), "action": "include"},
        )
        # A single point twice is no line to walk along.
        single = len(set(line)) == 1
        edges = {"edges": []} if single else self._answer("trace_attributes", asked)
        return way_of(ends, line, edges, metres)

    def _question(self, **more: object) -> dict[str, Any]:
        return costing.question(self.profile, **more)

    def _answer(self, action: str, asked: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
        try:
            return self._server.ask(action, asked)
        except Refusal as problem:
            raise StreetsFailed(problem.problem) from None

    def _located(self, places: Sequence[Position]) -> Iterable[Snap]:
        for first in range(0, len(places), AT_ONCE):
            some = places[first : first + AT_ONCE]
            locations = [_location(place) for place in some]
            asked = self._question(locations=locations, verbose=True)
            answers = self._answer("locate", asked)
            with understood():
                pairs = list(zip(some, answers, strict=True))
            yield from (snap_of(place, answer) for place, answer in pairs)

    def _bring_up_to_date(self) -> None:
        with self._lock:
            known = self._known
            if known.positions == self._family.wanted:
                return
            name = self._fingerprint() if self._folder else ""
            if self._folder and not known.positions:
                known = self._folder.read(name)
            fresh = updated(known, self._family.wanted, self._measured_from)
            if self._folder and fresh is not known:
                self._folder.keep(name, fresh)
            self._known = fresh

    def _measured_from(
        self, begin: Sequence[Position], goal: Sequence[Position]
    ) -> Metres:
        return self._measured([*map(self.snap, begin)], [*map(self.snap, goal)])

    def _fingerprint(self) -> str:
        """Name these streets of this moment, and who walks them."""
        about = self._server.about()
        facts = [self._server.address, about.version, about.tiles]
        text = json.dumps([*facts, costing.options(self.profile)], sort_keys=True)
        return f"valhalla-{sha256(text.encode()).hexdigest()[:16]}"

    def _measured(self, begin: Sequence[Snap], goal: Sequence[Snap]) -> Metres:
        found = np.full((len(begin), len(goal)), np.inf)
        # Where there is no street, nothing is asked.
        rows = [row for row, snap in enumerate(begin) if snap.away_m < np.inf]
        columns = [column for column, snap in enumerate(goal) if snap.away_m < np.inf]
        for some in _blocks(rows):
            for others in _blocks(columns):
                block = self._block([begin[a] for a in some], [goal[b] for b in others])
                found[np.ix_(some, others)] = block
        away = np.add.outer([s.away_m for s in begin], [s.away_m for s in goal])
        found += away
        places = [snap.place for snap in goal]
        found[[[snap.place == place for place in places] for snap in begin]] = 0.0
        return found

    def _block(self, begin: Sequence[Snap], goal: Sequence[Snap]) -> Metres:
        asked = self._question(
            sources=[_location(snap.point) for snap in begin],
            targets=[_location(snap.point) for snap in goal],
            verbose=False,
        )
        try:
            answer = self._server.ask("sources_to_targets", asked)
        except Refusal as problem:
            if problem.code in NO_WAYS:
                return np.full((len(begin), len(goal)), np.inf)
            if problem.code == TOO_MANY and max(len(begin), len(goal)) > 1:
                return self._halved(begin, goal)
            raise StreetsFailed(problem.problem) from None
        return metres_of(answer, len(begin), len(goal))

    def _halved(self, begin: Sequence[Snap], goal: Sequence[Snap]) -> Metres:
        """Ask for less at once: this server's limits are lower."""
        if len(begin) >= len(goal):
            half = len(begin) // 2
            halves = [self._block(begin[:half], goal), self._block(begin[half:], goal)]
            return np.concatenate(halves)
        half = len(goal) // 2
        halves = [self._block(begin, goal[:half]), self._block(begin, goal[half:])]
        return np.concatenate(halves, axis=1)


class ValhallaWays:
    """The ways between some places; the line of one is asked for when it is wanted."""

    def __init__(
        self,
        streets: ValhallaStreets,
        snaps: Sequence[Snap],
        metres: NDArray[np.float64],
    ) -> None:
        self._streets, self._snaps, self.metres = streets, tuple(snaps), metres

    def way(self, a: int, b: int) -> Way:
        """Return the line from place ``a`` to place ``b``.

        It exists only where ``metres[a, b]`` is finite.
        """
        ends = self._snaps[a], self._snaps[b]
        if ends[0].place == ends[1].place:
            return Way(line=(ends[0].place,), stretches=(), metres=0.0)
        return self._streets.way(ends, float(self.metres[a, b]))


def _location(place: Position) -> dict[str, Any]:
    """Name the very place: by itself, Valhalla moves it to a crossing 5 m away."""
    return {"lat": place.lat, "lon": place.lon, "node_snap_tolerance": 0}


def _blocks(places: Sequence[int]) -> Iterable[Sequence[int]]:
    return (places[first : first + AT_ONCE] for first in range(0, len(places), AT_ONCE))
