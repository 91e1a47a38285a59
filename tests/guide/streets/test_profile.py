import pytest

from guide.streets.profile import ANYBODY, Fit, Profile, step_free


@pytest.mark.parametrize(
    ("kind", "tags", "fit"),
    [
        ("residential", {}, Fit.ASK),
        ("residential", {"surface": "asphalt"}, Fit.ASK),
        ("footway", {"wheelchair": "yes"}, Fit.YES),
        ("footway", {"wheelchair": "designated"}, Fit.YES),
        ("footway", {"wheelchair": "limited"}, Fit.ASK),
        ("footway", {"wheelchair": "no"}, Fit.NO),
        ("footway", {"smoothness": "good"}, Fit.YES),
        ("footway", {"smoothness": "intermediate"}, Fit.YES),
        ("footway", {"smoothness": "bad"}, Fit.ASK),
        ("footway", {"smoothness": "very_bad"}, Fit.NO),
        ("footway", {"smoothness": "good", "wheelchair": "limited"}, Fit.ASK),
        ("footway", {"smoothness": "good", "kerb": "raised"}, Fit.NO),
        ("footway", {"kerb": "lowered"}, Fit.ASK),
        ("steps", {}, Fit.NO),
        ("steps", {"ramp": "no"}, Fit.NO),
        ("steps", {"ramp": "yes"}, Fit.ASK),
        ("steps", {"ramp:wheelchair": "yes", "smoothness": "good"}, Fit.ASK),
        ("steps", {"ramp": "yes", "ramp:wheelchair": "no"}, Fit.NO),
        ("steps", {"wheelchair": "yes"}, Fit.YES),
        ("path", {"width": "0.89"}, Fit.NO),
        ("path", {"width": "0.9"}, Fit.ASK),
        ("path", {"width": "0.8 m"}, Fit.NO),
        ("path", {"width": "narrow"}, Fit.ASK),
        ("path", {"width": "3'"}, Fit.ASK),
        ("path", {"incline": "8%"}, Fit.ASK),
        ("path", {"incline": "8.1%"}, Fit.NO),
        ("path", {"incline": "-12 %"}, Fit.NO),
        ("path", {"incline": "up"}, Fit.ASK),
    ],
)
def test_what_tags_say_to_somebody_who_climbs_no_step(
    kind: str, tags: dict[str, str], fit: Fit
) -> None:
    assert step_free(kind, tags) is fit


@pytest.mark.parametrize(
    ("profile", "kind", "tags", "percent"),
    [
        (ANYBODY, "primary", {"lit": "no"}, 100),
        (ANYBODY, "steps", {}, 100),
        (Profile(step_free=True), "steps", {}, None),
        (Profile(step_free=True), "primary", {}, 100),
        (Profile(quiet=True), "primary", {}, 200),
        (Profile(quiet=True), "primary_link", {}, 200),
        (Profile(quiet=True), "tertiary", {}, 125),
        (Profile(quiet=True), "footway", {}, 100),
        (Profile(lit=True), "footway", {"lit": "yes"}, 100),
        (Profile(lit=True), "footway", {"lit": "no"}, 300),
        (Profile(lit=True), "footway", {}, 150),
        (Profile(quiet=True, lit=True), "primary", {"lit": "no"}, 600),
        (Profile(step_free=True, lit=True), "steps", {"lit": "yes"}, None),
    ],
)
def test_what_a_street_counts_for(
    profile: Profile, kind: str, tags: dict[str, str], percent: int | None
) -> None:
    assert profile.percent(kind, tags) == percent


def test_only_preferences_make_a_longer_way_the_best() -> None:
    assert not ANYBODY.is_weighed
    assert not Profile(step_free=True).is_weighed
    assert Profile(quiet=True).is_weighed
    assert Profile(lit=True).is_weighed
