"""QR codes: an address as a square of black and white, for paper and for screens.

Source: ISO/IEC 18004:2015; the quiet zone of four modules is part of the picture.
"""

from dataclasses import dataclass
from io import BytesIO

import segno

QUIET = 4
"""Modules of white around: without them many phones see no code."""

LEVELS = ("m", "l")
"""First with 15 % of spare, for creased paper; with 7 % what is too long for that."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as SVG, and how many modules it is wide, white edge included."""

    svg: bytes
    modules: int


def code(address: str) -> Code | None:
    """Write an address as a QR code; None for no address, or one too long for any.

    The same address gives the same bytes.
    """
    if not address:
        return None
    for level in LEVELS:
        try:
            made = segno.make(address, error=level, micro=False, boost_error=False)
        except segno.DataOverflowError:
            continue
        modules = int(made.symbol_size(border=QUIET)[0])
        written = BytesIO()
        made.save(
            written, kind="svg", border=QUIET, light="#ffffff", dark="#000000",
            omitsize=True, svgclass=None, lineclass=None,
        )  # fmt: skip
        return Code(written.getvalue(), modules)
    return None
