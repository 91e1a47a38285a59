from sites.names import LANGUAGES, Text


def test_vietnamese_comes_first() -> None:
    assert LANGUAGES == ("vi", "en")


def test_a_text_is_said_in_the_language_asked_for() -> None:
    text = Text(vi="chùa", en="pagoda")

    assert [text.in_(language) for language in LANGUAGES] == ["chùa", "pagoda"]
