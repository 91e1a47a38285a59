"""What a tour owes to the wishes behind it, looked at from the outside.

Only clock times, names and metres of the tour are read: nothing of the planner.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import combinations
from random import Random

from guide.pace import WALKERS
from guide.request import TourRequest
from guide.tour import Part, Tour
from guide.wishes import Appointment, Break, Style, Wishes
from sites.model import Kind
from tests.guide.everything import Case, case


def wishful(seed: int) -> Case:
    """Draw a case of the small town, with some wishes."""
    drawn, draw = case(seed), Random(f"wishes {seed}")
    slugs = [site.slug for site in drawn.sites]
    wishes = Wishes(
        first=draw.choice(slugs) if slugs and draw.random() < 0.15 else None,
        last=draw.choice(slugs) if slugs and draw.random() < 0.15 else None,
        order=tuple(draw.sample(slugs, min(len(slugs), draw.choice([0, 0, 2, 3])))),
        before=_pairs(draw, slugs),
        at=_appointments(draw, slugs, drawn.asked.depart),
        max_stops=draw.choice([None, None, 1, 3, 5]),
        most=draw.choice([(), (), ((Kind.RELIGIOUS, 1),), ((Kind.WAR, 0),)]),
        max_walk_m=draw.choice([None, None, 400, 900, 1500]),
        breaks=draw.choice([(), (), (Break(10, time(8, 10), time(9)),)]),
        varied=draw.random() < 0.3,
        days=draw.choice([1, 1, 1, 2]),
        groups=draw.choice([1, 1, 1, 2]),
    )
    asked = replace(
        drawn.asked,
        wishes=wishes,
        walker=draw.choice(list(WALKERS.values())),
        style=draw.choice(list(Style)),
    )
    return replace(drawn, asked=asked)


def _pairs(draw: Random, slugs: list[str]) -> tuple[tuple[str, str], ...]:
    if len(slugs) < 2 or draw.random() < 0.6:
        return ()
    one, other = draw.sample(slugs, 2)
    return ((one, other),)


def _appointments(
    draw: Random, slugs: list[str], depart: datetime
) -> tuple[Appointment, ...]:
    if not slugs or draw.random() < 0.7:
        return ()
    moment = depart + timedelta(minutes=5 * draw.randint(0, 20))
    return (Appointment(draw.choice(slugs), moment),)


def faults(asked: TourRequest, tour: Tour) -> Iterator[str]:
    """Say everything in which a tour does not keep to its request."""
    wishes = asked.wishes
    visited = [stop.site.slug for stop in tour.stops]
    if max(Counter(visited).values(), default=0) > 1:
        yield "a site is visited twice"
    if missing := ({*asked.must} | wishes.needed) - {*visited}:
        yield f"{missing} are not visited"
    if {*asked.never} & {*visited}:
        yield "an unwanted site is visited"
    yield from _ends_gone_wrong(wishes, visited)
    moments = {stop.site.slug: stop.enter for stop in tour.stops}
    for wish in wishes.at:
        if moments[wish.site] != wish.moment:
            yield f"one is not at {wish.site} in time"
    for number, part in enumerate(tour.parts):
        yield from _faults_of_part(asked, part, number)


def _ends_gone_wrong(wishes: Wishes, visited: list[str]) -> Iterator[str]:
    if wishes.first and visited[:1] != [wishes.first]:
        yield "another site is the first"
    if wishes.last and visited[-1:] != [wishes.last]:
        yield "another site is the last"


def _faults_of_part(asked: TourRequest, part: Part, number: int) -> Iterator[str]:
    if part.depart != asked.depart + timedelta(days=number // asked.wishes.groups):
        yield "a walk leaves at another time"
    if part.arrive > part.depart + timedelta(minutes=asked.minutes):
        yield "a walk is back late"
    yield from _out_of_order(asked.wishes, part)
    yield from _beyond_limits(asked.wishes, part)
    yield from _rests_gone_wrong(asked.wishes, part)


def _out_of_order(wishes: Wishes, part: Part) -> Iterator[str]:
    visited = [stop.site.slug for stop in part.stops]
    pairs = [*combinations(wishes.order, 2), *wishes.before]
    for one, other in pairs:
        if {one, other} <= {*visited} and visited.index(one) > visited.index(other):
            yield f"{other} is visited before {one}"


def _beyond_limits(wishes: Wishes, part: Part) -> Iterator[str]:
    if wishes.max_stops is not None and len(part.stops) > wishes.max_stops:
        yield "there are too many stops"
    for kind, most in wishes.most:
        if sum(stop.site.kind is kind for stop in part.stops) > most:
            yield f"there are too many of the kind {kind}"
    if wishes.max_walk_m is not None and part.walk_m > wishes.max_walk_m:
        yield f"{part.walk_m} m are too far"


def _rests_gone_wrong(wishes: Wishes, part: Part) -> Iterator[str]:
    for rest, wish in zip(
        [rest for rest in part.rests if rest.wished], wishes.breaks, strict=True
    ):
        minutes = (rest.leave - rest.enter).total_seconds() / 60
        in_time = (
            wish.earliest <= rest.enter.time() and rest.leave.time() <= wish.latest
        )
        if minutes != wish.minutes or not in_time:
            yield "a break is not as it was wished"
