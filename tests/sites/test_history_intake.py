from pathlib import Path

import pytest

from sites.errors import BadContent
from sites.history import Link
from sites.intake import examine, read_content
from sites.model import Kind
from sites.names import Text
from sites.sources import Claim, Passage
from tests.sites import folders

PERSON = """\
name: {vi: Ông Ba, en: Mr Ba}
also: [Ba]
lede:
  vi: Ông Ba là thủy thủ. [sach]
  en: Mr Ba was a sailor. [sach]
story: []
sites:
  - site: den-nho
    how: {vi: "Ông ở đây. [bao]", en: "He was here. [bao]"}
born: unknown
died:
  - {date: "1930~", sources: [sach]}
"""
EVENT = """\
kind: war
name: {vi: Trận đánh, en: The battle}
also: []
when:
  - {date: "1904", sources: [sach]}
  - {date: "1905-02-08", lunar: true, words: {vi: đầu xuân, en: early spring}, sources: [bao]}
lede:
  vi: Trận đánh ở sông. [sach]
  en: The battle was on the river. [sach]
story:
  - vi: Nước lên. [bao]
    en: The tide came in. [bao]
sites:
  - site: den-nho
    how: {vi: "Ngay đây. [bao]", en: "Right here. [bao]"}
people:
  - person: ong-ba
    how: {vi: "Ông chèo thuyền. [sach]", en: "He rowed. [sach]"}
"""  # noqa: E501 - as people write it


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small content, with a person and an event."""
    made = folders.copy(tmp_path)
    folders.with_entry(made, "people/ong-ba.yaml", PERSON)
    return folders.with_entry(made, "events/tran-danh.yaml", EVENT)


def faults(folder: Path) -> list[str]:
    with pytest.raises(BadContent) as refused:
        read_content(folder=folder)
    return [str(fault) for fault in refused.value.faults]


def spoil(folder: Path, old: str, new: str, name: str = "events/tran-danh.yaml") -> int:
    """Change what stands once in a file; return its line."""
    text = (folder / name).read_text("utf-8")
    assert text.count(old) == 1
    (folder / name).write_text(text.replace(old, new), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_person_is_read_whole(folder: Path) -> None:
    person = read_content(folder=folder).history.person("ong-ba")

    here = Passage(
        vi=(Claim("Ông ở đây.", ("bao",)),), en=(Claim("He was here.", ("bao",)),)
    )
    assert person.name == Text(vi="Ông Ba", en="Mr Ba")
    assert person.also == ("Ba",)
    assert person.sites == (Link(to="den-nho", how=here),)
    assert person.born == ()
    assert [told.written for told in person.died] == ["1930~"]


def test_an_event_is_read_whole(folder: Path) -> None:
    event = read_content(folder=folder).history.event("tran-danh")

    assert event.kind is Kind.WAR
    assert [told.written for told in event.when] == ["1904", "1905-02-08"]
    assert [told.lunar for told in event.when] == [False, True]
    assert event.when[1].words == Text(vi="đầu xuân", en="early spring")
    assert event.when[1].sources == ("bao",)
    assert [link.to for link in event.people] == ["ong-ba"]
    assert len(event.story) == 1


def test_every_sentence_counts_as_a_claim(folder: Path) -> None:
    before = examine(folder=folders.SMALL)

    found = examine(folder=folder)

    assert (found.claims, found.sourced) == (before.claims + 12, before.sourced + 12)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"1904"', '"1904-02-30"', "there is no such day or month"),
        ('"1904"', '"1904/1902"', "it ends before it begins"),
        ('"1904"', '"13/5/1955"', "it is not written like one"),
        ("site: den-nho", "site: den-lon", "no such site: den-lon"),
        ("person: ong-ba", "person: ba-tu", "no such person: ba-tu"),
        ("sources: [sach]", "sources: [nobody]", "no such source: nobody"),
        ("kind: war", "kind: peace", "is not one of revolutionary"),
        ("Trận đánh ở sông. [sach]", "Trận đánh ở sông.", "no source behind"),
        ("people:", "persons:", "no such key: persons"),
    ],
)
def test_a_fault_is_named_by_file_and_line(
    folder: Path, old: str, new: str, says: str
) -> None:
    line = spoil(folder, old, new)

    found = [fault for fault in faults(folder) if says in fault]
    assert [fault.partition(": ")[0] for fault in found] == [
        f"events/tran-danh.yaml:{line}"
    ]


def test_an_event_without_a_date_is_none(folder: Path) -> None:
    when = EVENT[EVENT.index("when:") : EVENT.index("lede:")]
    spoil(folder, when, "when: unknown\n")

    (fault,) = faults(folder)
    assert fault.startswith("events/tran-danh.yaml:4: tran-danh.when: an event needs")


def test_a_site_is_linked_once(folder: Path) -> None:
    link = EVENT[EVENT.index("  - site") : EVENT.index("people:")]
    spoil(folder, link, link + link)

    (fault,) = faults(folder)
    assert fault.startswith("events/tran-danh.yaml:")
    assert "den-nho is linked twice" in fault


def test_a_person_and_an_event_share_no_address(folder: Path) -> None:
    folders.with_entry(folder, "people/tran-danh.yaml", PERSON)

    assert faults(folder) == [
        "events/tran-danh.yaml:1: a person has this address; rename it"
    ]


def test_a_file_is_named_like_an_address(folder: Path) -> None:
    folders.with_entry(folder, "people/Ông Tư.yaml", PERSON)

    (fault,) = faults(folder)
    assert "name the file in small letters" in fault


def test_a_file_that_is_no_yaml_is_one_fault(folder: Path) -> None:
    folders.with_entry(folder, "people/ong-tu.yaml", "name: [")

    (fault,) = faults(folder)
    assert fault.startswith("people/ong-tu.yaml:")


class TestBuiltInContent:
    def test_links_people_and_events_to_sites_both_ways(self) -> None:
        catalogue = read_content()
        history = catalogue.history

        assert len(history.people) == 21
        assert len(history.events) == 39
        for entry in history:
            for link in entry.sites:
                at = (*history.people_at(link.to), *history.events_at(link.to))
                assert entry in [found for found, _how in at]
                assert link.to in catalogue.sites

    def test_has_a_known_source_behind_every_claim_and_date(self) -> None:
        catalogue = read_content()

        for entry in catalogue.history:
            claims = [c for p in entry.passages for c in (*p.vi, *p.en)]
            assert all(claim.sources for claim in claims)
            assert all(told.sources for told in entry.dates)
            assert set(entry.sources) <= catalogue.sources.keys()

    def test_shows_what_the_sources_disagree_about(self) -> None:
        history = read_content().history

        assert [e.slug for e in history.events.values() if e.disputed] == [
            "lam-lai-dinh-phung-phap",
            "xay-nha-hat-lon",
            "sua-dinh-dong-khe",
            "dung-quan-hoa",
        ]

    def test_says_of_every_claim_where_it_comes_from(self) -> None:
        found = examine()

        assert found.faults == ()
        assert found.sourced == found.claims > 1100
