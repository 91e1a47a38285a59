"""Sites and tours in the words of schema.org: what search engines read on our pages.

Only what is known is said: no position where nobody knows one, a circle where it is
doubtful, hours only where they can be written whole.

Source: https://schema.org/TouristAttraction, https://schema.org/TouristTrip
"""

import re
from typing import Any

from guide.links import Links
from guide.tour import Part, Tour
from guide.wording import part_name, tour_name
from sites.hours import Hours
from sites.model import Location, Site, Way
from sites.names import Language

CONTEXT = "https://schema.org"

SURE_M = 40.0
"""A position that may be farther off is told as a circle."""

DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
DAYS = rf"{DAY}(?:-{DAY})?(?:,{DAY}(?:-{DAY})?)*"
TIME = r"\d\d:\d\d-\d\d:\d\d"
SIMPLE = re.compile(rf"{DAYS} {TIME}")
"""What schema.org can say of hours; it knows no holidays, no moon and no seasons."""

NOT_THERE = frozenset({Way.DEMOLISHED, Way.MOVED})
ACCESS = {Way.OPEN: True, Way.PRIVATE: False}


Record = dict[str, Any]
"""Plain values, as JSON has them."""


def site_record(site: Site, language: Language, links: Links, city: str) -> Record:
    """Describe a site.

    Args:
        site: what is described.
        language: of names and texts.
        links: the address of its page.
        city: the name of the city, for its postal address.
    """
    return {"@context": CONTEXT, **_place(site, language, links, city), **_more(site)}


def tour_record(tour: Tour, language: Language, links: Links) -> Record:
    """Describe a tour: a trip, or several that make one."""
    record = {"@context": CONTEXT, **_trip(tour, tour.parts[0], language, links)}
    record["name"] = tour_name(tour, language)
    record["url"] = links.tour
    if len(tour.parts) == 1:
        return record
    for key in ("itinerary", "departureTime", "arrivalTime"):
        record.pop(key, None)
    trips = [
        {**_trip(tour, part, language, links), "name": part_name(tour, place, language)}
        for place, part in enumerate(tour.parts)
    ]
    return record | {"subTrip": trips}


def _place(site: Site, language: Language, links: Links, city: str) -> Record:
    gone = site.access.way in NOT_THERE
    known: Record = {
        "@type": "Place" if gone else "TouristAttraction",
        "name": site.name.in_(language),
        "url": links.site(site.slug),
        "description": site.lede.plain(language),
    }
    if site.address:
        known["address"] = {
            "@type": "PostalAddress",
            "streetAddress": site.address.street.in_(language),
            "addressLocality": city,
            "addressCountry": "VN",
        }
    if site.location:
        known["geo"] = _geo(site.location)
    return {key: value for key, value in known.items() if value}


def _more(site: Site) -> Record:
    names = dict.fromkeys(name for name in site.names if name != site.name.vi)
    known: Record = {
        "alternateName": list(names),
        "openingHours": _hours(site.hours),
        "publicAccess": ACCESS.get(site.access.way),
    }
    return {key: value for key, value in known.items() if value not in (None, [])}


def _geo(location: Location) -> Record:
    lat, lon = location.position.lat_lon
    point = {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}
    if location.radius_m <= SURE_M:
        return point
    return {
        "@type": "GeoCircle",
        "geoMidpoint": point,
        "geoRadius": f"{location.radius_m:.0f}",
    }


def _hours(hours: Hours) -> list[str]:
    """Return the hours of ordinary days, if that is all there is to say of them."""
    if hours.rule is None or hours.moon or hours.repairs:
        return []
    if hours.rule == "24/7":
        return ["Mo-Su"]
    pieces = [piece.strip() for piece in hours.rule.split(";")]
    return pieces if all(map(SIMPLE.fullmatch, pieces)) else []


def _trip(tour: Tour, part: Part, language: Language, links: Links) -> Record:
    city = tour.around.catalogue.city.name.in_(language)
    return {
        "@type": "TouristTrip",
        "departureTime": part.depart.isoformat(),
        "arrivalTime": part.arrive.isoformat(),
        "itinerary": {
            "@type": "ItemList",
            "numberOfItems": len(part.stops),
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": number,
                    "item": _place(stop.site, language, links, city),
                }
                for number, stop in enumerate(part.stops, start=1)
            ],
        },
    }
