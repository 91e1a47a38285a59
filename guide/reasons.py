"""Why a site is not a stop of the tour: as plain as a friend would say it."""

from math import ceil

from guide.question import Question
from guide.solver.problem import UNREACHABLE
from guide.tour import LeftOut, Reason
from guide.wishes import ONE_DAY
from sites.model import Site


def why(question: Question, site: Site) -> LeftOut:
    """Say why a candidate was not chosen.

    The walk to this site alone is looked at: if even that is not possible within the
    time, the doors or the distance are to blame; otherwise others were worth more.
    """
    if site.slug in question.request.never:
        return LeftOut(site=site, reason=Reason.UNWANTED)
    place = question.candidates.index(site)
    there = question.walk_s(question.start_place, place)
    back = question.walk_s(place, question.end_place)
    if UNREACHABLE in {there, back}:
        return LeftOut(site=site, reason=Reason.NO_WAY)
    return (
        _too_much(question, site, there + back)
        or _shut(question, site, (there, back))
        or LeftOut(site=site, reason=_beaten(question, site))
    )


def _beaten(question: Question, site: Site) -> Reason:
    trail = question.trail
    off = trail is not None and site.slug not in trail.sites
    return Reason.OFF_TRAIL if off else Reason.BETTER_ELSEWHERE


def _too_much(question: Question, site: Site, walk_s: int) -> LeftOut | None:
    """Say whether the walk to this site alone is too long, in metres or in time."""
    place = question.candidates.index(site)
    alone_m = float(
        question.ways.metres[question.start_place, place]
        + question.ways.metres[place, question.end_place]
    )
    most_m = question.request.wishes.max_walk_m
    if most_m is not None and alone_m > most_m:
        return LeftOut(site=site, reason=Reason.TOO_LONG, metres=alone_m)
    visit_s = question.stay_s(site)
    if walk_s + visit_s <= question.limit_s:
        return None
    return LeftOut(
        site=site,
        reason=Reason.TOO_FAR,
        minutes=ceil((walk_s + visit_s) / 60),
        visit_minutes=round(visit_s / 60),
    )


def _shut(question: Question, site: Site, ways_s: tuple[int, int]) -> LeftOut | None:
    """Say whether no walk is at this site's doors while they are open."""
    there, back = ways_s
    visit_s = question.stay_s(site)
    starts = question.starts(site, ONE_DAY)
    begins = [
        (max(first, offset + there), offset)
        for offset in question.offsets
        for first, last in starts
        if offset + there <= last
    ]
    if any(
        enter + visit_s + back <= offset + question.limit_s for enter, offset in begins
    ):
        return None
    opens = question.at(min(begins)[0]) if begins else None
    repair = site.hours.repair_on(question.request.depart.date())
    return LeftOut(
        site=site,
        reason=Reason.CLOSED,
        opens=opens,
        note=repair.reason if repair else None,
    )
