import pytest

from guide.trips.facts import FACTS, Fact


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_every_fact_has_a_label_in_both_languages(fact: Fact) -> None:
    assert fact.label.vi
    assert fact.label.en
    assert fact.label.vi != fact.label.en


@pytest.mark.parametrize(
    "key", ["partner", "licence", "insurance", "hospital", "police", "cost", "rain"]
)
def test_what_a_school_has_to_hand_in_is_needed(key: str) -> None:
    assert FACTS[key].needed
