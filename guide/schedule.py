"""Say when each stop begins and ends, and along which streets one gets there."""

from itertools import pairwise

from guide.question import Question
from guide.solver.solution import Route
from guide.tour import Halt, Leg, Part, Rest, Stop


def timetable(question: Question, route: Route, number: int = 0) -> Part:
    """Turn a route into halts and legs with clock times.

    Args:
        question: what was asked; its places are the numbers in ``route``.
        route: stops in order, with seconds since the (first) departure.
        number: which of the walks it is, from 0.

    Returns:
        The halts, and the legs before, between and after them: one more than halts.
    """
    depart = question.request.departures[number]
    halts = tuple(_halt(question, route, place) for place in range(len(route.stops)))
    places = [question.start_place, *route.stops, question.end_place]
    leaves = [depart, *(halt.leave for halt in halts)]
    arrives = [*(halt.arrive for halt in halts), question.at(route.end_s)]
    legs = tuple(
        Leg(
            line=way.line,
            stretches=way.stretches,
            metres=way.metres,
            depart=leave,
            arrive=arrive,
            doubts_m=(question.doubt_m(a), question.doubt_m(b)),
            pieces=way.pieces,
        )
        for (a, b), leave, arrive in zip(pairwise(places), leaves, arrives, strict=True)
        for way in [question.way(a, b)]
    )
    return Part(depart=depart, halts=halts, legs=legs)


def _halt(question: Question, route: Route, place: int) -> Halt:
    arrive, enter, leave = (
        question.at(seconds[place])
        for seconds in (route.arrive_s, route.begin_s, route.leave_s)
    )
    number = route.stops[place]
    if route.breaks[place] < 0:
        site = question.candidates[number]
        return Stop(site=site, arrive=arrive, enter=enter, leave=leave)
    return Rest(
        place=question.place(number),
        arrive=arrive,
        enter=enter,
        leave=leave,
        wished=question.is_wished(number),
    )
