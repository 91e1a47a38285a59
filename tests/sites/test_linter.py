import pytest

from sites.linter import Statement, faults
from sites.names import Language

HERE = "sites/a.yaml:7: a.lede"
RAIDS = "Khu phố chịu 57 trận đánh phá, 246 người chết và 282 người bị thương."


def said(
    text: str, language: Language = "vi", passage: str = "a.lede", line: int = 7
) -> Statement:
    file = f"sites/{passage.partition('.')[0]}.yaml"
    return Statement(
        file=file,
        line=line,
        passage=passage,
        language=language,
        text=text,
        sources=("sach",),
    )


def both(vi: str, en: str, passage: str = "a.lede") -> list[Statement]:
    return [said(vi, "vi", passage), said(en, "en", passage)]


def problems(*statements: Statement) -> list[str]:
    return [str(fault) for fault in faults(statements)]


def twice(*statements: Statement) -> list[str]:
    """Return only the faults of claims that are made twice."""
    return [said for said in problems(*statements) if "in the same claim at" in said]


class TestDays:
    @pytest.mark.parametrize("text", ["Ngày 30/2/1972.", "Ngày 16/13/1972."])
    def test_a_day_that_cannot_be_is_named_with_its_line(self, text: str) -> None:
        day = text.removeprefix("Ngày ").removesuffix(".")

        assert problems(said(text), said("In 1972.", "en")) == [
            f"sites/a.yaml:7: a.lede: there is no such day as {day}"
        ]

    def test_the_english_way_of_writing_is_read_too(self) -> None:
        found = problems(*both("Năm 1972.", "On 31 April 1972."))

        assert [words.partition("no such")[2] for words in found] == [
            " day as 31 April 1972"
        ]

    @pytest.mark.parametrize("text", ["Ngày 29/2/1972.", "Số 1/2/19721.", "Ngày 5/7."])
    def test_a_day_that_can_be_is_fine(self, text: str) -> None:
        assert not [p for p in problems(said(text)) if "no such day" in p]

    def test_what_is_quoted_is_quoted_with_its_faults(self) -> None:
        assert not problems(*both("Bia ghi “30/2/1972”.", "It says “30/2/1972”."))


class TestTwoLanguages:
    def test_a_number_in_one_language_only_is_named(self) -> None:
        found = problems(*both("Năm 1904 ông đi.", "In 1905 he left."))

        assert found == [
            f"{HERE}: only one language says 1904, 1905; the two make the same claims"
        ]

    @pytest.mark.parametrize(
        ("vi", "en"),
        [
            ("Có 19.370 quả bom.", "There were 19,370 bombs."),
            ("Hơn hai vạn quân vào.", "More than 20,000 troops came."),
            ("Hơn 165 nghìn người.", "Over 165,000 people."),
            ("Ngày 13/5/1955 ông ký.", "He signed on 13 May 1955."),
            ("Dài 4,841 km.", "It is 4.841 km long."),
            ("Có ba trăm mét.", "It is three hundred metres."),
            ("Có 12 phường.", "There were twelve wards."),
            ("Bản 1,2,3.", "Version 1.2.3."),
        ],
    )
    def test_the_same_number_written_by_each_language_is_fine(
        self, vi: str, en: str
    ) -> None:
        assert problems(*both(vi, en)) == []

    def test_a_hundred_is_large_and_ninety_nine_is_not(self) -> None:
        assert problems(*both("Có 99 nhà.", "There were houses.")) == []
        assert len(problems(*both("Có 100 nhà.", "There were houses."))) == 1

    def test_a_tradition_is_one_in_both_languages(self) -> None:
        found = problems(*both("Tương truyền, ông tới đây.", "He came here."))

        assert found == [f"{HERE}: only vi says that this is told by tradition"]
        assert not problems(*both("Theo lời kể, có cầu.", "It is said: a bridge."))


class TestTheSameClaimTwice:
    def test_with_other_figures_it_is_named_by_file_and_line(self) -> None:
        other = said(RAIDS.replace("246", "264"), passage="b.story[1]", line=9)

        (found,) = twice(said(RAIDS), other)
        assert found == (
            "sites/b.yaml:9: b.story[1]: “57, 264, 282” here, “57, 246, 282” in the "
            "same claim at sites/a.yaml:7; correct one, or tell both in one paragraph"
        )

    def test_with_the_same_figures_it_is_fine(self) -> None:
        assert not twice(said(RAIDS), said(RAIDS, passage="b.lede"))

    def test_a_few_words_more_do_not_hide_it(self) -> None:
        longer = RAIDS.replace("246", "264").replace("Khu phố", "Khu phố ấy")
        pair = [said(RAIDS), said(longer, passage="b.lede")]

        assert twice(*pair)

    @pytest.mark.parametrize(
        "other",
        [
            pytest.param("Nhà số 8 ở trong ngõ nhỏ ấy.", id="something else"),
            pytest.param("Nhà số 8.", id="too short"),
        ],
    )
    def test_another_claim_is_another_claim(self, other: str) -> None:
        one = "Nhà số 7 ngõ Quảng Lạc là trụ sở của Tỉnh ủy."
        pair = [said(one), said(other, passage="b.lede")]

        assert not twice(*pair)

    def test_short_sentences_are_alike_by_chance(self) -> None:
        pair = [said("Nhà ở số 7."), said("Nhà ở số 8.", passage="b.lede")]

        assert not twice(*pair)

    def test_within_one_paragraph_sources_may_disagree(self) -> None:
        pair = [said(RAIDS), said(RAIDS.replace("246", "264"))]

        assert not twice(*pair)

    def test_other_languages_are_not_laid_side_by_side(self) -> None:
        pair = [said(RAIDS), said(RAIDS.replace("246", "264"), "en", "b.lede")]

        assert not twice(*pair)


def test_nothing_said_is_nothing_wrong() -> None:
    assert faults([]) == []
