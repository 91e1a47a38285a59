"""Which texts were translated from an older text, and what changed since."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from sites.names import LANGUAGES, Language
from sites.staff.compare import Change
from sites.staff.paths import Flat, flatten

Versions = Sequence[Flat]


def behind(published: Sequence[Mapping[str, Any]]) -> tuple[Change, ...]:
    """List the texts that were changed while the other language was not.

    Where one language is changed alone, the other is behind until it is changed too.

    Args:
        published: every version that visitors ever read, the oldest first.

    Returns:
        For each, the words of the language that went ahead: when both were last
        together, and now.
    """
    versions = [flatten(one) for one in published]
    return tuple(_behind(versions)) if versions else ()


def _behind(versions: Versions) -> Iterator[Change]:
    first = LANGUAGES[0]
    for path in versions[-1]:
        stem, _dot, language = path.rpartition(".")
        ahead = _ahead(stem, versions) if language == first else None
        if ahead:
            leading, since = ahead
            whole = f"{stem}.{leading}"
            now = versions[-1].get(whole, "")
            if since != now:
                yield Change(whole, since, now)


def _ahead(stem: str, versions: Versions) -> tuple[Language, str] | None:
    """Say which language is ahead, and what it said when the two were together."""
    ahead: tuple[Language, str] | None = None
    for old, new in pairwise(versions):
        changed = [
            language
            for language in LANGUAGES
            if old.get(f"{stem}.{language}") != new.get(f"{stem}.{language}")
        ]
        if len(changed) > 1 or (ahead and changed and changed[0] != ahead[0]):
            ahead = None
        elif changed and ahead is None:
            ahead = changed[0], old.get(f"{stem}.{changed[0]}", "")
    return ahead
