"""Read QR codes as a phone does: from dots."""

from io import BytesIO

import zxingcpp
from PIL import Image

from guide.links import Links

LINKS = Links(
    tour="https://guide.example/plan/tour?from=20.86%2C106.69&depart=2026-11-23T08%3A00",
    site=lambda slug: f"https://guide.example/sites/{slug}",
    short=lambda slug: f"https://guide.example/s/{slug.upper()}",
)


def read(png: bytes) -> list[str]:
    """Return what the codes in a picture say, from top to bottom."""
    with Image.open(BytesIO(png)) as opened:
        grey = opened.convert("L")
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.QRCode)
    return [one.text for one in sorted(found, key=lambda one: one.position.top_left.y)]
