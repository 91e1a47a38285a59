"""Streets by their names: what each was called, in which years, and who says so."""

from dataclasses import dataclass

from sites.names import Text
from sites.search import fold

COMMON = ("pho", "duong", "dai lo")
"""Words before the name of a street that people add and leave out, accents folded. Not
ngõ, and not cầu: an alley and a bridge are other things than the street."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A time that sources speak of: from one year to another, both included."""

    key: str
    name: Text
    since: int | None
    until: int | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StreetName:
    """What a street was once called, as the source writes it.

    ``since`` and ``until`` are years, both included, None where nobody tells;
    ``period`` is the time in which the street had the name, if only for a while;
    ``part`` says which part of the street had it, where it was not the whole.
    """

    name: str
    since: int | None = None
    until: int | None = None
    period: Period | None = None
    part: Text | None = None
    sources: tuple[str, ...] = ()

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


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedStreet:
    """A street of the city with its names; ``name`` is today's, None if not known."""

    slug: str
    name: str | None
    once: tuple[StreetName, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of all sources cited, each once, in the order of first citation."""
        cited = [
            key
            for name in self.once
            for key in (*name.sources, *(name.period.sources if name.period else ()))
        ]
        return tuple(dict.fromkeys(cited))


def key_of(name: str) -> str:
    """Return what two spellings of one street's name have in common.

    Accents, capitals, spaces and the word for street before it do not count: "Phố Cầu
    Đất", "Cầu Đất" and "duong cau dat" are one; everything else counts.
    """
    words = " ".join(fold(name).split())
    for common in COMMON:
        rest = words.removeprefix(f"{common} ")
        if rest != words:
            return rest
    return words


def _is_outside(year: int, since: int | None, until: int | None) -> bool:
    return (since is not None and year < since) or (until is not None and year > until)
