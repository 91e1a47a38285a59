import sqlite3
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from guide.services import Services
from tests.guide.web.classes import joined, opened, posted

CANARIES = (
    "Nguyễn Văn Chim Hoàng Yến",
    "yen@hoc-sinh.example",
    "12 ngõ Canary Lạch Tray",
)
"""A name, an e-mail and an address, as a pupil may type them anywhere."""


def test_a_code_opens_the_sheet_however_it_is_typed(client: FlaskClient) -> None:
    _trip, code = opened(client)
    answer = client.get(f"/class/?code= {code.lower()} ")

    assert answer.status_code == 302
    assert answer.location == f"/class/{code}"


def test_a_wrong_code_says_what_to_do(client: FlaskClient) -> None:
    answer = client.get("/class/?code=AAAAAA")

    assert answer.status_code == 404
    assert "hãy nhìn lại bảng" in answer.text
    assert client.get("/class/AAAAAA").status_code == 404
    assert "Mã trên bảng" in client.get("/class/").text


def test_a_pupil_gets_an_animal_and_keeps_it(app: Flask, client: FlaskClient) -> None:
    _trip, code = opened(client)
    first, second = joined(app, code), joined(app, code)
    posted(first, code, "/join", {})

    assert "Rùa" in first.get(f"/class/{code}").text
    assert "Cò" in second.get(f"/class/{code}").text


def test_answers_are_kept_and_can_be_changed(app: Flask, client: FlaskClient) -> None:
    _trip, code = opened(client)
    phone = joined(app, code)
    posted(phone, code, "", {"task_1": "1", "task_2": "41"})
    posted(phone, code, "", {"task_2": "42"})
    page = phone.get(f"/class/{code}").text

    assert 'name="task_2" value="42"' in page
    assert 'name="task_1" value="1" checked' in page


@pytest.mark.parametrize("given", ["", "-1", "4", "1.5", "x", "0912345678", "١", "1_0"])
def test_what_is_no_choice_is_not_kept(
    app: Flask, client: FlaskClient, services: Services, given: str
) -> None:
    _trip, code = opened(client)
    phone = joined(app, code)
    posted(phone, code, "", {"task_1": given})

    assert services.store.trips.answers(code) == []


def test_who_has_not_joined_answers_nothing(
    app: Flask, client: FlaskClient, services: Services
) -> None:
    _trip, code = opened(client)
    posted(app.test_client(), code, "", {"task_1": "1"})

    assert services.store.trips.answers(code) == []


def test_a_form_from_elsewhere_is_refused(client: FlaskClient) -> None:
    _trip, code = opened(client)

    assert client.post(f"/class/{code}/join").status_code == 400


def test_the_database_never_holds_a_name_an_e_mail_or_an_address_of_a_pupil(
    app: Flask, client: FlaskClient, services: Services
) -> None:
    _trip, code = opened(client)
    phone = joined(app, code)
    everything = {f"task_{number}": CANARIES[number % 3] for number in range(1, 13)}
    more = {"name": CANARIES[0], "email": CANARIES[1], "address": CANARIES[2]}
    posted(phone, code, "", {**everything, **more, "task_1": "1"})
    posted(phone, code, "/join", more)
    phone.get(
        f"/class/{code}?name={CANARIES[0]}",
        headers={"User-Agent": CANARIES[1]},
        environ_overrides={"REMOTE_ADDR": "203.0.113.77"},
    )
    dump = dumped(services)

    assert code in dump  # so that the dump is of the right database
    for canary in (*CANARIES, "203.0.113.77"):
        assert canary not in dump
        assert canary.encode() not in raw(services)


def dumped(services: Services) -> str:
    """Return everything that the database holds, as SQL."""
    with sqlite3.connect(services.home / "guide.db") as connection:
        return "\n".join(connection.iterdump())


def raw(services: Services) -> bytes:
    """Return every byte of the instance, what was erased and the journal included."""
    return b"".join(f.read_bytes() for f in services.home.glob("guide.db*"))


def test_all_answers_are_gone_when_their_day_has_come(
    app: Flask, client: FlaskClient, services: Services
) -> None:
    _trip, code = opened(client, days=1)
    posted(joined(app, code), code, "", {"task_1": "1"})
    services.store.trips.erase_old(date.today() + timedelta(days=2))  # noqa: DTZ011

    assert services.store.trips.answers(code) == []
    assert client.get(f"/class/{code}").status_code == 404
    assert code not in dumped(services)


def test_the_teacher_sees_what_the_class_found(app: Flask, client: FlaskClient) -> None:
    trip, code = opened(client)
    for find in ("0", "1", "7"):
        posted(joined(app, code), code, "", {"task_1001": find, "task_1002": "x"})
    page = client.get(f"{trip}/class/{code}").text

    assert "Có chỗ khác với thẻ đọc" in page
    assert '<td>1</td><td class="not-right">1</td><td>0</td>' in page
