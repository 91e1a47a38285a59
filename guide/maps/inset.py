"""The map of a tour alone, as large as a page has room for: no title, and no list."""

from collections.abc import Sequence
from unicodedata import combining

from guide.maps.ground import Layer
from guide.maps.lettering import shown
from guide.maps.paper import frame_around
from guide.maps.still import Picture, draw_map, positions, sheet, written_out


def draw_inset(
    picture: Picture,
    layers: Sequence[Layer],
    size_mm: tuple[float, float],
    *,
    own_font: bool = False,
) -> bytes:
    """Draw the map of a picture as SVG in UTF-8, so many millimetres wide and high.

    Where there is our ``own_font`` only, letters that it lacks are marked as left out.
    """
    root = sheet(picture, size_mm)
    frame = frame_around(positions(picture), (0.0, 0.0, *size_mm))
    draw_map(root, picture, layers, frame)
    if own_font:
        for text in root.iter("text"):
            # Vietnamese is composed by now; typst cannot name a mark left by itself.
            text.text = "".join(c for c in shown(text.text or "") if not combining(c))
    return written_out(root)
