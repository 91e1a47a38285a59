"""Why a site is not a stop of the tour: as plain as a friend would say it."""

from math import ceil

from guide.question import ONE_DAY, Question
from guide.solver.problem import UNREACHABLE
from guide.tour import LeftOut, Reason
from sites.model import Site


def why(question: Question, site: Site) -> LeftOut:
    """Say why a candidate was not chosen.

    The walk to this site alone is looked at: if even that is not possible within the
    time, the doors or the distance are to blame; otherwise others were worth more.
    """
    place = question.candidates.index(site)
    there = question.walk_s(question.start_place, place)
    back = question.walk_s(place, question.end_place)
    if UNREACHABLE in {there, back}:
        return LeftOut(site=site, reason=Reason.NO_WAY)
    visit = int(site.visit.total_seconds())
    starts = question.starts(site, ONE_DAY)
    enter = next((max(first, there) for first, last in starts if there <= last), None)
    if enter is not None and enter + visit + back <= question.limit_s:
        return LeftOut(site=site, reason=Reason.BETTER_ELSEWHERE)
    without_waiting = there + visit + back
    if without_waiting > question.limit_s:
        minutes = ceil(without_waiting / 60)
        return LeftOut(site=site, reason=Reason.TOO_FAR, minutes=minutes)
    opens = None if enter is None else question.at(enter)
    return LeftOut(site=site, reason=Reason.CLOSED, opens=opens)
