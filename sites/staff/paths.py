"""A document as flat lines and back: ``story.0.vi`` names one line of it.

Lists of words are one line each: forms show them so, and people compare them so.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sites.fields import UNKNOWN

Document = dict[str, Any]
Flat = dict[str, str]

COMMAS, LINES = ", ", "\n"

JOINED: Mapping[str, str] = {
    "sources": COMMAS,
    "days": COMMAS,
    "months": COMMAS,
    "also": LINES,
    "spelt": LINES,
}
"""Lists of words, and what stands between them; names may hold commas."""


def flatten(document: Mapping[str, Any]) -> Flat:
    """Write a document as lines, in its order; empty lists have none."""
    return dict(_lines(document, ""))


def _lines(value: Any, path: str) -> Iterable[tuple[str, str]]:  # noqa: ANN401
    key = path.rpartition(".")[2]
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _lines(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and (between := JOINED.get(key)):
        if value:
            yield path, between.join(map(str, value))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _lines(inner, f"{path}.{place}")
    elif value is not None:
        yield path, _word(value)


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def unflatten(lines: Mapping[str, str]) -> Document:
    """Put a document together from its lines; an empty line is not there."""
    top: Document = {}
    for path, word in lines.items():
        if word.strip():
            _put(top, path.split("."), word.strip().replace("\r\n", "\n"))
    return {key: _listed(value) for key, value in top.items()}


def _put(into: Document, keys: list[str], word: str) -> None:
    *above, last = keys
    for key in above:
        inner = into.setdefault(key, {})
        if not isinstance(inner, dict):  # “unknown” stood there
            inner = into[key] = {}
        into = inner
    into[last] = _split(word, last)


def _split(word: str, key: str) -> str | list[str]:
    between = JOINED.get(key)
    if between is None or word == UNKNOWN:
        return word
    return [part.strip() for part in word.split(between.strip(" ")) if part.strip()]


def _listed(value: Any) -> Any:  # noqa: ANN401 - whatever a document holds
    """Turn what has numbers for keys into a list, in the order of the numbers."""
    if not isinstance(value, dict):
        return value
    inner = {key: _listed(part) for key, part in value.items()}
    if inner and all(key.isdecimal() for key in inner):
        return [inner[key] for key in sorted(inner, key=int)]
    return inner


def pattern(path: str) -> str:
    """Return what the paths of all lines of one kind have in common: ``story.*.vi``."""
    parts = path.split(".")
    return ".".join("*" if part.isdecimal() else part for part in parts)
