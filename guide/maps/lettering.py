"""Letters on a map: what may be written, how wide it is, and where the font lies."""

from functools import cache
from itertools import groupby
from pathlib import Path
from unicodedata import combining, normalize

import fontpkg_be_vietnam_pro
from fontTools.ttLib import TTFont

FONT_FILES = Path(fontpkg_be_vietnam_pro.ROOT) / "files"
FONT_FILE = FONT_FILES / "BeVietnamPro-SemiBold.ttf"

MARKS_A_LETTER = 2
"""Vietnamese needs no more; a pile of them would run over what stands above."""

LONGEST = 60
"""Names of more letters are cut short: no street is long enough for them."""

OMITTED = "[…]"
"""What stands for letters that our font has no shape for: Chinese ones, say."""

UNKNOWN_LETTER_EM = 1.0
"""How wide a letter is taken to be that another font must draw: as wide as any."""


def written(name: str) -> str:
    """Return a name as a map writes it: on one line, and nothing that moves others.

    Signs without a shape go (controls, and those that turn the direction of writing),
    so do marks piled upon each other; what is too long ends in an ellipsis.
    """
    composed = normalize("NFC", " ".join(name.split()))
    letters: list[str] = []
    for is_mark, group in groupby(composed, key=lambda sign: combining(sign) > 0):
        signs = [sign for sign in group if sign.isprintable()]
        letters.extend(signs[:MARKS_A_LETTER] if is_mark else signs)
    text = " ".join("".join(letters).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def shown(text: str) -> str:
    """Return a text with all that our font can set, and a mark for what it cannot."""
    known = _widths()
    composed = normalize("NFC", text)
    runs = groupby(composed, key=lambda sign: sign in known or sign.isspace())
    return "".join("".join(run) if has else OMITTED for has, run in runs)


def width_em(text: str) -> float:
    """Return how wide a text is in the font of our maps, as a part of its size."""
    known = _widths()
    return sum(
        0.0 if combining(sign) else known.get(sign, UNKNOWN_LETTER_EM) for sign in text
    )


def fitted(text: str, size: float, room: float) -> str:
    """Return as much of a text as there is room for, with an ellipsis if it is cut."""
    if width_em(text) * size <= room:
        return text
    while text and width_em(f"{text}…") * size > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


@cache
def _widths() -> dict[str, float]:
    """Read how far each letter moves the pen; pairs that move closer are not asked."""
    with TTFont(FONT_FILE, lazy=True) as font:
        em = font["head"].unitsPerEm
        metrics = font["hmtx"]
        return {
            chr(code): metrics[glyph][0] / em
            for code, glyph in font.getBestCmap().items()
        }
