from typing import Any

import pytest

from sites import draft_intake
from sites.catalogue import Catalogue
from sites.draft_intake import DraftFault
from sites.staff import shape


def faults(built_in: Catalogue, **changes: Any) -> dict[str, str]:
    draft = shape.of_site(built_in.get("den-nghe")) | changes
    read = draft_intake.read("den-nghe", draft, built_in)
    assert (read.site is None) == bool(read.faults)
    return {fault.path: fault.problem for fault in read.faults}


def test_a_draft_without_faults_is_a_site(built_in: Catalogue) -> None:
    site = built_in.get("den-nghe")

    read = draft_intake.read("den-nghe", shape.of_site(site), built_in)

    assert (read.site, read.faults) == (site, ())


@pytest.mark.parametrize(
    ("changes", "path", "problem"),
    [
        ({"kind": "castle"}, "kind", "is not one of"),
        ({"interest": "6"}, "interest", "a whole number from 1 to 5"),
        ({"name": {"vi": "Đền"}}, "name", "en is missing"),
        ({"story": [{"vi": "A.", "en": "B. [nq-60]"}]}, "story.0.vi", "no source"),
        ({"hours": {"rule": "8 till 5", "checked": "2026-01-01", "sources": ["nq-60"]}},
         "hours.rule", "no opening rule"),
        ({"position": {"lat": "21.5", "lon": "106", "radius_m": "5",
                       "basis": {"vi": "a", "en": "b"}, "sources": ["osm"]}},
         "position", "is not in"),
        ({"festivals": [{"key": "a", "lunar": "31/2", "sources": ["nq-60"],
                         "name": {"vi": "a", "en": "b"}}]},
         "festivals.0", "no day of the lunar calendar"),
    ],
)  # fmt: skip
def test_a_fault_names_its_line(
    built_in: Catalogue, changes: dict[str, Any], path: str, problem: str
) -> None:
    found = faults(built_in, **changes)

    assert problem in found[path]


def test_a_draft_that_is_no_site_at_all_has_faults(built_in: Catalogue) -> None:
    assert draft_intake.read("a", {"name": []}, built_in).faults


def test_an_address_that_is_none_is_a_fault(built_in: Catalogue) -> None:
    draft = shape.of_site(built_in.get("den-nghe"))

    read = draft_intake.read("Đền_Nghè", draft, built_in)

    assert "small letters" in read.faults[0].problem


def test_faults_sort_by_line() -> None:
    assert DraftFault("a", "x") < DraftFault("b", "a")
