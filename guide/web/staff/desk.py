"""What pages about one draft have in common: it, its faults, what visitors read."""

from dataclasses import dataclass

from guide.web.here import services
from guide.web.staff import access
from sites import draft_intake
from sites.draft_intake import Read
from sites.staff import shape
from sites.staff.draft import Draft
from sites.staff.moves import Move, open_moves
from sites.staff.paths import Document
from sites.store.drafts import Drafts


@dataclass(frozen=True, slots=True)
class Desk:
    """One site on somebody's desk."""

    slug: str
    draft: Draft
    published: Document | None

    @property
    def moves(self) -> tuple[Move, ...]:
        """What whoever is signed in may do with the draft."""
        mine = access.mine()
        return open_moves(self.draft.state, mine.role, wrote=self.draft.wrote(mine))

    def read(self, document: Document) -> Read:
        """Read a version of it as the content is read."""
        return draft_intake.read(self.slug, document, services().catalogue)


def drafts() -> Drafts:
    """Return the drafts of this instance."""
    return Drafts(services().store)


def published(slug: str) -> Document | None:
    """Return what visitors read at an address, as a draft; None for nothing."""
    site = services().catalogue.sites.get(slug)
    return shape.of_site(site) if site else None


def desk(slug: str) -> Desk:
    """Return the site at an address, as it is worked on.

    Raises:
        NoDraft: nothing is published there, and nobody works on it.
    """
    live = published(slug)
    return Desk(slug, drafts().get(slug, live), live)
