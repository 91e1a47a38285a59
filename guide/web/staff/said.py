"""How templates of the staff write moments, days, lines and choices."""

from datetime import date, datetime

from flask import Flask
from flask_babel import format_date, format_datetime, gettext

from guide.web.filters import access_words, kind_name
from guide.web.here import services
from guide.web.staff import faults
from guide.web.staff.labels import whole_label
from sites.draft_intake import DraftFault
from sites.model import Kind, Way
from sites.staff.moves import STATES
from sites.staff.telling import SAID as TOLD


def register(app: Flask) -> None:
    """Give templates the words of this module."""
    for function in (moment, weekday, line_name, deed, fault_words):
        app.add_template_filter(function)
    app.add_template_global(choice_name)
    app.jinja_env.globals["states"] = STATES
    app.jinja_env.globals["statuses_said"] = TOLD


def moment(when: datetime) -> str:
    """Write a moment by the clock of the city: ``29/11/2026 14:05``."""
    local = when.astimezone(services().catalogue.city.zone)
    return str(format_datetime(local, "d/M/y H:mm", rebase=False))


def weekday(when: date) -> str:
    """Write the day of the week, short."""
    return str(format_date(when, "EEE"))


def line_name(path: str) -> str:
    """Name a line of a draft."""
    return whole_label(path)


def fault_words(fault: DraftFault) -> str:
    """Say what is wrong with a line."""
    return faults.said(fault)


def choice_name(path: str, choice: str) -> str:
    """Say one of the words that a line can be."""
    if path == "kind":
        return kind_name(Kind(choice))
    if path == "access.way":
        return access_words(Way(choice))
    words = {
        "gate": gettext("Gate"),
        "court": gettext("Court"),
        "viewpoint": gettext("Viewpoint"),
        "true": gettext("yes"),
    }
    return str(words.get(choice, choice))


def deed(did: str) -> str:
    """Say what somebody did, as the record has it."""
    return str(_deeds().get(did, did))


def _deeds() -> dict[str, str]:
    return {
        "account added": gettext("added an account"),
        "password set": gettext("set a password"),
        "school code": gettext("gave a school a code"),
        "school code shut": gettext("shut the code of a school"),
        "role given": gettext("gave a role"),
        "shut out": gettext("shut somebody out"),
        "let in": gettext("let somebody in again"),
        "codes on": gettext("asks for codes"),
        "codes off": gettext("asks for codes no more"),
        "codes wanted": gettext("obliged somebody to use codes"),
        "codes free": gettext("let somebody choose about codes"),
        "signed in": gettext("signed in"),
        "signed out everywhere": gettext("signed out everywhere"),
        "link made": gettext("made a link to set a password"),
        "draft kept": gettext("saved a draft"),
        "restored kept": gettext("brought a version back"),
        "imported kept": gettext("imported a draft from a file"),
        "conflict kept": gettext("came second; the text was kept"),
        "submit": gettext("submitted a draft"),
        "withdraw": gettext("took a draft back"),
        "return": gettext("returned a draft"),
        "accept": gettext("accepted a draft"),
        "publish": gettext("published"),
        "discard": gettext("gave a draft up"),
        "site begun": gettext("began a site"),
        "site renamed": gettext("gave a site another address"),
        "site taken away": gettext("took a site away"),
        "site brought back": gettext("brought a site back"),
        "photo added": gettext("added a photograph"),
        "photo removed": gettext("took a photograph away"),
        "comment": gettext("commented"),
        "comment done": gettext("was done with a comment"),
        "content imported": gettext("published a folder of text files"),
        "report": gettext("a visitor told something"),
        "report answered": gettext("answered a report"),
    }
