"""The tiles of the base map: one file, of which browsers read the pieces they need."""

from typing import Any, cast

from flask import Blueprint, Flask, Response, abort, current_app, send_file, url_for

from guide.maps import style
from guide.maps.tileshelf import ENDING, Tileset, TileShelf, drawn_at_once, tileset
from guide.web.here import language, services

bp = Blueprint("tiles", __name__)

MEDIA_TYPE = "application/vnd.pmtiles"
A_YEAR_S = 31_536_000


def register(app: Flask) -> None:
    """Serve the tiles, and give templates ``base_map()``: where they are, the look."""
    app.extensions["tiles"] = TileShelf(app.extensions["guide"].home)
    app.register_blueprint(bp)
    app.add_template_global(base_map)


@bp.get(f"/tiles/<digest>{ENDING}")
def file(digest: str) -> Response:
    """Send the tiles of the pack in use, or the range of bytes that is asked for.

    The address changes with the content, so whatever was read may be kept for ever.
    """
    tiles = in_use()
    if digest != tiles.digest:
        abort(404)
    try:
        draw = shelf().file if drawn_at_once(tiles.pack) else shelf().made
        path = draw(tiles)
        if path is None:
            current_app.logger.warning("the map is not drawn: guide streets draw")
            abort(503)
        sent = send_file(
            path, MEDIA_TYPE, conditional=True, etag=digest, max_age=A_YEAR_S
        )
    except OSError:
        current_app.logger.exception("there is no place for the tiles")
        abort(503)
    sent.cache_control.public = True
    sent.cache_control.immutable = True
    return sent


def base_map() -> dict[str, Any]:
    """Return what ``map.js`` needs for the base map, as plain values."""
    return {
        "tiles": url_for("tiles.file", digest=in_use().digest),
        "style": style.for_browser(),
        "attribution": services().pack.attribution,
        "names": ["name_en", "name"] if language() == "en" else ["name"],
    }


def shelf() -> TileShelf:
    """Return where this guide keeps its tiles."""
    return cast("TileShelf", current_app.extensions["tiles"])


def in_use() -> Tileset:
    """Return the tiles of the pack in use; reading a whole pack is done once."""
    here, kept = services(), current_app.extensions
    found = cast("Tileset | None", kept.get("tileset"))
    if found is None or found.pack is not here.pack:
        found = kept["tileset"] = tileset(here.pack, here.land)
    return found
