"""Put Vietnamese words in the order of a Vietnamese dictionary."""

import unicodedata

LETTERS = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Grave, hook, tilde, acute, dot below: huyền, hỏi, ngã, sắc, nặng; none is first."""


def vietnamese_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return what to sort a text by: its letters first, and only then its tones.

    Letters with a breve, circumflex, horn or bar are letters of their own; a tone
    decides only between words of the same letters. What is no letter parts words.
    """
    letters: list[int] = []
    tones: list[int] = []
    for character in unicodedata.normalize("NFC", text.casefold()):
        letter, tone = _parted(character)
        letters.append(LETTERS.find(letter))
        tones.append(tone)
    return tuple(letters), tuple(tones)


def _parted(character: str) -> tuple[str, int]:
    """Part a character into its letter and the place of its tone."""
    marks = unicodedata.normalize("NFD", character)
    tone = next((TONES.index(mark) + 1 for mark in marks if mark in TONES), 0)
    plain = "".join(mark for mark in marks if mark not in TONES)
    return unicodedata.normalize("NFC", plain), tone
