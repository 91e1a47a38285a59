"""What something was once called: in which years, and who says so."""

from dataclasses import dataclass

from sites.names import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A time that sources speak of: from one year to another, both included."""

    key: str
    name: Text
    since: int | None
    until: int | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastName:
    """What a street or a site was once called, as the source writes it.

    ``since`` and ``until`` are years, both included, None where nobody tells;
    ``period`` is the time in which the street had the name, if only for a while;
    ``part`` says which part of the street had it, where it was not the whole;
    ``spelt`` are other spellings of the same name: the French one of a name that the
    source writes as it is spoken.
    """

    name: str
    since: int | None = None
    until: int | None = None
    period: Period | None = None
    part: Text | None = None
    sources: tuple[str, ...] = ()
    spelt: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name, then its other spellings."""
        return (self.name, *self.spelt)

    @property
    def all_sources(self) -> tuple[str, ...]:
        """The keys of the sources of the name, then of its period, each once."""
        period = self.period.sources if self.period else ()
        return tuple(dict.fromkeys((*self.sources, *period)))

    def held_in(self, year: int) -> bool | None:
        """Say whether this was the name in a year; None where it may have been."""
        spans = [(self.since, self.until)]
        if self.period:
            spans.append((self.period.since, self.period.until))
        if any(_is_outside(year, since, until) for since, until in spans):
            return False
        # Of a period, some year may be meant; of years, every one is.
        sure = self.since is not None and self.until is not None
        return True if sure else None


def _is_outside(year: int, since: int | None, until: int | None) -> bool:
    return (since is not None and year < since) or (until is not None and year > until)
