"""Say which wishes contradict each other, and blame no more than is to blame."""

from dataclasses import replace

from guide import answer, wishwords
from guide.asked import MAX_MINUTES
from guide.no_tour import Clash, DoesNotFit, EndTooFar, NotFound, NoTour, NoWay
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

MORE_MINUTES = (5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240)
"""So many minutes more are tried, to say how many would do."""

PLAIN = {"must", "limit_s", "windows"}
"""A clash of these alone is said as: too much for the time."""


def said(question: Question, impossible: Impossible) -> NoTour:
    """Say why no walk at all obeys the request."""
    if out_of_reach := _out_of_reach(question):
        return out_of_reach
    if not impossible.clash:
        return NotFound("minutes")
    if {field for field, _about in impossible.clash} <= PLAIN:
        return _too_much(question, impossible)
    phrases = dict.fromkeys(
        wishwords.ORDER
        if _is_order(question, field, about)
        else wishwords.of_clash(question, field, about)
        for field, about in impossible.clash
    )
    more = _more_minutes(question, impossible)
    return Clash(_to_blame(question, impossible), joined(phrases), more=more)


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
        more=_more_minutes(question, impossible),
    )


def _more_minutes(question: Question, impossible: Impossible) -> int | None:
    """Find the least of some amounts of more time that would do."""
    if "limit_s" not in {field for field, _about in impossible.clash}:
        return None
    asked = question.request
    for more in MORE_MINUTES:
        longer = replace(asked, minutes=asked.minutes + more)
        fits = longer.minutes <= MAX_MINUTES
        if fits and answer.is_possible(replace(question, request=longer)):
            return more
    return None


def _is_order(question: Question, field: str, about: object) -> bool:
    """Tell whether a wish of the solver's is a part of the order set by hand."""
    asked = question.request
    if field == "before":
        return _slugs(question, about) in asked.wishes.ordered
    if field == "must" and isinstance(about, int):
        slug = question.candidates[about].slug
        return slug in asked.wishes.order and slug not in asked.must
    return False


def _to_blame(question: Question, impossible: Impossible) -> str:
    """Name the field that a visitor would change first."""
    for field, about in impossible.clash:
        if _is_order(question, field, about):
            return "order"
        if field not in PLAIN:
            return FIELDS[field]
    return "must"


def _slugs(question: Question, about: object) -> tuple[str, ...]:
    pair = about if isinstance(about, tuple) else ()
    return tuple(question.candidates[place].slug for place in pair)
