"""What a visitor reads: all sites, one site, the sources."""

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from guide.exports import picture
from guide.exports.format import Setting
from guide.maps import draw
from guide.web.here import language, services
from guide.web.maps import limits
from guide.web.plan import form_values
from sites.model import Kind

bp = Blueprint("visit", __name__)


@bp.get("/")
def home() -> ResponseReturnValue:
    """Show all sites, or those that the words name, on a map and as a list."""
    words = request.args.get("q", "").strip()[:100]
    catalogue = services().catalogue
    found = catalogue.find(words)
    return render_template(
        "visit/home.html",
        words=words,
        sites=found,
        count=len(catalogue),
        kinds=tuple(Kind),
        drawing=draw.draw_sites(found, limits(), language()),
        form=form_values(),
    )


@bp.get("/sites/<slug>")
def site(slug: str) -> ResponseReturnValue:
    """Show one site: what it is, where, when open, and how we know."""
    catalogue = services().catalogue
    found = catalogue.get(slug)
    return render_template(
        "visit/site.html",
        site=found,
        notes={key: number for number, key in enumerate(found.sources, start=1)},
        sources=catalogue.sources,
        drawing=draw.draw_site(found, limits(), language()),
        pictures=picture.PICTURES.values(),
    )


@bp.get("/sites/<slug>/map.<name>")
def site_map(slug: str, name: str) -> Response:
    """Send the surroundings of a site as a picture for paper."""
    here = services()
    found = here.catalogue.get(slug)
    paper = request.args.get("paper") or "a4"
    setting = Setting(here.streets.pack, here.land, paper)
    document = picture.of_site(found, name, language(), setting)
    answer = Response(document, mimetype=picture.PICTURES[name].media_type)
    answer.headers.set("Content-Disposition", "attachment", filename=f"{slug}.{name}")
    return answer


@bp.get("/about")
def about() -> ResponseReturnValue:
    """Say what the guide rests on: sources, licences, what it does not know."""
    catalogue = services().catalogue
    return render_template(
        "visit/about.html",
        sources=catalogue.sources.values(),
        catalogue=catalogue,
        pack=services().streets.pack,
    )
