"""Read what streets and sites were once called, and the periods this was in."""

from collections.abc import Collection, Mapping

from sites import parts
from sites.fields import Field, both
from sites.names import Text
from sites.pastnames import PastName, Period

FIRST_YEAR, LAST_YEAR = 1, 2100


def period(key: str, entry: Field, known: Collection[str]) -> Period:
    """Read a period; what is wrong is noted in the faults of ``entry``."""
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


def past_name(
    entry: Field, periods: Mapping[str, Period], known: Collection[str]
) -> PastName:
    """Read one old name; what is wrong is noted in the faults of ``entry``.

    Args:
        entry: ``name``, ``from``, ``until`` and ``sources``; ``period``, ``part`` and
            ``spelt`` where there are any.
        periods: those that it may name.
        known: the keys of the sources.
    """
    wanted = ["name", "from", "until", "sources"]
    got = entry.mapping(wanted, ["period", "part", "spelt"])
    if not {*wanted} <= got.keys():
        return PastName(name="?")
    since, until = _years(entry, got)
    within = None
    if "period" in got:
        within = periods.get(got["period"].text())
        if within is None:
            listed = ", ".join(periods)
            got["period"].fault(f"no such period; the file lists {listed or 'none'}")
    return PastName(
        name=got["name"].text(),
        since=since,
        until=until,
        period=within,
        part=both(got["part"]) if "part" in got else None,
        sources=parts.sources(got["sources"], known),
        spelt=tuple(one.text() for one in got["spelt"].items())
        if "spelt" in got
        else (),
    )


def _years(entry: Field, got: Mapping[str, Field]) -> tuple[int | None, int | None]:
    since, until = (_year(got[end]) for end in ("from", "until"))
    if since is not None and until is not None and since > until:
        entry.fault(f"from {since} comes after until {until}")
    return since, until


def _year(year: Field) -> int | None:
    return None if year.unknown else year.whole(FIRST_YEAR, LAST_YEAR)
