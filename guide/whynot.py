"""What would bring a site in that was left out: the cheapest change that was tried.

Every change is a request of its own, and has been planned: it does bring the site in.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from math import ceil

from guide import answer, doors, edits
from guide.asked import MAX_MINUTES
from guide.asked.wishes import MAX_WALK_M, MOST_STOPS
from guide.asked.words import FIRST_YEAR, LAST_YEAR
from guide.question import Question
from guide.request import TourRequest
from guide.tour import Change, LeftOut, Reason, Remedy, Tour
from guide.wishes import ONE_DAY, Style, Wishes
from sites.hours import Hours
from sites.model import Site

MORE_MINUTES = (5, 10, 15, 20, 30, 45, 60)
"""So many minutes more are tried, for all sites at once."""

MORE_STOPS, MORE_WALK_M = (1, 2), (250, 500, 1000)
"""So many stops, and metres on foot, more are tried where they are limited."""

SHIFTS = (10, 20, 30, 60)
"""So many minutes earlier or later are tried where opening hours matter."""

FURTHER_MINUTES = (0, 15, 30, 60, 120, 240)
"""So many minutes more than a site alone takes, where it is made a must."""

FURTHER_WALK_M = (0, 500, 1500)
"""So many metres more than the way to a site alone, where it is made a must."""

ROUND_M = 50

MOST_WORK = 120
"""So many plans of one plain walk are made for one answer; others count as more."""

SHORT_WORK, BREAK_WORK, WALKS_WORK = 4, 2, 3
"""What a plan counts for: of a short walk, of one with breaks, of each further walk."""

ROUND_MINUTES = 5
"""Nobody leaves at 9:43."""

ALWAYS = Hours(rule="24/7")

OPEN_TO_CHANGE = {
    Reason.UNWANTED,
    Reason.CLOSED,
    Reason.TOO_FAR,
    Reason.TOO_LONG,
    Reason.BETTER_ELSEWHERE,
    Reason.OFF_TRAIL,
}
"""For other reasons no change of the request helps."""


def with_changes(tour: Tour, question: Question) -> Tour:
    """Find for each site left out the cheapest change that brings it in."""
    search = _Search(tour, question)
    search.for_all_at_once()
    return replace(
        tour,
        left_out=tuple(
            replace(out, change=search.change_for(out), even_open=search.is_beaten(out))
            for out in tour.left_out
        ),
    )


@dataclass(slots=True)
class _Search:
    """The changes found so far, by site."""

    tour: Tour
    question: Question
    found: dict[str, Change] = field(default_factory=dict)
    work: int = 0

    @property
    def request(self) -> TourRequest:
        return self.tour.request

    def for_all_at_once(self) -> None:
        """Try what may bring in several sites, the cheapest first."""
        missing = {
            out.site.slug
            for out in self.tour.left_out
            if out.reason in OPEN_TO_CHANGE - {Reason.UNWANTED}
        }
        for change in self._common_changes():
            if missing <= self.found.keys():
                return
            visited = self._visited(change.request)
            told = self._told(change, visited)
            for slug in visited & missing:
                self.found.setdefault(slug, told)

    def change_for(self, out: LeftOut) -> Change | None:
        """Return the change for one site; look for its own if none was found."""
        candidates = self.question.candidates
        if out.reason not in OPEN_TO_CHANGE or out.site not in candidates:
            return None
        return self.found.get(out.site.slug) or next(self._own_changes(out), None)

    def is_beaten(self, out: LeftOut) -> bool:
        """Tell of a closed site whether it would be left out if it were open, too."""
        if out.reason is not Reason.CLOSED or self.work > MOST_WORK:
            return False
        opened = tuple(
            replace(site, hours=ALWAYS) if site == out.site else site
            for site in self.question.candidates
        )
        self.work += _work_of(self.request)
        question = replace(self.question, candidates=opened)
        return out.site.slug not in answer.visited(question)

    def _common_changes(self) -> Iterator[Change]:
        """List changes that do not name the site, the cheapest first."""
        yield from self._longer(MORE_MINUTES[:4])
        yield from self._wider()
        if self._hours_matter:
            yield from map(self._shifted, _both_ways(SHIFTS))
        for stop in self.tour.stops:
            if stop.site.slug not in self.request.needed:
                yield self._without(stop.site)
        yield from self._longer(MORE_MINUTES[4:])

    def _longer(self, minutes: tuple[int, ...]) -> Iterator[Change]:
        for more in minutes:
            total = self.request.minutes + more
            if total <= MAX_MINUTES:
                yield Change(
                    remedy=Remedy.MINUTES,
                    amount=more,
                    request=replace(self.request, minutes=total),
                )

    def _wider(self) -> Iterator[Change]:
        """Allow more stops, or more walking, where the visitor limits them."""
        wishes = self.request.wishes
        if wishes.max_stops is not None:
            for more in MORE_STOPS:
                wider = replace(wishes, max_stops=wishes.max_stops + more)
                yield self._wishing(Remedy.STOPS, more, wider)
        if wishes.max_walk_m is not None:
            for more in MORE_WALK_M:
                wider = replace(wishes, max_walk_m=wishes.max_walk_m + more)
                yield self._wishing(Remedy.WALK, more, wider)

    def _wishing(self, remedy: Remedy, amount: int, wishes: Wishes) -> Change:
        request = replace(self.request, wishes=wishes)
        return Change(remedy=remedy, amount=amount, request=request)

    def _shifted(self, minutes: int) -> Change:
        depart = self.request.depart + timedelta(minutes=minutes)
        return Change(
            remedy=Remedy.DEPART,
            amount=minutes,
            request=replace(self.request, depart=depart),
        )

    def _without(self, site: Site) -> Change:
        return Change(
            remedy=Remedy.DROP, request=edits.leave_out(self.request, site.slug)
        )

    def _own_changes(self, out: LeftOut) -> Iterator[Change]:
        """List changes that make the site a must, the cheapest first."""
        wanted = edits.keep(self.request, out.site.slug)
        yield from self._tried(out.site, Change(remedy=Remedy.MUST, request=wanted))
        yield from self._when_one_walks_more(out, wanted)
        if out.reason is Reason.CLOSED:
            yield from self._when_open(out.site, wanted)
        yield from self._when_there_is_time(out, wanted)
        if wanted.wishes.max_walk_m is not None:
            further = wanted.wishes.max_walk_m + FURTHER_WALK_M[-1]
            far = max(further, ceil(out.metres or 0) + FURTHER_WALK_M[-1])
            wishes = replace(wanted.wishes, max_walk_m=far + -far % ROUND_M)
            yield from self._when_there_is_time(out, replace(wanted, wishes=wishes))

    def _when_open(self, site: Site, wanted: TourRequest) -> Iterator[Change]:
        """Leave so as to be there when the doors open, or before they close."""
        for minutes in sorted(self._door_shifts(site), key=lambda m: (abs(m), m)):
            request = replace(wanted, depart=wanted.depart + timedelta(minutes=minutes))
            change = Change(remedy=Remedy.DEPART, amount=minutes, request=request)
            yield from self._tried(site, change)

    def _door_shifts(self, site: Site) -> set[int]:
        depart, place = self.request.depart, self.question.candidates.index(site)
        there = self.question.walk_s(self.question.start_place, place)
        visit = self.question.stay_s(site)
        begin, end = depart - ONE_DAY / 2, depart + ONE_DAY
        moments = [
            moment
            for opens, closes in doors.visits(self.request, site, begin, end)
            for moment in (
                opens - timedelta(seconds=there),
                closes - timedelta(seconds=there + visit),
            )
        ]
        return {_rounded(moment - depart) for moment in moments} - {0}

    def _when_one_walks_more(
        self, out: LeftOut, wanted: TourRequest
    ) -> Iterator[Change]:
        most = wanted.wishes.max_walk_m
        if most is None:
            return
        least = max(most, ceil(out.metres or 0))
        for further in FURTHER_WALK_M:
            metres = least + further
            metres += -metres % ROUND_M
            request = replace(wanted, wishes=replace(wanted.wishes, max_walk_m=metres))
            change = Change(remedy=Remedy.WALK, amount=metres - most, request=request)
            yield from self._tried(out.site, change)

    def _when_there_is_time(
        self, out: LeftOut, wanted: TourRequest
    ) -> Iterator[Change]:
        least = max(self.request.minutes, out.minutes or 0)
        least += -least % ROUND_MINUTES
        for further in FURTHER_MINUTES:
            minutes = least + further
            request = replace(wanted, minutes=minutes)
            more = minutes - self.request.minutes
            if more > 0:
                change = Change(remedy=Remedy.MINUTES, amount=more, request=request)
                yield from self._tried(out.site, change)

    def _tried(self, site: Site, change: Change) -> Iterator[Change]:
        """Give a change back if it brings a site in, with all that it costs."""
        visited = self._visited(change.request)
        if site.slug in visited:
            yield self._told(change, visited)

    def _told(self, change: Change, visited: frozenset[str]) -> Change:
        """Say of a change which stops it costs, and how much more walking it allows."""
        now, before = change.request.wishes.max_walk_m, self.request.wishes.max_walk_m
        besides = change.remedy is not Remedy.WALK and now is not None
        lost = [s.site for s in self.tour.stops if s.site.slug not in visited]
        return replace(
            change,
            drops=tuple(lost),
            walk_m=(now or 0) - (before or 0) if besides else 0,
        )

    @property
    def _hours_matter(self) -> bool:
        return any(site.hours.vary for site in self.question.candidates)

    def _visited(self, request: TourRequest) -> frozenset[str]:
        self.work += _work_of(request)
        if self.work > MOST_WORK or not _may_be_asked(request):
            return frozenset()
        return answer.visited(replace(self.question, request=request))


def _work_of(request: TourRequest) -> int:
    """Tell how many plain plans a plan is worth, so that an answer has an end."""
    work = 1 + WALKS_WORK * (len(request.departures) - 1)
    work *= SHORT_WORK if request.style is Style.SHORT else 1
    return work * (BREAK_WORK if request.breaks else 1)


def _may_be_asked(request: TourRequest) -> bool:
    """Tell whether a changed request keeps to the limits of what can be asked for."""
    wishes = request.wishes
    return (
        FIRST_YEAR <= request.depart.year <= LAST_YEAR
        and request.minutes <= MAX_MINUTES
        and (wishes.max_stops or 0) <= MOST_STOPS
        and (wishes.max_walk_m or 0) <= MAX_WALK_M
    )


def _both_ways(minutes: tuple[int, ...]) -> Iterator[int]:
    for count in minutes:
        yield from (-count, count)


def _rounded(span: timedelta) -> int:
    """Round minutes down, so that one is there in time."""
    return int(span.total_seconds() // 60 // ROUND_MINUTES * ROUND_MINUTES)
