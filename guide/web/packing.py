"""Texts travel packed: a page weighs a quarter of itself on a slow connection."""

import gzip
from functools import lru_cache

from flask import Flask, Response, request

PACKED = frozenset({
    "text/html", "text/css", "text/javascript", "text/plain", "application/json",
    "application/geo+json", "application/manifest+json", "image/svg+xml",
    "application/gpx+xml", "text/calendar",
})  # fmt: skip
"""What gets smaller; fonts, pictures and tiles are packed already."""

SMALLEST = 600
"""A shorter answer fits into one packet anyway, in bytes."""

LEVEL_ONCE, LEVEL_EACH_TIME = 9, 5
"""How hard to try: for files that stay the same, for pages that are made each time."""


def register(app: Flask) -> None:
    """Pack whatever answer may be packed."""
    app.after_request(_pack)


def _pack(answer: Response) -> Response:
    if not _may_be_packed(answer):
        return answer
    answer.vary.add("Accept-Encoding")
    if not request.accept_encodings["gzip"]:
        return answer
    answer.direct_passthrough = False
    whole = answer.get_data()
    if len(whole) < SMALLEST:
        return answer
    answer.set_data(_once(whole) if _is_file() else _packed(whole, LEVEL_EACH_TIME))
    answer.content_encoding = "gzip"
    # The same file in another form: an ETag names one sequence of bytes.
    tag, _weak = answer.get_etag()
    if tag:
        answer.set_etag(tag, weak=True)
    return answer


def _may_be_packed(answer: Response) -> bool:
    """Tell whether packing is allowed.

    What is made for somebody who is known by a cookie stays as it is: the length of a
    packed page could give away what is secret in it (the attack is known as BREACH).
    """
    return (
        answer.status_code not in {204, 206, 304}
        and answer.mimetype in PACKED
        and not answer.content_encoding
        and (_is_file() or not request.cookies)
    )


def _is_file() -> bool:
    return request.endpoint == "assets.file"


@lru_cache(maxsize=128)
def _once(whole: bytes) -> bytes:
    return _packed(whole, LEVEL_ONCE)


def _packed(whole: bytes, level: int) -> bytes:
    # Without a time inside, the same text is packed into the same bytes.
    return gzip.compress(whole, level, mtime=0)
