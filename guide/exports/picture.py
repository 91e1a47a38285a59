"""Pictures for paper: the map of a tour as SVG, and as PNG for what reads no SVG.

What draws them is loaded when somebody wants one: the command line starts faster so.
"""

from guide.errors import NoSuchFormat
from guide.exports.format import Format, Setting
from guide.tour import Tour
from sites.model import Site
from sites.names import Language, Text


def render(tour: Tour, language: Language) -> bytes:
    """Draw the walk alone, on white A4, as SVG."""
    from guide.maps import still, tourmap  # noqa: PLC0415

    return still.draw(tourmap.picture(tour, language))


def paint(tour: Tour, language: Language, setting: Setting) -> bytes:
    """Draw the walk on its streets, as SVG.

    Raises:
        BadChoice: there is no such paper.
    """
    from guide.maps import still, tourmap  # noqa: PLC0415

    wanted = tourmap.picture(tour, language, tourmap.paper_named(setting.paper))
    return still.draw(wanted, tourmap.ground(setting.pack, setting.land))


def of_site(site: Site, name: str, language: Language, setting: Setting) -> bytes:
    """Draw the surroundings of one site.

    Raises:
        NoSuchFormat: ``name`` is no picture.
        NoMap: nobody knows where the site is.
        BadChoice: there is no such paper.
    """
    from guide.maps import still, tourmap  # noqa: PLC0415

    if name not in PICTURES:
        raise NoSuchFormat(name, PICTURES)
    paper = tourmap.paper_named(setting.paper)
    owner = setting.pack.attribution
    wanted = tourmap.site_picture(site, owner, language, paper)
    svg = still.draw(wanted, tourmap.ground(setting.pack, setting.land))
    return _as_png(svg) if name == PNG.name else svg


def _as_png(svg: bytes) -> bytes:
    from guide.maps.printed import png  # noqa: PLC0415

    return png(svg)


SVG = Format(
    "svg", Text(vi="Bản đồ để in (SVG)", en="Map to print (SVG)"), "image/svg+xml",
    render, paint=paint,
)  # fmt: skip
PNG = Format(
    "png", Text(vi="Bản đồ dạng ảnh", en="Map as a picture"), "image/png",
    lambda tour, language: _as_png(render(tour, language)),
    paint=lambda tour, language, setting: _as_png(paint(tour, language, setting)),
)  # fmt: skip
PICTURES = {form.name: form for form in (SVG, PNG)}
"""What there is of one site as well."""
