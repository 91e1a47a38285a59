"""Everything that can go wrong while an extract is fetched.

GuideError
├── BadBox                 an area that is none, or that is too large to ask for
├── BadAddress             an address that is none, or that leads where we do not go
├── FetchRunning           another command is fetching into this instance
├── NotStored              the disk takes no more, or the file cannot be written
└── FetchFailed            the other side; what has been fetched is kept
    ├── Unreachable        nobody answers: perhaps there is no internet
    ├── NotTrusted         it cannot show that it is who it says
    ├── Refused            it says no
    ├── GaveUp             it failed as often as we try
    ├── Later              it wants us to wait for longer than anybody sits here
    └── TooMuch            it sends more than we take
"""

from guide.errors import GuideError


class BadBox(GuideError):
    """An area that is none, or that is too large to ask for."""

    text = (
        "--box: “%(given)s” cannot be asked for (%(problem)s); give south,west,north,"
        "east in degrees, like 20.84,106.66,20.88,106.72, or fetch a whole extract "
        "with --from"
    )

    def __init__(self, given: str, problem: str) -> None:
        super().__init__(given=given, problem=problem)


class BadAddress(GuideError):
    """An address that is none, or that leads where we do not go."""

    text = (
        "“%(given)s” is not fetched (%(problem)s); give an address that begins with "
        "https:// and ends in .osm, .osm.bz2 or .osm.pbf, or that of an Overpass server"
    )

    def __init__(self, given: str, problem: str) -> None:
        super().__init__(given=given, problem=problem)


class FetchRunning(GuideError):
    """Another command is fetching into this instance."""

    text = (
        "another “guide streets fetch” is at work in %(folder)s; "
        "wait until it is done: servers are asked for one thing at a time"
    )

    def __init__(self, folder: str) -> None:
        super().__init__(folder=folder)


class NotStored(GuideError):
    """The disk takes no more, or the file cannot be written."""

    text = (
        "%(folder)s does not take what is fetched (%(problem)s); make room there, "
        "or name another folder, then run the same command again: it goes on from there"
    )

    def __init__(self, folder: str, problem: str) -> None:
        super().__init__(folder=folder, problem=problem)


class FetchFailed(GuideError):
    """The other side did not give what was asked for."""

    def __init__(self, host: str, problem: str) -> None:
        super().__init__(host=host, problem=problem)


class Unreachable(FetchFailed):
    """Nobody answers: perhaps there is no internet."""

    text = (
        "%(host)s cannot be reached (%(problem)s); without internet here, download an "
        "extract where there is, like vietnam-latest.osm.pbf of download.geofabrik.de, "
        "bring it over and run “guide streets import FILE”"
    )


class NotTrusted(FetchFailed):
    """A server that cannot show that it is who it says."""

    text = (
        "%(host)s cannot show that it is %(host)s (%(problem)s), so nothing was "
        "fetched; look at this machine's clock and certificates, or ask another server"
    )


class Refused(FetchFailed):
    """A server that says no."""

    text = (
        "%(host)s does not give it (%(problem)s); look at the address, ask another "
        "server, or download an extract by hand and run “guide streets import FILE”"
    )


class GaveUp(FetchFailed):
    """A server that failed as often as we try."""

    text = (
        "%(host)s failed again and again (%(problem)s); what has been fetched is "
        "kept: run the same command again later"
    )


class Later(FetchFailed):
    """A server that wants us to wait for longer than anybody sits here."""

    text = (
        "%(host)s is busy (%(problem)s); what has been fetched is kept: "
        "run the same command again then"
    )


class TooMuch(FetchFailed):
    """A server that sends more than we take."""

    text = (
        "%(host)s sends too much (%(problem)s); ask for a smaller area, or cut an "
        "extract with osmium and run “guide streets import FILE”"
    )
