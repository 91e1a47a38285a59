"""An area cut into parts that a server answers easily."""

from collections.abc import Iterator
from math import ceil, cos, radians

from guide.streets.fetch.errors import BadBox
from sites.errors import BadPosition
from sites.position import Box, Position

PART_DEGREES = 0.06
"""How long a side of a part is at most: some 6 km, in a city some 20 MB."""

LEAST_DEGREES = 0.005
"""A part is not cut further when its sides would be shorter: about 500 m."""

MAX_PARTS = 100
"""A hundred questions are a region; for more there are extracts."""

KM_PER_DEGREE = 111.2
"""Of latitude, on average; of longitude at the equator."""


def read_box(given: str) -> Box:
    """Read ``south,west,north,east`` in degrees.

    Raises:
        BadBox: it is no area, or it crosses the date line.
    """
    try:
        south, west, north, east = (float(word) for word in given.split(","))
        Position(south, west)
        Position(north, east)
    except ValueError:
        raise BadBox(given, "that is not four numbers") from None
    except BadPosition:
        raise BadBox(given, "that is nowhere on Earth") from None
    if south >= north or west >= east:
        raise BadBox(given, "south is not below north, or west not before east")
    return Box(south=south, west=west, north=north, east=east)


def written(box: Box) -> str:
    """Write a box as ``south,west,north,east``, to a centimetre."""
    sides = (box.south, box.west, box.north, box.east)
    return ",".join(f"{side:.7f}".rstrip("0").rstrip(".") for side in sides)


def square_km(box: Box) -> float:
    """Return the area of a box, to a few percent."""
    middle = radians((box.south + box.north) / 2)
    high, wide = box.north - box.south, box.east - box.west
    return high * wide * cos(middle) * KM_PER_DEGREE**2


def parts_of(box: Box) -> list[Box]:
    """Cut a box into equal parts; they cover it, and share their edges.

    Raises:
        BadBox: there would be more of them than we ask for.
    """
    rows = max(1, ceil(round((box.north - box.south) / PART_DEGREES, 9)))
    columns = max(1, ceil(round((box.east - box.west) / PART_DEGREES, 9)))
    if rows * columns > MAX_PARTS:
        problem = f"{square_km(box):,.0f} km² are {rows * columns} questions"
        raise BadBox(written(box), f"{problem}, and {MAX_PARTS} are the most")
    return list(_cut(box, rows, columns))


def quarters_of(box: Box) -> list[Box]:
    """Cut a box into four; none where they would be too small."""
    least = min(box.north - box.south, box.east - box.west) / 2
    return list(_cut(box, 2, 2)) if least >= LEAST_DEGREES else []


def _cut(box: Box, rows: int, columns: int) -> Iterator[Box]:
    lats = _steps(box.south, box.north, rows)
    lons = _steps(box.west, box.east, columns)
    for row in range(rows):
        for column in range(columns):
            yield Box(
                south=lats[row],
                west=lons[column],
                north=lats[row + 1],
                east=lons[column + 1],
            )


def _steps(low: float, high: float, count: int) -> list[float]:
    # Rounded, so that a part is called the same whenever it is asked for again.
    inner = [round(low + (high - low) * step / count, 7) for step in range(1, count)]
    return [low, *inner, high]
