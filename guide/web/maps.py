"""What maps read beside their page: the streets of the pack."""

from functools import lru_cache

from flask import Blueprint, Response, abort, json

from guide.maps.basemap import base_map
from guide.maps.draw import area
from guide.maps.tileshelf import drawn_at_once
from guide.streets.pack import Pack
from guide.web.here import services
from sites.position import Box, Position

bp = Blueprint("maps", __name__)

A_DAY_S = 86_400


@bp.get("/maps/streets.json")
def streets() -> Response:
    """Send the streets, which a map draws where a browser cannot have the tiles.

    Of a pack that is not drawn at once there are too many for any browser.
    """
    pack = services().pack
    if not drawn_at_once(pack):
        abort(503)
    answer = Response(_streets(pack), mimetype="application/json")
    answer.cache_control.max_age = A_DAY_S
    return answer


def limits() -> Box:
    """Return the box beyond which no map can be dragged."""
    return _limits(services().pack)


@lru_cache(maxsize=2)
def _streets(pack: Pack) -> str:
    return str(json.dumps(base_map(pack), separators=(",", ":")))


@lru_cache(maxsize=2)
def _limits(pack: Pack) -> Box:
    box = pack.box
    return area([Position(box.south, box.west), Position(box.north, box.east)])
