"""Hand a walk over to the map app of a phone: links that open it with its stops.

Sources: https://developers.google.com/maps/documentation/urls/get-started (directions);
https://github.com/organicmaps/api-android (map?v=1: a route takes no stops between, so
the stops are handed over as pins); OsmAnd: the addresses of osmand.net/map/navigate.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from guide.tour import Part, Tour
from sites.names import Language, Text
from sites.position import Position

GOOGLE_WAYPOINTS = 9
"""More places between start and end no link to Google Maps may name."""

GOOGLE_ON_PHONES = 3
"""So few of them a browser on a phone shows; Google's app shows all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A link into another app.

    ``note`` says what the app cannot do; ``first`` and ``last`` are the numbers of the
    halts in the link, where one link cannot hold them all.
    """

    app: str
    address: str
    note: Text | None = None
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Halted:
    """A place of a walk, with its name: start, halts, end."""

    name: str
    position: Position


PINS_ONLY = Text(
    vi="chỉ ghim các điểm; muốn có cả đường đi, hãy mở tệp GPX",
    en="shows the stops as pins; for the way between them open the GPX file",
)
ON_PHONES = Text(
    vi="trình duyệt trên điện thoại chỉ hiện 3 điểm giữa đường; ứng dụng hiện đủ",
    en="a phone's browser shows only 3 stops between; the app shows all",
)
IN_PIECES = Text(
    vi="mỗi đường dẫn chỉ nhận 9 điểm giữa đường, nên chuyến đi chia thành nhiều đoạn",
    en="a link takes 9 stops between at most, so the walk comes in pieces",
)


def handovers(tour: Tour, part: Part, language: Language) -> list[Handover]:
    """Return the links for one walk of a tour, app by app."""
    places = list(_places(tour, part, language))
    return [found for app in APPS for found in app(places)]


def _places(tour: Tour, part: Part, language: Language) -> Iterator[Halted]:
    yield Halted(name=tour.start.name_in(language), position=tour.start.position)
    for halt in part.halts:
        yield Halted(name=halt.name.in_(language), position=halt.position)
    yield Halted(name=tour.end.name_in(language), position=tour.end.position)


def _osmand(places: Sequence[Halted]) -> Iterator[Handover]:
    start, *between, end = map(_numbers, places)
    words = {"start": start, "end": end, "via": ";".join(between)}
    words["profile"] = "pedestrian"
    where = places[0].position
    look = f"#16/{where.lat:.5f}/{where.lon:.5f}"
    address = f"https://osmand.net/map/navigate/?{_query(words)}{look}"
    yield Handover(app="OsmAnd", address=address)


def _organic_maps(places: Sequence[Halted]) -> Iterator[Handover]:
    ends = places[:1] if places[0] == places[-1] else [places[0], places[-1]]
    shown = [ends[0], *places[1:-1], *ends[1:]]
    pins = [
        pair for place in shown for pair in (("ll", _numbers(place)), ("n", place.name))
    ]
    query = urlencode([("v", "1"), *pins], quote_via=quote, safe=",")
    address = f"https://omaps.app/map?{query}"
    yield Handover(app="Organic Maps", address=address, note=PINS_ONLY)


def _google(places: Sequence[Halted]) -> Iterator[Handover]:
    """Go from piece to piece: each begins where the one before ended."""
    step = GOOGLE_WAYPOINTS + 1
    several = len(places) - 1 > step
    for begin in range(0, len(places) - 1, step):
        piece = places[begin : begin + step + 1]
        origin, *between, end = map(_numbers, piece)
        words = {"api": "1", "origin": origin, "destination": end}
        words |= {"waypoints": "|".join(between), "travelmode": "walking"}
        address = f"https://www.google.com/maps/dir/?{_query(words)}"
        crowded = len(between) > GOOGLE_ON_PHONES
        yield Handover(
            app="Google Maps",
            address=address,
            note=IN_PIECES if several else ON_PHONES if crowded else None,
            first=begin if several else None,
            last=begin + len(piece) - 1 if several else None,
        )


def _numbers(place: Halted) -> str:
    return f"{place.position.lat:.6f},{place.position.lon:.6f}"


def _query(words: dict[str, str]) -> str:
    given = {name: value for name, value in words.items() if value}
    return urlencode(given, quote_via=quote, safe=",;|")


APPS: tuple[Callable[[Sequence[Halted]], Iterator[Handover]], ...] = (
    _osmand,
    _organic_maps,
    _google,
)
"""One function an app: from the places of a walk to its links."""
