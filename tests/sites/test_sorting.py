from itertools import pairwise

import pytest

from sites.sorting import vietnamese_key

TONES = ["ma", "mà", "mả", "mã", "má", "mạ"]


def test_letters_come_in_the_order_of_the_alphabet() -> None:
    words = ["ba", "ca", "da", "đa", "ea", "tam", "tăm", "tâm", "xa"]

    assert sorted({*words}, key=vietnamese_key) == words


@pytest.mark.parametrize(("first", "second"), list(pairwise(TONES)))
def test_tones_come_in_the_order_of_the_dictionary(first: str, second: str) -> None:
    assert vietnamese_key(first) < vietnamese_key(second)


def test_a_tone_decides_only_between_the_same_letters() -> None:
    assert vietnamese_key("Đình Đông Khê") < vietnamese_key("Đình Gia Viên")
    assert vietnamese_key("má anh") < vietnamese_key("ma em")


def test_a_shorter_word_comes_first_and_capitals_do_not_count() -> None:
    assert vietnamese_key("Chùa") < vietnamese_key("chùa Đỏ")


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert vietnamese_key("Đền") == vietnamese_key("Đe\u0302\u0300n")
