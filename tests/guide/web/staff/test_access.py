"""Every route against every role: what is not in the table here is a fault."""

import re

import pytest
from flask import Flask

from guide.web.staff.access import NEEDS
from sites.staff.roles import MAY, Action, Role
from tests.guide.web.staff.conftest import Desk

EVERYBODY = [None, *Role]


NOT_THERE = {"door.link": 410, "history_of.compare": 404}
"""What is said where a link was never made, or nothing is named to compare."""


def address(rule: str) -> str:
    """Fill the address of a route in."""
    filled = rule.replace("<login>", "editor").replace("<slug>", "chua-do")
    return re.sub(r"<int.*?>", "1", filled)


def routes(app: Flask) -> dict[str, tuple[str, str]]:
    """Return method and address of every route of the staff, by endpoint."""
    found = {}
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/staff"):
            [method] = (rule.methods or set()) - {"HEAD", "OPTIONS"}
            found[rule.endpoint] = (method, rule.rule)
    return found


def test_every_route_stands_in_the_table(desk: Desk) -> None:
    assert routes(desk.app).keys() == NEEDS.keys()


@pytest.mark.parametrize("role", EVERYBODY)
def test_every_route_refuses_whom_the_table_does_not_name(
    desk: Desk, role: Role | None
) -> None:
    client = desk.as_(role)
    wrong = []
    for endpoint, (method, rule) in routes(desk.app).items():
        needed = NEEDS[endpoint]
        if needed is None or role in MAY[needed]:
            continue
        path = address(rule)
        status = client.open(path, method=method).status_code
        refused = 403 if role else {"GET": 303, "POST": 401}[method]
        if status != refused:
            wrong.append((endpoint, status))

    assert wrong == []


@pytest.mark.parametrize("role", EVERYBODY)
def test_every_page_opens_for_whom_the_table_names(
    desk: Desk, role: Role | None
) -> None:
    client = desk.as_(role)
    wrong = []
    for endpoint, (method, rule) in routes(desk.app).items():
        needed = NEEDS[endpoint]
        if method == "GET" and (needed is None or role in MAY[needed]):
            status = client.get(address(rule)).status_code
            if status != NOT_THERE.get(endpoint, 200):
                wrong.append((endpoint, status))

    assert wrong == []


def test_a_route_in_no_table_is_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(NEEDS, "board.page")

    assert desk.as_("administrator").get("/staff/").status_code == 403


def test_the_table_holds_actions_only() -> None:
    assert {needed for needed in NEEDS.values() if needed} <= set(Action)
