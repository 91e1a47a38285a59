"""Passwords: hashed with argon2id, and which ones we take."""

from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from guide.accounts.errors import WeakPassword

SHORTEST, LONGEST = 10, 200

COMMON = frozenset(
    (
        "password12", "password123", "password1234", "1234567890", "12345678910",
        "123456789a", "qwertyuiop", "1q2w3e4r5t", "iloveyou123", "matkhau123",
        "matkhau1234", "haiphong123", "haiphong2026", "vietnam123", "vietnam1234",
        "administrator", "changeme123", "letmein123", "welcome123", "anhyeuem123",
    )
)  # fmt: skip
"""What people try first, of those that are long enough."""

_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
"""The least that OWASP asks for: 19 MiB, two passes."""

_AT_ONCE = BoundedSemaphore(2)
"""A flood of sign-ins may not take all memory and every processor."""


def accept(password: str, login: str) -> str:
    """Return the hash of a new password.

    Raises:
        WeakPassword: it is too short, too long, or one that people try first.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise WeakPassword(SHORTEST, LONGEST)
    folded = password.casefold()
    if folded in COMMON or len(set(folded)) < 5 or login in folded:
        raise WeakPassword(SHORTEST, LONGEST)
    with _AT_ONCE:
        return _HASHER.hash(password)


def matches(hashed: str | None, password: str) -> bool:
    """Say whether a password is the one that was hashed.

    Where there is no hash, as much work is done: nobody learns who has an account.
    """
    with _AT_ONCE:
        try:
            _HASHER.verify(hashed or _nobodys(), password[: LONGEST + 1])
        except (VerificationError, InvalidHashError):
            return False
    return bool(hashed)


@cache
def _nobodys() -> str:
    return _HASHER.hash("nobody has this password")
