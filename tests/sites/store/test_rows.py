from datetime import date

import pytest

from sites.catalogue import Catalogue
from sites.hours import Hours
from sites.model import Access, Address, Site, Ward, Way
from sites.names import Text
from sites.sources import Passage, Source
from sites.store import name_rows, occasions, rows
from sites.store.columns import Row
from tests.sites.factories import (
    FESTIVE,
    KEY,
    STANDPOINTS,
    claims,
    passage,
    site,
    source,
)

TRICKY = 'Đền "A & B" <1>; \'); DROP TABLE site; --'

WHOLE = site(
    name=Text(vi=TRICKY, en=TRICKY),
    also=("Miếu Nhỏ", "Am Nhỏ"),
    story=(passage("Hai.", "Two."), passage("Ba.", "Three.")),
    address=Address(street=Text(vi="phố", en="street"), sources=("b", "a")),
    wards=(
        Ward(name="Cũ", until=date(2025, 6, 30), sources=("a",)),
        Ward(name=None, since=date(2025, 7, 1), note=Text(vi="Rõ.", en="Clear.")),
    ),
    position_note=Text(vi="Xa.", en="Far."),
    hours=Hours(rule="24/7", sources=("a", KEY), checked=date(2026, 11, 22)),
)

SITES = {
    "bare": site(),
    "whole": WHOLE,
    "nowhere": site(location=None, position_note=Text(vi="Chưa rõ.", en="Unclear.")),
    "one language longer": site(lede=Passage(vi=claims("A.", "B."), en=claims("A."))),
    "several sources": site(
        lede=Passage(vi=claims("A.", sources=("b", "a", "c")), en=claims("A."))
    ),
    "no sources": site(lede=Passage(vi=claims("A.", sources=()), en=claims("A."))),
    "all that may happen": FESTIVE,
    "several positions": site(also_at=STANDPOINTS),
    "a private house": site(
        access=Access(
            way=Way.PRIVATE, note=Text(vi="Nhà dân.", en="A home."), sources=("b", "a")
        )
    ),
    "unknown hours, but asked": site(hours=Hours(rule=None, sources=("a",))),
}


def written_and_read(written: Site) -> Site:
    parts: dict[str, list[Row]] = {
        "alias": list(rows.alias_rows(written)),
        "ward": list(rows.ward_rows(written)),
        "claim": list(rows.claim_rows(written)),
        "citation": list(rows.citation_rows(written)),
        "moon_days": list(occasions.moon_rows(written)),
        "repair": list(occasions.repair_rows(written)),
        "festival": list(occasions.festival_rows(written)),
        "festival_cancelled": list(occasions.cancelled_rows(written)),
        "standpoint": [*rows.standpoint_rows(written)],
        "site_name": [*name_rows.past_rows("site", [(written.slug, written.once)])],
    }
    periods = {name.period.key: name.period for name in written.once if name.period}
    return rows.site_of(rows.site_row(written), parts, periods)


@pytest.mark.parametrize("written", SITES.values(), ids=SITES)
def test_a_site_is_read_back_equal(written: Site) -> None:
    assert written_and_read(written) == written


def test_every_built_in_site_is_read_back_equal(built_in: Catalogue) -> None:
    assert [written_and_read(site) for site in built_in] == list(built_in)


@pytest.mark.parametrize(
    "written",
    [
        source(),
        source(date="2021", url="https://example.org", language="en", read=False),
        source(note=Text(vi=TRICKY, en=TRICKY)),
    ],
    ids=["bare", "known", "with a note"],
)
def test_a_source_is_read_back_equal(written: Source) -> None:
    assert rows.source_of(rows.source_row(written, 3)) == written


def test_every_row_of_a_site_names_it() -> None:
    found = [
        *rows.alias_rows(WHOLE),
        *rows.ward_rows(WHOLE),
        *rows.claim_rows(WHOLE),
        *rows.citation_rows(WHOLE),
    ]

    assert {row["site"] for row in found} == {WHOLE.slug}


def test_a_citation_says_what_rests_on_the_source() -> None:
    subjects = {row["subject"] for row in rows.citation_rows(WHOLE)}

    assert {"address", "position", "hours", "ward/0", "claim/0/vi/0"} <= subjects
    assert {"claim/2/en/0"} <= subjects
    assert "ward/1" not in subjects  # it has no source


def test_rows_are_grouped_by_site_in_their_order() -> None:
    grouped = rows.by_site([{"site": s, "n": n} for n, s in enumerate("aba")])

    assert {s: [row["n"] for row in found] for s, found in grouped.items()} == {
        "a": [0, 2],
        "b": [1],
    }
