"""What a visitor reads: all sites, one site, the festivals, the sources."""

from datetime import timedelta

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from guide import feed, worklist
from guide.exports import picture
from guide.exports.format import Setting
from guide.maps import draw
from guide.web import here
from guide.web.here import language, services
from guide.web.maps import limits
from guide.web.plan import form_values
from guide.web.short import short_address
from sites.finding import Thing
from sites.model import Kind, Site
from sites.pictures import LICENCES
from sites.search import Found

bp = Blueprint("visit", __name__)

MOST_OTHERS = 8


A_YEAR = timedelta(days=366)
"""So far ahead the festivals are listed; the feed goes further."""


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
        others=_others(words) if words else (),
        count=len(catalogue),
        tours=catalogue.tours,
        kinds=tuple(Kind),
        drawing=draw.draw_sites(found, limits(), language()),
        form=form_values(),
        moment=here.now(),
    )


def _others(words: str) -> list[Found[Thing]]:
    """List the streets, people, wards and events that the words name, best first."""
    found = services().catalogue.search(words, most=None)
    others = [one for one in found if not isinstance(one.thing, Site)]
    return others[:MOST_OTHERS]


@bp.get("/sites/<slug>")
def site(slug: str) -> ResponseReturnValue:
    """Show one site: what it is, where, when open, and how we know."""
    if slug not in services().catalogue.sites and (now := services().moved_to(slug)):
        return redirect(url_for("visit.site", slug=now, was=slug))
    return site_page(services().catalogue.get(slug))


def site_page(found: Site, **more: str) -> str:
    """Show a site as it is published, or as it would be."""
    catalogue, slug = services().catalogue, found.slug
    people = catalogue.history.people_at(slug)
    events = catalogue.history.events_at(slug)
    hows = [how for _entry, how in (*people, *events)]
    cited = dict.fromkeys(
        [*found.sources, *(key for how in hows for key in how.sources)]
    )
    return render_template(
        "visit/site.html",
        site=found,
        people=people,
        events=events,
        notes={key: number for number, key in enumerate(cited, start=1)},
        sources=catalogue.sources,
        drawing=draw.draw_site(found, limits(), language()),
        moment=here.now(),
        papers=picture.PICTURES.values(),
        pictures=[one for one in catalogue.pictures.values() if one.site == slug],
        photos=services().photos(slug),
        licences=LICENCES,
        short=short_address(slug),
        **more,
    )


@bp.get("/sites/<slug>/map.<name>")
def site_map(slug: str, name: str) -> Response:
    """Send the surroundings of a site as a picture for paper."""
    guide = services()
    found = guide.catalogue.get(slug)
    paper = request.args.get("paper") or "a4"
    setting = Setting(guide.pack, guide.land, paper)
    document = picture.of_site(found, name, language(), setting)
    answer = Response(document, mimetype=picture.PICTURES[name].media_type)
    answer.headers.set("Content-Disposition", "attachment", filename=f"{slug}.{name}")
    return answer


@bp.get("/festivals")
def festivals() -> ResponseReturnValue:
    """Show what feast is next, and those of the year that follows."""
    catalogue, today = services().catalogue, here.now().date()
    coming = [
        (held, site)
        for held, site in catalogue.festivals(today)
        if held.first <= today + A_YEAR
    ]
    return render_template(
        "visit/festivals.html",
        coming=coming,
        today=today,
        sources=catalogue.sources,
        feed=url_for("visit.festival_feed", _external=True),
    )


@bp.get("/festivals.ics")
def festival_feed() -> ResponseReturnValue:
    """Send the festivals as a calendar to subscribe to."""

    def address(slug: str) -> str:
        return url_for("visit.site", slug=slug, _external=True)

    today = here.now().date()
    body = feed.render(services().catalogue, today, language(), address)
    return Response(body, mimetype=feed.MEDIA_TYPE)


@bp.get("/positions")
def positions() -> ResponseReturnValue:
    """Show which positions somebody should verify, and plan walks that pass them."""
    catalogue = services().catalogue
    return render_template(
        "visit/positions.html",
        worklist=worklist.to_verify(catalogue),
        count=len(catalogue),
        sure_m=worklist.SURE_M,
        never=worklist.nothing_to_verify(catalogue),
        start=next(iter(worklist.walkable(catalogue)), None),
        drawing=draw.draw_doubts(catalogue, limits(), language()),
    )


@bp.get("/about")
def about() -> ResponseReturnValue:
    """Say what the guide rests on: sources, licences, what it does not know."""
    catalogue = services().catalogue
    return render_template(
        "visit/about.html",
        sources=catalogue.sources.values(),
        catalogue=catalogue,
        pack=services().pack,
    )
