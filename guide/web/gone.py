"""What old links lead to: where a site is now, or the same walk without it."""

from datetime import UTC, datetime

from flask import Flask, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from guide import asked, gone
from guide.bad_request import NoSuchSite
from guide.request import TourRequest
from guide.web import errors, forms, short
from guide.web.here import services
from guide.web.plan import address_of
from sites.errors import SiteNotFound
from sites.names import Text
from sites.short import ShortAddress

GONE = 410

MOST_MOVED = 20
"""Of more sites than these no page says where they went."""


def register(app: Flask) -> None:
    """Ask of every site that is not found whether it was once there."""
    app.add_template_global(moved_here)
    app.register_error_handler(SiteNotFound, _page)
    app.register_error_handler(NoSuchSite, _tour)


def moved_here() -> list[tuple[Text, Text]]:
    """List what an old link named, and what that is called now, for its page to say."""
    known, catalogue = services().short, services().catalogue
    found = []
    for slug in request.args.get(short.WAS, "").split(",")[:MOST_MOVED]:
        once, now = known.once(slug), known.now(slug, catalogue.sites)
        if once and now and now != slug:
            found.append((once.name, catalogue.get(now).name))
    return found


def _page(error: SiteNotFound) -> ResponseReturnValue:
    """Answer for the page of a site that is not at its address."""
    slug = str((request.view_args or {}).get("slug", ""))
    known = services().short
    now = known.now(slug, services().catalogue.sites)
    if request.endpoint and now:
        words = {**request.args.to_dict(), **(request.view_args or {})}
        words |= {"slug": now, short.WAS: slug}
        return redirect(url_for(request.endpoint, **words))
    once = known.once(slug)
    return errors.answer(short.gone(once) if once else error)


def _tour(error: NoSuchSite) -> ResponseReturnValue:
    """Answer for a walk that names a site which is not in the catalogue."""
    known, catalogue = services().short, services().catalogue
    if "from" not in request.args:  # the walk is not that of this address
        return errors.answer(error)
    words = forms.words_of(dict(request.args.lists()))
    wanted = asked.read_request(words, catalogue.city, datetime.now(UTC))
    today = gone.renamed(wanted, lambda s: known.now(s, catalogue.sites) or s)
    lost = gone.unknown(today, catalogue)
    if today != wanted and request.endpoint and not lost:
        own = {**(request.view_args or {}), **_language(), **asked.to_words(today)}
        own[short.WAS] = ",".join(set(gone.named(wanted)) - set(gone.named(today)))
        return redirect(url_for(request.endpoint, **own))
    once = [address for slug in lost if (address := known.once(slug))]
    if len(once) < len(lost) or request.endpoint != "plan.tour":
        only = once[0] if once and len(once) == len(lost) else None
        return errors.answer(short.gone(only) if only else error)
    return _explained(today, once), GONE


def _language() -> dict[str, str]:
    return {"lang": request.args["lang"]} if "lang" in request.args else {}


def _explained(today: TourRequest, once: list[ShortAddress]) -> str:
    """Say which sites of a link are gone, and offer the walk that is left."""
    names = tuple(address.site for address in once)
    left = gone.without(today, names)
    starts: tuple[str, ...] = ()
    if left is None:
        (start,) = (one for one in once if one.site == today.start)
        starts = short.gone(start).near
    return render_template(
        "errors/gone.html",
        gone=[address.name for address in once],
        without=address_of(left) if left else None,
        starts=[(slug, _from(today, names, slug)) for slug in starts],
    )


def _from(today: TourRequest, names: tuple[str, ...], slug: str) -> str:
    """Return the address of the same walk from another start."""
    moved = gone.renamed(today, lambda name: slug if name == today.start else name)
    left = gone.without(moved, names)
    return address_of(left) if left else url_for("plan.form")
