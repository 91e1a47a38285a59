import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from sites.catalogue import Catalogue
from sites.city import HAI_PHONG
from sites.errors import BadContent
from sites.hours import Hours
from sites.intake import read_content
from sites.model import Address, Kind, Location, Ward
from sites.names import LANGUAGES, Text
from sites.position import Position
from sites.sources import Claim, Source

SMALL = Path(__file__).parent / "content"
"""One site and two sources, without a fault."""

SITE, SOURCES = "sites/den-nho.yaml", "sources.yaml"

UNPLACED = {
    "137-tam-gian", "dien-cua-cam", "may-chai", "nga-nam", "quan-ngua",
    "san-bay-cat-bi", "thuy-nguyen", "trai-linh-kho-xanh", "truong-thai-phien",
}  # fmt: skip
PLACED = {
    "104-cau-dat", "203-le-loi", "7-ngo-quang-lac", "8-ngo-quang-lac", "bao-tang",
    "cang-hai-phong", "cau-tre", "chua-do", "chua-dong-khe", "chua-phung-phap",
    "den-nghe", "den-tien-nga", "dinh-dong-khe", "dinh-gia-vien", "dinh-lac-vien",
    "dinh-phung-phap", "ga-hai-phong", "may-to", "mieu-an-da", "nga-sau", "ngo-da",
    "nha-hat-lon", "nha-nguyen-son-ha", "nha-tho-chinh-toa", "nha-tuong-niem",
    "quan-hoa", "tuong-le-chan",
}  # fmt: skip
"""The sites of the built-in content, by whether anybody knows where they stand."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small content to spoil."""
    return shutil.copytree(SMALL, tmp_path / "content")


def change(folder: Path, old: str, new: str, file: str = SITE) -> str:
    """Put ``new`` in the place of ``old``; return the text that the file has then."""
    before = (folder / file).read_text("utf-8")
    assert before.count(old) == 1, f"{old!r} must be there once"
    after = before.replace(old, new)
    (folder / file).write_text(after, "utf-8")
    return after


def line_of(words: str, text: str) -> int:
    """Say on which line ``words`` begin."""
    return text[: text.index(words)].count("\n") + 1


def faults(folder: Path) -> list[str]:
    with pytest.raises(BadContent) as refused:
        read_content(folder=folder)
    return [str(fault) for fault in refused.value.faults]


def test_the_small_content_is_read_whole() -> None:
    temple = read_content(folder=SMALL).get("den-nho")

    assert (temple.kind, temple.also) == (Kind.RELIGIOUS, ("Miếu Nhỏ",))
    assert temple.name == Text(vi="Đền Nhỏ", en="Small Temple")
    assert (temple.visit, temple.interest) == (timedelta(minutes=20), 3)
    assert temple.address == Address(
        street=Text(vi="1 phố Nhỏ", en="1 Nhỏ Street"), sources=("sach",)
    )
    assert temple.hours == Hours(
        rule="Mo-Su 08:00-17:00", sources=("bao",), checked=date(2026, 11, 22)
    )


def test_texts_are_read_as_claims() -> None:
    temple = read_content(folder=SMALL).get("den-nho")

    assert temple.lede.vi == (
        Claim("Đền Nhỏ đứng bên sông.", ("sach",)),
        Claim("Dân làng dựng đền năm 1904.", ("sach", "bao")),
    )
    assert [claim.sources for claim in temple.story[0].en] == [
        ("sach",), ("bao",), ("sach",)
    ]  # fmt: skip


def test_where_a_site_stands_is_read_with_its_sources() -> None:
    temple = read_content(folder=SMALL).get("den-nho")

    assert temple.location == Location(
        position=Position(20.86, 106.69),
        radius_m=30,
        basis=Text(vi="Theo bản đồ.", en="From a map."),
        sources=("bao",),
    )


