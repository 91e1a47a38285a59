import pytest

from sites.staff.errors import NoDraft
from sites.store.comments import Comments
from sites.store.store import Store
from tests.sites.store.test_drafts import NOW


@pytest.fixture
def comments(store: Store) -> Comments:
    made = Comments(store)
    made.say("a", "lede.vi", "Năm nào?", "hanh", NOW)
    made.say("a", "", "Hay lắm.", "hanh", NOW)
    made.say("b", "", "Khác.", "hanh", NOW)
    return made


def test_what_was_said_of_a_draft_is_listed(comments: Comments) -> None:
    assert [(one.path, one.text) for one in comments.about("a")] == [
        ("", "Hay lắm."),
        ("lede.vi", "Năm nào?"),
    ]


def test_what_is_done_goes_to_the_end(comments: Comments) -> None:
    comments.done("a", comments.about("a")[0].id, "lan")

    assert [one.done for one in comments.about("a")] == [False, True]


def test_a_comment_is_done_where_it_stands_only(comments: Comments) -> None:
    with pytest.raises(NoDraft):
        comments.done("b", comments.about("a")[0].id, "lan")
