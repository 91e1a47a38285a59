"""Wards by their names: from which day to which, and which wards came after."""

from dataclasses import dataclass
from datetime import date

from sites.names import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedWard:
    """A ward of the city as it was from one day to another, both included.

    An open end is None, and means "before any source of ours" at the beginning and "to
    this day" at the end. ``became`` are the keys of the wards that have its area since,
    the one with most of it first; ``note`` says what is not known of that.
    """

    slug: str
    name: str
    since: date | None = None
    until: date | None = None
    became: tuple[str, ...] = ()
    note: Text | None = None
    sources: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name alone, and as people say it."""
        return (self.name, f"Phường {self.name}")

    def held_in(self, year: int) -> bool:
        """Say whether the ward was there on some day of a year."""
        return (self.since is None or self.since.year <= year) and (
            self.until is None or year <= self.until.year
        )
