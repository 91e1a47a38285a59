"""The claims of a site as a worksheet uses them: both languages, years, sources."""

import re
from dataclasses import dataclass

from sites.model import Site
from sites.names import Text

YEAR = re.compile(r"(?<![\d.,])(?:1[0-9]{3}|20[0-9]{2})(?![\d.,]*\d)")
"""A year from 1000 to 2099 that is no part of another figure."""

GAP = "______"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about a site, where in the site it stands, and who says so."""

    site: str
    passage: int
    place: int
    text: Text
    sources: tuple[str, ...]
    by_tradition: bool = False

    @property
    def year(self) -> int | None:
        """The one year that the sentence names, in both languages; None if not one."""
        vi, en = YEAR.findall(self.text.vi), YEAR.findall(self.text.en)
        return int(vi[0]) if len(vi) == 1 and vi == en else None

    @property
    def gapped(self) -> Text:
        """The sentence without its years."""
        return Text(vi=YEAR.sub(GAP, self.text.vi), en=YEAR.sub(GAP, self.text.en))


def claims_of(site: Site) -> tuple[Told, ...]:
    """List the sentences of a site, in reading order."""
    return tuple(
        Told(
            site.slug,
            number,
            place,
            Text(vi=vi.text, en=en.text),
            tuple(dict.fromkeys((*vi.sources, *en.sources))),
            by_tradition=vi.by_tradition or en.by_tradition,
        )
        for number, passage in enumerate(site.passages)
        for place, (vi, en) in enumerate(zip(passage.vi, passage.en, strict=False))
    )
