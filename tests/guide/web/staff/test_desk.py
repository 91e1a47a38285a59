import pytest

from guide.web.staff.desk import desk as desk_of
from guide.web.staff.desk import published
from sites.staff.errors import NoDraft
from tests.guide.web.staff.conftest import Desk


def test_a_site_that_nobody_touched_is_as_it_is_published(desk: Desk) -> None:
    with desk.app.test_request_context():
        found = desk_of("chua-do")

        assert found.draft.document == found.published == published("chua-do")
        assert found.read(found.draft.document).site == (
            desk.services.catalogue.get("chua-do")
        )


def test_there_is_no_such_site(desk: Desk) -> None:
    with desk.app.test_request_context(), pytest.raises(NoDraft):
        desk_of("nowhere")
