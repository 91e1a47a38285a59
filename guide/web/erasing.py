"""What is to be erased goes on its day, whichever page is asked for first."""

from datetime import date

from flask import Flask, current_app

from guide.web.here import now, services

LAST = "erased_on"


def register(app: Flask) -> None:
    """Look once a day, with the first page that anybody asks for."""
    app.extensions[LAST] = date.min
    app.before_request(_once_a_day)


def _once_a_day() -> None:
    today = now().date()
    if current_app.extensions[LAST] < today:
        services().store.trips.erase_old(today)
        current_app.extensions[LAST] = today