def test_wards_are_read_oldest_first_and_may_have_no_name() -> None:
    temple = read_content(folder=SMALL).get("den-nho")

    assert temple.wards == (
        Ward(name="Phường Cũ", until=date(2025, 6, 30), sources=("sach",)),
        Ward(
            name=None,
            since=date(2025, 7, 1),
            note=Text(vi="Chưa rõ.", en="Not clear."),
            sources=("bao",),
        ),
    )


def test_sources_are_read_in_the_order_of_the_file() -> None:
    book, article = read_content(folder=SMALL).sources.values()

    assert (book.key, book.date, book.language) == ("sach", "2021", "vi")
    assert (book.url, book.note, book.read) == (None, None, False)
    assert article == Source(
        key="bao",
        title=Text(vi="Một bài báo", en="An article"),
        publisher=Text(vi="Tòa soạn", en="A paper"),
        date=None,
        language="en",
        url="https://example.org/bao",
        note=Text(vi="Chỉ có trên mạng.", en="Only on the web."),
    )


KEYS = [
    ("also: [Miếu Nhỏ]", "", "kind", "also is missing"),
    ("interest: 3", "interest: 3\nkind: war", "kind: war", "kind stands here twice"),
    ("interest: 3", "interest: 3\nstars: 4", "stars", "no such key: stars"),
    ("interest: 3", "interest: 3\n[x]: 4", "[x]", "a key is a word"),
    ("{vi: Đền Nhỏ, en: Small Temple}", "{vi: Đền}", "name", "name: en is missing"),
    (
        "street: {vi: 1 phố Nhỏ, en: 1 Nhỏ Street}",
        "street: {vi: x}",
        "street",
        "en is missing",
    ),
    ("Street}\n  sources: [sach]", "Street}", "street", "address: sources is missing"),
    ("name: Phường Cũ, until", "until", "- {until", "wards[1]: name is missing"),
    ("  radius_m: 30\n", "", "lat", "position: radius_m is missing"),
    (", checked: 2026-11-22", "", "hours", "hours: checked is missing"),
]

VALUES = [
    (
        "kind: religious",
        "kind: holy",
        "kind",
        "“holy” is not one of revolutionary, rel",
    ),
    ("also: [Miếu Nhỏ]", "also: Miếu Nhỏ", "also", "also: write a list here"),
    ("also: [Miếu Nhỏ]", "also: [x, '']", "also", "also[2]: write some words here"),
    (
        "visit_minutes: 20",
        "visit_minutes: 0",
        "visit",
        "not a whole number from 1 to 480",
    ),
    ("visit_minutes: 20", "visit_minutes: 481", "visit", "number from 1 to 480"),
    ("interest: 3", "interest: 0", "interest", "“0” is not a whole number from 1 to 5"),
    ("interest: 3", "interest: 6", "interest", "“6” is not a whole number from 1 to 5"),
    ("until: 2025-06-30", "until: 30/6", "until: 30", "“30/6” is not a date like"),
    ("from: 2025-07-01", "from: soon", "from: soon", "“soon” is not a date like"),
    ("radius_m: 30", "radius_m: 0.5", "radius_m", "not a number from 1 to 5000"),
    ("radius_m: 30", "radius_m: 5001", "radius_m", "not a number from 1 to 5000"),
    ("lat: 20.8600", "lat: NaN", "lat", "“NaN” is not a number from -90 to 90"),
    ("lat: 20.8600", "lat: unknown", "lat", "“unknown” is not a number from -90 to 90"),
    ("lon: 106.6900", "lon: 180.1", "lon: ", "not a number from -180 to 180"),
    ("lat: 20.8600", "lat: 21.03", "lat", "21.03, 106.69 is not in Hải Phòng"),
    ("22}", "22, rule: x}", "hours", "rule stands here twice"),
    ('"Mo-Su 08:00-17:00"', "8 till 5", "hours", "“8 till 5” is no opening rule"),
    ("checked: 2026-11-22", "checked: today", "hours", "“today” is not a date like"),
]

