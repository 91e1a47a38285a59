"""A picture as dots, for programs that read no SVG: set with our font embedded."""

import tempfile
from pathlib import Path

import typst

from guide.maps.lettering import FONT_FILES

DOTS_AN_INCH = 200
"""Fine enough for the smallest letters: 6 points are 17 dots high."""

PAGE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image("picture.svg")
"""


def png(svg: bytes, dots_an_inch: float = DOTS_AN_INCH) -> bytes:
    """Return an SVG picture as PNG, as large as it says in millimetres."""
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[FONT_FILES],
    )
    with tempfile.TemporaryDirectory(prefix="guide-picture-") as folder:
        Path(folder, "picture.svg").write_bytes(svg)
        page = Path(folder, "page.typ")
        page.write_bytes(PAGE)
        compiler = typst.Compiler(page, root=Path(folder), font_paths=fonts)
        found = compiler.compile(format="png", ppi=dots_an_inch)
    if not isinstance(found, bytes):
        raise TypeError(f"one page was wanted, {type(found).__name__} came")
    return found
