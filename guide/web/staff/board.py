"""The board: what is to be done next, and how far it has come."""

from dataclasses import dataclass

from flask import Blueprint, render_template

from guide.web import here
from guide.web.here import services
from guide.web.staff import access
from guide.web.staff.desk import drafts
from sites.staff import translation
from sites.staff.draft import Draft
from sites.staff.moves import Move, State, open_moves
from sites.staff.tasks import Task, tasks
from sites.store.photos import Photos
from sites.store.reports import Reports

bp = Blueprint("board", __name__, url_prefix="/staff")

ROUND_MINUTES = 240
"""How long a round to find things out is."""


@dataclass(frozen=True, slots=True)
class Round:
    """A walk past the sites of a task: where it starts, and what it leaves out."""

    start: str
    never: tuple[str, ...]


@bp.get("/")
def page() -> str:
    """Show what waits for whoever looks, and what the catalogue lacks."""
    catalogue = services().catalogue
    worked_on = drafts().all()
    late = [
        slug
        for slug, versions in drafts().published().items()
        if translation.behind(versions)
    ]
    shown = Photos(services().store).sites()
    listed = tasks(catalogue, here.now().date(), late, shown)
    return render_template(
        "staff/board.html",
        drafts=[one for one in worked_on.values() if one.state is not State.PUBLISHED],
        waits={slug: _waits(draft) for slug, draft in worked_on.items()},
        tasks=listed,
        rounds={task.key: found for task in listed if (found := _round(task))},
        minutes=ROUND_MINUTES,
        sites=list(catalogue),
        catalogue=catalogue,
        reports=len(Reports(services().store).all()),
    )


def _waits(draft: Draft) -> bool:
    """Say whether whoever looks can move a draft on."""
    mine = access.mine()
    onward = {Move.SUBMIT, Move.ACCEPT, Move.PUBLISH}
    return bool(
        onward & set(open_moves(draft.state, mine.role, wrote=draft.wrote(mine)))
    )


def _round(task: Task) -> Round | None:
    """Plan nothing yet: say what the planner is to be asked for."""
    wanted = {site.slug for site in task.walkable}
    if not wanted:
        return None
    others = (site.slug for site in services().catalogue if site.slug not in wanted)
    return Round(task.walkable[0].slug, tuple(others))
