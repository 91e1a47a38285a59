import csv
from io import StringIO

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.guide.trips.papers.reading import squeezed, words_of_docx, words_of_pdf
from tests.guide.web.classes import joined, opened, posted
from tests.guide.web.test_trips import TRIP, sent


def test_the_sheet_of_a_trip_is_shown_for_the_age_of_its_pupils(
    client: FlaskClient,
) -> None:
    trip = sent(client, "/trips/new", TRIP | {"age_from": "9", "age_to": "10"}).location
    page = client.get(f"{trip}/sheets").text

    assert '<option value="middle" selected>' in page
    assert page.count('class="task"') == 3 * 3


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_sheet_and_key_come_as_files(client: FlaskClient, kind: str) -> None:
    trip, _code = opened(client)
    read = {"docx": words_of_docx, "pdf": words_of_pdf}[kind]
    address = f"{trip}/sheet.{kind}?level=lower&seed=5"

    assert squeezed("Phiếu học tập (12–15 tuổi, đề số 5)") in read(
        client.get(address).data
    )
    key = client.get(f"{address}&key=1")
    assert "dap-an-lower-5" in key.headers["Content-Disposition"]
    assert squeezed("Đáp án (12–15 tuổi, đề số 5)") in read(key.data)


@pytest.mark.parametrize("query", ["level=teachers", "seed=0", "seed=x", "seed=10000"])
def test_a_sheet_that_there_is_not_is_refused(client: FlaskClient, query: str) -> None:
    trip, _code = opened(client)

    assert client.get(f"{trip}/sheets?{query}").status_code == 400


@pytest.mark.parametrize("days", ["0", "61", "x"])
def test_answers_are_not_kept_for_ever(client: FlaskClient, days: str) -> None:
    trip, _code = opened(client)
    fields = {"level": "lower", "seed": "5", "days": days}

    assert sent(client, f"{trip}/class", fields).status_code == 400


def test_the_teacher_sees_the_answers_of_each_animal(
    app: Flask, client: FlaskClient
) -> None:
    trip, code = opened(client)
    assert "Chưa có em nào vào lớp" in client.get(f"{trip}/class/{code}").text
    phone = joined(app, code)
    posted(phone, code, "", {"task_1": "2", "task_2": "40"})
    page = client.get(f"{trip}/class/{code}").text

    assert "Rùa" in page
    assert "40 ✗" in page or "40 ✓" in page


def test_the_answers_come_as_a_table(app: Flask, client: FlaskClient) -> None:
    trip, code = opened(client)
    first, second = joined(app, code), joined(app, code)
    posted(first, code, "", {"task_1": "0"})
    posted(second, code, "", {"task_1": "3", "task_2": "12"})
    answer = client.get(f"{trip}/class/{code}.csv")
    rows = list(csv.reader(StringIO(answer.data.decode("utf-8-sig"))))

    assert rows[0][:3] == ["Con vật", "1", "1 đúng"]
    assert [(row[0], row[1], row[3]) for row in rows[1:]] == [
        ("Rùa", "0", ""), ("Cò", "3", "12"),
    ]  # fmt: skip
    assert {row[2] for row in rows[1:]} <= {"0", "1"}


def test_a_class_is_closed_with_all_its_answers(
    app: Flask, client: FlaskClient
) -> None:
    trip, code = opened(client)
    joined(app, code)
    sent(client, f"{trip}/class/{code}/close", {})

    assert client.get(f"{trip}/class/{code}").status_code == 404
    assert client.get(f"/class/{code}").status_code == 404


def test_the_class_of_another_teacher_is_not_shown(client: FlaskClient) -> None:
    trip, _code = opened(client)
    _other, code = opened(client)

    assert client.get(f"{trip}/class/{code}").status_code == 404
    assert client.get(f"{trip}/class/{code}.csv").status_code == 404
