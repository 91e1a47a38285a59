from datetime import date

import pytest

from sites.catalogue import Catalogue
from sites.wards import NamedWard


@pytest.mark.parametrize(
    ("year", "held"),
    [(2023, False), (2024, True), (2025, True), (2026, False)],
)
def test_a_ward_was_there_in_its_years(
    year: int,
    held: bool,  # noqa: FBT001 - the answer, not a switch
) -> None:
    ward = NamedWard(
        slug="a", name="A", since=date(2024, 12, 31), until=date(2025, 1, 1)
    )

    assert ward.held_in(year) is held


def test_an_open_end_reaches_for_ever() -> None:
    ward = NamedWard(slug="a", name="A")

    assert ward.held_in(1)
    assert ward.held_in(2100)


def test_the_twelve_wards_became_eight_and_then_parts_of_four(
    built_in: Catalogue,
) -> None:
    def on(day: date) -> set[str]:
        return {
            ward.name
            for ward in built_in.wards
            if (ward.since is None or ward.since <= day)
            and (ward.until is None or day <= ward.until)
        }

    assert len(on(date(2024, 12, 31))) == 12
    assert len(on(date(2025, 6, 30))) == 8
    assert on(date(2025, 7, 1)) == {
        "Ngô Quyền", "Gia Viên", "Lê Chân", "Hồng Bàng", "Thủy Nguyên"
    }  # fmt: skip


def test_every_ward_of_the_old_district_leads_to_one_of_today(
    built_in: Catalogue,
) -> None:
    by_key = {ward.slug: ward for ward in built_in.wards}

    def today(ward: NamedWard) -> set[str]:
        if ward.until is None:
            return {ward.slug}
        return set().union(*(today(by_key[key]) for key in ward.became))

    for ward in built_in.wards:
        assert today(ward)
        assert {*ward.sources} <= built_in.sources.keys()
    assert today(by_key["may-to"]) == {"gia-vien", "hong-bang", "ngo-quyen"}


def test_the_wards_of_sites_are_wards_of_the_city(built_in: Catalogue) -> None:
    names = {ward.name for ward in built_in.wards}

    told = {ward.name for site in built_in for ward in site.wards if ward.name}
    assert told - names <= {"Minh Khai", "Hoàng Văn Thụ", "An Biên", "Đằng Hải"}
