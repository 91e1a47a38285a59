from datetime import date
from pathlib import Path

import pytest

from sites.catalogue import Catalogue
from sites.festivals import Calendar, Cancelled, Festival
from sites.names import Text
from tests.sites import folders

FILE = "festivals.yaml"
FESTIVALS = """\
hoi-xuan:
  site: den-nho
  name: {vi: Hội xuân, en: Spring feast}
  lunar: 8/2
  days: 3
  note: {vi: Đông., en: Crowded.}
  sources: [sach]
  cancelled:
    - {year: Đinh Mùi 2027, reason: {vi: tu bổ, en: works}, sources: [bao]}
    - {year: 2028, reason: {vi: lụt, en: flood}, sources: [bao]}
hoi-giai-phong:
  site: den-nho
  name: {vi: Ngày giải phóng, en: Liberation day}
  solar: 13/5
  sources: [sach]
"""


def test_festivals_are_read_and_belong_to_their_site(tmp_path: Path) -> None:
    spring, solar = folders.temple(
        folders.with_festivals(tmp_path, FESTIVALS)
    ).festivals

    assert spring == Festival(
        key="hoi-xuan",
        name=Text(vi="Hội xuân", en="Spring feast"),
        calendar=Calendar.LUNAR,
        month=2,
        day=8,
        days=3,
        note=Text(vi="Đông.", en="Crowded."),
        sources=("sach",),
        cancelled=(
            Cancelled(year=2027, reason=Text(vi="tu bổ", en="works"), sources=("bao",)),
            Cancelled(year=2028, reason=Text(vi="lụt", en="flood"), sources=("bao",)),
        ),
    )
    assert (solar.calendar, solar.day, solar.month, solar.days) == ("solar", 13, 5, 1)


def test_content_may_have_no_festivals(tmp_path: Path) -> None:
    assert folders.temple(folders.copy(tmp_path)).festivals == ()


@pytest.mark.parametrize("day", ["30/1", "30/12", "1/1"])
def test_the_30th_of_any_lunar_month_is_fine(tmp_path: Path, day: str) -> None:
    found = FESTIVALS.replace("lunar: 8/2", f"lunar: {day}")

    assert folders.temple(folders.with_festivals(tmp_path, found)).festivals


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("lunar: 8/2", "lunar: 31/2", "31/2 is no day of the lunar calendar"),
        ("lunar: 8/2", "lunar: 8/13", "8/13 is no day of the lunar calendar"),
        ("lunar: 8/2", "lunar: 0/2", "(in a month of 29 days the 30th is the last)"),
        ("lunar: 8/2", "lunar: February", "is no day of the lunar calendar"),
        ("solar: 13/5", "solar: 31/4", "31/4 is no day of any year"),
        ("days: 3", "days: 0", "“0” is not a whole number from 1 to 30"),
        ("days: 3", "days: 31", "“31” is not a whole number from 1 to 30"),
        ("Đinh Mùi 2027", "Giáp Thìn 2027", "2027 is Đinh Mùi"),
        ("Đinh Mùi 2027", "next year", "is not a year like 2027, or Đinh Mùi 2027"),
        ("Đinh Mùi 2027", "1899", "is not a year like 2027"),
        ("en: flood}, sources: [bao]", "en: flood}, sources: [x]", "no such source: x"),
        ("en: flood}", "fr: inondation}", "no such key: fr"),
    ],
)
def test_a_festival_that_cannot_be_is_named_by_file_and_line(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    assert FESTIVALS.count(old) == 1
    folder = folders.with_festivals(tmp_path, FESTIVALS.replace(old, new))
    line = FESTIVALS[: FESTIVALS.index(old)].count("\n") + 1

    found = folders.faults(folder)

    assert {(fault.file, fault.line) for fault in found} == {(FILE, line)}
    assert any(says in fault.problem for fault in found)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  lunar: 8/2\n", "", "write either lunar: 8/2 or solar: 13/5"),
        ("  lunar: 8/2\n", "  lunar: 8/2\n  solar: 1/1\n", "write either lunar"),
        ("  days: 3\n", "  hours: 3\n", "no such key: hours"),
        ("  name: {vi: Hội xuân, en: Spring feast}\n", "", "name is missing"),
        ("{year: Đinh Mùi 2027, ", "{", "year is missing"),
        ("hoi-giai-phong", "Hội", "a key has small letters"),
        ("hoi-giai-phong", "hoi-xuan", "hoi-xuan stands here twice"),
    ],
)
def test_what_is_wrong_with_the_whole_of_it_is_named(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    assert FESTIVALS.count(old) == 1
    folder = folders.with_festivals(tmp_path, FESTIVALS.replace(old, new))

    assert any(says in fault.problem for fault in folders.faults(folder))


def test_a_festival_of_no_site_is_a_fault(tmp_path: Path) -> None:
    found = FESTIVALS.replace("site: den-nho", "site: den-khong-co", 1)

    (fault,) = folders.faults(folders.with_festivals(tmp_path, found))

    assert str(fault).startswith(f"{FILE}:2: hoi-xuan.site: no such site: den-khong-co")


def test_an_empty_file_is_a_fault(tmp_path: Path) -> None:
    (fault,) = folders.faults(folders.with_festivals(tmp_path, ""))

    assert str(fault) == f"{FILE}:1: the file is empty"


def test_the_built_in_festivals_are_those_of_the_sources(built_in: Catalogue) -> None:
    feasts = {
        (site.slug, f.calendar.value, f.day, f.month)
        for site in built_in
        for f in site.festivals
    }

    assert feasts == {
        ("den-nghe", "lunar", d, m) for d, m in ((8, 2), (15, 8), (25, 12))
    }


def test_the_built_in_festivals_are_listed_next_first(built_in: Catalogue) -> None:
    coming = built_in.festivals(date(2026, 11, 28), 1)

    assert [held.first for held, _site in coming] == [
        date(2027, 2, 1),
    ]
    assert [held.first for held, _site in built_in.festivals(date(2027, 2, 2))][:2] == [
        date(2027, 3, 15),
        date(2027, 9, 15),
    ]
