"""Memory stays flat, however many plans are made."""

from pathlib import Path

import pytest

from benchmarks.memory import grown_mb, made


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells")
def test_a_hundred_plans_leave_memory_as_it_was() -> None:
    problems = [made(size, 0) for size in (5, 12, 70)]
    grown_mb(problems, 30)

    # Keeping one matrix of 70 sites a plan would be 40 kB each, 4 MB in all.
    assert grown_mb(problems, 300) < 2
