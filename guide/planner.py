"""Plan a walk: the one place where catalogue, streets and solver meet."""

from dataclasses import replace

from guide import answer, candidates, clashes, places, reasons, schedule, whynot
from guide.around import around
from guide.question import Question
from guide.request import TourRequest
from guide.solver import solve as solver
from guide.solver.errors import Impossible
from guide.streets.engine import Streets
from guide.tour import LeftOut, Tour
from sites.catalogue import Catalogue


def plan(request: TourRequest, catalogue: Catalogue, streets: Streets) -> Tour:
    """Plan the walk that ``request`` asks for; the same question, the same answer.

    Raises:
        BadRequest: a field names a site that is not in the catalogue.
        NoTour: a place cannot be reached, or what is wished cannot be.
    """
    return _planned(request, catalogue, streets)[0]


def explain(request: TourRequest, catalogue: Catalogue, streets: Streets) -> Tour:
    """Plan a walk, and find for each site left out what would bring it in.

    Some thirty further walks are planned for it.

    Raises:
        BadRequest, NoTour: as for ``plan``.
    """
    tour, question = _planned(request, catalogue, streets)
    return whynot.with_changes(tour, question)


def warm() -> None:
    """Load what the first plan needs, so that no visitor waits for it."""
    solver.warm()


def _planned(
    request: TourRequest, catalogue: Catalogue, streets: Streets
) -> tuple[Tour, Question]:
    asked = places.canonical(request, catalogue)
    places.refuse_elsewhere(asked, catalogue.city, streets)
    walked = streets.walked_by(asked.profile)
    question, left_out = candidates.gather(asked, catalogue, walked)
    try:
        solution = answer.best_routes(question)
    except Impossible as problem:
        raise clashes.said(question, problem) from None
    parts = tuple(
        schedule.timetable(question, route, number)
        for number, route in enumerate(solution.routes)
    )
    tour = Tour(
        request=asked,
        start=question.start,
        end=question.end,
        parts=parts,
        left_out=(),
        score=solution.score,
        gap=solution.gap,
        edition=catalogue.edition,
        attribution=streets.attribution,
        around=around(catalogue, streets),
        trail=question.trail,
    )
    return _with_reasons(tour, question, left_out), question


def _with_reasons(tour: Tour, question: Question, left_out: dict[str, LeftOut]) -> Tour:
    taken = {stop.site.slug for stop in tour.stops}
    left_out = left_out | {
        site.slug: reasons.why(question, site)
        for site in question.candidates
        if site.slug not in taken
    }
    ordered = tuple(left_out[slug] for slug in sorted(left_out))
    return replace(tour, left_out=ordered)
