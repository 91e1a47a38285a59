"""Everything that can go wrong with accounts and drafts.

StaffError
├── BadLogin          a login that is none
├── LoginTaken        somebody has this login already
├── NoAccount         nobody has this login
├── LastAdministrator nobody would be left to give out roles
├── NoSuchMove        a draft cannot be moved so, or not by this role
├── OwnWork           nobody accepts what they wrote
├── Overtaken         somebody else saved in between
├── NotReady          a draft lacks what a page needs
├── Uneven            the languages have different paragraphs
├── BadAddress        an address that is none
├── AddressTaken      something is at this address, or was
├── BadFile           a file that cannot be read as a table or as features
├── Faulty            rows of a file have faults: nothing was changed
├── BadPhoto          a file that is no photograph that we show
├── Unsaid            what has to be said of a photograph is missing
├── InUse             people, events or pictures lead to a site
└── NoDraft           nobody has worked on this site, or there is no such revision
"""

from collections.abc import Sequence
from datetime import datetime

from sites.errors import SitesError
from sites.names import Text


class StaffError(SitesError):
    """Something is wrong with an account or a draft."""


class BadLogin(StaffError):
    """A login that is none."""

    text = (
        "“%(given)s” is no login; use 2 to 80 small letters, digits and . _ @ + -, "
        "beginning with a letter or a digit"
    )

    def __init__(self, given: str) -> None:
        super().__init__(given=given)


class LoginTaken(StaffError):
    """Somebody has this login already."""

    text = "the login “%(login)s” is taken; choose another one"

    def __init__(self, login: str) -> None:
        super().__init__(login=login)


class NoAccount(StaffError):
    """Nobody has this login."""

    text = "nobody has the login “%(login)s”; guide user list shows all"

    def __init__(self, login: str) -> None:
        super().__init__(login=login)


class LastAdministrator(StaffError):
    """Nobody would be left to give out roles."""

    text = (
        "%(login)s is the last administrator; make somebody else one first, "
        "or nobody can give out roles any more"
    )

    def __init__(self, login: str) -> None:
        super().__init__(login=login)


class NoSuchMove(StaffError):
    """A draft cannot be moved so, or not by this role."""

    text = (
        "a draft that is “%(state)s” cannot be moved by “%(move)s”, or not by you; "
        "load the page again: it shows what can be done"
    )

    def __init__(self, move: Text, state: Text) -> None:
        super().__init__(move=move, state=state)


class OwnWork(StaffError):
    """Nobody accepts what they wrote."""

    text = "some of this is your own work; somebody else has to read and accept it"


class Overtaken(StaffError):
    """Somebody else saved in between; what was typed is kept in the history.

    ``version`` is what a save has to be based on now, ``kept`` the revision that holds
    what was typed, None where nothing was.
    """

    text = (
        "%(who)s saved this site in between; what you typed is kept: "
        "look at both versions, then save again"
    )

    def __init__(
        self, who: str, at: datetime, version: int, kept: int | None = None
    ) -> None:
        self.at, self.version, self.kept = at, version, kept
        super().__init__(who=who)


class NotReady(StaffError):
    """A draft lacks what a page needs."""

    text = "%(count)s things are wrong with this draft; they are listed in the form"

    def __init__(self, count: int) -> None:
        super().__init__(count=count)


class Uneven(StaffError):
    """The languages have different paragraphs."""

    text = (
        "paragraphs were added or taken away, so one language alone cannot be "
        "published; publish both together"
    )


class NoDraft(StaffError):
    """Nobody has worked on this site, or there is no such revision."""

    text = "there is no such draft or revision; its history lists all there are"


class BadAddress(StaffError):
    """An address that is none."""

    text = (
        "“%(slug)s” is no address; use small letters without accents, digits and "
        "single hyphens, 60 at most"
    )

    def __init__(self, slug: str) -> None:
        super().__init__(slug=slug)


class AddressTaken(StaffError):
    """Something is at this address, or was."""

    text = "the address “%(slug)s” is taken, or was once; choose another one"

    def __init__(self, slug: str) -> None:
        super().__init__(slug=slug)


class InUse(StaffError):
    """People, events or pictures lead to a site."""

    text = "%(places)s lead to this site; change those first, then take it away"

    def __init__(self, places: Sequence[str]) -> None:
        super().__init__(places=", ".join(places))


class BadFile(StaffError):
    """A file that cannot be read as a table or as features."""

    text = "row %(row)s of the file: %(problem)s; correct it, then send it again"

    def __init__(self, row: int, problem: Text) -> None:
        super().__init__(row=row, problem=problem)


class Faulty(StaffError):
    """Rows of a file have faults: nothing was changed."""

    text = "%(count)s rows have faults, so nothing was changed: all or nothing"

    def __init__(self, count: int) -> None:
        super().__init__(count=count)


class BadPhoto(StaffError):
    """A file that is no photograph that we show."""

    text = (
        "this file is no photograph that we can show; send a JPEG, PNG or WebP of 200 "
        "pixels a side at least and 20 MB at most"
    )


class Unsaid(StaffError):
    """What has to be said of a photograph is missing."""

    text = (
        "say who made the photograph, under which licence it may be shown, and in both "
        "languages what is on it: people who do not see it rely on that"
    )
