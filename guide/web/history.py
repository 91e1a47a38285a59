"""What a visitor reads of the past: people, events, and the timeline."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from guide import timeline
from guide.web import here
from guide.web.here import services
from sites.history import Entry
from sites.model import Site
from sites.sources import Passage

bp = Blueprint("history", __name__)


@bp.get("/people")
def people() -> ResponseReturnValue:
    """List everybody of whom a source tells, by name."""
    found = services().catalogue.history.people.values()
    return render_template("history/people.html", people=found)


@bp.get("/people/<slug>")
def person(slug: str) -> ResponseReturnValue:
    """Show one person: what is told, where, in which events, and by whom."""
    history = services().catalogue.history
    found = history.person(slug)
    events = history.events_of(slug)
    return render_template(
        "history/person.html",
        person=found,
        events=events,
        **_known(found, [how for _event, how in events]),
    )


@bp.get("/events")
def events() -> ResponseReturnValue:
    """List everything that happened, in the order of time."""
    found = services().catalogue.history.events.values()
    return render_template("history/events.html", events=found)


@bp.get("/events/<slug>")
def event(slug: str) -> ResponseReturnValue:
    """Show one event: when, where, who, and how we know."""
    history = services().catalogue.history
    found = history.event(slug)
    return render_template(
        "history/event.html", event=found, people=history.people, **_known(found, [])
    )


@bp.get("/timeline")
@bp.get("/timeline/<period>")
def time(period: str | None = None) -> ResponseReturnValue:
    """Show all events, or those of a period, as a picture and as the list of it."""
    if period is not None and period not in timeline.BY_KEY:
        abort(404)
    chosen = timeline.BY_KEY[period] if period else None
    found = services().catalogue.history.events.values()
    picture = timeline.draw(found, here.now().date(), chosen)
    return render_template(
        "history/timeline.html",
        picture=picture,
        chosen=chosen,
        periods=timeline.PERIODS,
    )


def _known(entry: Entry, more: list[Passage]) -> dict[str, object]:
    """Return what a page about a person or an event shows besides itself."""
    catalogue = services().catalogue
    cited = [*entry.sources, *(key for passage in more for key in passage.sources)]
    keys = dict.fromkeys(cited)
    places: list[tuple[Site, Passage]] = [
        (catalogue.sites[link.to], link.how)
        for link in entry.sites
        if link.to in catalogue.sites
    ]
    return {
        "places": places,
        "reachable": any(site.location for site, _how in places),
        "notes": {key: number for number, key in enumerate(keys, start=1)},
        "sources": catalogue.sources,
    }
