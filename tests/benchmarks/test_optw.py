"""The checker of the literature's instances, and the solver seen by it."""

import json
from pathlib import Path

import pytest

from benchmarks import optw

# On a line: the start at 0, a point each at 10, 20 and -10; an hour until the end.
LINES = """1 1 3 1
0 200
0 0 0 0 0 0 0 0 60
1 10 0 6 7 1 1 1 0 60
2 20 0 5 9 1 1 1 30 40
3 -10 0 5 4 1 1 1 0 12
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "line.txt"
    path.write_text(LINES)
    return path


@pytest.mark.parametrize(
    ("routes", "score"),
    [
        pytest.param([[]], 0, id="nobody goes"),
        pytest.param([[1, 2]], 16, id="waiting for the doors"),
        pytest.param([[3, 1]], 11, id="one after the other"),
        pytest.param([[1, 2], [3]], 20, id="two tours"),
    ],
)
def test_the_checker_adds_up(file: Path, routes: list[list[int]], score: int) -> None:
    assert optw.check(optw.load(file), routes) == score


@pytest.mark.parametrize(
    ("routes", "says"),
    [
        pytest.param([[1, 1]], "twice", id="in one tour"),
        pytest.param([[1], [1]], "twice", id="in two tours"),
        pytest.param([[0]], "none", id="the start"),
        pytest.param([[4]], "none", id="no such point"),
        pytest.param([[1, 3]], "too late", id="closed by then"),
        pytest.param([[2, 1]], "end", id="not home in time"),
    ],
)
def test_the_checker_refuses(file: Path, routes: list[list[int]], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        optw.check(optw.load(file), routes)


@pytest.mark.parametrize(
    ("options", "score", "tours"),
    [
        pytest.param([], 16, None, id="one tour"),
        pytest.param(["--tours", "2"], 20, 2, id="a team"),
    ],
)
def test_a_line_of_json_for_each_file(
    file: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    *,
    score: int,
    tours: int | None,
) -> None:
    optw.main([str(file), "--ms", "5", *options])

    found = json.loads(capsys.readouterr().out)
    assert (found["instance"], found["score"]) == ("line", score)
    routes = found["route"] if tours else [found["route"]]
    assert len(routes) == (tours or 1)
    assert optw.check(optw.load(file), routes) == score
