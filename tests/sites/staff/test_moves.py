"""The workflow as a table, written down a second time; everything else is refused."""

import pytest

from sites.staff.errors import NoSuchMove, OwnWork
from sites.staff.moves import MOVES, SAID, STATES, Move, State, open_moves, step
from sites.staff.roles import Role

WORKERS = "contributor editor publisher administrator"
REVIEWERS = "editor publisher administrator"

ALLOWED = {
    # state, move: roles of whoever wrote some of it; of whoever did not; where it leads
    ("published", "save"): (WORKERS, WORKERS, "draft"),
    ("draft", "save"): (WORKERS, WORKERS, "draft"),
    ("returned", "save"): (WORKERS, WORKERS, "draft"),
    ("submitted", "save"): (REVIEWERS, REVIEWERS, "draft"),
    ("accepted", "save"): (REVIEWERS, REVIEWERS, "draft"),
    ("draft", "submit"): (WORKERS, WORKERS, "submitted"),
    ("returned", "submit"): (WORKERS, WORKERS, "submitted"),
    ("submitted", "withdraw"): (WORKERS, REVIEWERS, "draft"),
    ("submitted", "return"): (REVIEWERS, REVIEWERS, "returned"),
    ("accepted", "return"): (REVIEWERS, REVIEWERS, "returned"),
    ("submitted", "accept"): ("", REVIEWERS, "accepted"),
    ("accepted", "publish"): (
        "publisher administrator", "publisher administrator", "published",
    ),
    ("draft", "discard"): (WORKERS, REVIEWERS, "published"),
    ("returned", "discard"): (WORKERS, REVIEWERS, "published"),
}  # fmt: skip

EVERY = [
    (state, move, role, wrote)
    for state in State
    for move in Move
    for role in Role
    for wrote in (True, False)
]


def roles(state: State, move: Move, *, wrote: bool) -> list[str]:
    authors, others, _to = ALLOWED.get((state.value, move.value), ("", "", ""))
    return (authors if wrote else others).split()


@pytest.mark.parametrize(("state", "move", "role", "wrote"), EVERY)
def test_a_move_is_done_by_those_in_the_table_and_by_nobody_else(
    state: State, move: Move, role: Role, *, wrote: bool
) -> None:
    if role.value in roles(state, move, wrote=wrote):
        assert step(state, move, role, wrote=wrote) == ALLOWED[state, move][2]
    else:
        with pytest.raises((NoSuchMove, OwnWork)):
            step(state, move, role, wrote=wrote)


def test_nobody_accepts_their_own_work_whatever_they_are() -> None:
    with pytest.raises(OwnWork):
        step(State.SUBMITTED, Move.ACCEPT, Role.ADMINISTRATOR, wrote=True)


def test_only_what_can_be_done_is_offered() -> None:
    offered = open_moves(State.SUBMITTED, Role.EDITOR, wrote=False)

    assert offered == (Move.SAVE, Move.WITHDRAW, Move.RETURN, Move.ACCEPT)
    assert open_moves(State.PUBLISHED, Role.TEACHER, wrote=True) == ()


def test_every_state_can_be_left_and_said() -> None:
    assert {state for state, _move in MOVES} == set(State) == set(STATES)
    assert set(SAID) == set(Move)
