"""Opening rules in words: ``Mo-Su 08:00-17:00; PH off`` as people read it.

Word by word, so that nothing is lost: what is not known here stays as it is written.
"""

import re

from sites.names import Language, Text

WORDS: dict[str, Text] = {
    "Mo-Su": Text(vi="hằng ngày", en="every day"),
    "Mo": Text(vi="thứ Hai", en="Monday"),
    "Tu": Text(vi="thứ Ba", en="Tuesday"),
    "We": Text(vi="thứ Tư", en="Wednesday"),
    "Th": Text(vi="thứ Năm", en="Thursday"),
    "Fr": Text(vi="thứ Sáu", en="Friday"),
    "Sa": Text(vi="thứ Bảy", en="Saturday"),
    "Su": Text(vi="Chủ nhật", en="Sunday"),
    "PH": Text(vi="ngày lễ", en="public holidays"),
    "off": Text(vi="đóng cửa", en="closed"),
    "closed": Text(vi="đóng cửa", en="closed"),
    "unknown": Text(vi="chưa rõ", en="not known"),
    "Jan": Text(vi="tháng 1", en="January"),
    "Feb": Text(vi="tháng 2", en="February"),
    "Mar": Text(vi="tháng 3", en="March"),
    "Apr": Text(vi="tháng 4", en="April"),
    "May": Text(vi="tháng 5", en="May"),
    "Jun": Text(vi="tháng 6", en="June"),
    "Jul": Text(vi="tháng 7", en="July"),
    "Aug": Text(vi="tháng 8", en="August"),
    "Sep": Text(vi="tháng 9", en="September"),
    "Oct": Text(vi="tháng 10", en="October"),
    "Nov": Text(vi="tháng 11", en="November"),
    "Dec": Text(vi="tháng 12", en="December"),
}
"""What a word of the grammar is to people."""

KNOWN = re.compile(rf'"[^"]*"|\b(?:{"|".join(WORDS)})\b|[-,;]')
"""A remark, which stays as it is, or a word, or a sign."""

SIGNS = {"-": "–", ",": ", ", ";": "; "}


def rule_words(rule: str, language: Language) -> str:
    """Write a rule in words, its first letter a capital."""

    def said(found: re.Match[str]) -> str:
        word = found[0]
        if word in WORDS:
            return WORDS[word].in_(language)
        return SIGNS.get(word, word)

    words = " ".join(KNOWN.sub(said, rule).split())
    return words[:1].upper() + words[1:]
