"""The compiled parts are compiled once."""

from random import Random
from typing import Any

import numpy as np

from guide.solver import labels, relax, search
from guide.solver.solve import solve, warm
from tests.guide.solver.cases import problem


def test_nothing_is_compiled_after_warming() -> None:
    warm()
    kernels: tuple[Any, ...] = (
        search.prepare,
        search.anneal,
        relax.tighten,
        labels.grow,
    )
    before = [len(kernel.signatures) for kernel in kernels]
    random = Random(1)
    ways = np.array([[random.randrange(60, 600) for _ in range(42)] for _ in range(42)])

    solve(problem(tuple(range(1, 41)), travel_s=np.asfortranarray(ways)), effort=500)

    after = [len(kernel.signatures) for kernel in kernels]
    assert before == after == [1, 1, 1, 1]
