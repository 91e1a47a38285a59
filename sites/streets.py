"""Streets by their names: what each was called, in which years, and who says so."""

from dataclasses import dataclass

from sites.folding import fold
from sites.pastnames import PastName

COMMON = ("pho", "duong", "dai lo")
"""Words before the name of a street that people add and leave out, accents folded. Not
ngõ, and not cầu: an alley and a bridge are other things than the street."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedStreet:
    """A street of the city with its names; ``name`` is today's, None if not known."""

    slug: str
    name: str | None
    once: tuple[PastName, ...]

    @property
    def title(self) -> str:
        """What to call it: its name of today, or the first that is known."""
        return self.name or self.once[0].name

    @property
    def names(self) -> tuple[str, ...]:
        """What the street is called today, and all that it was once called."""
        today = (self.name,) if self.name else ()
        return (*today, *(name for once in self.once for name in once.spellings))

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of all sources cited, each once, in the order of first citation."""
        cited = [key for name in self.once for key in name.all_sources]
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
