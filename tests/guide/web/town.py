"""A guide of few sites in the centre; some are renamed, merged or taken out later."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask.testing import FlaskClient

from guide.config import Config
from guide.services import Services, open_services
from guide.web import create_app
from sites.model import Site
from sites.position import Position
from tests.guide.factories import temple
from tests.sites.factories import catalogue, source

SITES = {
    slug: temple(slug, Position(lat, 106.6874))
    for slug, lat in {
        "ga": 20.8560, "den": 20.8570, "dinh": 20.8580, "chua": 20.8590, "mieu": 20.8600
    }.items()
}  # fmt: skip


def publish(services: Services, *slugs: str) -> None:
    """Publish some of the sites, in place of all that were there."""
    found: list[Site] = [SITES[slug] for slug in slugs]
    services.store.fill(catalogue(*found, sources=(source(),)))


@contextmanager
def opened(home: Path) -> Iterator[tuple[Services, FlaskClient]]:
    """Open a guide in which every one of the sites was published once."""
    services = open_services(Config(home=home))
    publish(services, *SITES)
    yield services, create_app(services).test_client()
    services.store.close()
