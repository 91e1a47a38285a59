"""What pupils see: a code opens the worksheet, they are animals, answers are figures.

Nothing that a pupil could write is taken: a choice, or a number. What else a form may
send is not looked at, and neither an address nor a device is noted.
"""

from collections.abc import Iterator

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from guide.asked.words import number
from guide.trips.animals import animal
from guide.trips.errors import NoSuchTrip
from guide.trips.finds import FINDS, numbers
from guide.trips.tasks import Task
from guide.trips.worksheet import Worksheet
from guide.web.classes import sheet_of
from guide.web.here import now, services
from guide.web.trips import private
from sites.kept_trips import KeptClass

bp = Blueprint("pupils", __name__, url_prefix="/class")
bp.after_request(private)

MOST_NUMBER = 9999
"""No answer is larger; a telephone number is."""

MOST_ANIMALS = 400


@bp.get("/")
def enter() -> ResponseReturnValue:
    """Ask for the code, or lead on to what it opens."""
    code = request.args.get("code", "").strip().upper()
    if not code:
        return render_template("trips/enter.html", wrong=False)
    if _found(code) is None:
        return render_template("trips/enter.html", wrong=True), 404
    return redirect(url_for("pupils.page", code=code))


@bp.get("/<code>")
def page(code: str) -> ResponseReturnValue:
    """Show the worksheet to who has joined; others are asked to."""
    found = _class(code)
    mine, sheet = _animal(code), _sheet(found)
    kept = services().store.trips.answers(code) if mine is not None else []
    return render_template(
        "trips/class.html",
        found=found,
        sheet=sheet,
        finds=FINDS,
        find_numbers=list(numbers(sheet)),
        me=None if mine is None else animal(mine),
        given={one.task: one.answer for one in kept if one.animal == mine},
    )


@bp.post("/<code>/join")
def join(code: str) -> ResponseReturnValue:
    """Give a pupil the next animal; the browser keeps it."""
    found = _class(code)
    if _animal(code) is None and found.animals < MOST_ANIMALS:
        session["animal"] = {code: services().store.trips.join(code)}
    return redirect(url_for("pupils.page", code=code))


@bp.post("/<code>")
def answer(code: str) -> ResponseReturnValue:
    """Keep the figures that were given, and nothing else."""
    found = _class(code)
    mine = _animal(code)
    if mine is not None:
        given = dict(_given(_sheet(found)))
        services().store.trips.answer(code, mine, given)
        flash(gettext("Your answers are kept. You can still change them."))
    return redirect(url_for("pupils.page", code=code))


def _given(sheet: Worksheet) -> Iterator[tuple[int, int]]:
    for place, task in sheet.on_phones.items():
        found = number(request.form.get(f"task_{place}", "").strip())
        if found is not None and found <= _largest(task):
            yield place, found
    for place in numbers(sheet):
        found = number(request.form.get(f"task_{place}", "").strip())
        if found is not None and found < len(FINDS):
            yield place, found


def _largest(task: Task) -> int:
    return len(task.choices) - 1 if task.choices else MOST_NUMBER


def _animal(code: str) -> int | None:
    kept = session.get("animal", {})
    found = kept.get(code)
    return found if isinstance(found, int) else None


def _found(code: str) -> KeptClass | None:
    trips = services().store.trips
    trips.erase_old(now().date())
    return trips.class_of(code)


def _class(code: str) -> KeptClass:
    found = _found(code)
    if found is None:
        raise NoSuchTrip
    return found


def _sheet(found: KeptClass) -> Worksheet:
    kept = services().store.trips.by_number(found.trip)
    if kept is None:
        raise NoSuchTrip
    return sheet_of(kept, found.level, found.seed)
