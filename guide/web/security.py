"""What every answer says about what a browser may do with it."""

import secrets

from flask import Flask, Response, g

TILES = "https://tile.openstreetmap.org"
"""The one other host, for pictures only, once a visitor switches its tiles on."""


def register(app: Flask) -> None:
    """Give every page a nonce for its scripts, and every answer its headers."""
    app.before_request(_nonce)
    app.after_request(_headers)
    app.context_processor(lambda: {"nonce": g.get("nonce", "")})


def _nonce() -> None:
    g.nonce = secrets.token_urlsafe(16)


def _headers(answer: Response) -> Response:
    answer.headers.update(
        {
            # blob: a picture that a visitor chose, and that stays in the browser.
            # style-src-attr: Leaflet places its panes with style attributes.
            "Content-Security-Policy": (
                "default-src 'self'; base-uri 'none'; object-src 'none'; "
                f"script-src 'self' 'nonce-{g.get('nonce', '')}'; "
                "style-src 'self'; style-src-attr 'unsafe-inline'; "
                f"img-src 'self' data: blob: {TILES}; "
                f"form-action 'self'; frame-ancestors {_framed_by()}"
            ),
            "X-Content-Type-Options": "nosniff",
            # OpenStreetMap's tile servers want to know which site asks.
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
        }
    )
    return answer


def _framed_by() -> str:
    """Say who may show an answer in a frame: nobody, unless it is made for that."""
    return "*" if g.get("framed") else "'none'"
