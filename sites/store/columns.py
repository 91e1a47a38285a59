"""What rows of every table are made of: texts in two columns, and their sources."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sites.names import LANGUAGES, Text

Row = Mapping[str, Any]
Parts = Mapping[str, Sequence[Row]]
"""The rows of one site, by table."""

Citations = Mapping[str, tuple[str, ...]]
"""The keys of sources, by what rests on them."""


def subject(part: str, *path: object) -> str:
    """Name what rests on a source: ``address``, ``ward/0``, ``claim/1/vi/0``."""
    return "/".join(map(str, (part, *path)))


def citations(rows: Iterable[Row]) -> Citations:
    """Group the sources of one site by what rests on them."""
    cited: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in rows:
        cited[row["subject"]] += (row["source"],)
    return cited


def both(name: str, text: Text | None) -> dict[str, str | None]:
    """Turn a text into its two columns."""
    return {
        f"{name}_{language}": text.in_(language) if text else None
        for language in LANGUAGES
    }


def text_of(row: Row, name: str) -> Text | None:
    """Turn two columns into a text, if there is one."""
    return None if row[f"{name}_vi"] is None else certain(row, name)


def certain(row: Row, name: str) -> Text:
    """Turn two columns into a text."""
    return Text(vi=row[f"{name}_vi"], en=row[f"{name}_en"])
