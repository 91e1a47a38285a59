"""What every route reaches for: the services, and the language of the visitor."""

from datetime import UTC, datetime
from typing import cast

from flask import current_app, g

from guide.services import Services
from sites.names import Language


def services() -> Services:
    """Return what the running guide holds."""
    return cast("Services", current_app.extensions["guide"])


def now() -> datetime:
    """Return what a clock in the city shows."""
    return datetime.now(UTC).astimezone(services().catalogue.city.zone)


def language() -> Language:
    """Return the language that the address asks for; Vietnamese if none."""
    return cast("Language", g.get("language", "vi"))


def whose() -> str | None:
    """Return the login of whoever is signed in; None where nobody is."""
    found: str | None = current_app.extensions["whose"]()
    return found
