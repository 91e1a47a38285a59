"""One error of each kind that a question can meet, as they are raised."""

from guide.bad_request import (
    BadChoice,
    BadCount,
    BadMinutes,
    BadMoment,
    BadPlace,
    BadRequest,
    BadWish,
    Contradiction,
    Missing,
    NoSuchEntry,
    NoSuchSite,
    TooManyWalks,
)
from guide.no_tour import (
    Clash,
    DoesNotFit,
    EndTooFar,
    HoursNotSure,
    NoPosition,
    NotForClasses,
    NotFound,
    NothingToFollow,
    NoTour,
    NoWay,
    TooFarFromStreets,
)
from sites.names import Text, joined

A, B = Text(vi="Đền A", en="Temple A"), Text(vi="Đền B", en="Temple B")

BAD_REQUESTS: tuple[BadRequest, ...] = (
    BadMinutes("minutes", "0", 15, 720),
    BadMoment("depart", "soon"),
    BadChoice("like", "food", ["war", "religious"]),
    BadPlace("to", "0,0", "Hải Phòng"),
    Contradiction("must", ["a", "b"]),
    Missing("from"),
    BadCount("stops", "0", 1, 60),
    BadWish("at", "noon", "chua-do@09:30"),
    TooManyWalks("groups", 4, 4, 12),
    NoSuchSite("never", "x", ["a", "b"]),
    NoSuchEntry("follow", "x", ["phan-boi-chau"]),
)
NO_TOURS: tuple[NoTour, ...] = (
    NothingToFollow("follow", A, Text(vi="không nơi nào", en="no place")),
    NoPosition("from", A),
    HoursNotSure("must", A),
    NotForClasses("at", A),
    TooFarFromStreets("to", A, 250.4, 200),
    NoWay("must", A),
    EndTooFar("minutes", A, 33),
    DoesNotFit("must", joined([A, B]), 60, "08:00 23/11/2026"),
    Clash("stops", joined([A, B])),
    NotFound("minutes"),
    Clash("order", joined([A, B]), more=15),
    DoesNotFit("must", A, 60, "08:00 23/11/2026", more=5),
)
