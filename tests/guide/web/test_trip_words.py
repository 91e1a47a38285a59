from flask import Flask

from guide.trips.asked import PLAIN
from guide.trips.facts import FACTS
from guide.web.trip_words import label_of, trip_labels


def test_every_field_has_a_label(app: Flask) -> None:
    with app.test_request_context():
        labels = trip_labels()

    assert {*PLAIN} <= labels.keys()
    assert {f"fact_{key}" for key in FACTS} <= labels.keys()


def test_a_field_of_a_stop_is_called_by_the_stop(app: Flask) -> None:
    with app.test_request_context():
        assert label_of("holds_den-nghe") == "Đền Nghè"
        assert label_of("holds_nowhere") == "nowhere"
        assert label_of("x") == "x"
