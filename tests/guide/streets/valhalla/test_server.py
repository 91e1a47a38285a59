from socket import socket

import pytest

from guide.streets.errors import StreetsFailed
from guide.streets.valhalla import server as module
from guide.streets.valhalla.server import About, Refusal, Server
from tests.guide.streets.valhalla.canned import Canned, Counter

STATUS = {"version": "3.9.1", "tileset_last_modified": 1795868373}
GOOD = Canned(STATUS)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ANSWER_S", 0.3)
    monkeypatch.setattr(module, "PAUSE_S", 0.0)


def test_a_question_is_asked_as_json(counter: Counter) -> None:
    counter.says("locate", Canned([1, 2]))

    assert Server(f"{counter.address}/").ask("locate", {"verbose": True}) == [1, 2]
    assert counter.asked == [("locate", {"verbose": True})]


def test_it_says_which_server_it_is_and_of_when_its_streets_are(
    counter: Counter,
) -> None:
    counter.says("status", GOOD)

    assert Server(counter.address).about() == About("3.9.1", 1795868373)


@pytest.mark.parametrize("status", [429, 502, 503, 504, 0])
def test_what_may_pass_is_asked_once_more(counter: Counter, status: int) -> None:
    counter.says("status", Canned("busy", status), GOOD)

    assert Server(counter.address).about().version == "3.9.1"
    assert len(counter.asked) == 2


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (Canned("busy", 503), "it answers 503, ?"),
        (Canned({}, 503), "it answers 503, ?"),
        (Canned("", 0), "it does not answer"),
        (Canned(STATUS, after_s=0.6), "it takes too long"),
        (Canned("<html>a page</html>"), "it answers 200, ?"),
        (Canned("<html>a page</html>", 404), "it answers 404, ?"),
        (Canned({"code": "NoRoute", "message": "none"}, 400), "it answers 400, ?"),
        (Canned([], 500), "it answers 500, ?"),
        (Canned([]), "it is no Valhalla server"),
        (Canned({"version": "3.9.1"}), "it is no Valhalla server"),
        (
            Canned({"error_code": 106, "error": "Try /route"}, 404),
            "it refuses: Try /route (106)",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_whatever_fails_is_one_sentence(
    counter: Counter, answer: Canned, problem: str
) -> None:
    counter.says("status", answer)

    with pytest.raises(StreetsFailed) as failed:
        Server(counter.address).about()
    assert str(failed.value.values["problem"]) == problem
    assert "GUIDE_STREETS" in str(failed.value)


def test_a_slow_server_is_not_asked_twice(counter: Counter) -> None:
    counter.says("status", Canned(STATUS, after_s=0.6))

    with pytest.raises(StreetsFailed):
        Server(counter.address).about()
    assert len(counter.asked) == 1


def test_where_nobody_listens_that_is_said() -> None:
    with socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]

    with pytest.raises(StreetsFailed, match="does not answer"):
        Server(f"http://127.0.0.1:{port}").ask("status", {})


def test_a_no_is_told_with_its_number(counter: Counter) -> None:
    refused = {"error_code": 171, "error": "No suitable edges near location"}
    counter.says("route", Canned(refused, 400))

    with pytest.raises(Refusal) as problem:
        Server(counter.address).ask("route", {})
    assert problem.value.code == 171


def test_no_error_tells_the_address(counter: Counter) -> None:
    counter.says("status", Canned("x", 500))
    with pytest.raises(StreetsFailed) as failed:
        Server(counter.address.replace("//", "//me:secret@")).about()

    assert "secret" not in str(failed.value)
    assert "127.0.0.1" not in str(failed.value)
