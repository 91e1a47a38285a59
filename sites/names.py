"""Names and texts in the two languages of the guide."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["vi", "en"]

LANGUAGES: tuple[Language, ...] = get_args(Language)
"""Vietnamese first: it is what a page speaks when nobody asks for another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The same words in Vietnamese and in English."""

    vi: str
    en: str

    def __str__(self) -> str:
        return self.vi

    def in_(self, language: Language) -> str:
        """Return the text in ``language``."""
        return self.vi if language == "vi" else self.en


def joined(texts: Iterable[Text]) -> Text:
    """List several texts; a semicolon parts them, as names may hold commas."""
    known = tuple(texts)
    return Text(
        vi="; ".join(text.vi for text in known), en="; ".join(text.en for text in known)
    )
