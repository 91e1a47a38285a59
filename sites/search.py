"""Find sites by what people type, with or without Vietnamese accents."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from sites.model import Site


def fold(text: str) -> str:
    """Lower-case, and drop every accent: ``"Chùa Cầu Đỏ"`` becomes ``"chua cau do"``.

    Đ does not decompose in Unicode, so it is replaced by hand.
    """
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def find(words: str, sites: Iterable[Site]) -> tuple[Site, ...]:
    """List the sites whose names or address hold every word, the best first.

    A word matches where a word of the site begins with it, accents aside; those who
    type accents get the sites that carry the same ones first.
    """
    asked = _words(words)
    found = [
        (-_rank(words, site), place, site)
        for place, site in enumerate(sites)
        if all(_begins_a_word(word, site) for word in asked)
    ]
    return tuple(site for _rank_, _place, site in sorted(found, key=lambda f: f[:2]))


def nearest(slug: str, sites: Iterable[Site], count: int = 3) -> tuple[str, ...]:
    """Return the addresses of the sites whose names look most like ``slug``."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for site in sites:
        for name in (*_names(site), site.slug):
            by_name[fold(name).replace(" ", "-")].append(site.slug)
    asked = fold(slug).strip().replace(" ", "-")
    inside = [name for name in by_name if asked and asked in name]
    close = get_close_matches(asked, by_name, n=3 * count, cutoff=0.3)
    likely = [*inside, *close] or list(by_name)
    slugs = dict.fromkeys(slug for name in likely for slug in by_name[name])
    return tuple(slugs)[:count]


def _names(site: Site) -> tuple[str, ...]:
    return (site.name.vi, site.name.en, *site.also)


def _words(text: str) -> list[str]:
    """Split into folded words: whatever is neither letter nor digit parts them."""
    folded = fold(text)
    return "".join(c if c.isalnum() else " " for c in folded).split()


def _begins_a_word(word: str, site: Site) -> bool:
    places = [*_names(site), site.slug]
    if site.address:
        places += [site.address.street.vi, site.address.street.en]
    return any(known.startswith(word) for place in places for known in _words(place))


def _rank(words: str, site: Site) -> int:
    """Count what speaks for a site: the same accents weigh more than the place."""
    words = " ".join(words.split())
    typed, folded = unicodedata.normalize("NFC", words.casefold()), fold(words)
    names = [unicodedata.normalize("NFC", name.casefold()) for name in _names(site)]
    return (
        8 * any(typed == name for name in names)
        + 4 * any(typed in name for name in names)
        + 2 * any(folded == fold(name) for name in names)
        + any(fold(name).startswith(folded) for name in names)
    )
