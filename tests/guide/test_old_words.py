from string import Formatter

import pytest

from guide import old_words
from guide.old_names import Held, Told
from guide.old_words import OLD_NAMES, old_name_note, old_name_words
from sites.names import LANGUAGES, Text
from sites.pastnames import PastName, Period

FRENCH = Period(
    key="phap",
    name=Text(vi="thời Pháp", en="under the French"),
    since=1874,
    until=1955,
    sources=(),
)
PART = Text(vi="đoạn đầu", en="its first part")


@pytest.mark.parametrize(
    ("told", "vi", "en"),
    [
        pytest.param(
            Told(PastName(name="phố Bengích", period=FRENCH)),
            "phố Bengích xưa", "once phố Bengích", id="once",
        ),
        pytest.param(
            Told(PastName(name="phố Bengích", period=FRENCH, part=PART)),
            "đoạn đầu xưa là phố Bengích", "once phố Bengích, its first part",
            id="a part of it",
        ),
        pytest.param(
            Told(PastName(name="phố B"), Held.IN_YEAR, 1925),
            "năm 1925: phố B", "in 1925: phố B", id="in that year",
        ),
        pytest.param(
            Told(PastName(name="phố B", period=FRENCH, part=PART),
                 Held.IN_PERIOD, 1925),
            "thời Pháp: phố B, đoạn đầu", "under the French: phố B, its first part",
            id="some time in that period",
        ),
        pytest.param(
            Told(PastName(name="{year} {0}")),
            "{year} {0} xưa", "once {year} {0}", id="braces",
        ),
    ],
)  # fmt: skip
def test_an_old_name_beside_the_street(told: Told, vi: str, en: str) -> None:
    assert [old_name_words(told, language) for language in LANGUAGES] == [vi, en]


@pytest.mark.parametrize(
    ("name", "vi", "en"),
    [
        (PastName(name="phố B"), "phố B", "phố B"),
        (
            PastName(name="phố B", period=FRENCH, part=PART),
            "phố B (thời Pháp; đoạn đầu)", "phố B (under the French; its first part)",
        ),
        (
            PastName(name="phố B", since=1900, until=1925),
            "phố B (1900–1925)", "phố B (1900–1925)",
        ),
        (PastName(name="B", since=1900), "B (từ năm 1900)", "B (from 1900)"),
        (PastName(name="B", until=1925), "B (đến năm 1925)", "B (until 1925)"),
    ],
)  # fmt: skip
def test_a_note_says_all_that_is_known(name: PastName, vi: str, en: str) -> None:
    assert [old_name_note(name, language) for language in LANGUAGES] == [vi, en]


def test_every_way_to_tell_has_words() -> None:
    assert OLD_NAMES.keys() == set(Held)


def test_both_languages_fill_in_the_same_values() -> None:
    texts = [text for text in vars(old_words).values() if isinstance(text, Text)]
    for text in (*texts, *OLD_NAMES.values()):
        vi, en = (
            {name for _text, name, _spec, _how in Formatter().parse(words) if name}
            for words in (text.in_(language) for language in LANGUAGES)
        )
        assert vi == en, text
