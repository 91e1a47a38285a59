from guide.trips.facts import FACTS
from guide.trips.missing import is_ready, missing
from tests.guide.trips.trips import complete, planned


def test_nothing_is_ready_that_lacks_an_objective() -> None:
    goals = {"dong": "x", "bac": "y"}

    assert is_ready(complete())
    assert [one.field for one in missing(complete(objectives=goals))] == [
        "objective_giua"
    ]


def test_each_fact_that_is_needed_is_missed() -> None:
    for key in (key for key, fact in FACTS.items() if fact.needed):
        facts = {other: "x" for other in FACTS if other != key}
        assert [one.field for one in missing(complete(facts=facts))] == [f"fact_{key}"]


def test_the_ratio_is_the_schools_to_set() -> None:
    assert "ratio" in {one.field for one in missing(planned())}


def test_toilets_that_are_too_far_apart_are_missing() -> None:
    (one,) = missing(complete(toilets_every=20))

    assert one.field == "toilets_every"
    assert "20" in one.label.vi
