import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.rule_words import WORDS, rule_words


@pytest.mark.parametrize(
    ("rule", "vi", "en"),
    [
        ("Mo-Su 08:00-17:00", "Hằng ngày 08:00–17:00", "Every day 08:00–17:00"),
        (
            "Mo-Fr 08:00-11:30,13:30-17:00; PH off",
            "Thứ Hai–thứ Sáu 08:00–11:30, 13:30–17:00; ngày lễ đóng cửa",
            "Monday–Friday 08:00–11:30, 13:30–17:00; public holidays closed",
        ),
        (
            "Jun-Aug Sa,Su 07:00-18:00",
            "Tháng 6–tháng 8 thứ Bảy, Chủ nhật 07:00–18:00",
            "June–August Saturday, Sunday 07:00–18:00",
        ),
        (
            'Mo 08:00-12:00 "Mo, PH - gate"',
            'Thứ Hai 08:00–12:00 "Mo, PH - gate"',
            'Monday 08:00–12:00 "Mo, PH - gate"',
        ),
        ("off", "Đóng cửa", "Closed"),
        ("sunrise-sunset", "Sunrise–sunset", "Sunrise–sunset"),
        ("", "", ""),
    ],
)
def test_a_rule_is_said_in_words(rule: str, vi: str, en: str) -> None:
    assert (rule_words(rule, "vi"), rule_words(rule, "en")) == (vi, en)


@given(st.lists(st.sampled_from([*WORDS, "08:00", "-", ",", ";"]), max_size=8))
def test_no_time_is_lost(parts: list[str]) -> None:
    assert rule_words(" ".join(parts), "vi").count("08:00") == parts.count("08:00")
