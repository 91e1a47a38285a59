from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from guide.mail import MailServer, Post
from guide.web.staff.notices import SUBJECTS
from sites.names import LANGUAGES
from sites.staff.roles import Role
from tests.guide.mailbox import Mailbox, mailbox
from tests.guide.web.staff.conftest import Desk
from tests.guide.web.staff.test_edit import HERE, form, move


@pytest.fixture
def box(desk: Desk) -> Iterator[Mailbox]:
    """A mail server, and three people with an e-mail address."""
    for role in (Role.CONTRIBUTOR, Role.EDITOR, Role.PUBLISHER):
        desk.accounts.add(
            f"{role}@example.org", role.title(), role, now=datetime.now(UTC), by=None
        )
    with mailbox() as found:
        desk.services.post = Post(MailServer.read(found.address))
        yield found


def moved(desk: Desk, who: str, what: str, version: int) -> None:
    assert move(desk.as_(who), what, version).status_code == 303


def told(box: Mailbox) -> dict[str, str]:
    return {str(m["To"]): str(m["Subject"]) for m in box.messages}


def test_who_reviews_is_told_what_was_submitted(desk: Desk, box: Mailbox) -> None:
    desk.as_("contributor@example.org").post(HERE, data=form(desk, name__vi="Đền Mới"))
    moved(desk, "contributor@example.org", "submit", 1)
    desk.services.post.close()

    assert told(box) == {
        "editor@example.org": "Chờ duyệt: Đền Nghè",
        "publisher@example.org": "Chờ duyệt: Đền Nghè",
    }
    assert "http://localhost/staff/sites/den-nghe/" in box.messages[0].get_content()


def test_who_wrote_is_told_what_became_of_it(desk: Desk, box: Mailbox) -> None:
    desk.as_("contributor@example.org").post(HERE, data=form(desk, name__vi="Đền Mới"))
    moved(desk, "contributor@example.org", "submit", 1)
    moved(desk, "editor@example.org", "return", 2)
    desk.services.post.close()

    assert told(box)["contributor@example.org"] == "Trả lại: Đền Nghè"


def test_every_subject_is_said_in_both_languages() -> None:
    for subject in SUBJECTS.values():
        assert all("{0}" in subject.in_(language) for language in LANGUAGES)
