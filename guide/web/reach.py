"""How far one gets in some minutes: a page with a map, and the area for programs."""

from datetime import UTC, datetime

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from guide import asked
from guide.exports import reach as export
from guide.maps import draw
from guide.web import forms
from guide.web.here import language, services
from guide.web.maps import limits
from guide.web.plan import form_values
from guide.within import Within, within

bp = Blueprint("reach", __name__)

STEPS = (5, 10, 15, 20, 30, 45, 60)
"""The minutes that the form offers."""


@bp.get("/reach")
def page() -> ResponseReturnValue:
    """Show how far one gets, and the sites there; the form if nothing is said."""
    return _page(_within() if request.args.get("from") else None)


def page_again(field: str, said: str) -> str:
    """Show the form with all that was typed, and what is wrong with one field."""
    return _page(None, wrong=field, said=said)


def _page(
    found: Within | None, wrong: str | None = None, said: str | None = None
) -> str:
    return render_template(
        "plan/reach.html",
        found=found,
        wrong=wrong,
        said=said,
        form=form_values(),
        chosen=request.args.get("minutes") or str(asked.DEFAULT_REACH),
        steps=STEPS,
        drawing=draw.draw_within(found, limits(), language()) if found else None,
    )


@bp.get("/reach.geojson")
def download() -> ResponseReturnValue:
    """Send the area and the sites in it as a file."""
    return Response(export.render(_within(), language()), mimetype=export.MEDIA_TYPE)


def _within() -> Within:
    here = services()
    words = forms.words_of(dict(request.args.lists()))
    wanted = asked.read_reach(words, here.catalogue.city, datetime.now(UTC))
    return within(wanted, here.catalogue, here.streets)
