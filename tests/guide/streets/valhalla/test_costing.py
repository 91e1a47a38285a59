from guide.streets.profile import ANYBODY, Profile
from guide.streets.valhalla.costing import NAME, options, question


def test_for_anybody_every_metre_counts_the_same() -> None:
    found = options(ANYBODY)

    assert found["shortest"] is True
    assert found["alley_factor"] == found["driveway_factor"] == 1
    assert found["step_penalty"] == 0
    assert "type" not in found


def test_who_takes_no_steps_is_a_wheelchair_to_valhalla() -> None:
    assert options(Profile(step_free=True))["type"] == "wheelchair"


def test_who_wishes_for_more_than_short_ways_does_not_get_the_shortest() -> None:
    for profile in (Profile(quiet=True), Profile(lit=True)):
        assert "shortest" not in options(profile)


def test_quiet_and_lit_are_wished_for_together_or_alone() -> None:
    quiet, lit = options(Profile(quiet=True)), options(Profile(lit=True))
    both = options(Profile(quiet=True, lit=True))

    assert quiet["walkway_factor"] < 1
    assert "use_lit" not in quiet
    assert lit["use_lit"] > 0
    assert "walkway_factor" not in lit
    assert both == quiet | lit


def test_a_question_names_the_costing_and_kilometres() -> None:
    asked = question(ANYBODY, locations=[])

    assert asked["costing"] == NAME == "pedestrian"
    assert asked["costing_options"] == {NAME: options(ANYBODY)}
    assert (asked["units"], asked["locations"]) == ("kilometers", [])
