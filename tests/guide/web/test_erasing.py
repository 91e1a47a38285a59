from datetime import datetime, timedelta

import pytest
from flask.testing import FlaskClient

from guide.services import Services
from guide.web import create_app, erasing
from sites.city import HAI_PHONG
from tests.guide.web.classes import opened


def test_answers_go_on_their_day_with_whatever_page_is_asked_for(
    client: FlaskClient, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    _trip, code = opened(client, days=3)
    other = create_app(services).test_client()
    today = datetime.now(HAI_PHONG.zone)
    for days, is_kept in ((2, True), (3, False)):
        monkeypatch.setattr(erasing, "now", lambda d=days: today + timedelta(days=d))
        assert other.get("/about").status_code == 200
        assert (services.store.trips.class_of(code) is not None) is is_kept
