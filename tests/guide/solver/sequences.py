"""Sequences for the tests of the compiled parts: made, changed and read plainly."""

from guide.solver.model import Case
from guide.solver.sequence import Sequence, refresh, sequence_of

Stretch = tuple[int, int, int]


def along(*places: int) -> tuple[tuple[int, ...], ...]:
    """Seconds between places on a straight street; the last two: start and end."""
    return tuple(tuple(abs(a - b) for b in places) for a in places)


def walked(case: Case, *inner: int, seed: int = 0) -> Sequence:
    """Make the sequence of some nodes, with its times."""
    seq = sequence_of(case, inner, seed)
    refresh(case.model, seq, 0, int(seq.facts[0]))
    return seq


def order_of(seq: Sequence) -> list[int]:
    """Read the nodes of a sequence, the start and the end among them."""
    order: list[int] = seq.route[: seq.facts[0]].tolist()
    return order


def order_after(seq: Sequence, stretch: Stretch) -> list[int]:
    """Read what the nodes would be if a proposed stretch were taken."""
    low, high, count = stretch
    order = order_of(seq)
    return [*order[: low + 1], *seq.piece[:count].tolist(), *order[high:]]
