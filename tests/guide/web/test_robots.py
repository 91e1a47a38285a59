from urllib.robotparser import RobotFileParser

import pytest
from flask.testing import FlaskClient

WORDS = "from=ga-hai-phong&depart=2026-11-22T08:00"


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/sites/chua-do?lang=en", True),
        (f"/plan/tour?{WORDS}", True),
        (f"/plan/tour.gpx?{WORDS}", False),
        (f"/plan/why?{WORDS}", False),
        (f"/plan/walk?{WORDS}", False),
        (f"/plan/share?{WORDS}", False),
        (f"/embed/tour?{WORDS}", False),
    ],
)
def test_search_engines_read_pages_and_leave_plans_alone(
    client: FlaskClient, path: str, *, allowed: bool
) -> None:
    answer = client.get("/robots.txt")
    rules = RobotFileParser()
    rules.parse(answer.text.splitlines())

    assert answer.mimetype == "text/plain"
    assert rules.can_fetch("anybody", path) == allowed
