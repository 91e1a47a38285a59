"""One-time codes of an app on the phone, as RFC 6238 has them."""

from datetime import datetime, timedelta

import pyotp

ISSUER = "Hải Phòng heritage walks"

DRIFT = (0, -1, 1)
"""The clock of a phone may be a step of 30 seconds off."""


def new_secret() -> str:
    """Return a secret for an app to keep."""
    return pyotp.random_base32()


def address(secret: str, login: str) -> str:
    """Return the address that an app reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=ISSUER)


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """Return the step of time that a code is of; None where it does not fit."""
    made = pyotp.TOTP(secret)
    typed = "".join(code.split())
    for away in DRIFT:
        then = now + timedelta(seconds=away * made.interval)
        if pyotp.utils.strings_equal(typed, made.at(then)):
            return int(then.timestamp()) // made.interval
    return None