CITED = [
    (
        "Street}\n  sources: [sach]",
        "Street}\n  sources: [x]",
        "sources: [x]",
        "source: x",
    ),
    ("06-30, sources: [sach]", "06-30, sources: [x]", "- {name: Phường", "source: x"),
    ("map.}\n  sources: [bao]", "map.}\n  sources: [x]", "sources: [x]", "source: x"),
    ("sources: [bao], checked", "sources: [x], checked", "hours", "no such source: x"),
    ("sources: [bao], checked", "sources: [], checked", "hours", "name at least one"),
]


@pytest.mark.parametrize(("old", "new", "at", "says"), [*KEYS, *VALUES, *CITED])
def test_a_fault_of_a_site_names_file_and_line(
    folder: Path, old: str, new: str, at: str, says: str
) -> None:
    line = line_of(at, change(folder, old, new))

    fault = faults(folder)[0]

    assert fault.startswith(f"{SITE}:{line}: den-nho")
    assert says in fault


@pytest.mark.parametrize(("old", "new", "at", "says"), [*KEYS, *VALUES, *CITED])
def test_one_slip_is_one_fault(
    folder: Path, old: str, new: str, at: str, says: str
) -> None:
    change(folder, old, new)

    assert [says in fault for fault in faults(folder)] == [True], at


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        pytest.param(
            "thứ nhất. [sach]",
            "thứ nhất. [sahc]",
            "Câu thứ nhất",
            "no such source: sahc; sources.yaml lists them",
            id="an unknown source",
        ),
        pytest.param(
            "dài hai dòng. [bao]",
            "dài hai dòng.",
            "Câu thứ hai",
            "no source behind “Câu thứ hai dài hai dòng.”",
            id="no source in the middle",
        ),
        pytest.param(
            "third sentence. [sach]",
            "third sentence.",
            "The third",
            "no source behind “The third sentence.”",
            id="no source at the end",
        ),
        pytest.param(
            "The first sentence. [sach]",
            "The first sentence.",
            "The first",
            "no source behind “The first sentence.”",
            id="no source at the beginning",
        ),
        pytest.param(
            "thứ nhất. [sach]",
            "thứ nhất. []",
            "Câu thứ nhất",
            "an empty mark behind “Câu thứ nhất.”",
            id="an empty mark",
        ),
        pytest.param(
            "Câu thứ ba. [sach]",
            "Câu thứ ba. [sach]\n      [bao]",
            "[bao]\n    en",
            "a mark without a sentence before it",
            id="a mark behind a mark",
        ),
    ],
)
def test_a_fault_of_a_sentence_names_its_own_line(
    folder: Path, old: str, new: str, at: str, says: str
) -> None:
    line = line_of(at, change(folder, old, new))

    (fault,) = faults(folder)

    assert fault.startswith(f"{SITE}:{line}: den-nho.story[1].")
    assert says in fault


def test_every_sentence_without_a_source_is_named_with_its_line(folder: Path) -> None:
    text = change(
        folder, "Câu thứ ba. [sach]", "Câu x.\n      Câu y.\n      Câu z. [bao]"
    )

    assert faults(folder) == [
        f"{SITE}:{line_of(f'Câu {name}.', text)}: den-nho.story[1].vi: "
        f"no source behind “Câu {name}.”; write [key] after it"
        for name in ("x", "y")
    ]


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [("C" * 48, "C" * 48), ("C" * 49, "C" * 45 + "…")],
    ids=["just short enough", "one letter too long"],
)
def test_a_long_sentence_is_shortened_in_a_fault(
    folder: Path, sentence: str, shown: str
) -> None:
    change(folder, "Câu thứ nhất. [sach]", f"{sentence} []")

    (fault,) = faults(folder)

    assert fault.endswith(f"an empty mark behind “{shown}”")


