"""Walks that the staff offer: a name, a word of advice, and what is asked for."""

from dataclasses import dataclass, field

from sites.names import Text

Words = tuple[tuple[str, tuple[str, ...]], ...]
"""What an address would say: each word with its values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedTour:
    """A question that is offered ready-made; whoever takes it may change it.

    ``words`` are those of an address, like ``minutes`` and ``like``; what they mean is
    not known here. ``line`` is where it stands in its file, for faults.
    """

    slug: str
    name: Text
    note: Text
    words: Words
    line: int = field(default=1, compare=False)

    @property
    def asked(self) -> dict[str, list[str]]:
        """The words as an address holds them."""
        return {name: list(values) for name, values in self.words}
