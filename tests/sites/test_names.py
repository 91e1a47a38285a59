from sites.names import LANGUAGES, Text, joined


def test_vietnamese_comes_first() -> None:
    assert LANGUAGES == ("vi", "en")


def test_a_text_is_said_in_the_language_asked_for() -> None:
    text = Text(vi="chùa", en="pagoda")

    assert [text.in_(language) for language in LANGUAGES] == ["chùa", "pagoda"]


def test_several_texts_are_listed_in_each_language() -> None:
    both = joined([Text(vi="Đền, nhỏ", en="Shrine"), Text(vi="Chùa", en="Pagoda")])

    assert both == Text(vi="Đền, nhỏ; Chùa", en="Shrine; Pagoda")
    assert str(both) == "Đền, nhỏ; Chùa"
