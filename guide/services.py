"""What a running guide holds: the store, the published catalogue, the streets."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from guide.config import Config, StreetServer
from guide.errors import BadConfig
from guide.mail import Post
from guide.streets.engine import Streets
from guide.streets.graph import StreetGraph
from guide.streets.land import Land
from guide.streets.matrix import MatrixFolder
from guide.streets.pack import Pack, read_pack
from guide.streets.shelf import Shelf
from sites.catalogue import Catalogue
from sites.city import HAI_PHONG
from sites.intake import read_content
from sites.short import ShortAddresses
from sites.store.lifecycle import Lifecycle
from sites.store.photos import Photo, Photos
from sites.store.store import Store


@dataclass(slots=True)
class Services:
    """Open what the pages and the command line use.

    The catalogue is immutable and kept in memory; it is read again when the store says
    that something has been published since. ``pack`` is what maps show; ``streets``
    finds the ways.
    """

    store: Store
    pack: Pack
    streets: Streets
    home: Path
    post: Post = field(default_factory=lambda: Post(None))
    _catalogue: Catalogue = field(default_factory=Catalogue)
    _short: tuple[int, ShortAddresses] = (-1, ShortAddresses())

    @property
    def catalogue(self) -> Catalogue:
        """The published catalogue, of the newest edition."""
        if self._catalogue.edition != self.store.edition():
            self._catalogue = self.store.catalogue()
            self.streets.keep(
                [site.location.position for site in self._catalogue if site.location]
            )
        return self._catalogue

    def moved_to(self, slug: str) -> str | None:
        """Return where a site went that once had an address; None where none had."""
        return Lifecycle(self.store).moved_to(slug)

    def photos(self, slug: str) -> list[Photo]:
        """List the photographs of a site, without their files."""
        return Photos(self.store).of(slug)

    @property
    def short(self) -> ShortAddresses:
        """Every short address, as of the newest edition."""
        edition = self.catalogue.edition
        if self._short[0] != edition:
            self._short = (edition, self.store.short_addresses())
        return self._short[1]

    def land(self) -> Iterable[Land]:
        """Read what lies between the streets; a pack may know nothing of it.

        Raises:
            BadPack: it cannot be read.
        """
        return Shelf(self.home).land(self.pack)


def open_services(config: Config) -> Services:
    """Open an instance; make its folder and fill its database where they are new.

    Raises:
        BadConfig: the folder cannot be made.
        StoreFailed: the database does not answer.
        BadPack: the streets cannot be read.
    """
    store, pack = open_store(config), pack_in_use(config)
    kept = MatrixFolder(config.home / "matrices")
    engine = _engine(config, pack, kept)
    return Services(store, pack, engine, config.home, Post(config.mail))


def _engine(config: Config, pack: Pack, kept: MatrixFolder) -> Streets:
    """Return what finds the ways: the pack itself, or a server; it is not asked yet."""
    if not isinstance(config.streets, StreetServer):
        return StreetGraph(pack, kept=kept)
    from guide.streets.valhalla.server import Server  # noqa: PLC0415 - requests is slow
    from guide.streets.valhalla.streets import ValhallaStreets  # noqa: PLC0415

    return ValhallaStreets(Server(config.streets.address), kept=kept, shown=pack)


def pack_in_use(config: Config) -> Pack:
    """Read the streets to walk on: those of the setting, or else those chosen.

    Raises:
        BadPack: they cannot be read.
    """
    if isinstance(config.streets, Path):
        return read_pack(config.streets)
    return Shelf(config.home).in_use()


def open_store(config: Config) -> Store:
    """Open the database of an instance, without its streets.

    Raises:
        BadConfig: the folder cannot be made.
        StoreFailed: the database does not answer.
    """
    try:
        config.home.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise BadConfig(
            f"GUIDE_HOME: the folder {config.home} cannot be made "
            f"({problem.strerror}); name one that you may write to"
        ) from None
    store = Store(config.database, HAI_PHONG)
    store.migrate()
    store.seed(read_content)
    return store
