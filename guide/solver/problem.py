"""What the solver is asked: which sites, at what times, how far apart, what else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import index
from typing import Any

from guide.solver.errors import BadProblem

UNREACHABLE = 1_000_000_000
"""Travel seconds that mean: there is no way. About 32 years."""

Window = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A rest at one of several places, once on a tour.

    It begins no earlier than ``earliest_s``, while the place is open, and is over by
    ``latest_s``. ``tour`` counts from 0. The place may also be visited, as a stop of
    its own.
    """

    places: tuple[int, ...]
    pause_s: int
    earliest_s: int
    latest_s: int
    tour: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Problem:
    """Choose among n sites, and order them, between a start and an end.

    Seconds are whole and all on one clock, which may begin anywhere (midnight, 1970).
    Waiting for a window is allowed. A site that scores nothing is left out unless a
    wish needs it. The wishes about stops, kinds, themes, walking and ``before`` hold
    for each tour by itself.

    Args:
        scores: what each site is worth; n numbers, 0 or more.
        visit_s: how long each visit takes.
        windows: for each site, the (earliest, latest) seconds at which its visit may
            start; in order; none means closed.
        travel_s: n + 2 rows of n + 2 seconds, from row to column; n is the start,
            n + 1 the end; ``UNREACHABLE`` or more means no way.
        depart_s: when the (first) tour leaves the start.
        limit_s: how long it may take; ending exactly then is fine.
        must: sites that have to be visited.
        never: sites that must not be visited.
        first: the first stop of the first tour.
        last: the last stop of the last tour.
        at: (site, second) pairs: that visit has to start exactly then.
        before: (site, other) pairs: not the other way round if a tour visits both.
        max_stops: at most so many visits, breaks not counted.
        kinds: a number from 0 for each site, -1 for none; () when nothing has a kind.
        max_of_kind: for each kind, at most so many visits.
        themes: like ``kinds``, for ``decay``.
        decay: percent of its score that the first, second, … visit of one theme is
            worth, the best site counted first; the last number holds for all further.
        breaks: rests to be taken.
        max_walk_s: at most so many seconds of travel.
        more_tours: (depart_s, limit_s) of further tours, other days or other groups,
            which share no site with the first or each other.

    Raises:
        BadProblem: a number is missing, negative, not whole or out of range.
    """

    scores: tuple[int, ...]
    visit_s: tuple[int, ...]
    windows: tuple[tuple[Window, ...], ...]
    travel_s: Any  # rows of int: tuples, lists or a numpy array of integers
    depart_s: int
    limit_s: int
    must: frozenset[int] = frozenset()
    never: frozenset[int] = frozenset()
    first: int | None = None
    last: int | None = None
    at: tuple[Window, ...] = ()
    before: tuple[tuple[int, int], ...] = ()
    max_stops: int | None = None
    kinds: tuple[int, ...] = ()
    max_of_kind: tuple[int, ...] = ()
    themes: tuple[int, ...] = ()
    decay: tuple[int, ...] = (100,)
    breaks: tuple[Break, ...] = ()
    max_walk_s: int | None = None
    more_tours: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        _check_lengths(self)
        _check_numbers(self)
        _check_windows(self)
        _check_sites(self)
        _check_decay(self)
        _check_breaks(self)

    @property
    def size(self) -> int:
        """How many sites there are to choose from."""
        return len(self.scores)

    @property
    def tours(self) -> tuple[tuple[int, int], ...]:
        """The (departure, last moment at the end) of every tour."""
        pairs = ((self.depart_s, self.limit_s), *self.more_tours)
        return tuple((depart, depart + limit) for depart, limit in pairs)


def _check_lengths(problem: Problem) -> None:
    size = problem.size
    for field in ("visit_s", "windows"):
        _check_length(field, getattr(problem, field), size)
    for field in ("kinds", "themes"):
        if getattr(problem, field):
            _check_length(field, getattr(problem, field), size)
    _check_length("travel_s", problem.travel_s, size + 2)
    for number, row in enumerate(problem.travel_s):
        _check_length(f"travel_s[{number}]", row, size + 2)


