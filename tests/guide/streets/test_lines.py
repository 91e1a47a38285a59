import numpy as np

from guide.streets.lines import LineRows, Lines, joined
from guide.streets.street import Label

ALLEY, STEPS = Label("Ngõ 1", "footway"), Label(None, "steps", {"lit": "yes"})


def rows(*lines: tuple[Label, list[int]]) -> LineRows:
    """Return lines along nodes that stand where their numbers say."""
    found = LineRows()
    for label, nodes in lines:
        found.add(label, np.array(nodes), np.array([[n, -n] for n in nodes], float))
    return found


def as_lists(lines: Lines) -> list[tuple[Label, list[int], list[list[float]]]]:
    return [
        (lines.labels[lines.label[place]], nodes.tolist(), points.tolist())
        for place in range(len(lines))
        for nodes, points in [lines.line(place)]
    ]


def test_lines_are_returned_as_they_were_added() -> None:
    lines = rows((ALLEY, [1, 2, 3]), (STEPS, [3, 4]), (ALLEY, [4, 5])).table()

    assert as_lists(lines) == [
        (ALLEY, [1, 2, 3], [[1, -1], [2, -2], [3, -3]]),
        (STEPS, [3, 4], [[3, -3], [4, -4]]),
        (ALLEY, [4, 5], [[4, -4], [5, -5]]),
    ]
    assert lines.labels == [ALLEY, STEPS]


def test_no_lines_are_a_table_too() -> None:
    assert len(LineRows().table()) == 0


def test_the_lines_of_a_table_come_after_those_that_are_there() -> None:
    first, second = rows((STEPS, [7, 8])), rows((ALLEY, [1, 2]), (STEPS, [2, 3]))
    both = joined(first.table(), second.table())

    assert both.labels == [STEPS, ALLEY]
    assert as_lists(both) == [
        *as_lists(rows((STEPS, [7, 8])).table()),
        *as_lists(second.table()),
    ]
