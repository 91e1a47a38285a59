"""What the map calls streets in a year: the names of then, as far as they are known."""

from collections.abc import Iterable

from sites.catalogue import Catalogue
from sites.pastnames import PastName
from sites.streets import NamedStreet

FIRST_YEAR, LAST_YEAR = 1874, 2100
"""From the first French works at the port on there were streets to name."""


def held(street: NamedStreet, year: int) -> tuple[PastName, ...]:
    """List the names that a street, or parts of it, had in a year.

    Those that surely held come alone; where none did, those of a period that may have.
    """
    sure = tuple(name for name in street.once if name.held_in(year))
    maybe = (name for name in street.once if name.held_in(year) is None and name.period)
    return sure or tuple(maybe)


def label(name: str, year: int, catalogue: Catalogue) -> str:
    """Return what stands on the map of a year beside a street of today.

    Where parts of it had names of their own, all of them stand there; where no source
    tells, the name of today does.
    """
    street = catalogue.street(name)
    names = [one.name for one in held(street, year)] if street else []
    if not names:
        return name
    text = " – ".join(dict.fromkeys(names))
    return text[0].upper() + text[1:]


def labels(names: Iterable[str], year: int, catalogue: Catalogue) -> dict[str, str]:
    """Return the streets whose label differs from their name of today, with it."""
    found = {name: label(name, year, catalogue) for name in names}
    return {name: then for name, then in found.items() if then != name}
