from datetime import date, time
from pathlib import Path

import pytest

from sites.hours import Hours, MoonDays, Repair
from sites.names import Text
from tests.sites import folders

HOURS = """\
hours:
  rule: "Mo-Su 08:00-17:00; PH off"
  sources: [bao]
  checked: 2026-11-22
  moon:
    - {days: [1, 15], opens: "05:00", closes: "24:00", sources: [sach]}
    - {days: [23, 30], months: [12], closed: true, sources: [sach, bao]}
  repairs:
    - {from: 2027-01-05, until: 2027-02-28, reason: {vi: tu, en: works}, sources: [bao]}
    - {from: 2028-01-05, until: unknown, reason: {vi: mái, en: roof}, sources: [bao]}
"""


def test_hours_are_read_with_all_their_exceptions(tmp_path: Path) -> None:
    folder = folders.with_hours(tmp_path, HOURS)

    assert folders.temple(folder).hours == Hours(
        rule="Mo-Su 08:00-17:00; PH off",
        sources=("bao",),
        checked=date(2026, 11, 22),
        moon=(
            MoonDays(days=(1, 15), opens=time(5), closes=time(), sources=("sach",)),
            MoonDays(days=(23, 30), months=(12,), sources=("sach", "bao")),
        ),
        repairs=(
            Repair(
                since=date(2027, 1, 5),
                until=date(2027, 2, 28),
                reason=Text(vi="tu", en="works"),
                sources=("bao",),
            ),
            Repair(
                since=date(2028, 1, 5),
                until=None,
                reason=Text(vi="mái", en="roof"),
                sources=("bao",),
            ),
        ),
    )


def test_ordinary_days_may_be_unknown_beside_days_of_the_moon(tmp_path: Path) -> None:
    rule = '"Mo-Su 08:00-17:00; PH off"'
    folder = folders.with_hours(tmp_path, HOURS.replace(rule, "unknown"))

    hours = folders.temple(folder).hours

    assert not hours.known
    assert len(hours.moon) == 2


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("PH off", "SH off", "school holidays are not known"),
        ("Mo-Su 08:00-17:00", "8 till 5", "is no opening rule"),
        ("[1, 15]", "[1, 31]", "“31” is not a whole number from 1 to 30"),
        ("[1, 15]", "[0]", "“0” is not a whole number from 1 to 30"),
        ("[1, 15]", "[]", "no day is named"),
        ("months: [12]", "months: [13]", "“13” is not a whole number from 1 to 12"),
        ('opens: "05:00"', 'opens: "5 am"', "“5 am” is not a time like 05:00"),
        ('"05:00"', '"25:00"', "“25:00” is not a time like 05:00"),
        ('closes: "24:00"', 'closes: "04:00"', "they close before they open"),
        ('opens: "05:00", closes: "24:00", ', "", "write closed: true, or opens"),
        (', closes: "24:00"', "", "one of the two times is missing"),
        (
            "closed: true",
            'closed: true, opens: "05:00"',
            "write closed: true, or opens",
        ),
        ("closed: true", "closed: false", "write true, or opens and closes instead"),
        ("[sach]}", "[nobody]}", "no such source: nobody"),
        ("until: 2027-02-28", "until: 2027-01-04", "comes after until 2027-01-04"),
        ("from: 2027-01-05", "from: 2027-02-30", "“2027-02-30” is not a date"),
        ("reason: {vi: tu, en: works}", "reason: {vi: tu}", "en is missing"),
        ("until: unknown, ", "", "until is missing"),
        ("days: [1, 15], ", "", "days is missing"),
    ],
)
def test_hours_that_cannot_be_are_named_by_file_and_line(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    assert HOURS.count(old) == 1
    folder = folders.with_hours(tmp_path, HOURS.replace(old, new))
    begin = HOURS[: HOURS.index(old)].count("\n") + folders.line_of("hours:", folder)

    (fault,) = folders.faults(folder)

    assert (fault.file, fault.line) == (folders.SITE, begin)
    assert says in fault.problem


def test_a_repair_of_one_day_is_fine(tmp_path: Path) -> None:
    hours = HOURS.replace("until: 2027-02-28", "until: 2027-01-05")

    (repair, _other) = folders.temple(folders.with_hours(tmp_path, hours)).hours.repairs

    assert repair.since == repair.until


def test_hours_that_do_not_say_when_they_were_checked_are_a_fault(
    tmp_path: Path,
) -> None:
    folder = folders.with_hours(tmp_path, HOURS.replace("  checked: 2026-11-22\n", ""))

    (fault,) = folders.faults(folder)

    assert fault.problem.startswith("den-nho.hours: checked is missing")
