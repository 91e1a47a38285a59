"""A sheet of paper, and the piece of the world that lies on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from guide.maps.mercator import Square, from_square, metres_across, to_square
from sites.position import Position


class Paper(StrEnum):
    """The sizes that printers hold."""

    A4 = "a4"
    A5 = "a5"


SIZES_MM: dict[Paper, tuple[float, float]] = {
    Paper.A4: (210, 297),
    Paper.A5: (148, 210),
}
"""Width and height of an upright sheet."""

EDGE_MM = 10.0
"""What most printers leave white."""

AROUND = 0.12
"""How much of the width of what is shown lies beyond it, on each side."""

LEAST_METRES = 400.0
"""A single place is shown with so much around it."""

BAR_METRES = (20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
BAR_MM = 45.0
"""The bar that tells the scale is no longer than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A rectangle on a sheet and the world seen in it; north is up.

    Args:
        left, top, width, height: of the rectangle, in millimetres.
        centre: the point of the Mercator square in the middle of it.
        mm: millimetres that one side of the square would be long.
    """

    left: float
    top: float
    width: float
    height: float
    centre: tuple[float, float]
    mm: float

    def place(self, points: Square) -> NDArray[np.float64]:
        """Return where points of the Mercator square lie on the sheet, in mm."""
        middle = [self.left + self.width / 2, self.top + self.height / 2]
        found: NDArray[np.float64] = (points - self.centre) * self.mm + middle
        return found

    def at(self, position: Position) -> tuple[float, float]:
        """Return where a position lies on the sheet, in mm."""
        ((x, y),) = self.place(to_square(np.array([position.lon_lat]))).tolist()
        return x, y

    @property
    def mm_a_metre(self) -> float:
        """Millimetres on the sheet that a metre on the ground is."""
        return self.mm / metres_across(from_square(*self.centre).lat)

    @property
    def seen(self) -> tuple[float, float, float, float]:
        """The piece of the Mercator square in the frame: west, north, east, south."""
        x, y = self.centre
        across, down = self.width / self.mm / 2, self.height / self.mm / 2
        return x - across, y - down, x + across, y + down

    @property
    def bar(self) -> tuple[int, float]:
        """Metres, in a round number, and how many mm they are."""
        metres = max(
            (m for m in BAR_METRES if m * self.mm_a_metre <= BAR_MM), default=10
        )
        return metres, metres * self.mm_a_metre


def frame_around(
    positions: Sequence[Position], rectangle: tuple[float, float, float, float]
) -> Frame:
    """Fill a rectangle with the world around some positions, as large as it goes.

    Args:
        positions: one or more.
        rectangle: left, top, width and height, in millimetres.
    """
    left, top, width, height = rectangle
    points = to_square(np.array([position.lon_lat for position in positions]))
    low, high = points.min(axis=0), points.max(axis=0)
    centre = (low + high) / 2
    least = LEAST_METRES / metres_across(from_square(*centre.tolist()).lat)
    across, down = np.maximum((high - low) * (1 + 2 * AROUND), least).tolist()
    return Frame(
        left=left, top=top, width=width, height=height,
        centre=(float(centre[0]), float(centre[1])),
        mm=min(width / across, height / down),
    )  # fmt: skip
