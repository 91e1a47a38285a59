"""What typst sets with our font embedded: a picture as dots, and pages as PDF.

No text of a site or a visitor enters the source of a page: it reads texts as data.
"""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Literal

import typst

from guide.maps.lettering import FONT_FILES

DOTS_AN_INCH = 200
"""Fine enough for the smallest letters: 6 points are 17 dots high."""

PDF_STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1, ISO 14289-1: what programs for blind people read aloud."""

PAGE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image("picture.svg")
"""


def png(svg: bytes, dots_an_inch: float = DOTS_AN_INCH) -> bytes:
    """Return an SVG picture as PNG, as large as it says in millimetres."""
    return _one(dots(PAGE, {"picture.svg": svg}, dots_an_inch))


def pdf(page: bytes, files: Mapping[str, bytes], moment: int | None = None) -> bytes:
    """Return pages as PDF/UA: tagged, with text that can be read out and copied.

    Args:
        page: the source of the pages, in typst.
        files: what it reads, by name; it sees no other file.
        moment: seconds since 1970 that the file gives as its date; now if None.
    """
    with _compiler(page, files) as compiler:
        try:
            found = compiler.compile(
                format="pdf", timestamp=moment, pdf_standards=[PDF_STANDARD]
            )
        except typst.TypstError:
            # Paper that cannot be read aloud is better than none; what is wrong with
            # the page itself is raised again here.
            found = compiler.compile(format="pdf", timestamp=moment)
    return _one(found)


def dots(
    page: bytes, files: Mapping[str, bytes], dots_an_inch: float = DOTS_AN_INCH
) -> list[bytes]:
    """Return each of the same pages as PNG."""
    with _compiler(page, files) as compiler:
        found = compiler.compile(format="png", ppi=dots_an_inch)
    return found if isinstance(found, list) else [_one(found)]


@contextmanager
def _compiler(page: bytes, files: Mapping[str, bytes]) -> Iterator[typst.Compiler]:
    with tempfile.TemporaryDirectory(prefix="guide-paper-") as folder:
        for name, held in files.items():
            Path(folder, name).write_bytes(held)
        source = Path(folder, "page.typ")
        source.write_bytes(page)
        yield typst.Compiler(source, root=Path(folder), font_paths=_fonts())


@cache
def _fonts() -> typst.Fonts:
    """Read our font once: its 18 files are 2 MB."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[FONT_FILES],
    )


def _one(found: object) -> bytes:
    if isinstance(found, list) and len(found) == 1:
        return _one(found[0])
    if not isinstance(found, bytes):
        raise TypeError(f"one document was wanted, {type(found).__name__} came")
    return found
