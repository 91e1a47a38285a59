"""Chance that is the same on every machine: compiled."""

import numpy as np
import numpy.typing as npt

from guide.compiled import helper

Dice = npt.NDArray[np.uint64]


def dice(seed: int) -> Dice:
    """Make the state of the draws: one number, never 0."""
    mixed = (seed * 2 + 1) * 0x9E3779B97F4A7C15 & (1 << 64) - 1
    return np.array([mixed], dtype=np.uint64)


@helper
def draw(state: Dice) -> np.uint64:
    """Draw 64 random bits: xorshift64*.

    Source:
        Vigna (2016), https://doi.org/10.1145/2845077.
    """
    bits: np.uint64 = state[0]
    bits ^= bits >> np.uint64(12)
    bits ^= bits << np.uint64(25)
    bits ^= bits >> np.uint64(27)
    state[0] = bits
    return bits * np.uint64(2685821657736338717)


@helper
def below(state: Dice, limit: int) -> int:
    """Draw a whole number from 0 to ``limit`` - 1."""
    bits = draw(state) >> np.uint64(33)
    number: int = np.int64(bits * np.uint64(limit) >> np.uint64(31))  # type: ignore[assignment]
    return number


@helper
def exponential(state: Dice) -> float:
    """Draw about exponentially with mean 1, without a logarithm.

    Libraries round logarithms differently, and the search has to be the same
    everywhere: the leading zeros count the halvings, the rest is a straight line.
    """
    bits = draw(state)
    halvings = 0
    while halvings < 40 and bits >> np.uint64(63) == 0:
        bits <<= np.uint64(1)
        halvings += 1
    rest = np.int64(bits >> np.uint64(32)) / 4294967296.0
    return (halvings + 2.0 - 2.0 * rest) * 0.6931471805599453


@helper
def uniform(state: Dice) -> float:
    """Draw a number from 0 to just below 1."""
    return np.int64(draw(state) >> np.uint64(33)) / 2147483648.0
