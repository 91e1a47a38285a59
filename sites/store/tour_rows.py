"""Offered walks as rows, and back."""

from collections.abc import Iterable
from typing import Any

from sites.store.columns import Row, both, certain
from sites.tours import OfferedTour


def tour_rows(tours: Iterable[OfferedTour]) -> list[dict[str, Any]]:
    """Turn walks into rows, in their order."""
    return [
        {
            "slug": tour.slug,
            "place": place,
            **both("name", tour.name),
            **both("note", tour.note),
            "words": [[name, list(values)] for name, values in tour.words],
        }
        for place, tour in enumerate(tours)
    ]


def tours_of(rows: Iterable[Row]) -> tuple[OfferedTour, ...]:
    """Put walks together from their rows."""
    return tuple(
        OfferedTour(
            slug=row["slug"],
            name=certain(row, "name"),
            note=certain(row, "note"),
            words=tuple((name, tuple(values)) for name, values in row["words"]),
        )
        for row in rows
    )
