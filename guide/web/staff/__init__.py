"""The pages of those who work on the guide: all below /staff, none without an account.

Which action each route needs stands in ``access.py``; what is not there is refused.
"""

from flask import Flask, Response, request
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFProtect

from guide.web.staff import (
    access,
    board,
    comings,
    door,
    edit,
    gallery,
    history_of,
    people,
    problems,
    record,
    reports,
    review,
    said,
    schools,
    teachers,
    telling,
    transfer,
)
from sites.store.accounts import Accounts

PARTS = (
    door,
    people,
    schools,
    board,
    edit,
    history_of,
    review,
    record,
    reports,
    comings,
    transfer,
    gallery,
)

MIB = 1024 * 1024

LARGEST, LARGEST_FILE = 2 * MIB, 24 * MIB
"""So many bytes a form may have, and one with a photo or a file of many sites."""

WITH_FILES = frozenset({"transfer.bring", "gallery.add"})
"""The routes that take files."""


class FormCookies(SecureCookieSessionInterface):
    """The cookie that a form's token is bound to; over HTTPS it never leaves HTTPS."""

    def get_cookie_secure(self, app: Flask) -> bool:
        """Say whether the browser may send it over HTTPS only."""
        return bool(app.config["SESSION_COOKIE_SECURE"]) or request.is_secure


def register(app: Flask) -> None:
    """Add the pages, and guard every form of the whole app against forgery."""
    app.config.update(
        SECRET_KEY=Accounts(app.extensions["guide"].store).secret(),
        SESSION_COOKIE_NAME="forms",
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,  # a text may take days
        MAX_CONTENT_LENGTH=LARGEST_FILE,
        MAX_FORM_MEMORY_SIZE=LARGEST,
    )
    app.session_interface = FormCookies()
    app.extensions["whose"] = access.login
    app.before_request(_limit)
    CSRFProtect(app)
    problems.register(app)
    said.register(app)
    for part in PARTS:
        app.register_blueprint(part.bp)
    app.register_blueprint(telling.bp)
    app.register_blueprint(teachers.bp)
    app.register_blueprint(gallery.files)
    app.context_processor(lambda: {"me": access.me, "may": access.may})


def _limit() -> None:
    if request.endpoint not in WITH_FILES:
        request.max_content_length = LARGEST


def _keep_nothing(answer: Response) -> Response:
    """Let no browser and no proxy keep what only some may see."""
    answer.headers["Cache-Control"] = "no-store"
    return answer


for _part in PARTS:
    problems.guard(_part.bp)
    _part.bp.before_request(access.check)
    _part.bp.after_request(_keep_nothing)
