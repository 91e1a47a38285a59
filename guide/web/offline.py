"""What makes the guide work without network: the worker, the shell, what is kept."""

import hashlib
import json
from datetime import timedelta
from typing import Any

from flask import Blueprint, Flask, Response, jsonify, render_template, url_for
from flask_babel import gettext

from guide.maps.tileshelf import drawn_at_once
from guide.tour import Tour
from guide.web import here
from guide.web.assets import OURS, asset
from guide.web.paths import browser_files
from guide.web.plan import address_of
from guide.web.tiles import base_map

bp = Blueprint("offline", __name__)

SHELL = (
    "page.css", "dark.css", "onway.css",
    "leaflet/leaflet.js", "protomaps/protomaps-leaflet.js", "htmx/htmx.js",
    "tiles.js", "map.js", "offline.js", "kept.js", "keep.js", "plan.js",
    "thumb.js", "undo.js",
    "walk.js", "walk-late.js", "walk-place.js", "walk-voice.js",
    "favicon.svg", "icon-192.png",
)  # fmt: skip
"""What the pages are made of, at the addresses that templates use."""

BY_STYLE_SHEETS = ("landmark.svg", "religious.svg", "revolutionary.svg", "war.svg")
"""What style sheets ask for, without a version in its address; and the fonts."""

KEPT_DAYS = timedelta(days=30)
"""So long after its day a tour stays kept: time to look back, and no forgotten load."""


def register(app: Flask) -> None:
    """Add the routes, and give templates what a tour needs to be taken along."""
    app.register_blueprint(bp)
    app.add_template_global(parcel)


@bp.get("/sw.js")
def worker() -> Response:
    """Send the service worker: it begins with the list of what it keeps."""
    shell = json.dumps(_shell())
    version = hashlib.sha256(shell.encode()).hexdigest()[:12]
    ours = [(OURS / name).read_text("utf-8") for name in ("kept.js", "sw.js")]
    body = f'const SHELL = {shell};\nconst VERSION = "{version}";\n' + "\n".join(ours)
    answer = Response(body, mimetype="text/javascript")
    answer.cache_control.no_cache = True
    return answer


@bp.get("/kept")
def kept() -> str:
    """Show what the device keeps; the worker sends it for whatever it has not."""
    return render_template("walk/kept.html")


@bp.get("/manifest.webmanifest")
def manifest() -> Response:
    """Say how the guide looks as an app on a phone."""
    name = str(gettext("Hải Phòng heritage walks"))
    answer = jsonify(
        name=name,
        short_name=str(gettext("Heritage walks")),
        lang=here.language(),
        start_url=url_for("visit.home"),
        scope="/",
        display="standalone",
        background_color="#ffffff",
        theme_color="#c2311f",
        icons=[
            _icon("icon-192.png", 192, "any"),
            _icon("icon-512.png", 512, "any"),
            _icon("icon-512.png", 512, "maskable"),
        ],
    )
    answer.mimetype = "application/manifest+json"
    return answer


def parcel(tour: Tour) -> dict[str, Any]:
    """Return what has to be kept so that a tour works without network."""
    walks = [
        address_of(tour.request, "walk.page", part=str(number))
        for number in range(2, len(tour.parts) + 1)
    ]
    pages = [
        address_of(tour.request),
        address_of(tour.request, "walk.page"),
        *walks,
        *(url_for("visit.site", slug=stop.site.slug) for stop in tour.stops),
    ]
    drawn = drawn_at_once(here.services().pack)
    return {
        "address": pages[0],
        "walk": pages[1],
        "pages": list(dict.fromkeys(pages)),
        # A larger pack is drawn by a command, and may be too big for any phone.
        "map": [base_map()["tiles"], url_for("maps.streets")] if drawn else [],
        "until": (tour.arrive + KEPT_DAYS).date().isoformat(),
    }


def _icon(name: str, side: int, purpose: str) -> dict[str, str]:
    return {
        "src": asset(name),
        "sizes": f"{side}x{side}",
        "type": "image/png",
        "purpose": purpose,
    }


def _shell() -> list[str]:
    fonts = sorted((browser_files() / "fonts/files").glob("*.woff2"))
    unversioned = [*BY_STYLE_SHEETS, *(f"fonts/files/{file.name}" for file in fonts)]
    return [
        *map(asset, SHELL),
        *(url_for("assets.file", name=name) for name in unversioned),
        url_for("offline.kept"),
        url_for("offline.kept", lang="en"),
    ]