def _check_length(field: str, values: Sequence[object], size: int) -> None:
    if len(values) != size:
        raise BadProblem(field, f"has {len(values)} entries, give {size}")


def _check_numbers(problem: Problem) -> None:
    for field, low, values in _numbers(problem):
        for place, value in enumerate(values):
            _check_whole(f"{field}[{place}]", value, low)
    # A numpy matrix is checked as a whole: forty thousand calls would take a while.
    kind = getattr(problem.travel_s, "dtype", None)
    if kind is not None and kind.kind in "iu":
        if problem.travel_s.min() < 0:
            raise BadProblem("travel_s", "has a negative entry, give 0 or more")
        return
    for number, row in enumerate(problem.travel_s):
        for place, value in enumerate(row):
            _check_whole(f"travel_s[{number}][{place}]", value, 0)


def _numbers(problem: Problem) -> Iterator[tuple[str, int | None, Iterable[Any]]]:
    """Name each list of numbers, and the least that it may hold."""
    for field in ("scores", "visit_s", "max_of_kind", "decay"):
        yield field, 0, getattr(problem, field)
    for field in ("kinds", "themes"):
        yield field, -1, getattr(problem, field)
    for field in ("limit_s", "max_stops", "max_walk_s"):
        yield field, 0, _present(getattr(problem, field))
    for depart_s, limit_s in ((problem.depart_s, 0), *problem.more_tours):
        yield "depart_s", None, (depart_s,)
        yield "limit_s", 0, (limit_s,)
    for pair in problem.at:
        yield "at", None, pair


def _present(value: int | None) -> tuple[int, ...]:
    return () if value is None else (value,)


def _check_whole(field: str, value: Any, low: int | None) -> None:  # noqa: ANN401 - that is what it checks
    try:
        number = index(value)
    except TypeError:
        raise BadProblem(field, f"is {value!r}, give a whole number") from None
    if low is not None and number < low:
        raise BadProblem(field, f"is {number}, give {low} or more")
    if low is not None and number > UNREACHABLE and not field.startswith("travel"):
        raise BadProblem(field, f"is {number}, give at most {UNREACHABLE}")


def _check_windows(problem: Problem) -> None:
    for site, windows in enumerate(problem.windows):
        before = None
        for earliest, latest in windows:
            _check_whole(f"windows[{site}]", earliest, None)
            _check_whole(f"windows[{site}]", latest, None)
            if earliest > latest:
                wrong = f"opens at {earliest}, after its end {latest}; swap them"
                raise BadProblem(f"windows[{site}]", wrong)
            if before is not None and earliest < before:
                raise BadProblem(f"windows[{site}]", "is out of order; sort it")
            before = earliest


def _check_sites(problem: Problem) -> None:
    named: dict[str, Iterable[int]] = {
        "must": problem.must,
        "never": problem.never,
        "first": _present(problem.first),
        "last": _present(problem.last),
        "at": [site for site, _ in problem.at],
        "before": [site for pair in problem.before for site in pair],
        "breaks": [place for rest in problem.breaks for place in rest.places],
    }
    for field, sites in named.items():
        for site in sites:
            _check_whole(field, site, 0)
            if site >= problem.size:
                raise BadProblem(
                    field, f"there is no site {site}; the last is {problem.size - 1}"
                )


def _check_decay(problem: Problem) -> None:
    falling = sorted(problem.decay, reverse=True)
    if not problem.decay or falling[0] > 100 or list(problem.decay) != falling:
        wrong = "give percents from 100 down to 0, none above the one before it"
        raise BadProblem("decay", wrong)


def _check_breaks(problem: Problem) -> None:
    for number, rest in enumerate(problem.breaks):
        field = f"breaks[{number}]"
        _check_whole(f"{field}.pause_s", rest.pause_s, 0)
        _check_whole(f"{field}.earliest_s", rest.earliest_s, None)
        _check_whole(f"{field}.latest_s", rest.latest_s, None)
        if not 0 <= rest.tour <= len(problem.more_tours):
            raise BadProblem(f"{field}.tour", f"there is no tour {rest.tour}")
