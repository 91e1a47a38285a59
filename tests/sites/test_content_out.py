import unicodedata
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sites import content_out
from sites.catalogue import Catalogue
from sites.festivals import Calendar, Cancelled
from sites.hours import Hours, MoonDays, Repair
from sites.intake import read_content
from sites.model import Access, Address, Site, Spot, Standpoint, Ward, Way
from sites.names import Text
from sites.pastnames import PastName
from sites.pictures import Image
from sites.sources import Claim, Passage
from tests.sites.factories import KEY, claims, festival, location, site, source

AWKWARD = ":#'\"{}[]|>-&*!%@`,?~=\\/<.0123 \nabYNnullđếộ’“ "


def data(image: Image) -> bytes:
    return image.data or b""


def again(catalogue: Catalogue, folder: Path) -> Catalogue:
    """Export a catalogue, and import it."""
    content_out.export(catalogue, folder, data)
    return read_content(folder=folder)


def everything(catalogue: Catalogue) -> list[object]:
    return [
        list(catalogue),
        list(catalogue.sources.items()),
        catalogue.streets,
        catalogue.wards,
        list(catalogue.history),
        list(catalogue.pictures.items()),
    ]


def test_the_built_in_content_is_read_back_equal(
    built_in: Catalogue, tmp_path: Path
) -> None:
    assert everything(again(built_in, tmp_path)) == everything(built_in)


def test_exported_again_every_file_is_the_same(
    built_in: Catalogue, tmp_path: Path
) -> None:
    first = dict(content_out.files(built_in, data))

    second = dict(content_out.files(again(built_in, tmp_path), data))

    assert first == second
    assert len(first) > 90


OFF = Cancelled(year=2027, reason=Text(vi="Tu bổ", en="Works"), sources=(KEY,))

FULL = site(
    "full",
    festivals=(
        festival(note=Text(vi="n", en="y"), days=3, cancelled=(OFF,)),
        festival(key="by-the-sun", calendar=Calendar.SOLAR, day=13, month=5),
    ),
    also=("Chùa: nhỏ", "- gạch"),
    lede=Passage(vi=claims("Một câu.", "Hai câu."), en=claims("One.", "Two.")),
    story=(Passage(vi=claims("Câu “ba”: có."), en=claims("Three: yes.")),),
    address=Address(street=Text(vi="1 phố A", en="1 A Street"), sources=(KEY,)),
    wards=(
        Ward(name=None, until=date(2025, 6, 30), sources=(KEY,)),
        Ward(
            name="Gia Viên",
            since=date(2025, 7, 1),
            note=Text(vi="n", en="y"),
            sources=(KEY,),
        ),
    ),
    once=(PastName(name="Nhà cũ", since=1904, sources=(KEY,), spelt=("Vieux",)),),
    also_at=(
        Standpoint(spot=Spot.GATE, location=location(), name=Text(vi="off", en="no")),
    ),
    access=Access(way=Way.BY_ASKING, note=Text(vi="Hỏi.", en="Ask."), sources=(KEY,)),
    hours=Hours(
        rule=None,
        sources=(KEY,),
        checked=date(2026, 1, 1),
        moon=(
            MoonDays(
                days=(1, 15),
                months=(),
                opens=time(5),
                closes=time(0),
                sources=(KEY,),
            ),
            MoonDays(days=(30,), months=(12,), opens=None, closes=None, sources=(KEY,)),
        ),
        repairs=(
            Repair(
                since=date(2026, 1, 1),
                until=None,
                reason=Text(vi="Sửa", en="Works"),
                sources=(KEY,),
            ),
        ),
    ),
)


def small(*sites: Site) -> Catalogue:
    two = Passage(vi=claims("Một câu.", "Hai câu."), en=claims("One.", "Two."))
    return Catalogue([replace(each, lede=two) for each in sites], (source(),))


@pytest.mark.parametrize("one", [site(), FULL], ids=lambda one: one.slug)
def test_whatever_a_site_holds_is_read_back_equal(one: Site, tmp_path: Path) -> None:
    catalogue = small(one)

    assert everything(again(catalogue, tmp_path)) == everything(catalogue)


words = (
    st.text(AWKWARD, min_size=1, max_size=40)
    .map(lambda said: unicodedata.normalize("NFC", said.strip()))
    .filter(bool)
)
texts = st.builds(Text, vi=words, en=words)


@settings(max_examples=60, deadline=None)
@given(name=texts, also=st.lists(words, max_size=3), basis=texts, note=texts)
def test_any_words_are_read_back_equal(
    tmp_path_factory: pytest.TempPathFactory,
    name: Text,
    also: list[str],
    basis: Text,
    note: Text,
) -> None:
    place = replace(location(), basis=basis)
    catalogue = small(
        site(
            name=name,
            also=tuple(also),
            location=place,
            access=Access(way=Way.OPEN, note=note, sources=(KEY,)),
        )
    )

    found = again(catalogue, tmp_path_factory.mktemp("words"))

    assert everything(found) == everything(catalogue)


def test_each_sentence_has_a_line_of_its_own() -> None:
    written = content_out.text({"vi": "Một. [a]\nHai. [b]", "en": "One. [a]"})

    assert written == "vi: |-\n  Một. [a]\n  Hai. [b]\nen: One. [a]\n"


def test_what_stands_for_nothing_is_taken_away(tmp_path: Path) -> None:
    content_out.export(small(site("a"), site("b")), tmp_path, data)
    (tmp_path / "README.md").write_text("ours")

    content_out.export(small(site("a")), tmp_path, data)

    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} == {
        "README.md",
        "sources.yaml",
        "a.yaml",
    }


def test_a_file_that_is_as_it_should_be_is_not_touched(tmp_path: Path) -> None:
    content_out.export(small(site("a")), tmp_path, data)
    before = (tmp_path / "sites/a.yaml").stat().st_mtime_ns

    content_out.export(small(site("a")), tmp_path, data)

    assert (tmp_path / "sites/a.yaml").stat().st_mtime_ns == before


def test_a_claim_of_several_sources_keeps_them_in_order(tmp_path: Path) -> None:
    lede = Passage(
        vi=(Claim("A.", ("b", "a")), Claim("B.", ("a",))),
        en=(Claim("A.", ("b", "a")), Claim("B.", ("a",))),
    )
    catalogue = Catalogue(
        [site(lede=lede, location=replace(location(), sources=("b",)))],
        (source("a"), source("b")),
    )

    assert everything(again(catalogue, tmp_path)) == everything(catalogue)
