"""The plate of a site, for its wall: name, one line, a QR code, its short address.

It is the same in every language: a wall speaks to all who pass.
"""

import json
from pathlib import Path

from guide.exports import qr
from guide.exports.booklet import printable
from guide.exports.booklet_words import WORDS
from sites.model import Site
from sites.names import LANGUAGES, Text

PAGE = Path(__file__).with_name("plate.typ")
MEDIA_TYPE = "application/pdf"

SCAN = Text(vi="Quét mã hoặc gõ địa chỉ", en="Scan, or type the address")

LARGE_PT, SMALL_PT = 26, 16
"""How large a name is set, a short and a long one."""

LONG_NAME = 40

FOR_EVER = 1_767_225_600
"""The date that every plate gives, the first of 2026: one site gives the same bytes."""


def plate(site: Site, address: str) -> bytes:
    """Write the plate of a site as PDF.

    Args:
        site: whose plate it is.
        address: the whole short address.
    """
    from guide.maps.printed import pdf  # noqa: PLC0415 - typst is loaded when wanted

    return pdf(*pages(site, address), FOR_EVER)


def pages(site: Site, address: str) -> tuple[bytes, dict[str, bytes]]:
    """Return the source of the plate, and the files that it reads, by name."""
    from guide.maps.lettering import shown  # noqa: PLC0415 - as in ``plate``

    code = qr.code(address)
    if code is None:
        raise ValueError(f"{address!r} is no address for a plate")
    texts = {"name": site.name, "line": _line(site), "guide": WORDS["guide"]}
    told: dict[str, object] = {
        key: {one: shown(printable(text.in_(one))) for one in LANGUAGES}
        for key, text in {**texts, "scan": SCAN}.items()
    }
    long = max(len(site.name.vi), len(site.name.en)) > LONG_NAME
    told["size"] = SMALL_PT if long else LARGE_PT
    told["address"] = address
    told["shown"] = shown(address.partition("://")[2] or address)
    files = {"plate.json": json.dumps(told).encode(), "code.svg": code.svg}
    return PAGE.read_bytes(), files


def _line(site: Site) -> Text:
    """Return the first sentence that is told of a site."""
    first = {
        one: next((claim.text for claim in site.lede.in_(one)), "") for one in LANGUAGES
    }
    return Text(vi=first["vi"], en=first["en"])
