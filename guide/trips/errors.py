"""What can be wrong with a class trip: what clashes, and the nearest thing that works.

BadTrip                     each names its field
├── NotSaid                 a field that a trip cannot do without
├── BadClasses              lines of classes that cannot be read
├── NoAdult, TooFewAdults   nobody, or not enough, to go along
├── TooManyGroups           more groups than one morning holds
├── StopTooSmall            a group is larger than a stop holds
├── AllClosed, NeverOpen    on that day nothing is open
├── BusTooFar               no street leads to where the bus is to stop
├── NotEnoughTime           the rotation takes longer than there is time
├── ShutMeanwhile           a stop is not open long enough for all groups
├── NoWayRound              all the stops together cannot be visited
└── NoSuchTrip              a link that leads to no trip, or was withdrawn
"""

from guide.errors import GuideError
from sites.names import Text


class BadTrip(GuideError):
    """The trip cannot be made like this; ``field`` is the part of it to change."""

    def __init__(self, field: str, **values: object) -> None:
        self.field = field
        super().__init__(field=field, **values)


class NotSaid(BadTrip):
    """A field that a trip cannot do without."""

    text = "%(field)s is missing; please fill it in"


class BadClasses(BadTrip):
    """A line that says no class and number."""

    text = "%(field)s: “%(given)s” cannot be read; write a line a class, like %(like)s"

    def __init__(self, field: str, given: str) -> None:
        super().__init__(field, given=given, like="7A: 42")


class NoAdult(BadTrip):
    """Nobody goes along."""

    text = (
        "%(field)s: no adult goes along with %(pupils)s pupils; "
        "let at least %(needed)s go along"
    )

    def __init__(self, field: str, pupils: int, needed: int) -> None:
        super().__init__(field, pupils=pupils, needed=needed)


class TooFewAdults(BadTrip):
    """Fewer adults than the school's ratio, or the number of groups, asks for."""

    text = (
        "%(field)s: %(adults)s adults are too few for %(pupils)s pupils in %(groups)s "
        "groups; let %(needed)s go along"
    )

    def __init__(
        self, field: str, adults: int, needed: int, of: tuple[int, int]
    ) -> None:
        pupils, groups = of
        super().__init__(
            field, adults=adults, needed=needed, pupils=pupils, groups=groups
        )


class TooManyGroups(BadTrip):
    """More groups than one morning holds."""

    text = (
        "%(field)s: %(groups)s groups are more than the %(most)s that we plan at once; "
        "take groups of about %(size)s pupils, or go on %(days)s days"
    )

    def __init__(self, field: str, groups: int, most: int, of: tuple[int, int]) -> None:
        size, days = of
        super().__init__(field, groups=groups, most=most, size=size, days=days)


class StopTooSmall(BadTrip):
    """A group is larger than what a stop holds."""

    text = (
        "%(field)s: %(name)s holds %(holds)s people at once, and a group has %(size)s; "
        "make %(groups)s groups, or leave this stop out"
    )

    def __init__(self, field: str, name: Text, holds: int, of: tuple[int, int]) -> None:
        size, groups = of
        super().__init__(field, name=name, holds=holds, size=size, groups=groups)


class AllClosed(BadTrip):
    """On that day, at that time, nothing can be visited."""

    text = (
        "%(field)s: nothing can be visited on %(day)s; the nearest day that works is "
        "%(other)s"
    )

    def __init__(self, field: str, day: str, other: str) -> None:
        super().__init__(field, day=day, other=other)


class NeverOpen(BadTrip):
    """On that day nothing can be visited, and on no day near it."""

    text = (
        "%(field)s: nothing can be visited on %(day)s, nor two weeks before or after; "
        "give more time, or leave at another hour"
    )

    def __init__(self, field: str, day: str) -> None:
        super().__init__(field, day=day)


class BusTooFar(BadTrip):
    """No street that we know leads to where the bus is to stop."""

    text = (
        "%(field)s: no street that we know leads on foot to %(name)s; the nearest "
        "point that works is %(near)s, %(metres)s m away"
    )

    def __init__(self, field: str, name: Text, near: Text, metres: float) -> None:
        super().__init__(field, name=name, near=near, metres=f"{metres:.0f}")


class NotEnoughTime(BadTrip):
    """The rotation takes longer than there is time."""

    text = (
        "%(field)s: %(groups)s groups cannot all see %(stops)s stops in %(minutes)s "
        "minutes; %(needed)s minutes would do, or fewer stops"
    )

    def __init__(
        self, field: str, minutes: int, needed: int, of: tuple[int, int]
    ) -> None:
        groups, stops = of
        super().__init__(
            field, minutes=minutes, needed=needed, groups=groups, stops=stops
        )


class ShutMeanwhile(BadTrip):
    """A stop is not open long enough for all groups."""

    text = (
        "%(field)s: %(names)s is not open long enough for all groups; leave it out, "
        "or leave at another time"
    )

    def __init__(self, field: str, names: Text) -> None:
        super().__init__(field, names=names)


class NoWayRound(BadTrip):
    """All the stops together cannot be visited."""

    text = (
        "%(field)s: these stops cannot all be visited by %(groups)s groups; take one "
        "of them out, or make fewer groups"
    )

    def __init__(self, field: str, groups: int) -> None:
        super().__init__(field, groups=groups)


class NoSuchTrip(GuideError):
    """A link that leads to no trip, or was withdrawn."""

    text = (
        "there is nothing behind this link; it may be mistyped, withdrawn, or erased: "
        "ask the teacher for a new one"
    )

    def __init__(self) -> None:
        super().__init__()
