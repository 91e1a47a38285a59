"""How a draft moves from first words to being published: one table, nothing beside."""

from dataclasses import dataclass
from enum import StrEnum

from sites.names import Text
from sites.staff.errors import NoSuchMove, OwnWork
from sites.staff.roles import CONTRIBUTORS, EDITORS, PUBLISHERS, Role


class State(StrEnum):
    """Where a draft is."""

    PUBLISHED = "published"
    """There is no draft: what was last worked on is what visitors read."""
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class Move(StrEnum):
    """What somebody does with a draft."""

    SAVE = "save"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    RETURN = "return"
    ACCEPT = "accept"
    PUBLISH = "publish"
    DISCARD = "discard"


STATES: dict[State, Text] = {
    State.PUBLISHED: Text(vi="đã xuất bản", en="published"),
    State.DRAFT: Text(vi="bản nháp", en="draft"),
    State.SUBMITTED: Text(vi="chờ duyệt", en="submitted"),
    State.RETURNED: Text(vi="trả lại", en="returned"),
    State.ACCEPTED: Text(vi="đã duyệt", en="accepted"),
}
"""How states are said."""

SAID: dict[Move, Text] = {
    Move.SAVE: Text(vi="lưu", en="save"),
    Move.SUBMIT: Text(vi="gửi duyệt", en="submit"),
    Move.WITHDRAW: Text(vi="rút lại", en="take back"),
    Move.RETURN: Text(vi="trả lại", en="return"),
    Move.ACCEPT: Text(vi="duyệt", en="accept"),
    Move.PUBLISH: Text(vi="xuất bản", en="publish"),
    Move.DISCARD: Text(vi="bỏ bản nháp", en="give up"),
}
"""How moves are said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Where a move leads, and whose it is.

    ``own`` is True where only those may do it who wrote some of the draft (or whoever
    reviews), False where they just may not: nobody accepts their own work.
    """

    to: State
    roles: frozenset[Role]
    own: bool | None = None


_SAVE = Step(to=State.DRAFT, roles=CONTRIBUTORS)
_CORRECT = Step(to=State.DRAFT, roles=EDITORS)
_SUBMIT = Step(to=State.SUBMITTED, roles=CONTRIBUTORS)
_RETURN = Step(to=State.RETURNED, roles=EDITORS)
_DISCARD = Step(to=State.PUBLISHED, roles=CONTRIBUTORS, own=True)

MOVES: dict[tuple[State, Move], Step] = {
    (State.PUBLISHED, Move.SAVE): _SAVE,
    (State.DRAFT, Move.SAVE): _SAVE,
    (State.RETURNED, Move.SAVE): _SAVE,
    # What was changed has to be read again: it is a draft once more.
    (State.SUBMITTED, Move.SAVE): _CORRECT,
    (State.ACCEPTED, Move.SAVE): _CORRECT,
    (State.DRAFT, Move.SUBMIT): _SUBMIT,
    (State.RETURNED, Move.SUBMIT): _SUBMIT,
    (State.SUBMITTED, Move.WITHDRAW): Step(
        to=State.DRAFT, roles=CONTRIBUTORS, own=True
    ),
    (State.SUBMITTED, Move.RETURN): _RETURN,
    (State.ACCEPTED, Move.RETURN): _RETURN,
    (State.SUBMITTED, Move.ACCEPT): Step(to=State.ACCEPTED, roles=EDITORS, own=False),
    (State.ACCEPTED, Move.PUBLISH): Step(to=State.PUBLISHED, roles=PUBLISHERS),
    (State.DRAFT, Move.DISCARD): _DISCARD,
    (State.RETURNED, Move.DISCARD): _DISCARD,
}
"""What is not in this table cannot be done."""


def step(state: State, move: Move, role: Role, *, wrote: bool) -> State:
    """Return where a draft is after a move.

    Args:
        state: where it is now.
        move: what somebody does.
        role: what they are.
        wrote: whether some of the draft is theirs.

    Raises:
        NoSuchMove: a draft that is there cannot be moved so, or not by this role.
        OwnWork: nobody accepts what they wrote.
    """
    found = MOVES.get((state, move))
    if found is None or role not in found.roles:
        raise NoSuchMove(SAID[move], STATES[state])
    if found.own is False and wrote:
        raise OwnWork
    if found.own and not (wrote or role in EDITORS):
        raise NoSuchMove(SAID[move], STATES[state])
    return found.to


def open_moves(state: State, role: Role, *, wrote: bool) -> tuple[Move, ...]:
    """List what somebody may do with a draft, in the order of the table of moves."""
    return tuple(move for move in Move if _is_open(state, move, role, wrote=wrote))


def _is_open(state: State, move: Move, role: Role, *, wrote: bool) -> bool:
    try:
        step(state, move, role, wrote=wrote)
    except (NoSuchMove, OwnWork):
        return False
    return True
