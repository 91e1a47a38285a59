"""What a picture file really is: its format and size, whatever its name says."""

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, UnidentifiedImageError

FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
"""The formats that every browser shows, and that hold no script."""

MAX_BYTES, MAX_PIXELS = 8_000_000, 40_000_000
"""A few bytes may unpack to more pixels than a memory holds."""

GPS = 0x8825
"""Where metadata say at which position a photograph was taken."""


class NotAPicture(ValueError):
    """A file is no picture that we show; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture file that was looked through, every pixel of it."""

    media_type: str
    width: int
    height: int


def look(data: bytes) -> Raster:
    """Read a picture file whole, without believing anything that it says of itself.

    Raises:
        NotAPicture: it is none of ours, is damaged, too large, or tells a position.
    """
    if len(data) > MAX_BYTES:
        raise NotAPicture(
            f"is larger than {MAX_BYTES // 1_000_000} MB; make it smaller"
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=list(FORMATS)) as image:
                return _looked_through(image)
    except NotAPicture:
        raise
    except UnidentifiedImageError:
        raise NotAPicture("is no JPEG, PNG or WebP; save it as one") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NotAPicture(_TOO_MANY) from None
    except (OSError, ValueError, SyntaxError):
        raise NotAPicture("is damaged; save it anew") from None


_TOO_MANY = f"has more than {MAX_PIXELS // 1_000_000} million pixels; make it smaller"


def _looked_through(image: Image.Image) -> Raster:
    if image.width * image.height > MAX_PIXELS:
        raise NotAPicture(_TOO_MANY)
    image.load()
    if image.getexif().get_ifd(GPS):
        raise NotAPicture("tells in its metadata where it was taken; save it without")
    return Raster(FORMATS[str(image.format)], image.width, image.height)
