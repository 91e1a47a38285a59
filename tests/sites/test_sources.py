import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites.sources import Claim, Passage, Unsourced, parse, written

KEYS = st.lists(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True), max_size=3)
WORDS = st.text("aăâbcdđeghiêmnoôơpqrstuưvxyÀẾ0123456789,;–“”()", min_size=1)
SENTENCES = st.lists(WORDS, min_size=1).map(lambda words: " ".join(words) + ".")
CLAIMS = st.builds(Claim, SENTENCES, KEYS.map(tuple))


def texts(marked: str) -> list[str]:
    return [claim.text for claim in parse(marked)[0]]


def loose(marked: str) -> list[str]:
    return [sentence.text for sentence in parse(marked)[1]]


def test_each_sentence_is_a_claim_with_its_sources() -> None:
    claims, unsourced = parse("Built in 1904. [nq-60] Burnt in 1946. [nq-60, osm]")

    assert claims == (
        Claim("Built in 1904.", ("nq-60",)),
        Claim("Burnt in 1946.", ("nq-60", "osm")),
    )
    assert unsourced == ()


@given(st.lists(CLAIMS).map(tuple))
def test_what_is_written_is_parsed_equal(claims: tuple[Claim, ...]) -> None:
    assert parse(written(claims)) == (claims, ())


@given(st.text())
def test_no_word_of_any_text_is_lost(text: str) -> None:
    claims, unsourced = parse(text)
    kept = " ".join([*(claim.text for claim in claims), *(u.text for u in unsourced)])
    marks = "[],"

    assert set("".join(kept.split())) <= set(text)
    assert set("".join(text.split())) - set(marks) <= set(written(claims) + kept)


@pytest.mark.parametrize("nothing", ["", "  \n "], ids=repr)
def test_no_text_makes_no_claim(nothing: str) -> None:
    assert parse(nothing) == ((), ())


def test_a_mark_may_stand_on_the_next_line() -> None:
    assert texts("Một câu dài\nhai dòng.\n[nq-60]") == ["Một câu dài hai dòng."]


def test_blanks_and_empty_places_in_a_mark_do_not_count() -> None:
    assert parse("A fact. [ nq-60 ,, osm ]")[0][0].sources == ("nq-60", "osm")


def test_an_empty_mark_makes_a_claim_without_sources() -> None:
    assert parse("A rumour. []")[0] == (Claim("A rumour.", ()),)


def test_a_mark_behind_a_mark_makes_an_empty_claim() -> None:
    assert texts("A fact. [nq-60] [osm]") == ["A fact.", ""]


@pytest.mark.parametrize(
    ("marked", "without"),
    [
        pytest.param("One. Two. [a]", Unsourced("One.", 0), id="the first"),
        pytest.param("One. [a] Two. Three. [b]", Unsourced("Two.", 1), id="a middle"),
        pytest.param("One. [a] Two.", Unsourced("Two.", 1), id="the last"),
        pytest.param("One", Unsourced("One", 0), id="the only one"),
        pytest.param("Ra sao?! Đi. [a]", Unsourced("Ra sao?!", 0), id="Đ begins one"),
        pytest.param("He left… It fell. [a]", Unsourced("He left…", 0), id="ellipsis"),
        pytest.param("“Go.” She went. [a]", Unsourced("“Go.”", 0), id="end in quotes"),
        pytest.param("It fell. “Go!” [a]", Unsourced("It fell.", 0), id="then quotes"),
        pytest.param("In 1904. 12 men. [a]", Unsourced("In 1904.", 0), id="a figure"),
    ],
)
def test_a_sentence_without_a_mark_is_found(marked: str, without: Unsourced) -> None:
    assert parse(marked)[1] == (without,)


def test_every_sentence_without_a_mark_is_found_by_itself() -> None:
    assert loose("One. Two. Three. [a] Four. Five.") == [
        "One.",
        "Two.",
        "Four.",
        "Five.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The house is No. 7 of the alley.",
        "Cảng thuộc TP. Hải Phòng từ lâu.",
        "The doctor was A. Yersin himself.",
        "Ông Đ. Minh kể lại.",
        "It was built ca. 1900 by the French.",
        "They named it St. Paul at first.",
        "It is 3.5 km long.",
        "It was small… and then grew.",
    ],
)
def test_a_dot_in_the_middle_ends_no_sentence(sentence: str) -> None:
    assert parse(f"{sentence} [a]") == ((Claim(sentence, ("a",)),), ())


@pytest.mark.parametrize(
    "sentence", ["A cell burns ATP. Then", "He wrote CNo. Then", "A loca. Then"]
)
def test_a_longer_word_is_no_abbreviation(sentence: str) -> None:
    assert loose(f"{sentence} it rained. [a]") == [sentence.removesuffix(" Then")]


def test_a_passage_is_plain_or_with_its_claims_in_each_language() -> None:
    vi, en = parse("Một. [a] Hai. [b]")[0], parse("One. [a] Two. [b]")[0]
    passage = Passage(vi=vi, en=en)

    assert (passage.in_("vi"), passage.in_("en")) == (vi, en)
    assert (passage.plain("vi"), passage.plain("en")) == ("Một. Hai.", "One. Two.")
