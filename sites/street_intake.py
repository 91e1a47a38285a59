"""Read ``streets.yaml``: periods, and what each street was called in them."""

from collections.abc import Collection, Mapping

from sites.fields import Field
from sites.pastnames import Period
from sites.pastnames_intake import past_name, period
from sites.streets import NamedStreet, key_of


def read_streets(
    top: Field, known: Collection[str]
) -> tuple[tuple[NamedStreet, ...], dict[str, Period]]:
    """Read every street and period; faults are noted in those of ``top``.

    Args:
        top: the file: ``periods`` by key, and ``streets`` by key.
        known: the keys of the sources.
    """
    got = top.mapping(["periods", "streets"])
    if not {"periods", "streets"} <= got.keys():
        return (), {}
    periods = {
        key: period(key, entry, known) for key, entry in got["periods"].members()
    }
    streets = [
        _street(key, entry, periods, known) for key, entry in got["streets"].members()
    ]
    _refuse_twins(got["streets"], streets)
    return tuple(streets), periods


def _street(
    key: str, entry: Field, periods: Mapping[str, Period], known: Collection[str]
) -> NamedStreet:
    got = entry.mapping(["name", "once"])
    if not {"name", "once"} <= got.keys():
        return NamedStreet(slug=key, name=None, once=())
    once = tuple(past_name(name, periods, known) for name in got["once"].items())
    if not once:
        got["once"].fault("name at least one old name, or leave the street out")
    name = None if got["name"].unknown else got["name"].text()
    return NamedStreet(slug=key, name=name, once=once)


def _refuse_twins(entry: Field, streets: Collection[NamedStreet]) -> None:
    """See that a name leads to one street only."""
    seen: dict[str, str] = {}
    for street in streets:
        if street.name is None:
            continue
        other = seen.setdefault(key_of(street.name), street.slug)
        if other != street.slug:
            entry.fault(f"{other} and {street.slug} have the same name today")
