"""Read paragraphs whose sentences carry their sources, and keep a list of them."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from sites import canchi, fields, sources
from sites.fields import Field
from sites.linter import Statement
from sites.names import LANGUAGES, Language
from sites.sources import Claim, Passage

SHORT, CUT = 48, 45
"""A sentence of more letters than this is cut to so many in a fault."""


@dataclass(slots=True)
class Sentences:
    """One reading of all paragraphs of a folder.

    ``known`` holds the keys of all sources; ``said`` gathers every sentence read,
    those without a source too.
    """

    known: Collection[str]
    said: list[Statement] = field(default_factory=list)

    def passage(self, passage: Field, path: Path) -> Passage:
        """Read a paragraph in both languages; ``path`` is the file it stands in."""
        got = passage.mapping(LANGUAGES)
        if not {*LANGUAGES} <= got.keys():
            return Passage(vi=(), en=())
        return Passage(
            vi=self._claims(got["vi"], "vi", path),
            en=self._claims(got["en"], "en", path),
        )

    def _claims(self, text: Field, language: Language, path: Path) -> tuple[Claim, ...]:
        claims, unsourced = sources.parse(text.text())
        for loose in unsourced:
            line = fields.line_of_mark(text, loose.marks_before, path, loose.text)
            self._note(text, language, Claim(loose.text, ()), line)
            short = _short(loose.text)
            text.fault(f"no source behind “{short}”; write [key] after it", line)
        for wrong in canchi.wrong_names(text.text()):
            text.fault(str(wrong), fields.line_of_mark(text, 0, path, wrong.name))
        for place, claim in enumerate(claims):
            line = fields.line_of_mark(text, place, path)
            self._note(text, language, claim, line)
            for problem in self._problems(claim):
                text.fault(problem, line)
        return claims

    def _note(self, text: Field, language: Language, claim: Claim, line: int) -> None:
        self.said.append(
            Statement(
                file=text.file,
                line=line,
                passage=text.name.rpartition(".")[0],
                language=language,
                text=claim.text,
                sources=tuple(key for key in claim.sources if key in self.known),
            )
        )

    def _problems(self, claim: Claim) -> list[str]:
        if not claim.text:
            return ["a mark without a sentence before it; write [one, other]"]
        if not claim.sources:
            return [f"an empty mark behind “{_short(claim.text)}”"]
        return [
            f"no such source: {key}; sources.yaml lists them"
            for key in claim.sources
            if key not in self.known
        ]


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= SHORT else f"{sentence[:CUT]}…"
