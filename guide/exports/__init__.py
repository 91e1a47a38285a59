"""Every file format a tour can be taken away in.

To add one: write ``guide/exports/<name>.py`` with a ``FORMAT``, list it here, done.
The download links, the API, the command line and the docs all read FORMATS.
"""

from guide.errors import NoSuchFormat
from guide.exports import geojson, gpx, html, ics, json_, kml, pdf, picture, text
from guide.exports.format import Format

FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        pdf.FORMAT,
        html.FORMAT,
        gpx.FORMAT,
        kml.FORMAT,
        ics.FORMAT,
        geojson.FORMAT,
        json_.FORMAT,
        text.FORMAT,
        picture.SVG,
        picture.PNG,
    )
}


def format_named(name: str) -> Format:
    """Return the format called ``name``.

    Raises:
        NoSuchFormat: there is none; it lists those there are.
    """
    try:
        return FORMATS[name]
    except KeyError:
        raise NoSuchFormat(name, FORMATS) from None
