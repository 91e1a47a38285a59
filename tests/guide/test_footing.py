from dataclasses import replace

import pytest

from guide.footing import Footing, footing
from guide.pace import WALKERS
from guide.streets.profile import Profile
from guide.streets.way import Piece
from guide.wishes import Wishes
from tests.guide.factories import leg, on, part, request, tour

SURE = Piece("Phố A", 100.0, 0, 1, tags={"wheelchair": "yes"})
UNKNOWN = Piece("Phố B", 50.0, 1, 2)
LEG = replace(leg(on(0, 0), on(160, 0), metres=160.0), pieces=(SURE, UNKNOWN))


def test_where_steps_do_not_matter_nothing_is_said() -> None:
    assert footing(tour(parts=(part([LEG]),))) is None


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(request(walker=WALKERS["wheelchair"]), id="by who walks"),
        pytest.param(
            request(wishes=Wishes(streets=Profile(step_free=True))), id="by wish"
        ),
    ],
)
def test_what_is_not_tagged_is_to_be_asked(asked: object) -> None:
    walks = (part([LEG, LEG]), part([leg(metres=30.0)]))

    assert footing(tour(parts=walks, request=asked)) == Footing(200.0, 150.0)
