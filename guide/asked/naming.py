"""Read from a word which old street names are wished, and write it as a word."""

from guide.asked.words import number
from guide.bad_request import BadWish
from guide.wishes import OldNames

FIRST_YEAR, LAST_YEAR = 1800, 2100
"""Before the first no source of ours names a street."""

OLD = "old"
LIKE = "old / 1925"


def old_names(field: str, given: str) -> OldNames | None:
    """Read ``old``, or a year; nothing asks for today's names alone.

    Raises:
        BadWish: it is neither, or a year too early or too late.
    """
    if not given:
        return None
    if given == OLD:
        return OldNames()
    year = number(given)
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadWish(field, given, LIKE)
    return OldNames(year)


def written_names(names: OldNames | None) -> str:
    """Write what is wished so that ``old_names`` reads the same back."""
    if names is None:
        return ""
    return OLD if names.year is None else str(names.year)
