"""Where a tour and its sites are found: whole addresses, for paper and for files."""

from collections.abc import Callable
from dataclasses import dataclass


def _nowhere(_slug: str) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Whole addresses; "" where nobody knows under which the guide is served.

    ``tour`` is the tour's own; ``site`` returns that of the page of a site,
    ``short`` the short one that is for ever, or else the page again.
    """

    tour: str = ""
    site: Callable[[str], str] = _nowhere
    short: Callable[[str], str] = _nowhere


NO_LINKS = Links()
"""Of a guide that is not on the web: the command line knows no address."""
