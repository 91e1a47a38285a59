"""Say which wishes contradict each other, and blame no more than is to blame."""

from guide import wishwords
from guide.errors import Clash, DoesNotFit, EndTooFar, NoTour, NoWay
from guide.question import Question
from guide.solver.errors import Impossible
from guide.solver.problem import UNREACHABLE
from sites.names import joined

FIELDS = {
    "max_of_kind": "most",
    "never": "never",
    "before": "before",
    "at": "at",
    "breaks": "break",
    "max_stops": "stops",
    "max_walk_s": "walk",
    "first": "first",
    "last": "last",
    "windows": "depart",
    "must": "must",
    "limit_s": "minutes",
    "travel_s": "to",
}
"""What the request calls each field of a problem."""

PLAIN = {"must", "limit_s", "windows"}
"""A clash of these alone is said as: too much for the time."""


def said(question: Question, impossible: Impossible) -> NoTour:
    """Say why no walk at all obeys the request."""
    if out_of_reach := _out_of_reach(question):
        return out_of_reach
    if {field for field, _about in impossible.clash} <= PLAIN:
        return _too_much(question, impossible)
    phrases = dict.fromkeys(
        wishwords.of_clash(question, field, about) for field, about in impossible.clash
    )
    return Clash(_to_blame(question, impossible), joined(phrases))


def _out_of_reach(question: Question) -> NoTour | None:
    """Say which place cannot be reached at all, or not in the time."""
    whole = question.walk_s(question.start_place, question.end_place)
    if whole == UNREACHABLE:
        return NoWay("to", question.end.name)
    if whole > question.limit_s:
        return EndTooFar("minutes", question.end.name, -(-whole // 60))
    for place, site in enumerate(question.candidates):
        field = question.request.wanted.get(site.slug)
        if field and question.walk_s(question.start_place, place) == UNREACHABLE:
            return NoWay(field, site.name)
    return None


def _too_much(question: Question, impossible: Impossible) -> DoesNotFit:
    asked = question.request
    blamed = {about for field, about in impossible.clash if field == "must"}
    sites = [
        site
        for place, site in enumerate(question.candidates)
        if site.slug in asked.needed and (place in blamed or not blamed)
    ]
    fields = {asked.wanted[site.slug] for site in sites}
    return DoesNotFit(
        "must" if len(fields) != 1 else fields.pop(),
        joined(site.name for site in sites),
        asked.minutes,
        f"{asked.depart:%H:%M %d/%m/%Y}",
    )


def _to_blame(question: Question, impossible: Impossible) -> str:
    """Name the field that a visitor would change first."""
    for field, about in impossible.clash:
        if (
            field == "before"
            and _slugs(question, about) in question.request.wishes.ordered
        ):
            return "order"
        if field not in PLAIN:
            return FIELDS[field]
    return "must"


def _slugs(question: Question, about: object) -> tuple[str, ...]:
    pair = about if isinstance(about, tuple) else ()
    return tuple(question.candidates[place].slug for place in pair)
