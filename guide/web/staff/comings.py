"""Begin a site, give it another address, take it away, bring it back."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from guide.web import here
from guide.web.here import services
from guide.web.staff import access
from guide.web.staff.desk import published
from sites import draft_intake
from sites.staff import shape
from sites.staff.errors import NoDraft, NotReady
from sites.store.lifecycle import Lifecycle

bp = Blueprint("comings", __name__, url_prefix="/staff")


@bp.post("/new")
def begin() -> ResponseReturnValue:
    """Begin the draft of a site that is not there yet."""
    slug = request.form.get("slug", "").strip()[:100]
    _lifecycle().begin(slug, shape.empty(), access.mine(), here.now())
    return redirect(url_for("edit.page", slug=slug), 303)


@bp.get("/sites/<slug>/address")
def page(slug: str) -> str:
    """Show where a site is used, and what can be done with it."""
    site = services().catalogue.get(slug)
    return render_template(
        "staff/address.html", site=site, uses=_lifecycle().uses(slug)
    )


@bp.post("/sites/<slug>/rename")
def rename(slug: str) -> ResponseReturnValue:
    """Give a site another address; the old one leads there."""
    site, new = services().catalogue.get(slug), request.form.get("slug", "").strip()
    _lifecycle().rename(site, new[:100], access.mine(), here.now())
    flash(gettext("The old address leads here now."))
    return redirect(url_for("edit.page", slug=new), 303)


@bp.post("/sites/<slug>/take-away")
def take_away(slug: str) -> ResponseReturnValue:
    """Put a site into the bin, where nothing leads to it any more."""
    document = published(slug)
    if document is None:
        raise NoDraft
    _lifecycle().take_away(slug, document, access.mine(), here.now())
    flash(gettext("It lies in the bin, and can be brought back."))
    return redirect(url_for("comings.bin"), 303)


@bp.get("/bin")
def bin() -> str:  # noqa: A001 - that is what it is
    """List what was taken away."""
    return render_template("staff/bin.html", binned=_lifecycle().bin())


@bp.post("/bin/<slug>")
def bring_back(slug: str) -> ResponseReturnValue:
    """Publish a site from the bin again."""
    found = {one.site: one for one in _lifecycle().bin()}.get(slug)
    if found is None:
        raise NoDraft
    read = draft_intake.read(slug, found.document, services().catalogue)
    if read.site is None:
        raise NotReady(len(read.faults))
    _lifecycle().bring_back(read.site, access.mine())
    return redirect(url_for("edit.page", slug=slug), 303)


def _lifecycle() -> Lifecycle:
    return Lifecycle(services().store)
