"""The photographs of a site: sent by editors, written anew, shown to visitors."""

from flask import (
    Blueprint,
    Response,
    abort,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from guide.web import here
from guide.web.here import services
from guide.web.staff import access, problems
from sites.names import Text
from sites.pictures import LICENCES
from sites.staff.errors import BadPhoto
from sites.staff.photo import rewritten
from sites.store.photos import Caption, Photos

bp = Blueprint("gallery", __name__, url_prefix="/staff/sites")
files = Blueprint("photos", __name__)

FOR_EVER_S = 365 * 24 * 3600
LONGEST = 500


@files.get("/photos/<digest>-<size>.webp")
def file(digest: str, size: str) -> Response:
    """Send a photograph; a file is named by what is in it, and so kept for ever."""
    found = Photos(services().store).file(digest, size)
    if found is None:
        abort(404)
    answer = Response(found, mimetype="image/webp")
    answer.cache_control.max_age = FOR_EVER_S
    answer.cache_control.immutable = True
    return answer


@bp.get("/<slug>/photos")
def page(slug: str) -> str:
    """Show the photographs of a site, and take another one."""
    return _page(slug, "")


@bp.post("/<slug>/photos")
def add(slug: str) -> ResponseReturnValue:
    """Show a photograph, once all is said of it."""
    problems.again(lambda said: _page(slug, said))
    site = services().catalogue.get(slug)
    words = {key: value.strip()[:LONGEST] for key, value in request.form.items()}
    said = Caption(
        creator=words.get("creator", ""),
        licence=words.get("licence", ""),
        caption=_both(words, "caption"),
        alt=_both(words, "alt"),
    )
    sent = request.files.get("file")
    if sent is None:
        raise BadPhoto
    image = rewritten(sent.read())
    photos = Photos(services().store)
    photos.add(site.slug, image, said, access.mine().login, here.now())
    flash(gettext("The photograph is shown now."))
    return redirect(url_for("gallery.page", slug=slug), 303)


@bp.post("/<slug>/photos/<int(max=2147483647):number>")
def remove(slug: str, number: int) -> ResponseReturnValue:
    """Show a photograph no more."""
    Photos(services().store).remove(slug, number, access.mine().login)
    flash(gettext("Done."))
    return redirect(url_for("gallery.page", slug=slug), 303)


def _both(words: dict[str, str], name: str) -> Text:
    return Text(vi=words.get(f"{name}.vi", ""), en=words.get(f"{name}.en", ""))


def _page(slug: str, said: str) -> str:
    return render_template(
        "staff/photos.html",
        said=said,
        site=services().catalogue.get(slug),
        photos=services().photos(slug),
        licences=LICENCES,
        typed=request.form,
    )
