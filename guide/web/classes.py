"""A teacher's worksheets: on paper with a key, and codes under which classes answer."""

import csv
from datetime import timedelta
from io import StringIO
from secrets import randbelow

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from markupsafe import Markup

from guide.asked.words import choice, count
from guide.errors import NoSuchFormat
from guide.exports import qr
from guide.trips.animals import animal
from guide.trips.errors import NoSuchTrip
from guide.trips.finds import FINDS, gathered
from guide.trips.papers.files import FILES
from guide.trips.papers.sheets import key_paper, sheet_paper, solution
from guide.trips.worksheet import LEVELS, MOST_SEED, Worksheet, level_for, worksheet
from guide.web.here import language, now, services
from guide.web.trip_plans import plan_of
from guide.web.trips import mine, private
from sites.kept_trips import KeptClass, KeptTrip

bp = Blueprint("classes", __name__, url_prefix="/trips/t/<token>")
bp.after_request(private)

DAYS, MOST_DAYS = 14, 60
"""So long answers are kept if nothing is said, and at the most."""


@bp.get("/sheets")
def sheets(token: str) -> ResponseReturnValue:
    """Show the sheet of the trip, its downloads, and the classes that answer it."""
    kept = mine(token)
    plan = plan_of(kept.words)
    level = level_for(plan.trip.ages[0] if plan.trip.ages else None)
    found = sheet_of(kept, request.args.get("level", level.name), _seed())
    trips = services().store.trips
    trips.erase_old(now().date())
    return render_template(
        "trips/sheets.html",
        token=token,
        sheet=found,
        levels=LEVELS.values(),
        other=1 + randbelow(MOST_SEED),
        classes=trips.classes(kept.number),
        days=DAYS,
        most_days=MOST_DAYS,
        kinds=list(FILES),
    )


@bp.get("/sheet.<kind>")
def sheet(token: str, kind: str) -> ResponseReturnValue:
    """Send the sheet, or with ``key`` its key, as a file."""
    if kind not in FILES:
        raise NoSuchFormat(kind, FILES)
    found = sheet_of(mine(token), request.args.get("level", "lower"), _seed())
    if request.args.get("key"):
        paper = key_paper(found, services().catalogue, language())
    else:
        paper = sheet_paper(found, language())
    answer = Response(FILES[kind].write(paper), mimetype=FILES[kind].media_type)
    what = "dap-an" if request.args.get("key") else "phieu"
    file = f"{what}-{found.level.name}-{found.seed}.{kind}"
    answer.headers.set("Content-Disposition", "attachment", filename=file)
    return answer


@bp.post("/class")
def open_class(token: str) -> ResponseReturnValue:
    """Open a class; lead on to its answers."""
    kept, given = mine(token), request.form
    level = choice("level", given.get("level", "lower"), LEVELS)
    seed = count("seed", given.get("seed", "1"), 1, MOST_SEED)
    days = count("days", given.get("days", str(DAYS)), 1, MOST_DAYS)
    gone = now().date() + timedelta(days=days)
    code = services().store.trips.open_class(kept.number, (seed, level.name), gone)
    return redirect(url_for("classes.answers", token=token, code=code))


@bp.get("/class/<code>")
def answers(token: str, code: str) -> ResponseReturnValue:
    """Show what a class has answered so far."""
    kept, found = class_of(token, code)
    paper = sheet_of(kept, found.level, found.seed)
    link = url_for("pupils.page", code=code, _external=True)
    made = qr.code(link)
    return render_template(
        "trips/answers.html",
        token=token,
        found=found,
        tasks=paper.on_phones,
        rows=_rows(found),
        finds=FINDS,
        found_at=gathered(paper, services().store.trips.answers(code)),
        animal=animal,
        solution=solution,
        link=link,
        # Drawn by us, from squares alone.
        qr=Markup(made.svg.decode()) if made else "",  # noqa: S704 - our own SVG
    )


@bp.get("/class/<code>.csv")
def export(token: str, code: str) -> ResponseReturnValue:
    """Send the answers as a table; 1 says that an answer is right."""
    kept, found = class_of(token, code)
    tasks = sheet_of(kept, found.level, found.seed).on_phones
    written = StringIO()
    table = csv.writer(written)
    right = gettext("right")
    head = [gettext("Animal")]
    for number in tasks:
        head += [str(number), f"{number} {right}"]
    table.writerow(head)
    for number, given in _rows(found).items():
        row = [animal(number).in_(language())]
        for task, asked in tasks.items():
            answer = given.get(task)
            row.append("" if answer is None else str(answer))
            row.append("" if answer is None else str(int(answer == asked.answer)))
        table.writerow(row)
    # The mark at the beginning tells spreadsheets that these are Vietnamese letters.
    answer_file = Response("\ufeff" + written.getvalue(), mimetype="text/csv")
    name = f"tra-loi-{code}.csv"
    answer_file.headers.set("Content-Disposition", "attachment", filename=name)
    return answer_file


@bp.post("/class/<code>/close")
def close(token: str, code: str) -> ResponseReturnValue:
    """Forget a class and all that it answered."""
    class_of(token, code)
    services().store.trips.close_class(code)
    return redirect(url_for("classes.sheets", token=token))


def sheet_of(kept: KeptTrip, level: str, seed: int) -> Worksheet:
    """Make the sheet of a trip that is kept.

    Raises:
        BadChoice: there is no such level.
    """
    sites = plan_of(kept.words).sites
    asked = choice("level", level, LEVELS)
    return worksheet(sites, services().catalogue, asked, seed)


def _seed() -> int:
    return count("seed", request.args.get("seed", "1"), 1, MOST_SEED)


def class_of(token: str, code: str) -> tuple[KeptTrip, KeptClass]:
    """Return a class of a trip that one may change; old answers are erased first."""
    kept, trips = mine(token), services().store.trips
    trips.erase_old(now().date())
    found = trips.class_of(code)
    if found is None or found.trip != kept.number:
        raise NoSuchTrip
    return kept, found


def _rows(found: KeptClass) -> dict[int, dict[int, int]]:
    """Return what each animal that has joined answered, by task."""
    rows: dict[int, dict[int, int]] = {number: {} for number in range(found.animals)}
    for one in services().store.trips.answers(found.code):
        rows.setdefault(one.animal, {})[one.task] = one.answer
    return rows
