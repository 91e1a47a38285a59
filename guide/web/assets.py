"""Browser files, ours and packaged; their addresses change with their content."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Blueprint, Flask, Response, request, send_from_directory, url_for

from guide.web.paths import browser_files

bp = Blueprint("assets", __name__)

OURS = Path(__file__).parent / "static"
A_YEAR_S = 31_536_000


@bp.get("/assets/<path:name>")
def file(name: str) -> Response:
    """Send a file; with its version in the address it may be kept for ever."""
    sent = send_from_directory(_folder(name), name)
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


def _folder(name: str) -> Path:
    return OURS if (OURS / name).is_file() else browser_files()


@cache
def _version(name: str) -> str:
    path = _folder(name) / name
    if not path.is_file():
        return ""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
