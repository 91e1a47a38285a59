"""A column for moments that reads back aware, on every database alike."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A moment, written in UTC so that texts sort as moments do.

    SQLite has no type for them, and forgets the time zone.
    """

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Any) -> str | None:  # noqa: ANN401
        """Write a moment; one without a time zone is a mistake of ours."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, _dialect: Any) -> datetime | None:  # noqa: ANN401
        """Read it back."""
        return datetime.fromisoformat(value) if value else None
