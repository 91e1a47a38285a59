import re
from datetime import UTC, date, datetime

from guide.web.staff import said
from sites.staff.moves import Move
from sites.staff.shape import SHAPE
from tests.guide.web.staff.conftest import Desk
from tests.test_shape import ROOT


def test_a_moment_is_said_by_the_clock_of_the_city(desk: Desk) -> None:
    with desk.app.test_request_context():
        assert said.moment(datetime(2026, 11, 29, 20, 5, tzinfo=UTC)) == (
            "30/11/2026 3:05"
        )
        assert said.weekday(date(2026, 11, 29)) == "CN"


def test_every_choice_has_words(desk: Desk) -> None:
    with desk.app.test_request_context():
        for line in SHAPE:
            for choice in line.choices:
                assert said.choice_name(line.path, choice) not in {"", choice}


def test_everything_that_is_noted_has_words(desk: Desk) -> None:
    kept = "draft", "conflict", "restored", "imported"
    code = "".join(
        file.read_text("utf-8") for file in (ROOT / "sites" / "store").glob("*.py")
    )
    noted = set(re.findall(r'note\(\s*connection, [\w.]+, "([a-z ]+)"', code))
    noted |= {f"{sort} kept" for sort in kept} | {move.value for move in Move}
    with desk.app.test_request_context():
        silent = {did for did in noted - {"save"} if said.deed(did) == did}

    assert len(noted) > 15
    assert silent == set()


def test_a_line_is_named(desk: Desk) -> None:
    with desk.app.test_request_context():
        assert said.line_name("lede.vi") == (
            "Lời dẫn: hai câu trả lời trước hết · Tiếng Việt"
        )
