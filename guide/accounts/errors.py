"""What can go wrong when somebody signs in.

AccountError
├── WeakPassword      a password that we do not take
├── NotSignedIn       the page is for people with an account
├── NotAllowed        the account may not do this
├── WrongKeys         login, password or code do not fit together
├── TooManyTries      somebody guesses; wait
└── LinkUsedUp        a link that worked once, or has ended
"""

from guide.errors import GuideError


class AccountError(GuideError):
    """Something is wrong with who somebody is."""


class WeakPassword(AccountError):
    """A password that we do not take."""

    text = (
        "this password is too easy to guess; take one of %(low)s to %(high)s letters, "
        "several words for instance, and not the login in it"
    )

    def __init__(self, low: int, high: int) -> None:
        super().__init__(low=low, high=high)


class NotSignedIn(AccountError):
    """The page is for people with an account."""

    text = "this page is for people who work on the guide; sign in first"


class NotAllowed(AccountError):
    """The account may not do this."""

    text = "your account may not do this; ask an administrator for another role"


class WrongKeys(AccountError):
    """Login, password or code do not fit together; which one is not said."""

    text = (
        "login, password or code do not fit together; look whether capitals are on, "
        "or ask an administrator for a link to set a new password"
    )


class TooManyTries(AccountError):
    """Somebody guesses."""

    text = "too many tries; wait %(minutes)s minutes, then try again"

    def __init__(self, minutes: int) -> None:
        super().__init__(minutes=minutes)


class LinkUsedUp(AccountError):
    """A link that worked once, or has ended."""

    text = "this link was used or has ended; ask an administrator for a new one"
