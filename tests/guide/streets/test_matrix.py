import os
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.streets.matrix import (
    MOST_FILES,
    NOTHING,
    Matrix,
    MatrixFolder,
    Metres,
    between,
    updated,
)
from sites.position import Position
from tests.guide.factories import on

PLACES = [on(100.0 * east, 0) for east in range(8)]


class Measure:
    """Measure as the crow flies, and remember what was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def __call__(self, begin: Sequence[Position], goal: Sequence[Position]) -> Metres:
        self.asked.append((len(begin), len(goal)))
        flat = [abs(a.lon - b.lon) for a in begin for b in goal]
        return np.array(flat).reshape(len(begin), len(goal))


def matrix(*places: Position) -> Matrix:
    return updated(NOTHING, places, Measure())


def test_what_is_known_is_not_measured_again() -> None:
    measure = Measure()
    found = between(matrix(*PLACES), PLACES[2:5], measure)

    assert measure.asked == []
    assert (found == Measure()(PLACES[2:5], PLACES[2:5])).all()


def test_one_new_place_is_one_row_and_one_column() -> None:
    measure = Measure()
    found = updated(
        matrix(*PLACES[:7]), [*PLACES[:3], PLACES[7], *PLACES[4:7]], measure
    )

    assert measure.asked == [(1, 7), (6, 1)]
    assert found.positions[3] == PLACES[7]


def test_the_same_places_are_the_same_matrix() -> None:
    known = matrix(*PLACES)

    assert updated(known, [*PLACES, PLACES[0]], Measure()) is known


def test_a_place_that_is_gone_is_forgotten_without_measuring() -> None:
    measure = Measure()
    found = updated(matrix(*PLACES), PLACES[1:], measure)

    assert measure.asked == []
    assert found.positions == tuple(PLACES[1:])


some = st.lists(st.sampled_from(PLACES), max_size=8)


@given(some, some)
def test_a_matrix_brought_up_to_date_is_the_one_made_anew(
    before: list[Position], after: list[Position]
) -> None:
    found = updated(matrix(*before), after, Measure())

    assert found.positions == matrix(*after).positions
    assert (found.metres == matrix(*after).metres).all()


@given(some, some)
def test_the_same_place_may_be_asked_for_twice(
    known: list[Position], asked: list[Position]
) -> None:
    found = between(matrix(*known), asked, Measure())

    assert found.tolist() == Measure()(asked, asked).tolist()


def test_a_matrix_is_read_as_it_was_kept(tmp_path: Path) -> None:
    folder, known = MatrixFolder(tmp_path / "matrices"), matrix(*PLACES)
    known.metres[0, 1] = np.inf
    folder.keep("a", known)

    found = folder.read("a")

    assert found.positions == known.positions
    assert (found.metres == known.metres).all()


def test_an_empty_matrix_is_read_as_it_was_kept(tmp_path: Path) -> None:
    MatrixFolder(tmp_path).keep("a", NOTHING)

    assert MatrixFolder(tmp_path).read("a").positions == ()


BAD: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda whole: whole[: len(whole) // 2],
    "empty": lambda _whole: b"",
    "something else": lambda _whole: b"PK\x03\x04 is how a zip begins",
    "one byte wrong": lambda whole: whole[:150] + b"\xff" + whole[151:],
}


@pytest.mark.parametrize("bad", BAD)
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, bad: str) -> None:
    folder = MatrixFolder(tmp_path)
    folder.keep("a", matrix(*PLACES))
    (file,) = tmp_path.iterdir()
    file.write_bytes(BAD[bad](file.read_bytes()))

    assert folder.read("a") is NOTHING


@pytest.mark.parametrize(
    "metres",
    [
        pytest.param([[0.0, 1.0]], id="not square"),
        pytest.param([[0.0, -1.0], [1.0, 0.0]], id="less than nothing"),
        pytest.param([[0.0, float("nan")], [1.0, 0.0]], id="no number"),
    ],
)
def test_numbers_that_are_no_metres_are_not_read(
    tmp_path: Path, metres: list[list[float]]
) -> None:
    folder = MatrixFolder(tmp_path)
    folder.keep("a", Matrix(tuple(PLACES[:2]), np.array(metres)))

    assert folder.read("a") is NOTHING


def test_a_place_beyond_the_poles_is_not_read(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", positions=[[91.0, 0.0]], metres=[[0.0]])

    assert MatrixFolder(tmp_path).read("a") is NOTHING


def test_where_there_is_no_file_nothing_is_known(tmp_path: Path) -> None:
    assert MatrixFolder(tmp_path / "nowhere").read("a") is NOTHING


def test_where_nothing_can_be_written_it_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    folder = MatrixFolder(tmp_path / "file")
    folder.keep("a", matrix(*PLACES))

    assert folder.read("a") is NOTHING


def test_only_the_newest_matrices_are_kept(tmp_path: Path) -> None:
    folder = MatrixFolder(tmp_path)
    names = [f"m{number}" for number in range(MOST_FILES + 2)]
    for age, name in enumerate(names):
        folder.keep(name, NOTHING)
        os.utime(tmp_path / f"{name}.npz", (age, age))
    folder.keep("last", NOTHING)

    left = {file.stem for file in tmp_path.iterdir()}
    assert left == {*names[3:], "last"}
