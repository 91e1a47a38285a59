"""Short addresses of sites, for plates on walls: given once, and good for ever.

Source: Douglas Crockford's base 32, https://www.crockford.com/base32.html, without its
two vowels, so that no code is a word.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import cos, hypot, radians

from sites.model import Site
from sites.names import Text
from sites.position import Position

ALPHABET = "0123456789BCDFGHJKMNPQRSTVWXYZ"
"""No two of these signs are taken for each other; I, L, O and U are not among them."""

LOOK_ALIKES = str.maketrans("ILO", "110")
"""What people type who read a 1 as an I."""

LENGTH = 4
"""Signs of a code: 810,000 sites."""

TRIES = 8
"""So many codes of one length are tried before a longer one is given."""

NEAR = 3
"""How many sites are offered in place of one that is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAddress:
    """A code, the site that it was given to, and what was last known of that."""

    code: str
    site: str
    name: Text
    position: Position | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAddresses:
    """Every code that was ever given, and where sites that moved are found now.

    ``moved`` leads from the address of a site to the one that it has now, or to that of
    the site that it has become a part of.
    """

    by_code: Mapping[str, ShortAddress] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)

    def code_of(self, slug: str) -> str | None:
        """Return the code of a site; None where none was given."""
        return next((a.code for a in self.by_code.values() if a.site == slug), None)

    def once(self, slug: str) -> ShortAddress | None:
        """Return what is known of a site that was ever published; None of no site."""
        return next((a for a in self.by_code.values() if a.site == slug), None)

    def now(self, slug: str, published: Collection[str]) -> str | None:
        """Return the address under which a site is published now; None if nowhere."""
        seen: set[str] = set()
        while slug not in published:
            if slug in seen or slug not in self.moved:
                return None
            seen.add(slug)
            slug = self.moved[slug]
        return slug


def new_code(slug: str, taken: Collection[str]) -> str:
    """Return a code for a site that is not taken.

    It depends on the address alone while it is free: a guide that is set up anew gives
    the same codes, and the plates on the walls stay right.
    """
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{slug}/{attempt}".encode()).digest()
        number = int.from_bytes(digest)
        signs = []
        for _ in range(LENGTH + attempt // TRIES):
            number, sign = divmod(number, len(ALPHABET))
            signs.append(ALPHABET[sign])
        code = "".join(signs)
        if code not in taken:
            return code
        attempt += 1


def read_code(typed: str) -> str:
    """Return the code that somebody typed, small letters and look-alikes or not."""
    letters = "".join(sign for sign in typed.upper() if sign.isalnum())
    return letters.translate(LOOK_ALIKES)


def nearest_to(position: Position, sites: Iterable[Site]) -> tuple[str, ...]:
    """Return the addresses of the sites that stand nearest to a position."""
    east = cos(radians(position.lat))

    def away(site: Site) -> float:
        here = site.location.position if site.location else position
        return hypot(here.lat - position.lat, (here.lon - position.lon) * east)

    placed = sorted((site for site in sites if site.location), key=away)
    return tuple(site.slug for site in placed[:NEAR])
