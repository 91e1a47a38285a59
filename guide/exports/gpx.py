"""GPX 1.1: stops as waypoints and as a route, turns as routes, the walk as tracks.

Source: https://www.topografix.com/GPX/1/1/
"""

from typing import Any

from guide.exports.format import Format
from guide.exports.steps import step_records
from guide.tour import Part, Stop, Tour
from guide.wording import part_name, rest_words, tour_name
from sites.names import Language, Text

DIRECTIONS = Text(vi="Chỉ đường", en="Directions")


def render(tour: Tour, language: Language) -> bytes:
    """Write ``tour`` as a GPX document in UTF-8."""
    from gpxpy import gpx  # noqa: PLC0415 - the command line starts faster without

    document = gpx.GPX()
    document.creator = "Heritage guide"
    document.name = _plain(tour_name(tour, language))
    document.time = tour.request.depart
    document.copyright_author = _plain(tour.attribution)
    document.copyright_license = "https://opendatacommons.org/licenses/odbl/1-0/"
    route = gpx.GPXRoute(name=document.name)
    for number, stop in enumerate(tour.stops, start=1):
        label: dict[str, Any] = {
            "latitude": stop.position.lat,
            "longitude": stop.position.lon,
            "time": stop.enter,
            "name": f"{number}. {_plain(stop.site.name.in_(language))}",
            "description": _plain(_visit(stop, language)),
        }
        document.waypoints.append(gpx.GPXWaypoint(**label))
        route.points.append(gpx.GPXRoutePoint(**label))
    document.routes.append(route)
    document.waypoints += [
        gpx.GPXWaypoint(
            latitude=rest.position.lat,
            longitude=rest.position.lon,
            time=rest.enter,
            name=_plain(rest_words(rest, language)),
        )
        for rest in tour.rests
    ]
    for place, part in enumerate(tour.parts):
        document.routes.append(_turns(tour, part, place, language))
        track = gpx.GPXTrack(name=_track_name(tour, place, language))
        points = [gpx.GPXTrackPoint(*p.lat_lon) for p in part.path]
        track.segments.append(gpx.GPXTrackSegment(points))
        document.tracks.append(track)
    text: str = document.to_xml(version="1.1", prettyprint=True)
    return text.encode()


def _track_name(tour: Tour, place: int, language: Language) -> str:
    """Name a track like the tour, and by its day or group where there are several."""
    name = part_name(tour, place, language)
    return _plain(", ".join(filter(None, [tour_name(tour, language), name])))


def _turns(tour: Tour, part: Part, place: int, language: Language) -> Any:  # noqa: ANN401 - a gpx.GPXRoute, imported late
    """Make a route of one walk whose points are the steps of its directions."""
    from gpxpy import gpx  # noqa: PLC0415 - as in ``render``

    name = f"{DIRECTIONS.in_(language)}: {_track_name(tour, place, language)}"
    route = gpx.GPXRoute(name=name)
    for leg in part.legs:
        for step in step_records(leg, tour, language):
            point = leg.line[step["at"]]
            route.points.append(
                gpx.GPXRoutePoint(
                    latitude=point.lat,
                    longitude=point.lon,
                    name=_plain(step["says"]),
                    type=step["manoeuvre"],
                )
            )
    return route


def _visit(stop: Stop, language: Language) -> str:
    lede = stop.site.lede.plain(language)
    return f"{stop.enter:%H:%M}–{stop.leave:%H:%M}. {lede}"


def _plain(text: str) -> str:
    """Drop the characters that no XML may hold."""
    return "".join(
        c for c in text if (c >= " " or c in "\t\n") and c not in "\ufffe\uffff"
    )


FORMAT = Format(
    "gpx",
    Text(vi="GPX cho ứng dụng bản đồ", en="GPX for map apps"),
    "application/gpx+xml",
    render,
)
