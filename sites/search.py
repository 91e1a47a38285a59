"""Find things by what people type, with or without Vietnamese accents."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from heapq import nsmallest
from typing import Generic, TypeVar

from sites.folding import Word, fold, words_of
from sites.model import Site

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

LAST = chr(0x10FFFF)
"""Comes after every letter."""

WHOLE, BEGUN, WITHOUT_ACCENTS, OTHER_ACCENTS = 4, 3, 2, 0
"""What a word of a name counts that is, or begins with, what was typed."""

A_WORD, AS_IT_IS_SPELT = 4, 1_000_000
"""Words come before how a name begins; a name just as it is typed before all else."""

IN_A_NAME = 3
"""So much more counts a word of a name than one of an address: addresses of pages have
no accents, and so are like whatever is typed without any."""


@dataclass(frozen=True, slots=True)
class Known(Generic[T_co]):
    """A thing, what it is called, and what else leads to it: its street, its ward."""

    thing: T_co
    names: tuple[str, ...]
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """A thing, and the name by which it was found; None where no name holds a word."""

    thing: T_co
    name: str | None


class Index(Generic[T]):
    """Things by the beginnings of the words of their names."""

    def __init__(self, known: Iterable[Known[T]]) -> None:
        self._known = tuple(known)
        self._called = [
            [(name, words_of(name)) for name in one.names] for one in self._known
        ]
        self._words = _Ranges[Word](lambda word: word.folded)
        self._names = _Ranges[str](lambda name: name)
        self._spelt: dict[tuple[Word, ...], set[int]] = defaultdict(set)
        self._in_name: dict[Word, set[int]] = defaultdict(set)
        self._in_place: dict[Word, set[int]] = defaultdict(set)
        by_name: dict[str, set[int]] = defaultdict(set)
        for number, one in enumerate(self._known):
            for name in one.names:
                words = words_of(name)
                self._spelt[words].add(number)
                by_name[_plain(words)].add(number)
                for word in words:
                    self._in_name[word].add(number)
            for word in (word for place in one.places for word in words_of(place)):
                self._in_place[word].add(number)
        self._words.fill({*self._in_name, *self._in_place})
        self._by_name = by_name
        self._names.fill(by_name)

    def find(self, typed: str, most: int | None = None) -> tuple[Found[T], ...]:
        """List what the words lead to, the best first; all of it for no words.

        A word leads to what has a word that begins with it, accents aside; every one
        must. Those who type accents get the things that carry the same ones first.
        """
        asked = words_of(typed)
        if not asked:
            return tuple(Found(one.thing, None) for one in self._known[:most])
        worth = self._worth(asked)
        plain = _plain(asked)
        begun = [n for name in self._names.begun(plain) for n in self._by_name[name]]
        for numbers, count in (
            (set(begun), 1),
            (self._by_name.get(plain, set()), 2),
            (self._spelt.get(asked, set()), AS_IT_IS_SPELT),
        ):
            for number in numbers & worth.keys():
                worth[number] += count
        best = nsmallest(
            len(worth) if most is None else most,
            [(-count, number) for number, count in worth.items()],
        )
        return tuple(self._found(number, asked) for _, number in best)

    def _worth(self, asked: Sequence[Word]) -> dict[int, int]:
        """Sum up what the words count, for every thing that has them all."""
        first, *others = (self._counted(word) for word in asked)
        for other in others:
            first = {n: first[n] + other[n] for n in first.keys() & other.keys()}
        return {number: count * A_WORD for number, count in first.items()}

    def _counted(self, asked: Word) -> dict[int, int]:
        known = [
            (_likeness(asked, word) + bonus, numbers.get(word, set()))
            for word in self._words.begun(asked.folded)
            for bonus, numbers in ((IN_A_NAME, self._in_name), (0, self._in_place))
        ]
        counted: dict[int, int] = {}
        for count, numbers in sorted(known, key=lambda pair: pair[0]):
            counted.update(dict.fromkeys(numbers, count))
        return counted

    def _found(self, number: int, asked: Sequence[Word]) -> Found[T]:
        called = self._called[number]
        best = max((_alike(words, asked) for _name, words in called), default=0)
        alike = (name for name, words in called if _alike(words, asked) == best)
        return Found(self._known[number].thing, next(alike) if best else None)


class _Ranges(Generic[T]):
    """Things in the order of a text; those whose text begins alike lie together."""

    def __init__(self, text: Callable[[T], str]) -> None:
        self._text = text
        self._things: list[T] = []
        self._texts: list[str] = []

    def fill(self, things: Iterable[T]) -> None:
        self._things = sorted(things, key=self._text)
        self._texts = [self._text(thing) for thing in self._things]

    def begun(self, start: str) -> Sequence[T]:
        first = bisect_left(self._texts, start)
        last = bisect_left(self._texts, start + LAST, first)
        return self._things[first:last]


def nearest(slug: str, sites: Iterable[Site], count: int = 3) -> tuple[str, ...]:
    """Return the addresses of the sites whose names look most like ``slug``."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for site in sites:
        for name in (*site.names, site.slug):
            by_name[fold(name).replace(" ", "-")].append(site.slug)
    asked = fold(slug).strip().replace(" ", "-")
    inside = [name for name in by_name if asked and asked in name]
    close = get_close_matches(asked, by_name, n=3 * count, cutoff=0.3)
    likely = [*inside, *close] or list(by_name)
    slugs = dict.fromkeys(slug for name in likely for slug in by_name[name])
    return tuple(slugs)[:count]


def _likeness(asked: Word, word: Word) -> int:
    """Count how like a word is to one that it begins with, accents aside."""
    if asked == word:
        return WHOLE
    if asked.plain:
        return WITHOUT_ACCENTS
    return BEGUN if asked.begins(word) else OTHER_ACCENTS


def _alike(words: Sequence[Word], asked: Sequence[Word]) -> int:
    """Count how like a name is to what was asked for."""
    whole = words == tuple(asked) or _plain(words) == _plain(asked)
    return whole + sum(
        1 + max((_likeness(a, w) for w in words if _begins(a, w)), default=-1)
        for a in asked
    )


def _begins(asked: Word, word: Word) -> bool:
    return word.folded.startswith(asked.folded)


def _plain(words: Iterable[Word]) -> str:
    return " ".join(word.folded for word in words)
