import struct
import zlib

import pytest
from PIL import Image

from sites import raster
from sites.raster import NotAPicture, look
from tests.sites import drawn


@pytest.mark.parametrize(
    ("form", "media_type"),
    [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/webp")],
)
def test_a_picture_is_what_is_in_it(form: str, media_type: str) -> None:
    found = look(drawn.picture(form))

    assert (found.media_type, found.width, found.height) == (media_type, 400, 300)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
    ],
    ids=["nothing", "SVG", "GIF", "only the first bytes"],
)
def test_what_is_no_picture_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(NotAPicture, match=r"no JPEG, PNG or WebP|is damaged"):
        look(data)


def test_a_picture_cut_short_is_damaged() -> None:
    whole = drawn.picture("JPEG")

    with pytest.raises(NotAPicture, match="is damaged"):
        look(whole[: len(whole) // 2])


def test_a_few_bytes_that_unpack_to_billions_of_pixels_are_refused() -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IEND", b"")

    with pytest.raises(NotAPicture, match="million pixels"):
        look(bomb)


def test_the_largest_picture_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    data = drawn.picture()
    monkeypatch.setattr(raster, "MAX_PIXELS", 400 * 300)
    monkeypatch.setattr(raster, "MAX_BYTES", len(data))
    assert look(data).width == 400

    monkeypatch.setattr(raster, "MAX_BYTES", len(data) - 1)
    with pytest.raises(NotAPicture, match="is larger than"):
        look(data)


def test_one_pixel_too_many_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "MAX_PIXELS", 400 * 300 - 1)

    with pytest.raises(NotAPicture, match="million pixels"):
        look(drawn.picture())


def test_a_photograph_that_tells_where_it_was_taken_is_refused() -> None:
    told = Image.Exif()
    told[raster.GPS] = {1: "N", 2: (20.0, 51.0, 0.0)}
    data = drawn.saved(Image.new("RGB", (8, 8)), "JPEG", exif=told.tobytes())

    with pytest.raises(NotAPicture, match="where it was taken"):
        look(data)
