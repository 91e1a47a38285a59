"""Photographs that people send: decoded and written anew in three sizes.

Nothing of the file is kept but its pixels: no position, no camera, no script behind it.
"""

import warnings
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from sites.staff.errors import BadPhoto

FORMATS = ("JPEG", "PNG", "WEBP")

SIZES = (480, 960, 1920)
"""The longest side of each of the three, in pixels."""

MOST_BYTES, MOST_PIXELS, LEAST_SIDE = 20_000_000, 60_000_000, 200

QUALITY = 80

DIGITS = 24


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A photograph in three sizes, as WebP, and the size of the largest."""

    digest: str
    width: int
    height: int
    files: tuple[bytes, ...]


def rewritten(data: bytes) -> Rewritten:
    """Decode a photograph and write it anew.

    Raises:
        BadPhoto: it is none, is too large or too small, or is damaged.
    """
    if not 0 < len(data) <= MOST_BYTES:
        raise BadPhoto
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                return _written(_pixels(image))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise BadPhoto from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise BadPhoto from None


def _pixels(image: Image.Image) -> Image.Image:
    """Return what one sees, upright; what is transparent becomes white."""
    width, height = image.size
    if width * height > MOST_PIXELS or min(width, height) < LEAST_SIDE:
        raise BadPhoto
    # A phone that was held upright says so beside the pixels: turn them instead.
    upright = ImageOps.exif_transpose(image).convert("RGBA")
    white = Image.new("RGBA", upright.size, "white")
    return Image.alpha_composite(white, upright).convert("RGB")


def _written(pixels: Image.Image) -> Rewritten:
    files = []
    for side in SIZES:
        copy = pixels.copy()
        copy.thumbnail((side, side), Image.Resampling.LANCZOS)
        out = BytesIO()
        copy.save(out, "WEBP", quality=QUALITY, method=4)
        files.append(out.getvalue())
    digest = sha256(files[-1]).hexdigest()[:DIGITS]
    return Rewritten(digest, copy.width, copy.height, tuple(files))
