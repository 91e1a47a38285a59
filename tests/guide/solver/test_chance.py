"""The draws against their definition, in numbers that have no end."""

from collections.abc import Iterator
from itertools import islice

import numpy as np
import pytest

from guide.solver.chance import Dice, below, dice, draw, exponential, uniform

ONES = (1 << 64) - 1
FACTOR = 0x2545F4914F6CDD1D
HALVING = 0.6931471805599453  # the logarithm of 2


def defined(state: int) -> Iterator[int]:
    """Draw as Vigna writes it, in Python's own numbers."""
    while True:
        state ^= state >> 12
        state ^= state << 25 & ONES
        state ^= state >> 27
        yield state * FACTOR & ONES


def about_to_draw(output: int) -> Dice:
    """Make the state of which the next draw is ``output``: every step undone."""
    mixed = output * pow(FACTOR, -1, 1 << 64) & ONES
    for shift in (-27, 25, -12):
        undone = mixed
        for _ in range(64):
            moved = undone << shift & ONES if shift > 0 else undone >> -shift
            undone = mixed ^ moved
        mixed = undone
    return np.array([mixed], dtype=np.uint64)


def test_the_first_draw_from_one_is_what_the_definition_gives() -> None:
    # 1 becomes 2**25 + 1 in the second step, and nothing in the others.
    expected = (FACTOR << 25) + FACTOR & ONES

    assert draw(np.array([1], dtype=np.uint64)) == expected == 5180492295206395165


@pytest.mark.parametrize("seed", [0, 1, 2, 12345, 2**63, -1])
def test_draws_are_those_of_the_definition(seed: int) -> None:
    state = dice(seed)

    drawn = [int(draw(state)) for _ in range(50)]

    begin = (2 * seed + 1) * 0x9E3779B97F4A7C15 & ONES
    assert drawn == list(islice(defined(begin), 50))


def test_seeds_begin_differently_and_never_with_nothing() -> None:
    begins = {int(dice(seed)[0]) for seed in range(-500, 500)}

    assert len(begins) == 1000
    assert 0 not in begins


@pytest.mark.parametrize(
    ("output", "limit", "expected"),
    [
        pytest.param(1, 10, 0, id="the least"),
        pytest.param(ONES, 10, 9, id="the most is below the limit"),
        pytest.param(ONES, 1, 0, id="nothing to choose"),
        pytest.param((1 << 63) - 1, 2, 0, id="just in the lower half"),
        pytest.param(1 << 63, 2, 1, id="the upper half"),
    ],
)
def test_below_cuts_the_draws_evenly(output: int, limit: int, expected: int) -> None:
    assert below(about_to_draw(output), limit) == expected


def test_below_gives_the_same_numbers_everywhere() -> None:
    state = dice(7)

    drawn = [below(state, 6) for _ in range(50)]

    outputs = islice(defined(15 * 0x9E3779B97F4A7C15 & ONES), 50)
    assert drawn == [(output >> 33) * 6 // 2**31 for output in outputs]
    assert set(drawn) == {0, 1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    ("output", "halvings"),
    [
        pytest.param(ONES, 2 / 2**32, id="the most is nearly nothing"),
        pytest.param(3 << 62, 0.5, id="half way down the line"),
        pytest.param(1 << 63, 1, id="one half is one halving"),
        pytest.param((1 << 63) - 1, 1 + 2 / 2**32, id="just less than half"),
        pytest.param(1 << 24, 40, id="one zero less than are counted"),
        pytest.param(1 << 23, 41, id="as many zeros as are counted"),
        pytest.param(1 << 22, 41.5, id="one zero more: only the line goes on"),
    ],
)
def test_the_leading_zeros_count_the_halvings(output: int, halvings: float) -> None:
    assert exponential(about_to_draw(output)) == halvings * HALVING


def test_exponential_draws_are_above_zero_and_about_one() -> None:
    state = dice(0)

    drawn = [exponential(state) for _ in range(20_000)]

    assert min(drawn) > 0
    # The line lies a little above the curve: 1.5 halvings on average.
    assert sum(drawn) / len(drawn) == pytest.approx(1.5 * HALVING, rel=0.03)


@pytest.mark.parametrize(
    ("output", "number"),
    [
        pytest.param(1, 0.0, id="the least"),
        pytest.param(1 << 63, 0.5, id="half way"),
        pytest.param(ONES, 1 - 2**-31, id="the most is below one"),
    ],
)
def test_uniform_is_a_share_of_one(output: int, number: float) -> None:
    assert uniform(about_to_draw(output)) == number
