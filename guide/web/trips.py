"""Class trips: a teacher's form, the plan, its chart and dossier, links to share."""

from datetime import timedelta

from flask import (
    Blueprint,
    Response,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from guide.errors import NoSuchFormat
from guide.pace import PACES
from guide.trips.asked import PLAIN, for_another_year, kept
from guide.trips.chart import chart
from guide.trips.errors import NoSuchTrip
from guide.trips.facts import FACTS
from guide.trips.hazards import Terrain
from guide.trips.missing import missing
from guide.trips.papers.dossier import dossier as write_dossier
from guide.trips.papers.files import FILES
from guide.trips.papers.map import trip_map
from guide.trips.papers.material import gather
from guide.trips.plan import TripPlan
from guide.web.here import language, now, services, whose
from guide.web.trip_plans import plan_of
from guide.web.trip_words import trip_labels
from sites.kept_trips import KeptTrip, Words
from sites.names import LANGUAGES
from sites.sorting import vietnamese_key

MOST_DIGITS = 9
"""No database counts trips so far."""

bp = Blueprint("trips", __name__, url_prefix="/trips")


@bp.after_request
def private(answer: Response) -> Response:
    """Keep the links out of search engines, and out of what other hosts are told."""
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Referrer-Policy"] = "same-origin"
    answer.headers["Cache-Control"] = "no-store"
    return answer


@bp.get("/")
def home() -> ResponseReturnValue:
    """Say what there is for teachers; take the code of a class."""
    login = whose()
    own = services().store.trips.of(login) if login else ()
    return render_template("trips/home.html", own=own, login=login)


@bp.get("/new")
def new() -> ResponseReturnValue:
    """Show the empty form."""
    return _form({}, None, None)


@bp.post("/new")
def add() -> ResponseReturnValue:
    """Keep a trip that can be planned, and lead on to its link."""
    words = _typed()
    plan_of(words)
    token = services().store.trips.add(words, now().date(), whose())
    return redirect(url_for("trips.show", token=token))


@bp.get("/t/<token>")
def show(token: str) -> ResponseReturnValue:
    """Show the plan to whoever may change it."""
    return _page(mine(token), token)


@bp.get("/s/<token>")
def shared(token: str) -> ResponseReturnValue:
    """Show the plan to whoever was given the link to look at it."""
    return _page(_seen(token), None)


@bp.get("/t/<token>/edit")
def edit(token: str) -> ResponseReturnValue:
    """Show the form with all that is kept, and the fields of the dossier."""
    return _form(mine(token).words, None, None)


@bp.post("/t/<token>/edit")
def change(token: str) -> ResponseReturnValue:
    """Keep what was changed, if it can be planned."""
    number, words = mine(token).number, _typed()
    plan_of(words)
    services().store.trips.change(number, words, now().date())
    return redirect(url_for("trips.show", token=token))


@bp.post("/t/<token>/share")
def share(token: str) -> ResponseReturnValue:
    """Make a link to look at the trip; it is shown once."""
    secret = services().store.trips.share(mine(token).number)
    flash(url_for("trips.shared", token=secret, _external=True), "link")
    return redirect(url_for("trips.show", token=token, _anchor="share"))


@bp.post("/t/<token>/withdraw")
def withdraw(token: str) -> ResponseReturnValue:
    """Let the link to look at the trip lead nowhere."""
    services().store.trips.withdraw(mine(token).number)
    flash(gettext("The link was withdrawn. Whoever has it sees nothing any more."))
    return redirect(url_for("trips.show", token=token, _anchor="share"))


@bp.post("/t/<token>/copy")
def copy(token: str) -> ResponseReturnValue:
    """Begin a trip of another year with this one, without dates and people."""
    words = for_another_year(mine(token).words)
    made = services().store.trips.add(words, now().date(), whose())
    flash(gettext("This is a copy. Fill in the date and the people."))
    return redirect(url_for("trips.edit", token=made))


@bp.post("/t/<token>/erase")
def erase(token: str) -> ResponseReturnValue:
    """Forget the trip and everything that belongs to it."""
    services().store.trips.erase(mine(token).number)
    flash(gettext("The trip was erased, with its classes and their answers."))
    return redirect(url_for("trips.home"))


@bp.get("/t/<token>/dossier.<name>")
def dossier(token: str, name: str) -> ResponseReturnValue:
    """Send the dossier as a file."""
    return _file(plan_of(mine(token).words), name)


@bp.get("/s/<token>/dossier.<name>")
def shared_dossier(token: str, name: str) -> ResponseReturnValue:
    """Send the dossier to whoever was given the link to look at it."""
    return _file(plan_of(_seen(token).words), name)


@bp.get("/t/<token>/map.svg")
def draw(token: str) -> ResponseReturnValue:
    """Draw the walks of all groups."""
    return _picture(plan_of(mine(token).words))


@bp.get("/s/<token>/map.svg")
def shared_draw(token: str) -> ResponseReturnValue:
    """Draw the walks of all groups for whoever may look at the trip."""
    return _picture(plan_of(_seen(token).words))


def form_again(field: str, said: str) -> str:
    """Show the form with all that was typed, and what is wrong with one field.

    Who only looks at a trip gets the sentence alone.
    """
    token = (request.view_args or {}).get("token", "")
    if request.endpoint in {"trips.add", "trips.change"}:
        return _form(_typed(), field, said)
    found = services().store.trips.by_link(token)
    if found is None:
        return render_template("errors/problem.html", said=said, near=())
    return _form(found.words, field, said)


def _picture(plan: TripPlan) -> Response:
    here = services()
    material = gather(plan, Terrain(here.pack, here.land), language())
    return Response(trip_map(material), mimetype="image/svg+xml")


def _file(plan: TripPlan, name: str) -> Response:
    if name not in FILES:
        raise NoSuchFormat(name, FILES)
    here = services()
    asked = request.args.get("in", language())
    wanted = asked if asked in LANGUAGES else language()
    material = gather(plan, Terrain(here.pack, here.land), wanted)
    form = FILES[name]
    answer = Response(form.write(write_dossier(material)), mimetype=form.media_type)
    file = f"chuyen-di-{plan.trip.depart:%Y-%m-%d}-{wanted}.{name}"
    answer.headers.set("Content-Disposition", "attachment", filename=file)
    return answer


def _page(found: KeptTrip, token: str | None) -> str:
    plan = plan_of(found.words)
    drawn = chart(plan)
    return render_template(
        "trips/trip.html",
        plan=plan,
        chart=drawn,
        times=[plan.trip.depart + timedelta(minutes=m) for m in drawn.ticks],
        missing=missing(plan),
        kept=found,
        plain=PLAIN,
        token=token,
        papers=[(language, name) for language in LANGUAGES for name in FILES],
        facts=FACTS.values(),
    )


def _form(words: Words, wrong: str | None, said: str | None) -> str:
    sites = sorted(
        (site for site in services().catalogue if site.way_in),
        key=lambda site: vietnamese_key(site.name.in_(language())),
    )
    token = (request.view_args or {}).get("token")
    return render_template(
        "trips/form.html",
        words=words,
        chosen=[part for value in words.get("stop", ()) for part in value.split(",")],
        sites=sites,
        wrong=wrong,
        said=said,
        labels=trip_labels(),
        paces=PACES.values(),
        plain=PLAIN,
        changing=token is not None,
        action=url_for("trips.change", token=token) if token else url_for("trips.add"),
    )


def _typed() -> dict[str, list[str]]:
    return kept(dict(request.form.lists()))


def mine(token: str) -> KeptTrip:
    """Return the trip that a link may change, or that is one's own.

    Raises:
        NoSuchTrip: there is none.
    """
    found = services().store.trips.by_link(token) or _own(token)
    if found is None:
        raise NoSuchTrip
    return found


def _own(number: str) -> KeptTrip | None:
    """Return the trip of a number, to the teacher in whose account it is."""
    if not number.isdecimal() or len(number) > MOST_DIGITS:
        return None
    found = services().store.trips.by_number(int(number))
    return found if found and found.owner and found.owner == whose() else None


def _seen(token: str) -> KeptTrip:
    found = services().store.trips.by_share(token)
    if found is None:
        raise NoSuchTrip
    return found
