"""Plan a walk: the one place where catalogue, streets and solver meet."""

from guide import places, reasons, schedule
from guide.errors import DoesNotFit, EndTooFar, NoTour, NoWay
from guide.places import MAX_SNAP_M
from guide.question import Question
from guide.solver import solve as solver
from guide.solver.errors import Impossible
from guide.solver.problem import UNREACHABLE
from guide.streets.graph import StreetGraph
from guide.streets.snap import Snap
from guide.streets.ways import Ways
from guide.tour import LeftOut, Reason, Tour, TourRequest
from sites.catalogue import Catalogue
from sites.model import Site
from sites.names import joined


def plan(request: TourRequest, catalogue: Catalogue, streets: StreetGraph) -> Tour:
    """Plan the walk that ``request`` asks for; the same question, the same answer.

    Raises:
        BadRequest: a field names a site that is not in the catalogue.
        NoTour: a place cannot be reached, or what must be seen does not fit.
    """
    asked = places.canonical(request, catalogue)
    reached, left_out = _candidates(asked, catalogue, streets)
    question = _question(asked, reached, catalogue, streets)
    try:
        solution = solver.solve(question.problem())
    except Impossible as problem:
        raise _clash(question, problem) from None
    stops, legs = schedule.timetable(question, solution.routes[0])
    taken = {stop.site.slug for stop in stops}
    left_out |= {
        site.slug: reasons.why(question, site)
        for site in question.candidates
        if site.slug not in taken
    }
    return Tour(
        request=asked,
        start=question.start,
        end=question.end,
        stops=stops,
        legs=legs,
        left_out=tuple(left_out[slug] for slug in sorted(left_out)),
        optimal=solution.optimal,
        edition=catalogue.edition,
        attribution=streets.pack.attribution,
    )


def warm() -> None:
    """Load what the first plan needs, so that no visitor waits for it."""
    solver.warm()


def _candidates(
    asked: TourRequest, catalogue: Catalogue, streets: StreetGraph
) -> tuple[list[tuple[Site, Snap]], dict[str, LeftOut]]:
    """Part the sites that the streets lead to from those that cannot be chosen."""
    reached: list[tuple[Site, Snap]] = []
    left_out: dict[str, LeftOut] = {}
    for site in catalogue:
        if site.slug in asked.must:
            place = places.place_of("must", site.slug, catalogue)
            reached.append((site, places.on_the_streets("must", place, streets)))
        elif found := _unavailable(site, asked):
            left_out[site.slug] = found
        elif site.location:
            snap = streets.snap(site.location.position)
            if snap.away_m <= MAX_SNAP_M:
                reached.append((site, snap))
            else:
                left_out[site.slug] = LeftOut(
                    site=site, reason=Reason.NO_STREET, metres=snap.away_m
                )
    return reached, left_out


def _unavailable(site: Site, asked: TourRequest) -> LeftOut | None:
    """Say why a site is no candidate at all; None where it is one."""
    if site.slug in asked.never:
        return LeftOut(site=site, reason=Reason.UNWANTED)
    if site.location is None:
        return LeftOut(site=site, reason=Reason.NO_POSITION, note=site.position_note)
    if site.slug in {asked.start, asked.end}:
        return LeftOut(site=site, reason=Reason.STARTS_HERE)
    return None


def _question(
    asked: TourRequest,
    reached: list[tuple[Site, Snap]],
    catalogue: Catalogue,
    streets: StreetGraph,
) -> Question:
    """Measure the ways between the candidates and the two ends of the walk."""
    start = places.place_of("from", asked.start, catalogue)
    end = places.place_of("to", asked.end, catalogue) if asked.end else start
    ends = [
        places.on_the_streets("from", start, streets),
        places.on_the_streets("to" if asked.end else "from", end, streets),
    ]
    return Question(
        request=asked,
        candidates=tuple(site for site, _snap in reached),
        ways=Ways(streets, [*(snap for _site, snap in reached), *ends]),
        start=start,
        end=end,
    )


def _clash(question: Question, impossible: Impossible) -> NoTour:
    """Say why no walk at all obeys the request, and blame no more than is to blame."""
    asked = question.request
    whole = question.walk_s(question.start_place, question.end_place)
    if whole == UNREACHABLE:
        return NoWay("to", question.end.name)
    if whole > question.limit_s:
        return EndTooFar("minutes", question.end.name, -(-whole // 60))
    wanted = {
        place: site
        for place, site in enumerate(question.candidates)
        if site.slug in asked.must
    }
    for place, site in wanted.items():
        if question.walk_s(question.start_place, place) == UNREACHABLE:
            return NoWay("must", site.name)
    to_blame = {about for field, about in impossible.clash if field == "must"}
    names = joined(
        site.name for place, site in wanted.items() if place in to_blame or not to_blame
    )
    return DoesNotFit("must", names, asked.minutes, f"{asked.depart:%H:%M %d/%m/%Y}")
