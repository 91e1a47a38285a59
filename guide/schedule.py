"""Say when each stop begins and ends, and along which streets one gets there."""

from itertools import pairwise

from guide.question import Question
from guide.solver.solution import Route
from guide.tour import Leg, Stop


def timetable(
    question: Question, route: Route
) -> tuple[tuple[Stop, ...], tuple[Leg, ...]]:
    """Turn a route into stops and legs with clock times.

    Args:
        question: what was asked; its places are the numbers in ``route``.
        route: stops in order, with seconds since the departure.

    Returns:
        The stops, and the legs before, between and after them: one more than stops.
    """
    stops = tuple(
        Stop(
            site=question.candidates[stop],
            arrive=question.at(arrive),
            enter=question.at(begin),
            leave=question.at(leave),
        )
        for stop, arrive, begin, leave in zip(
            route.stops, route.arrive_s, route.begin_s, route.leave_s, strict=True
        )
    )
    places = [question.start_place, *route.stops, question.end_place]
    leaves = [question.request.depart, *(stop.leave for stop in stops)]
    arrives = [*(stop.arrive for stop in stops), question.at(route.end_s)]
    return stops, tuple(
        Leg(
            line=way.line,
            stretches=way.stretches,
            metres=way.metres,
            depart=depart,
            arrive=arrive,
            doubt_m=max(question.doubt_m(a), question.doubt_m(b)),
        )
        for (a, b), depart, arrive in zip(
            pairwise(places), leaves, arrives, strict=True
        )
        for way in [question.way(a, b)]
    )
