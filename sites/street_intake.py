"""Read ``streets.yaml``: periods, and what each street was called in them."""

from collections.abc import Collection, Mapping

from sites import parts
from sites.fields import Field, both
from sites.names import Text
from sites.streets import NamedStreet, Period, StreetName, key_of

FIRST_YEAR, LAST_YEAR = 1, 2100


def read_streets(top: Field, known: Collection[str]) -> tuple[NamedStreet, ...]:
    """Read every street; what is wrong is noted in the faults of ``top``.

    Args:
        top: the file: ``periods`` by key, and ``streets`` by key.
        known: the keys of the sources.
    """
    got = top.mapping(["periods", "streets"])
    if not {"periods", "streets"} <= got.keys():
        return ()
    periods = {
        key: _period(key, entry, known) for key, entry in got["periods"].members()
    }
    streets = [
        _street(key, entry, periods, known) for key, entry in got["streets"].members()
    ]
    _refuse_twins(got["streets"], streets)
    return tuple(streets)


def _period(key: str, entry: Field, known: Collection[str]) -> Period:
    wanted = ["name", "from", "until", "sources"]
    got = entry.mapping(wanted)
    if not {*wanted} <= got.keys():
        nothing = Text(vi="?", en="?")
        return Period(key=key, name=nothing, since=None, until=None, sources=())
    since, until = _years(entry, got)
    return Period(
        key=key,
        name=both(got["name"]),
        since=since,
        until=until,
        sources=parts.sources(got["sources"], known),
    )


def _street(
    key: str, entry: Field, periods: Mapping[str, Period], known: Collection[str]
) -> NamedStreet:
    got = entry.mapping(["name", "once"])
    if not {"name", "once"} <= got.keys():
        return NamedStreet(slug=key, name=None, once=())
    once = tuple(_name(name, periods, known) for name in got["once"].items())
    if not once:
        got["once"].fault("name at least one old name, or leave the street out")
    name = None if got["name"].unknown else got["name"].text()
    return NamedStreet(slug=key, name=name, once=once)


def _name(
    entry: Field, periods: Mapping[str, Period], known: Collection[str]
) -> StreetName:
    wanted = ["name", "from", "until", "sources"]
    got = entry.mapping(wanted, ["period", "part"])
    if not {*wanted} <= got.keys():
        return StreetName(name="?")
    since, until = _years(entry, got)
    period = None
    if "period" in got:
        period = periods.get(got["period"].text())
        if period is None:
            listed = ", ".join(periods)
            got["period"].fault(f"no such period; the file lists {listed or 'none'}")
    return StreetName(
        name=got["name"].text(),
        since=since,
        until=until,
        period=period,
        part=both(got["part"]) if "part" in got else None,
        sources=parts.sources(got["sources"], known),
    )


def _years(entry: Field, got: Mapping[str, Field]) -> tuple[int | None, int | None]:
    since, until = (_year(got[end]) for end in ("from", "until"))
    if since is not None and until is not None and since > until:
        entry.fault(f"from {since} comes after until {until}")
    return since, until


def _year(year: Field) -> int | None:
    return None if year.unknown else year.whole(FIRST_YEAR, LAST_YEAR)


def _refuse_twins(entry: Field, streets: Collection[NamedStreet]) -> None:
    """See that a name leads to one street only."""
    seen: dict[str, str] = {}
    for street in streets:
        if street.name is None:
            continue
        other = seen.setdefault(key_of(street.name), street.slug)
        if other != street.slug:
            entry.fault(f"{other} and {street.slug} have the same name today")
