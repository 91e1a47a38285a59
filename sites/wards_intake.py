"""Read ``wards.yaml``: every ward, its days, and which came after it."""

from collections.abc import Collection

from sites import parts
from sites.fields import Field, both
from sites.wards import NamedWard


def read_wards(top: Field, known: Collection[str]) -> tuple[NamedWard, ...]:
    """Read every ward; what is wrong is noted in the faults of ``top``.

    Args:
        top: the file: wards by key.
        known: the keys of the sources.
    """
    entries = dict(top.members())
    wards = {key: _ward(key, entry, known) for key, entry in entries.items()}
    for key, ward in wards.items():
        for later in ward.became:
            if later not in wards:
                entries[key].fault(f"no such ward: {later}; name a key of this file")
            elif not _follows(ward, wards[later]):
                entries[key].fault(
                    f"{later} does not begin on the day after {key} ends; "
                    "correct one of the two days"
                )
    return tuple(wards.values())


def _ward(key: str, entry: Field, known: Collection[str]) -> NamedWard:
    got = entry.mapping(["name", "sources"], ["from", "until", "became", "note"])
    if not {"name", "sources"} <= got.keys():
        return NamedWard(slug=key, name="?")
    since = got["from"].day() if "from" in got else None
    until = got["until"].day() if "until" in got else None
    if since and until and since > until:
        entry.fault(f"from {since} comes after until {until}")
    return NamedWard(
        slug=key,
        name=got["name"].text(),
        since=since,
        until=until,
        became=tuple(one.text() for one in got["became"].items())
        if "became" in got
        else (),
        note=both(got["note"]) if "note" in got else None,
        sources=parts.sources(got["sources"], known),
    )


def _follows(ward: NamedWard, later: NamedWard) -> bool:
    if ward.until is None or later.since is None:
        return False
    return (later.since - ward.until).days == 1
