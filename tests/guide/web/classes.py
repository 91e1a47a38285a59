"""A teacher who opens a class, and pupils who answer."""

import re
from collections.abc import Mapping

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.guide.web.test_trips import TRIP, sent


def opened(client: FlaskClient, days: int = 14) -> tuple[str, str]:
    """Plan a trip and open a class; return the address of the trip, and the code."""
    trip = sent(client, "/trips/new", TRIP).location
    fields = {"level": "lower", "seed": "5", "days": str(days)}
    answer = sent(client, f"{trip}/class", fields)
    return trip, answer.location.rpartition("/")[2]


def joined(app: Flask, code: str) -> FlaskClient:
    """Let one more pupil in, with a phone of their own."""
    phone = app.test_client()
    posted(phone, code, "/join", {})
    return phone


def posted(
    phone: FlaskClient, code: str, path: str, fields: Mapping[str, str]
) -> TestResponse:
    page = phone.get(f"/class/{code}").text
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert token
    return phone.post(f"/class/{code}{path}", data={**fields, "csrf_token": token[1]})
