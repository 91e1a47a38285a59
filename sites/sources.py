"""Where our knowledge comes from: publications, claims, and what joins the two."""

import re
from dataclasses import dataclass

from sites.names import Language, Text

MARK = re.compile(r"\s*\[([^\[\]]*)\]")
"""The keys of the sources behind a sentence: ``… in 1904. [nq-60, osm]``."""

SENTENCE_END = re.compile(
    r"(?<!\bNo)(?<!\bSt)(?<!\bca)(?<!\bTP)(?<!\b[A-ZĐ])[.!?…]+[\"”’)]*\s+"
)
"""Where a sentence may end: not in ``No. 7``, ``TP. Hải Phòng``, ``A. Yersin``."""

TRADITION = re.compile(
    r"\b(tương truyền|theo lời kể|lời kể|lời truyền lại|người ta kể|by tradition|as "
    r"tradition|the story (goes|has)|it is (said|told)|is said to)\b",
    re.IGNORECASE,
)
"""How our own sentences say that something is handed down, not known."""

OPENING = '"“‘('
"""What may stand before the first letter of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication that claims may cite.

    ``date`` is as exact as we know it (``2021``, ``2025-08``), None where we do not;
    ``read`` is false where only an excerpt of it is known to us.
    """

    key: str
    title: Text
    publisher: Text
    date: str | None
    language: Language
    url: str | None
    note: Text | None = None
    read: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence, and the keys of the sources that say so."""

    text: str
    sources: tuple[str, ...]

    @property
    def by_tradition(self) -> bool:
        """Whether the sentence hands on what is told, and vouches for no more."""
        return TRADITION.search(self.text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph in both languages; the two make the same claims."""

    vi: tuple[Claim, ...]
    en: tuple[Claim, ...]

    def in_(self, language: Language) -> tuple[Claim, ...]:
        """Return the claims in ``language``."""
        return self.vi if language == "vi" else self.en

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of all sources cited, each once, in the order of first citation."""
        claims = (*self.vi, *self.en)
        return tuple(dict.fromkeys(key for one in claims for key in one.sources))

    def plain(self, language: Language) -> str:
        """Return the sentences in ``language`` without their sources."""
        return " ".join(claim.text for claim in self.in_(language))


@dataclass(frozen=True, slots=True)
class Unsourced:
    """A sentence without a mark, and how many marks stand before it in its text."""

    text: str
    marks_before: int


def parse(text: str) -> tuple[tuple[Claim, ...], tuple[Unsourced, ...]]:
    """Split a marked text into its claims, and find the sentences that lack a mark.

    Args:
        text: sentences, each followed by its mark: ``Built in 1904. [nq-60]``.

    Returns:
        The claims in order (a claim with an empty mark has no sources), and every
        sentence that no mark follows directly.
    """
    claims, unsourced, start = [], [], 0
    for count, mark in enumerate(MARK.finditer(text)):
        *loose, last = _sentences(text[start : mark.start()])
        unsourced += [Unsourced(sentence, count) for sentence in loose]
        keys = tuple(key.strip() for key in mark[1].split(",") if key.strip())
        claims.append(Claim(last, keys))
        start = mark.end()
    if rest := text[start:].strip():
        unsourced += [Unsourced(sentence, len(claims)) for sentence in _sentences(rest)]
    return tuple(claims), tuple(unsourced)


def written(claims: tuple[Claim, ...]) -> str:
    """Write claims with their marks, so that ``parse`` reads the same ones back."""
    return " ".join(f"{claim.text} [{', '.join(claim.sources)}]" for claim in claims)


def _sentences(text: str) -> list[str]:
    """Split where one sentence ends and a capital or a figure begins the next."""
    found, start = [], 0
    for end in SENTENCE_END.finditer(text):
        following = text[end.end() :].lstrip(OPENING)[:1]
        if following.isupper() or following.isdigit():
            found.append(text[start : end.end()])
            start = end.end()
    return [" ".join(sentence.split()) for sentence in (*found, text[start:])]
