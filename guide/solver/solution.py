"""What the solver answers: routes with their times, and how good they are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One tour: its stops in order, and when each happens.

    All times are seconds on the problem's clock. ``breaks`` has one entry a stop: the
    number of the break that is taken there, or -1 where the stop is a visit.
    """

    stops: tuple[int, ...]
    arrive_s: tuple[int, ...]
    begin_s: tuple[int, ...]
    leave_s: tuple[int, ...]
    end_s: int
    walk_s: int
    breaks: tuple[int, ...]

    @property
    def visits(self) -> tuple[int, ...]:
        """The stops without the breaks."""
        pairs = zip(self.stops, self.breaks, strict=True)
        return tuple(stop for stop, rest in pairs if rest < 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """The best routes found, and a score that no others can exceed."""

    routes: tuple[Route, ...]
    score: int
    bound: int

    @property
    def optimal(self) -> bool:
        """Whether it is proven that no routes score more."""
        return self.score == self.bound

    @property
    def gap(self) -> float:
        """How much of the bound is perhaps missed: 0 is proven best, 1 is nothing."""
        return 0.0 if self.optimal else (self.bound - self.score) / self.bound
