"""Many sites at once: a table or a map file out, and in again after a look at it."""

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
from flask_babel import ngettext

from guide.web import here
from guide.web.here import services
from guide.web.staff import access, problems
from guide.web.staff.desk import drafts
from sites.draft_intake import DraftFault
from sites.staff import transfer
from sites.staff.draft import Change
from sites.staff.errors import BadFile, Faulty
from sites.staff.moves import State
from sites.staff.transfer import NO_FEATURES, Planned

bp = Blueprint("transfer", __name__, url_prefix="/staff/files")


@bp.get("/")
def page() -> str:
    """Offer files, and take one."""
    return _page("")


@bp.get("/sites.csv")
def csv() -> Response:
    """Send all sites as a table: one to bring back, or one to read."""
    reading = bool(request.args.get("spreadsheet"))
    body = transfer.to_csv(services().catalogue, spreadsheet=reading)
    return _file(body, "text/csv", "sites-to-read.csv" if reading else "sites.csv")


@bp.get("/sites.geojson")
def geojson() -> Response:
    """Send all sites as features of a map."""
    body = transfer.to_geojson(services().catalogue)
    return _file(body, "application/geo+json", "sites.geojson")


@bp.post("/")
def bring() -> ResponseReturnValue:
    """Show what a file would change; change it where that was seen and asked for."""
    problems.again(_page)
    text = _text()
    rows = (
        transfer.from_geojson(text)
        if text.lstrip().startswith(("{", "["))
        else transfer.from_csv(text)
    )
    planned = [_free(one) for one in transfer.plan(rows, services().catalogue)]
    if request.form.get("what") != "bring":
        return _page("", planned, text)
    faulty = sum(bool(one.faults) for one in planned)
    if faulty:
        raise Faulty(faulty)
    count = _save([one for one in planned if one.changes])
    flash(ngettext("%(num)s draft was made.", "%(num)s drafts were made.", count))
    return redirect(url_for("board.page"), 303)


def _save(planned: list[Planned]) -> int:
    several = []
    for one in planned:
        draft = drafts().get(one.row.slug, one.before)
        change = Change(version=draft.version, document=one.after, sort="imported")
        several.append((draft, change))
    return drafts().save_all(several, access.mine(), here.now())


def _free(one: Planned) -> Planned:
    """See that nobody works on a site that a file wants to change."""
    if not one.before or not one.changes:
        return one
    draft = drafts().get(one.row.slug, one.before)
    if draft.state is State.PUBLISHED:
        return one
    busy = f"somebody works on {one.row.slug}; publish it or give it up first"
    return Planned(one.row, one.before, one.after, one.changes, (DraftFault("", busy),))


def _text() -> str:
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return request.form.get("text", "")
    try:
        return str(sent.read(), "utf-8-sig")
    except UnicodeDecodeError:
        raise BadFile(1, NO_FEATURES) from None


def _file(body: str, kind: str, name: str) -> Response:
    answer = Response(body, mimetype=kind)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _page(said: str, planned: list[Planned] | None = None, text: str = "") -> str:
    return render_template(
        "staff/files.html",
        said=said,
        planned=planned,
        text=text,
        faulty=sum(bool(one.faults) for one in planned or ()),
        changed=sum(bool(one.changes) for one in planned or ()),
        columns=(transfer.ADDRESS, *transfer.COLUMNS),
    )
