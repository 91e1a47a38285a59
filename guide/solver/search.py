"""The search for good tours when there are many sites: simulated annealing, compiled.

A step proposes one move and takes it if it wins more than it costs, every second of
walking and visiting at a price; and sometimes if not, ever less often. The price is
what a second earns in the best tours so far.

Source:
    Lin and Yu (2012), https://doi.org/10.1016/j.ejor.2011.08.024, for annealing this
    problem; the moves, and the price of time, are our own.
"""

from collections.abc import Iterator
from time import perf_counter
from typing import NamedTuple

import numpy as np

from guide.compiled import helper, kernel
from guide.solver.chance import below, exponential
from guide.solver.clock import NEVER
from guide.solver.model import Case, Ints, Model
from guide.solver.moves import (
    HEAT,
    LUCK,
    PRICE,
    Mood,
    bring_together,
    drop,
    put,
    refill,
)
from guide.solver.sequence import (
    Sequence,
    added_walk,
    bare_order,
    end_of,
    need_prize,
    refresh,
    sequence_of,
    splice,
)
from guide.solver.wishes import value_of

HOTTEST = (0.7, 0.5)
"""What may be lost when a cycle begins, as a share of the mean score."""

DEAR, CHEAP = 0.6, 0.3
"""The price of a second in the beginning and the end, as a share of what it earns."""

CYCLES, ROUNDS = len(HOTTEST), 20
"""So often it is heated up again, and the price is set anew in between."""

PUT, TOGETHER, DROP, REFILL = 22, 7, 2, 1
"""How often each move is proposed."""

CHUNK = 200
"""So many steps are taken between two looks at a clock, where there is one."""

AT_LEAST, COLD = 2000, 0.999
"""So many steps are taken before the first look, as at the end of all work."""


class Best(NamedTuple):
    """The best sequence so far; ``facts`` are its length, value, end, walking."""

    route: Ints
    facts: Ints


class Track:
    """A search under way: a sequence, and the best that it has been."""

    def __init__(self, case: Case, inner: tuple[int, ...], seed: int) -> None:
        self.case, self.seq = case, sequence_of(case, inner, seed)
        facts = np.full(4, -1, dtype=np.int64)
        self.best = Best(np.zeros_like(self.seq.route), facts)
        self.sound = prepare(case.model, self.seq, self.best)
        scores = case.model.score[: len(case.nodes)]
        self.mean = max(1.0, float(scores.sum()) / max(1, len(scores)))
        limits = [end - depart for depart, end in case.problem.tours]
        self.horizon = max(1, sum(limits))

    @property
    def order(self) -> tuple[int, ...]:
        """The best order, turns included, without the start and the end."""
        order: list[int] = self.best.route[1 : self.best.facts[0] - 1].tolist()
        return tuple(order)

    @property
    def complete(self) -> bool:
        """Whether the best order meets every need."""
        met = {int(self.case.model.needed[node]) for node in self.order} - {-1}
        return len(met) == int(self.case.model.limits[4])

    def advance(self, steps: int, share: float, until: float) -> None:
        """Take some steps between two shares of all work; none if there is no site."""
        if not self.case.nodes:
            return
        cycle, past = divmod(share * CYCLES, 1.0)
        earned = int(self.best.facts[1]) % need_prize(self.case.model)
        price = (DEAR + (CHEAP - DEAR) * past) * max(earned, self.mean) / self.horizon
        heat = HOTTEST[int(cycle)] * self.mean
        cooling = heat * (until - share) * CYCLES / max(1, steps)
        mood = np.array([heat * (1.0 - past), price, 0.0])
        anneal(self.case.model, self.seq, self.best, (mood, steps, cooling))


