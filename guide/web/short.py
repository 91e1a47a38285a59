"""Short addresses: ``/s/AB12`` leads to a site for ever; and the plate with it."""

from flask import Blueprint, Response, redirect, url_for
from flask.typing import ResponseReturnValue

from guide.exports.plate import MEDIA_TYPE, plate
from guide.links import Links
from guide.web.here import language, services
from sites.errors import NoShortAddress, SiteGone
from sites.search import nearest
from sites.short import ShortAddress, nearest_to, read_code

bp = Blueprint("short", __name__)

WAS = "was"
"""The word of an address that says what an old link called a site."""

LONGEST = 40
"""Whoever types more than this types no code."""


@bp.get("/s/<code>")
def site(code: str) -> ResponseReturnValue:
    """Lead to the page of a site, whatever it is called now.

    It is not said to be permanent: browsers would keep it, and the site may move again.
    """
    known = services().short.by_code.get(read_code(code[:LONGEST]))
    if known is None:
        raise NoShortAddress(code[:LONGEST])
    now = services().short.now(known.site, services().catalogue.sites)
    if now is None:
        raise gone(known)
    was = known.site if now != known.site else None
    return redirect(url_for("visit.site", slug=now, was=was))


@bp.get("/sites/<slug>/plate.pdf")
def plate_of(slug: str) -> Response:
    """Send the plate of a site, for printing."""
    found = services().catalogue.get(slug)
    answer = Response(plate(found, short_address(slug)), mimetype=MEDIA_TYPE)
    name = f"{slug}-plate.pdf"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def short_address(slug: str, lang: str | None = None) -> str:
    """Return the whole short address of a site, or of its page where it has none.

    That of a plate names no language: whoever scans it chooses one on the page.
    """
    code = services().short.code_of(slug)
    if code is None:
        return url_for("visit.site", slug=slug, _external=True)
    return url_for("short.site", code=code, lang=lang, _external=True)


def site_links() -> Links:
    """Return the whole addresses of sites, in the language of what names them."""
    lang = None if language() == "vi" else language()

    def page(slug: str) -> str:
        return url_for("visit.site", slug=slug, _external=True)

    return Links(site=page, short=lambda slug: short_address(slug, lang))


def gone(known: ShortAddress) -> SiteGone:
    """Say that a site is gone, and what there is near the place where it stood."""
    catalogue = services().catalogue
    near = nearest_to(known.position, catalogue) if known.position else ()
    return SiteGone(known.name, near or nearest(known.site, catalogue))
