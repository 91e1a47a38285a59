import re
from typing import Any

import pytest

from guide.web.staff import faults
from sites import draft_intake
from sites.catalogue import Catalogue
from sites.draft_intake import DraftFault
from sites.staff import shape
from tests.guide.web.staff.conftest import Desk

SPOILT: list[dict[str, Any]] = [
    {"kind": "castle"},
    {"name": {"vi": "Đền"}},
    {"name": {"vi": "", "en": "x"}},
    {"interest": "6"},
    {"visit_minutes": "lâu"},
    {"story": [{"vi": "A.", "en": "B. [nq-60]"}]},
    {"story": [{"vi": "A. [nobody]", "en": "B. [nq-60]"}]},
    {"story": [{"vi": "Năm 1904. [nq-60]", "en": "In 1905. [nq-60]"}]},
    {"story": [{"vi": "Tương truyền có. [nq-60]", "en": "There was. [nq-60]"}]},
    {"lede": {"vi": "A. [nq-60]", "en": "A. [nq-60]\nB. [nq-60]"}},
    {"address": {"street": {"vi": "a", "en": "b"}, "sources": []}},
    {"position": "unknown", "position_note": None},
    {"hours": {"rule": "8 till 5", "checked": "2026-01-01", "sources": ["nq-60"]}},
    {"hours": {"rule": "24/7", "checked": "gestern", "sources": ["nq-60"]}},
    {"wards": [{"name": "A", "from": "2025-01-01", "until": "2024-01-01",
                "sources": ["nq-60"]}]},
    {"festivals": [{"key": "a", "name": {"vi": "a", "en": "b"}, "sources": ["nq-60"]}]},
    {"once": [{"name": "a", "from": "unknown", "until": "unknown", "period": "x",
               "sources": ["nq-60"]}]},
]  # fmt: skip


@pytest.mark.parametrize("changes", SPOILT, ids=str)
def test_every_fault_of_the_form_is_said_in_vietnamese(
    desk: Desk, built_in: Catalogue, changes: dict[str, Any]
) -> None:
    draft = shape.of_site(built_in.get("den-nghe")) | changes
    draft = {key: value for key, value in draft.items() if value is not None}
    found = draft_intake.read("den-nghe", draft, built_in).faults

    assert found
    with desk.app.test_request_context():
        for fault in found:
            assert faults.said(fault) != fault.problem, fault
            assert not re.search(r"%\(|\bthe\b|\bis\b", faults.said(fault))


def test_a_fault_that_we_have_no_words_for_stays_as_it_is(desk: Desk) -> None:
    with desk.app.test_request_context():
        assert faults.said(DraftFault("name", "odd")) == "odd"
