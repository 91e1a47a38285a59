"""Give templates what search engines read: sites and tours in words of schema.org."""

from typing import Any

from flask import Flask

from guide import linked
from guide.tour import Tour
from guide.web.here import language, services
from guide.web.plan import whole_links
from guide.web.short import site_links
from sites.model import Site


def register(app: Flask) -> None:
    """Let templates describe a site or a tour; ``tojson`` makes it safe in a script."""
    app.add_template_global(linked_site)
    app.add_template_global(linked_tour)


def linked_site(site: Site) -> dict[str, Any]:
    """Describe a site."""
    city = services().catalogue.city.name.in_(language())
    return linked.site_record(site, language(), site_links(), city)


def linked_tour(tour: Tour) -> dict[str, Any]:
    """Describe a tour."""
    return linked.tour_record(tour, language(), whole_links(tour.request))
