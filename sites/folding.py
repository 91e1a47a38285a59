"""Vietnamese letters, made comparable: without accents, or each in one spelling."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Huyền, sắc, ngã, hỏi, nặng, as they combine; other marks make other letters."""


def fold(text: str) -> str:
    """Lower-case, and drop every accent: ``"Chùa Cầu Đỏ"`` becomes ``"chua cau do"``.

    Đ does not decompose in Unicode, so it is replaced by hand.
    """
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Word:
    """A word taken apart: its letters, its tone, and what is left without accents.

    A tone belongs to the syllable, not to the letter above which it is written: so
    ``hoà`` and ``hòa`` are the same word.
    """

    letters: str
    tone: str
    folded: str

    @classmethod
    @lru_cache(maxsize=20_000)
    def of(cls, word: str) -> Self:
        """Take a word apart, composed or decomposed, in any case."""
        marks = unicodedata.normalize("NFD", word.casefold())
        letters = "".join(mark for mark in marks if mark not in TONES)
        return cls(
            letters=unicodedata.normalize("NFC", letters),
            tone="".join(mark for mark in marks if mark in TONES),
            folded=fold(word),
        )

    @property
    def plain(self) -> bool:
        """Whether it is written without any accent."""
        return not self.tone and self.letters == self.folded

    def begins(self, other: "Word") -> bool:
        """Tell whether this may be the beginning of another word, accents and all."""
        same_tone = not self.tone or self.tone == other.tone
        return same_tone and other.letters.startswith(self.letters)


def words_of(text: str) -> tuple[Word, ...]:
    """Split into words: whatever is neither letter nor digit parts them."""
    composed = unicodedata.normalize("NFC", text)
    return tuple(
        Word.of(word)
        for word in "".join(c if c.isalnum() else " " for c in composed).split()
    )
