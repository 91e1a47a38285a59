"""What Valhalla is told about who walks.

Source:
    https://valhalla.github.io/valhalla/api/turn-by-turn/api-reference/, pedestrian
    costing options.
"""

from typing import Any

from guide.streets.profile import Profile

NAME = "pedestrian"

PLAIN: dict[str, Any] = {
    "alley_factor": 1.0,
    "driveway_factor": 1.0,
    "service_penalty": 0,
    "service_factor": 1.0,
    "step_penalty": 0,
    "destination_only_penalty": 0,
    "gate_penalty": 0,
    "use_ferry": 0.0,
}
"""As long as nobody wishes for more, a metre counts the same everywhere: in a city of
alleys, Valhalla's dislike of them would lead around by the main streets."""

QUIET: dict[str, Any] = {
    "walkway_factor": 0.5,
    "sidewalk_factor": 0.75,
    "use_living_streets": 1.0,
}
"""Valhalla knows no classes of streets to keep away from: footways draw instead."""

LIT: dict[str, Any] = {"use_lit": 0.25}
"""With more, Valhalla walks far around streets of whose lamps nobody has said anything:
1.16 times as far in the middle with 1.0, in a city where few are tagged. With this,
ways become as much longer as on our own streets."""


def options(profile: Profile) -> dict[str, Any]:
    """Return the options for somebody of a profile."""
    found = dict(PLAIN)
    if profile.step_free:
        found["type"] = "wheelchair"
    if profile.quiet:
        found |= QUIET
    if profile.lit:
        found |= LIT
    # "shortest" counts metres alone, and would not see what is wished for.
    return found if profile.is_weighed else found | {"shortest": True}


def question(profile: Profile, **more: object) -> dict[str, Any]:
    """Return a question about ways for somebody of a profile."""
    return {
        "costing": NAME,
        "costing_options": {NAME: options(profile)},
        "units": "kilometers",
    } | more
