"""Which sites a walk may visit, where it may rest, and how far all that is apart."""

from guide import doors, places, trail
from guide.no_tour import HoursNotSure, NotForClasses
from guide.places import MAX_SNAP_M
from guide.question import Question
from guide.request import TourRequest
from guide.streets.engine import Streets
from guide.streets.snap import Snap
from guide.tour import LeftOut, Place, Reason
from sites.catalogue import Catalogue
from sites.model import Site

Reached = list[tuple[Site, Snap]]


def gather(
    asked: TourRequest, catalogue: Catalogue, streets: Streets
) -> tuple[Question, dict[str, LeftOut]]:
    """Put together what the solver has to know.

    Args:
        asked: a canonical request: every site by its address.
        catalogue: where the sites are.
        streets: what to walk on.

    Returns:
        The question, and the sites that are no candidates, by address.

    Raises:
        NoTour: a place that is asked for is nowhere, not near any street, or not to
            be visited on that day; or nothing that is to be followed can be reached.
    """
    followed = trail.of(asked, catalogue)
    reached, left_out = _candidates(asked, catalogue, streets)
    if followed:
        ends_here = {end for end in (asked.start, asked.end) if isinstance(end, str)}
        can_visit = {site.slug for site, _snap in reached}
        trail.see_that_it_leads_somewhere(followed, can_visit | ends_here)
    start = places.place_of("from", asked.start, catalogue)
    end = places.place_of("to", asked.end, catalogue) if asked.end else start
    ends = [
        places.on_the_streets("from", start, streets),
        places.on_the_streets("to" if asked.end else "from", end, streets),
    ]
    rests = [
        [
            (place, places.on_the_streets("break", place, streets))
            for place in (places.place_of("break", w, catalogue) for w in wish.places)
        ]
        if wish.places
        else _at_any_stop(reached)
        for wish in asked.possible_breaks
    ]
    snaps = [snap for _site, snap in reached]
    snaps += [snap for pairs in rests for _place, snap in pairs]
    question = Question(
        request=asked,
        candidates=tuple(site for site, _snap in reached),
        rests=tuple(tuple(place for place, _snap in pairs) for pairs in rests),
        ways=streets.ways([*snaps, *ends]),
        start=start,
        end=end,
        trail=followed,
    )
    return question, left_out


def _at_any_stop(reached: Reached) -> list[tuple[Place, Snap]]:
    return [(Place(position=snap.place, site=site), snap) for site, snap in reached]


def _candidates(
    asked: TourRequest, catalogue: Catalogue, streets: Streets
) -> tuple[Reached, dict[str, LeftOut]]:
    """Part the sites that the streets lead to from those that cannot be chosen."""
    wanted = asked.wanted
    reached: Reached = []
    left_out: dict[str, LeftOut] = {}
    for site in catalogue:
        if site.slug in wanted:
            field = wanted[site.slug]
            place = places.place_of(field, site.slug, catalogue)
            _see_that_it_is_open(field, site, asked)
            reached.append((site, places.on_the_streets(field, place, streets)))
        elif found := _unavailable(site, asked):
            left_out[site.slug] = found
        elif site.way_in:
            snap = streets.snap(site.way_in.position)
            if snap.away_m <= MAX_SNAP_M:
                reached.append((site, snap))
            else:
                left_out[site.slug] = _off_street(site, asked, snap)
    return reached, left_out


def _unavailable(site: Site, asked: TourRequest) -> LeftOut | None:
    """Say why a site is no candidate at all; None where it may be one."""
    if site.way_in is None:
        unwanted = site.slug in asked.never
        reason = Reason.UNWANTED if unwanted else Reason.NO_POSITION
        return LeftOut(site=site, reason=reason, note=site.position_note)
    if site.slug in {asked.start, asked.end}:
        return LeftOut(site=site, reason=Reason.STARTS_HERE)
    refused = None if site.slug in asked.never else doors.refusal(asked, site)
    return LeftOut(site=site, reason=refused) if refused else None


def _see_that_it_is_open(field: str, site: Site, asked: TourRequest) -> None:
    """See that a site that is asked for may be visited.

    Raises:
        HoursNotSure, NotForClasses: another wish, or who walks, forbids it.
    """
    if reason := doors.refusal(asked, site):
        raise _REFUSED[reason](field, site.name)


_REFUSED: dict[Reason, type[HoursNotSure | NotForClasses]] = {
    Reason.UNSURE: HoursNotSure,
    Reason.FESTIVAL: NotForClasses,
}


def _off_street(site: Site, asked: TourRequest, snap: Snap) -> LeftOut:
    if site.slug in asked.never:
        return LeftOut(site=site, reason=Reason.UNWANTED)
    return LeftOut(site=site, reason=Reason.NO_STREET, metres=snap.away_m)
