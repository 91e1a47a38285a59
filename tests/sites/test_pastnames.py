from sites.names import Text
from sites.pastnames import PastName, Period

XUA = Period(
    key="xua", name=Text(vi="x", en="x"), since=1900, until=1945, sources=("p", "a")
)


def test_spellings_begin_with_the_name_itself() -> None:
    name = PastName(name="phố Bê", spelt=("Rue B", "phố B"))

    assert name.spellings == ("phố Bê", "Rue B", "phố B")


def test_a_name_cites_its_own_sources_then_those_of_its_period_each_once() -> None:
    assert PastName(name="x", sources=("a", "b")).all_sources == ("a", "b")
    named = PastName(name="x", sources=("a", "b"), period=XUA)
    assert named.all_sources == ("a", "b", "p")
