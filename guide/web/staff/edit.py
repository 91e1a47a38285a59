"""Change a site: one form for everything that it is."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from guide.maps import draw
from guide.web import here
from guide.web.here import services
from guide.web.maps import limits
from guide.web.staff import access, form, notices
from guide.web.staff.desk import Desk, desk, drafts
from guide.web.visit import site_page
from sites.names import LANGUAGES
from sites.position import Position
from sites.staff import compare, shape, translation
from sites.staff.draft import Change
from sites.staff.errors import NotReady, Overtaken
from sites.staff.moves import Move, State
from sites.staff.paths import Document
from sites.store.comments import Comments

bp = Blueprint("edit", __name__, url_prefix="/staff/sites")

AHEAD = 14
"""So many days of opening hours are shown while somebody types them."""


@bp.get("/<slug>/")
def page(slug: str) -> str:
    """Show the form, with what was typed and not saved where that is asked for."""
    here_ = desk(slug)
    typed = drafts().autosaved(slug, access.mine().login)
    if typed and request.args.get("typed"):
        return _form(here_, typed["document"], version=typed["version"])
    return _form(here_, here_.draft.document, typed=typed and typed["at"])


@bp.post("/<slug>/")
def save(slug: str) -> ResponseReturnValue:
    """Save what was typed, or show the form with one more of something."""
    here_, sent = desk(slug), shape.of_form(request.form)
    version = request.form.get("version", -1, int)
    change = Change(
        version=version,
        document=sent,
        name=request.form.get("revision_name", "").strip()[:100],
    )
    if request.form.get("add"):
        return _form(here_, sent, version=version, added=(request.form["add"],))
    if request.form.get("what") == "autosave":
        drafts().autosave(slug, change, access.mine().login, here.now())
        return "", 204
    if request.form.get("what") == "forget":
        drafts().forget(slug, access.mine().login)
        return redirect(url_for("edit.page", slug=slug), 303)
    return _saved(here_, change)


@bp.get("/<slug>/preview")
def preview(slug: str) -> ResponseReturnValue:
    """Show a draft as a visitor will see it."""
    here_ = desk(slug)
    found = here_.read(here_.draft.document)
    if found.site is None:
        raise NotReady(len(found.faults))
    return site_page(found.site, preview=url_for("edit.page", slug=slug))


@bp.post("/<slug>/hours")
def hours(slug: str) -> ResponseReturnValue:
    """Show what the hours that were typed mean for the next two weeks."""
    here_, sent = desk(slug), shape.of_form(request.form)
    return render_template("staff/hours.html", **_hours(here_, sent))


@bp.post("/<slug>/move")
def move(slug: str) -> ResponseReturnValue:
    """Submit a draft, return it, accept it, publish it, or give it up."""
    here_ = desk(slug)
    version = request.form.get("version", -1, int)
    if version != here_.draft.version:
        raise Overtaken(here_.draft.by, here_.draft.at or here.now(), version)
    what = request.form.get("move", "")
    MOVED.get(what, _other)(here_, what)
    notices.tell(here_, what)
    flash(gettext("Done."))
    return redirect(url_for("edit.page", slug=slug), 303)


def _other(here_: Desk, what: str) -> None:
    known = {each.value for each in Move} - {Move.SAVE, Move.PUBLISH}
    chosen = Move(what) if what in known else Move.SAVE
    if chosen is Move.SAVE:
        access.refuse()
    drafts().move(here_.draft, chosen, access.mine(), here.now())


def _accept(here_: Desk, _what: str) -> None:
    """Accept a draft, or those of its pieces that were ticked."""
    whole, mine = here_.draft.document, access.mine()
    left = {one.path for one in _changed(here_)} - set(request.form.getlist("piece"))
    if request.form.get("piecewise") and left:
        whole = shape.completed(compare.without(here_.published or {}, whole, left))
    found = here_.read(whole)
    if found.faults:
        raise NotReady(len(found.faults))
    drafts().accept(here_.draft, whole, mine, here.now())
    for path in sorted(left) if request.form.get("piecewise") else ():
        said = gettext("Not accepted: it stays as visitors read it.")
        Comments(services().store).say(here_.slug, path, said, mine.login, here.now())


def _changed(here_: Desk) -> tuple[compare.Change, ...]:
    """List what a draft changes of what visitors read."""
    return compare.changes(here_.published or {}, here_.draft.document)


def _publish(here_: Desk, _what: str) -> None:
    whole = here_.draft.document
    alone = request.form.get("language", "")
    for language in LANGUAGES:
        if alone == language and here_.published:
            whole = shape.completed(
                compare.in_language(here_.published, whole, language)
            )
    found = here_.read(whole)
    if found.site is None:
        raise NotReady(len(found.faults))
    drafts().publish(here_.draft, found.site, whole, access.mine(), here.now())


def _discard(here_: Desk, _what: str) -> None:
    live = here_.published or shape.empty()
    drafts().discard(here_.draft, live, access.mine(), here.now())


MOVED = {
    Move.ACCEPT.value: _accept,
    Move.PUBLISH.value: _publish,
    Move.DISCARD.value: _discard,
}
"""The moves that have more to do than to be noted."""


def _saved(here_: Desk, change: Change) -> ResponseReturnValue:
    try:
        after = drafts().save(here_.draft, change, access.mine(), here.now())
    except Overtaken as clash:
        return _clashed(here_.slug, change, clash), 409
    flash(gettext("Saved as version %(number)s.", number=after.version))
    return redirect(url_for("edit.page", slug=here_.slug), 303)


def _clashed(slug: str, change: Change, clash: Overtaken) -> str:
    """Show both versions: lines that only one of the two changed are brought together.

    What was typed stands in the form; saving it once more is based on both.
    """
    now = desk(slug)
    base = drafts().at_version(slug, change.version) or now.published or {}
    merged = compare.merge(base, change.document, now.draft.document)
    return _form(
        now,
        shape.completed(merged.document),
        clash=clash,
        clashes=merged.clashes,
        theirs=compare.changes(base, now.draft.document),
    )


def _form(here_: Desk, document: Document, **more: object) -> str:
    read = here_.read(document)
    added = more.pop("added", ())
    values = form.values_of(document, read.faults, here_.published, added)  # type: ignore[arg-type]
    catalogue = services().catalogue
    city = [Position(*corner) for corner in _corners()]
    site = read.site or catalogue.sites.get(here_.slug)
    at = [site.location.position] if site and site.location else city
    return render_template(
        "staff/edit.html",
        **{
            "desk": here_,
            "document": document,
            "values": values,
            "sections": form.sections(values),
            "faults": form.listed(values),
            "sources": catalogue.sources.values(),
            "version": here_.draft.version,
            "elsewhere": _elsewhere(here_),
            "changed": _changed(here_),
            "behind": translation.behind(drafts().published().get(here_.slug, [])),
            "drawing": draw.draw_ground(at, limits()),
            "comments": Comments(services().store).about(here_.slug),
            **_hours(here_, document),
            **more,
        },
    )


def _elsewhere(here_: Desk) -> tuple[compare.Change, ...]:
    """List what became of the live page by other means since the draft began."""
    told = drafts().published().get(here_.slug, [])
    if here_.draft.state is State.PUBLISHED or not told or here_.published is None:
        return ()
    return compare.changes(told[-1], here_.published)


def _corners() -> list[tuple[float, float]]:
    box = services().pack.box
    return [(box.south, box.west), (box.north, box.east)]


def _hours(here_: Desk, document: Document) -> dict[str, object]:
    """Say when the site is open in the next two weeks, as far as it can be read."""
    # Only its hours matter here: the rest is taken from what is known to be whole.
    whole = {**(here_.published or document), "hours": document.get("hours")}
    found = here_.read(whole)
    if found.site is None:
        return {"ahead": (), "ahead_faults": found.faults}
    days = found.site.hours.days_from(here.now(), AHEAD)
    return {"ahead": days, "ahead_site": found.site, "ahead_faults": ()}