def test_a_paragraph_is_written_in_both_languages(folder: Path) -> None:
    text = change(folder, "    en: >-\n      The first", "    de: >-\n      The first")
    at, top = line_of("de: >-", text), line_of("vi: >-\n      Câu", text)

    missing, unknown = faults(folder)

    assert missing.startswith(f"{SITE}:{top}: den-nho.story[1]: en is missing")
    assert unknown.startswith(f"{SITE}:{at}: den-nho.story[1]: no such key: de")


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("bên sông. [sach]", "bên sông. [sach] Đền nhỏ. [bao]", 3),
        ("    Đền Nhỏ đứng bên sông. [sach]\n", "", 1),
    ],
)
def test_a_lede_has_two_sentences(folder: Path, old: str, new: str, count: int) -> None:
    line = line_of("vi: >-", change(folder, old, new))

    assert faults(folder) == [
        f"{SITE}:{line}: den-nho.lede: vi has {count} sentences; a lede has two"
    ]


def test_a_ward_ends_after_it_begins(folder: Path) -> None:
    text = change(folder, "from: 2025-07-01", "from: 2025-07-01, until: 2025-06-30")

    (fault,) = faults(folder)

    assert fault.startswith(f"{SITE}:{line_of('- {name: unknown', text)}: ")
    assert fault.endswith("wards[2]: from 2025-07-01 comes after until 2025-06-30")


def test_a_ward_may_be_of_one_day(folder: Path) -> None:
    change(folder, "from: 2025-07-01", "from: 2025-07-01, until: 2025-07-01")

    assert read_content(folder=folder).get("den-nho").wards[1].until == date(2025, 7, 1)


UNKNOWN = """\
address: unknown
wards: unknown
position: unknown
position_note: {vi: Chưa tìm ra., en: Not yet found.}
visit_minutes: 20
interest: 3
hours: unknown
"""


def without_knowledge(folder: Path, unknown: str = UNKNOWN) -> str:
    """Let the site say ``unknown`` wherever it may."""
    text = (folder / SITE).read_text("utf-8")
    return change(folder, text[text.index("address:") :], unknown)


def test_what_nobody_knows_is_said_and_read_so(folder: Path) -> None:
    without_knowledge(folder)

    temple = read_content(folder=folder).get("den-nho")

    assert (temple.address, temple.wards, temple.location) == (None, (), None)
    assert temple.position_note == Text(vi="Chưa tìm ra.", en="Not yet found.")
    assert not temple.hours.known


def test_an_unknown_position_has_a_reason(folder: Path) -> None:
    note = "position_note: {vi: Chưa tìm ra., en: Not yet found.}\n"
    text = without_knowledge(folder, UNKNOWN.replace(note, ""))
    line = line_of("position: unknown", text)

    assert faults(folder) == [
        f"{SITE}:{line}: den-nho.position: say in position_note why it is not known"
    ]


def test_hours_that_were_asked_for_in_vain_are_unknown_too(folder: Path) -> None:
    change(folder, '"Mo-Su 08:00-17:00"', "unknown")

    assert read_content(folder=folder).get("den-nho").hours == Hours(
        rule=None, sources=("bao",), checked=date(2026, 11, 22)
    )


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ("  date: unknown\n", "", "title: {vi: Một bài", "bao: date is missing"),
        ("read: false", "read: no", "read", "sach.read: “no” is not true or false"),
        ("language: vi", "language: fr", "language", "“fr” is not one of vi, en"),
        ("read: false", "seen: no", "seen", "sach: no such key: seen; known are"),
        ("read: false", "date: '2022'", "date: '2022'", "sach: date stands here twice"),
        (
            "web.}",
            "web.}\nsach: {}",
            "sach: {}",
            "sach stands here twice",
        ),
        ("web.}", "web.}\nMới: {}", "Mới: {}", "a key has small letters"),
    ],
)
def test_a_fault_of_a_source_names_file_and_line(
    folder: Path, old: str, new: str, at: str, says: str
) -> None:
    line = line_of(at, change(folder, old, new, SOURCES))

    found = faults(folder)

    assert any(
        fault.startswith(f"{SOURCES}:{line}: ") and says in fault for fault in found
    )


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param("", ":1: the file is empty", id="empty"),
        pytest.param("kind: war\nname: [", ":2: not YAML: ", id="not YAML"),
        pytest.param("- war", ":1: den-nho: write the keys kind, name", id="a list"),
    ],
)
def test_a_file_that_describes_no_site_is_a_fault(
    folder: Path, content: str, fault: str
) -> None:
    (folder / SITE).write_text(content, "utf-8")

    (found,) = faults(folder)

    assert found.startswith(SITE + fault)


