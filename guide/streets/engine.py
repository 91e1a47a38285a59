"""What the guide needs of any engine that finds ways: the built-in one, or a server."""

from collections.abc import Sequence
from typing import Protocol, Self

import numpy as np
import shapely
from numpy.typing import NDArray

from guide.streets.profile import Profile
from guide.streets.snap import Snap
from guide.streets.spots import Spot
from guide.streets.way import Way
from sites.position import Box, Position


class WaysBetween(Protocol):
    """All best ways between some places, in the order in which they were given."""

    @property
    def metres(self) -> NDArray[np.float64]:
        """How long each way is, row to column, from place to place.

        The bit between each place and its street is included; ``inf`` where no street
        leads there, 0 between equal places.
        """

    def way(self, a: int, b: int) -> Way:
        """Return the line from place ``a`` to place ``b``.

        It exists only where ``metres[a, b]`` is finite.
        """


class Streets(Protocol):
    """Streets to walk on, as somebody of one profile walks them.

    Every method may raise ``StreetsFailed`` where a server is asked that fails.
    """

    @property
    def attribution(self) -> str:
        """Whom to name wherever these streets are shown."""

    @property
    def area(self) -> Box | None:
        """The box in which the streets lie; None where that is not known."""

    @property
    def spots(self) -> Sequence[Spot]:
        """Where one can pause beside these streets, and what one sees from them."""

    @property
    def profile(self) -> Profile:
        """Who walks."""

    def walked_by(self, profile: Profile) -> Self:
        """Return the same streets as somebody else walks them."""

    def keep(self, positions: Sequence[Position]) -> None:
        """Know the ways between these positions from now on, if that saves time."""

    def snap(self, position: Position) -> Snap:
        """Find the point of the streets that is nearest to a position."""

    def ways(self, snaps: Sequence[Snap]) -> WaysBetween:
        """Return the ways between places, all pairs."""

    def reach(self, snap: Snap, metres: float) -> shapely.MultiPolygon:
        """Return what lies beside the streets that are at most so many metres away.

        Coordinates are (longitude, latitude). Empty where the place itself is farther
        from its street than that.
        """
