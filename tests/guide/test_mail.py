import pytest

from guide.errors import BadConfig
from guide.mail import LIKE, MailServer, Post
from tests.guide.mailbox import mailbox


def test_a_server_is_read_from_its_address() -> None:
    found = MailServer.read("smtps://lan:p%40ss@mail.example?from=guide@example.org")

    assert (found.host, found.port, found.secure) == ("mail.example", 465, True)
    assert (found.user, found.password) == ("lan", "p@ss")
    assert "p@ss" not in repr(found)
    assert MailServer.read(LIKE).port == 587


@pytest.mark.parametrize(
    "given",
    [
        "mail.example",
        "http://mail.example?from=a@b",
        "smtp://mail.example",
        "smtp://?from=a@b",
        "smtp://mail.example?from=nobody",
        "smtp://mail.example:port?from=a@b",
    ],
)
def test_what_is_no_server_is_refused_without_repeating_it(given: str) -> None:
    with pytest.raises(BadConfig, match="GUIDE_MAIL") as refused:
        MailServer.read(given)

    assert given not in str(refused.value)


def test_each_gets_a_message_of_their_own_with_every_accent() -> None:
    with mailbox() as box:
        post = Post(MailServer.read(box.address))
        to = ["lan@example.org", "admin", "hoa@example.org", "lan@example.org"]
        sent = post.send(to, "Chờ duyệt:\r\nBcc: x@y", "Đền Nghè\n")
        for one in sent:
            one.result(10)

    assert [m["To"] for m in box.messages] == ["lan@example.org", "hoa@example.org"]
    assert {m["Subject"] for m in box.messages} == {"Chờ duyệt: Bcc: x@y"}
    assert {m["From"] for m in box.messages} == {"guide@example.org"}
    assert not [m["Bcc"] for m in box.messages if m["Bcc"]]
    assert box.messages[0].get_content().splitlines() == ["Đền Nghè"]


def test_without_a_server_nobody_gets_mail() -> None:
    assert Post(None).send(["lan@example.org"], "A", "B") == []


def test_a_server_that_is_away_costs_a_line_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    post = Post(MailServer.read("smtp://127.0.0.1:1?from=guide@example.org"))
    (sent,) = post.send(["lan@example.org"], "A", "B")

    assert sent.result(30) is None
    assert "was not sent" in caplog.text
