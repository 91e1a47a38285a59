import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from sites.staff.errors import BadPhoto
from sites.staff.photo import SIZES, rewritten

GPS, MAKE, ORIENTATION = 0x8825, 0x010F, 0x0112
SCRIPT = b"<script>alert(1)</script>"


def picture(
    kind: str = "JPEG", size: tuple[int, int] = (640, 480), **exif: int
) -> bytes:
    """A photograph that tells where, and with what, it was taken."""
    image = Image.new("RGB", size, "red")
    told = Image.Exif()
    told[MAKE] = "Phone 4711"
    told.get_ifd(GPS)[1] = "N"
    told.get_ifd(GPS)[2] = (20.0, 51.0, 16.0)
    if exif:
        told[ORIENTATION] = exif["orientation"]
    out = BytesIO()
    image.save(out, kind, exif=told)
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it has this many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", body)
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_is_written_anew_in_three_sizes(kind: str) -> None:
    found = rewritten(picture(kind, (2400, 1200)))

    opened = [Image.open(BytesIO(file)) for file in found.files]
    assert [image.format for image in opened] == ["WEBP"] * 3
    assert [image.size for image in opened] == [(s, s // 2) for s in SIZES]
    assert (found.width, found.height) == (1920, 960)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_is_kept_but_the_pixels(kind: str) -> None:
    sent = picture(kind)
    assert b"Phone 4711" in sent

    for file in rewritten(sent + SCRIPT).files:
        assert b"Phone 4711" not in file
        assert b"<script" not in file
        assert len(Image.open(BytesIO(file)).getexif()) == 0


def test_a_photograph_stands_upright() -> None:
    found = rewritten(picture(size=(640, 480), orientation=6))

    assert (found.width, found.height) == (480, 640)


def test_a_small_photograph_is_not_blown_up() -> None:
    assert rewritten(picture(size=(300, 200))).width == 300


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>", id="svg"),
        pytest.param(b"\x89PNG\r\n\x1a\n<script>", id="html disguised as png"),
        pytest.param(b"GIF89a" + b"\0" * 50, id="gif"),
        pytest.param(b"%!PS-Adobe-3.0 EPSF-3.0\n", id="eps"),
        pytest.param(b"%PDF-1.7\n", id="pdf"),
        pytest.param(b"PK\x03\x04" + b"\0" * 50, id="zip"),
        pytest.param(picture()[:300], id="cut off"),
        pytest.param(bomb(60_000, 60_000), id="bomb"),
        pytest.param(bomb(8_000, 8_000), id="small bomb"),
        pytest.param(bomb(1_000, 1_000), id="lies about its size"),
        pytest.param(bomb(0, 10), id="no width"),
        pytest.param(picture(size=(199, 400)), id="too small"),
        pytest.param(b"\xff\xd8" + b"\0" * 21_000_000, id="too many bytes"),
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(BadPhoto):
        rewritten(data)
