"""Small pages that stand in other sites, and the oEmbed answer that offers them.

Only these may be framed. Source: https://oembed.com/ (type ``rich``).
"""

import re
from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import parse_qs, urlsplit

from flask import (
    Blueprint,
    Flask,
    Response,
    abort,
    g,
    jsonify,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from guide.asked.words import one
from guide.bad_request import BadCount
from guide.maps import inset, tourmap
from guide.maps.still import Picture
from guide.web.here import language, services
from guide.web.plan import address_of, tour_asked_for
from guide.wording import tour_name
from sites.names import LANGUAGES

bp = Blueprint("embed", __name__)

WIDTH, HEIGHT = 480, 640
"""How large a page in a frame is if nobody says otherwise, in pixels."""

LEAST, MOST = 100, 10_000

SITE = re.compile(r"/sites/([\w-]{1,80})")
"""The path of the page of a site."""

MAP_MM = (100.0, 80.0)

A_DAY_S = 86_400


def register(app: Flask) -> None:
    """Give templates the address of the oEmbed answer about their page."""
    app.add_template_global(oembed_address)


@bp.before_request
def _may_be_framed() -> None:
    g.framed = True


@bp.get("/embed/tour")
def tour() -> ResponseReturnValue:
    """Show a tour: its map, its stops, and the way to its own page."""
    return render_template("embed/tour.html", tour=tour_asked_for(), address=address_of)


@bp.get("/embed/sites/<slug>")
def site(slug: str) -> ResponseReturnValue:
    """Show a site: its map, what it is, and the way to its own page."""
    return render_template("embed/site.html", site=services().catalogue.get(slug))


@bp.get("/embed/tour.svg")
def tour_map() -> Response:
    """Send the map of a tour."""
    return _svg(tourmap.picture(tour_asked_for(), language()))


@bp.get("/embed/sites/<slug>.svg")
def site_map(slug: str) -> Response:
    """Send the map of a site."""
    guide = services()
    found = guide.catalogue.get(slug)
    owner = guide.pack.attribution
    return _svg(tourmap.site_picture(found, owner, language()))


def _svg(picture: Picture) -> Response:
    here = services()
    drawn = inset.draw_inset(picture, tourmap.ground(here.pack, here.land), MAP_MM)
    return Response(drawn, mimetype="image/svg+xml")


@bp.get("/oembed")
def oembed() -> ResponseReturnValue:
    """Say how a page of ours can stand in another one."""
    words = dict(request.args.lists())
    if (one(words, "format") or "json") != "json":
        abort(501)
    width, height = (
        _within(words, "maxwidth", WIDTH),
        _within(words, "maxheight", HEIGHT),
    )
    title, framed = _framed(one(words, "url"))
    frame = (
        f'<iframe src="{escape(framed)}" width="{width}" height="{height}" '
        f'title="{escape(title)}" loading="lazy" frameborder="0"></iframe>'
    )
    answer = jsonify(
        version="1.0",
        type="rich",
        title=title,
        html=frame,
        width=width,
        height=height,
        provider_name="Dấu xưa Hải Phòng",
        provider_url=url_for("visit.home", _external=True),
        cache_age=A_DAY_S,
    )
    # Pages ask from their own browsers; the answer holds nothing that is not public.
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def oembed_address() -> str:
    """Return the address of the oEmbed answer about the page that is shown."""
    return url_for("embed.oembed", url=request.url, format="json", _external=True)


def _within(words: Mapping[str, Sequence[str]], field: str, usual: int) -> int:
    """Return how large the frame is: as usual, or as small as is asked for.

    Raises:
        BadCount: what is asked for is no number of pixels.
    """
    given = one(words, field)
    if not given:
        return usual
    if not (given.isascii() and given.isdigit() and len(given) < 9 and int(given) > 0):
        raise BadCount(field, given, LEAST, MOST)
    return min(usual, int(given))


def _framed(url: str) -> tuple[str, str]:
    """Return the title of a page of ours, and the address of its small form.

    What is no page of ours, or has no small form, is not found.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or parts.netloc != request.host:
        abort(404)
    fields = parse_qs(parts.query)
    lang = one(fields, "lang")
    g.language = lang if lang in LANGUAGES else "vi"
    if parts.path == "/plan/tour":
        found = tour_asked_for(fields)
        name = tour_name(found, language())
        return name, address_of(found.request, "embed.tour", _external=True)
    page = SITE.fullmatch(parts.path)
    if page is None:
        abort(404)
    known = services().catalogue
    named = known.get(services().short.now(page[1], known.sites) or page[1])
    address = url_for("embed.site", slug=named.slug, _external=True)
    return named.name.in_(language()), address
