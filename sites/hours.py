"""When a site is open, and how we know; not knowing is a value of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

# Its type stubs forget ParserError.
from opening_hours import OpeningHours, ParserError, State  # type: ignore[attr-defined]

from sites.errors import BadHours


@dataclass(frozen=True, slots=True)
class Opening:
    """A time from which to which one may be inside; both aware."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """An opening rule in the grammar of OpenStreetMap, or nothing known.

    Source:
        https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification

    Raises:
        BadHours: the rule cannot be read.
    """

    rule: str | None
    sources: tuple[str, ...] = ()
    checked: date | None = None

    def __post_init__(self) -> None:
        if self.rule is not None:
            try:
                OpeningHours(self.rule)
            except ParserError as problem:
                reason = str(problem).strip().splitlines()[-1].strip(" =")
                raise BadHours(self.rule, reason) from None

    @property
    def known(self) -> bool:
        """Say whether anything is known at all."""
        return self.rule is not None

    def openings(self, start: datetime, end: datetime) -> tuple[Opening, ...] | None:
        """List when the site is open between two moments.

        Args:
            start: aware, in the city's zone: the rule speaks of that clock.
            end: aware.

        Returns:
            Openings cut to the asked span, in order; empty when closed all the time;
            None when the hours are not known.
        """
        if self.rule is None:
            return None
        zone = start.tzinfo
        spans = OpeningHours(self.rule).intervals(
            start.replace(tzinfo=None), end.astimezone(zone).replace(tzinfo=None)
        )
        return _merged(
            Opening(opens.replace(tzinfo=zone), (closes or end).replace(tzinfo=zone))
            for opens, closes, state, _comments in spans
            if state == State.OPEN
        )


def _merged(openings: Iterable[Opening]) -> tuple[Opening, ...]:
    """Join openings that touch: the doors stay open, only a remark changes."""
    found: list[Opening] = []
    for opening in openings:
        touches = found and found[-1].end == opening.start
        start = found.pop().start if touches else opening.start
        found.append(Opening(start, opening.end))
    return tuple(found)


UNKNOWN = Hours(rule=None)
