"""Browser files, ours and packaged; their addresses change with their content."""

import hashlib
import posixpath
import re
from functools import cache
from io import BytesIO
from pathlib import Path

from flask import (
    Blueprint,
    Flask,
    Response,
    request,
    send_file,
    send_from_directory,
    url_for,
)

from guide.web.paths import browser_files

bp = Blueprint("assets", __name__)

OURS = Path(__file__).parent / "static"
A_YEAR_S = 31_536_000

BUNDLES = {
    "page.css": (
        "fonts/400.css", "fonts/600.css", "fonts/800.css",
        "leaflet/leaflet.css", "app.css",
    ),
}  # fmt: skip
"""What every page needs goes in one file: on a phone each file costs a round trip."""


@bp.get("/assets/<path:name>")
def file(name: str) -> Response:
    """Send a file; with its version in the address it may be kept for ever."""
    sent = _sent(name)
    if request.args.get("v") == _version(name):
        sent.cache_control.max_age = A_YEAR_S
        sent.cache_control.public = True
        sent.cache_control.immutable = True
        sent.cache_control.no_cache = None
    return sent


def register(app: Flask) -> None:
    """Serve the files, and give templates ``asset('app.css')`` for their addresses."""
    app.register_blueprint(bp)
    app.add_template_global(asset)


def asset(name: str) -> str:
    """Return the address of a browser file, its version in it."""
    return url_for("assets.file", name=name, v=_version(name))


def _sent(name: str) -> Response:
    if name not in BUNDLES:
        return send_from_directory(_folder(name), name)
    return send_file(BytesIO(_bundle(name)), "text/css", etag=_version(name))


def _vietnamese_last(sheet: str) -> str:
    """Turn the order of the faces of a font round, and leave out the older format.

    Letters like đ and ơ are in two of its files, and the last one named is loaded: let
    it be the one that Vietnamese needs anyhow.
    """
    sheet = re.sub(r", url\([^)]*\.woff\) format\('woff'\)", "", sheet)
    first, *faces = re.split(r"(?=/\* be-vietnam-pro)", sheet)
    return first + "\n".join(reversed(faces))


@cache
def _bundle(name: str) -> bytes:
    """Join style sheets; what they ask for stays where it is."""

    def moved(part: str) -> str:
        folder = posixpath.dirname(part)
        sheet = (_folder(part) / part).read_text("utf-8")
        if folder == "fonts":
            sheet = _vietnamese_last(sheet)
        return re.sub(
            r"url\((?![\"']?(?:data:|#))(?:\./)?([^)]+)\)",
            lambda found: f"url({posixpath.join(folder, found[1])})",
            sheet,
        )

    return "\n".join(map(moved, BUNDLES[name])).encode()


def _folder(name: str) -> Path:
    return OURS if (OURS / name).is_file() else browser_files()


@cache
def _version(name: str) -> str:
    path = _folder(name) / name
    if name not in BUNDLES and not path.is_file():
        return ""
    whole = _bundle(name) if name in BUNDLES else path.read_bytes()
    return hashlib.sha256(whole).hexdigest()[:12]