def best_order(
    case: Case, seed: int, steps: int, inner: tuple[int, ...] | None = None
) -> tuple[int, ...] | None:
    """Search for a good order of a case; None if none was found that meets all needs.

    Args:
        case: what is asked.
        seed: another one may find another order.
        steps: how many moves to try.
        inner: an order to begin with.

    Returns:
        The nodes in order, turns included.
    """
    track = Track(case, bare_order(case) if inner is None else inner, seed)
    if not track.sound:
        return None
    rounds = CYCLES * ROUNDS
    for number in range(rounds):
        track.advance(steps // rounds, number / rounds, (number + 1) / rounds)
    return track.order if track.complete else None


def best_within(case: Case, seed: int, until: float) -> tuple[int, ...]:
    """Search until a moment of ``perf_counter``: for benchmarks, not for answers."""
    begin = perf_counter()
    track = Track(case, bare_order(case), seed)
    # However busy the machine is: some answer, of a moment without any heat.
    track.advance(AT_LEAST, COLD, COLD)
    for share in _shares(begin, until):
        track.advance(CHUNK, share, share)
    return track.order


def _shares(begin: float, until: float) -> Iterator[float]:
    """Tell how much of a time is over, as long as it is not."""
    while (now := perf_counter()) < until:
        yield (now - begin) / (until - begin)


@kernel
def prepare(model: Model, seq: Sequence, best: Best) -> bool:
    """Work out the first times; False if the sequence cannot be walked as it is."""
    length = seq.facts[0]
    refresh(model, seq, 0, length)
    for at in range(length):
        seq.trial[at] = seq.route[at]
        if seq.late[at] < 0:
            return False
    seq.facts[1] = value_of(model, seq, length)
    seq.facts[2] = seq.walk[length - 1]
    if seq.facts[1] < 0 or seq.leave[length - 1] >= NEVER:
        return False
    _note(model, seq, best)
    return True


@kernel
def anneal(
    model: Model, seq: Sequence, best: Best, plan: tuple[Mood, int, float]
) -> None:
    """Take some steps, cooling a little at each."""
    mood, steps, cooling = plan
    for _ in range(steps):
        if _step(model, seq, mood):
            _note(model, seq, best)
        mood[HEAT] = max(0.0, mood[HEAT] - cooling)


@helper
def _step(model: Model, seq: Sequence, mood: Mood) -> bool:
    """Propose one move, take it or not."""
    mood[LUCK] = mood[HEAT] * exponential(seq.dice)
    kind = below(seq.dice, PUT + TOGETHER + DROP + REFILL)
    if kind < PUT:
        stretch = put(model, seq, mood)
    elif kind < PUT + REFILL:
        stretch = refill(model, seq, mood)
    elif seq.facts[0] == 2:
        return False
    elif kind < PUT + REFILL + TOGETHER:
        stretch = bring_together(model, seq, mood[LUCK] / mood[PRICE])
    else:
        stretch = drop(model, seq)
    if stretch[0] < 0 or not _worth_it(model, seq, stretch, mood):
        return False
    splice(model, seq, stretch)
    return True


@helper
def _worth_it(
    model: Model, seq: Sequence, stretch: tuple[int, int, int], mood: Mood
) -> bool:
    """Take a move if it wins more than it costs, or luck will have it."""
    low, high, count = stretch
    added = added_walk(model, seq, stretch)
    if added >= NEVER:
        return False
    gain, stay = 0, 0
    for at in range(count):
        gain += seq.prize[seq.piece[at]]
        stay += model.visit[seq.piece[at]]
    for at in range(low + 1, high):
        gain -= seq.prize[seq.route[at]]
        stay -= model.visit[seq.route[at]]
    if model.limits[3]:
        gain = _gain_of_whole(model, seq, stretch)
    if gain - mood[PRICE] * (added + stay) < -mood[LUCK]:
        return False
    seq.facts[1] += gain
    seq.facts[2] += added
    return True


@helper
def _gain_of_whole(model: Model, seq: Sequence, stretch: tuple[int, int, int]) -> int:
    """Tell what a move wins, the wishes about tours included."""
    low, high, count = stretch
    shift = low + 1 + count - high
    for at in range(low + 1):
        seq.trial[at] = seq.route[at]
    for at in range(count):
        seq.trial[low + 1 + at] = seq.piece[at]
    for at in range(high, seq.facts[0]):
        seq.trial[at + shift] = seq.route[at]
    value = value_of(model, seq, seq.facts[0] + shift)
    gain: int = value - seq.facts[1] if value >= 0 else -NEVER * NEVER
    return gain


@helper
def _note(model: Model, seq: Sequence, best: Best) -> None:
    """Keep the sequence if it is the best so far: value, then end, then walking."""
    value, length, facts = seq.facts[1], seq.facts[0], best.facts
    if value < facts[1]:
        return
    end, walk = end_of(model, seq), seq.facts[2]
    if value == facts[1] and (end > facts[2] or (end == facts[2] and walk >= facts[3])):
        return
    facts[0], facts[1], facts[2], facts[3] = length, value, end, walk
    for at in range(length):
        best.route[at] = seq.route[at]