@pytest.mark.parametrize("name", ["Den-Nho", "đền-nhỏ", "den_nho", "den--nho", "-den"])
def test_a_site_has_a_file_name_that_makes_an_address(folder: Path, name: str) -> None:
    (folder / SITE).rename(folder / "sites" / f"{name}.yaml")

    (fault,) = faults(folder)

    assert fault.startswith(f"sites/{name}.yaml:1: {name}: name the file in small")


def test_content_without_sources_says_so(folder: Path) -> None:
    (folder / SOURCES).unlink()

    assert f"{SOURCES}:1: the file is missing" in faults(folder)


def test_content_without_sites_says_so(folder: Path) -> None:
    (folder / SITE).unlink()

    assert faults(folder) == ["sites:1: no site is described here"]


def test_one_reading_names_the_faults_of_every_file(folder: Path) -> None:
    shutil.copy(folder / SITE, folder / "sites" / "a.yaml")
    change(folder, "kind: religious", "kind: holy", "sites/a.yaml")
    change(folder, "interest: 3", "interest: 9")
    change(folder, "language: vi", "language: fr", SOURCES)

    files = [fault.split(":")[0] for fault in faults(folder)]

    assert files == ["sites/a.yaml", SITE, SOURCES]


class TestBuiltInContent:
    def test_has_36_sites_and_no_fault(self, built_in: Catalogue) -> None:
        assert len(built_in) == 36
        assert built_in.city is HAI_PHONG

    def test_has_every_site_whose_position_is_known(self, built_in: Catalogue) -> None:
        placed = {site.slug for site in built_in if site.location}

        assert placed == PLACED
        assert {site.slug for site in built_in} - placed == UNPLACED

    def test_gives_a_reason_where_a_position_is_unknown(
        self, built_in: Catalogue
    ) -> None:
        assert all(built_in.get(slug).position_note for slug in UNPLACED)

    def test_speaks_both_languages_everywhere(self, built_in: Catalogue) -> None:
        for site in built_in:
            for passage in site.passages:
                assert all(passage.plain(language) for language in LANGUAGES), site.slug

    def test_makes_the_same_number_of_claims_in_a_lede(
        self, built_in: Catalogue
    ) -> None:
        assert {len(s.lede.in_(lang)) for s in built_in for lang in LANGUAGES} == {2}

    def test_has_known_sources_behind_every_claim(self, built_in: Catalogue) -> None:
        for site in built_in:
            for passage in site.passages:
                for claim in (*passage.vi, *passage.en):
                    assert claim.text
                    assert claim.sources
            assert set(site.sources) <= built_in.sources.keys()

    def test_knows_one_ward_for_each_day_since_the_wards_changed(
        self, built_in: Catalogue
    ) -> None:
        for site in built_in:
            if site.wards:
                assert [w for w in site.wards if w.holds_on(date(2026, 11, 22))] == [
                    site.wards[-1]
                ], site.slug


def test_a_year_under_a_wrong_name_is_named_by_its_line(folder: Path) -> None:
    text = change(folder, "dài hai dòng. [bao]", "dài năm Giáp Thìn 1902. [bao]")
    change(folder, "lines long. [bao]", "lines long, in 1902. [bao]")

    (fault,) = faults(folder)

    assert fault.startswith(f"{SITE}:{line_of('dài năm', text)}: den-nho.story[1].vi: ")
    assert "“Giáp Thìn 1902” cannot be: 1902 is Nhâm Dần" in fault
