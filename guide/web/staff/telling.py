"""Visitors tell what is wrong with a page, and find the answer again."""

from datetime import timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from guide.accounts.errors import TooManyTries
from guide.web import here
from guide.web.here import services
from guide.web.staff import access, problems
from sites.staff.telling import LONGEST
from sites.store.reports import Reports
from sites.store.sessions import hashed

bp = Blueprint("telling", __name__)

WHAT = ("hours", "position", "story", "name", "access", "")
"""What a visitor may say it is about; nothing for anything else."""

A_WHILE, MOST, MOST_OF_ALL = timedelta(hours=1), 10, 300
"""So many reports an address, and all together, may send in a while."""


@bp.get("/sites/<slug>/report")
def form(slug: str) -> str:
    """Ask what is wrong, or what should be said otherwise."""
    return _form(slug, "")


@bp.post("/sites/<slug>/report")
def tell(slug: str) -> ResponseReturnValue:
    """Keep what a visitor told; robots fill in the field that nobody sees."""
    site = services().catalogue.get(slug)
    text = request.form.get("text", "").strip()[:LONGEST]
    if not text:
        return _form(slug, gettext("Say in a few words what is wrong.")), 422
    if request.form.get("website"):
        return redirect(url_for("visit.site", slug=site.slug), 303)
    keys = {f"report:{hashed(request.remote_addr or '')[:40]}": MOST}
    if access.sessions().failed({**keys, "reports": MOST_OF_ALL}, here.now(), A_WHILE):
        raise TooManyTries(60)
    about = request.form.get("about", "")
    source = request.form.get("source", "").strip()[:500]
    key = Reports(services().store).tell(
        site.slug, about if about in WHAT else "", text, source, here.now()
    )
    return redirect(url_for("telling.answer", key=key), 303)


@bp.get("/reports/<key>")
def answer(key: str) -> str:
    """Show a visitor what became of what they told."""
    report = Reports(services().store).by_key(key)
    return render_template(
        "visit/reported.html",
        report=report,
        site=services().catalogue.sites.get(report.site),
    )


def _form(slug: str, said: str) -> str:
    return render_template(
        "visit/report.html",
        site=services().catalogue.get(slug),
        said=said,
        what=WHAT,
        typed=request.form,
    )


problems.guard_visitors(bp)
