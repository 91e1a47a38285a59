"""What several content entries hold: keys of sources."""

from collections.abc import Container

from sites.fields import Field


def sources(keys: Field, known: Container[str]) -> tuple[str, ...]:
    """Read the keys of one source or more, each of them a known one."""
    found = []
    for key in keys.items():
        if key.text() not in known:
            key.fault(f"no such source: {key.text()}; sources.yaml lists them")
        found.append(key.text())
    if not found:
        keys.fault("name at least one source")
    return tuple(found)
