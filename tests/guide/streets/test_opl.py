from math import pi

import pytest

from guide.streets.opl import read_line, read_tags

LINE = (
    "w12 dV t2025-08-28T09:47:39Z Thighway=steps,name=Ph%1ed1%%20%A "
    "Nn7x106.6859658y20.8438528,n-8x0y-1.5,n9007199254740991x1e-07y2\n"
)


def nowhere(_node: int) -> None:
    return None


def test_a_line_says_a_way_its_tags_and_where_its_nodes_are() -> None:
    way = read_line(LINE)
    nodes, points = way.drawn()

    assert (way.way, way.edited) == (12, "2025-08-28T09:47:39Z")
    assert read_tags(way.tags) == {"highway": "steps", "name": "Phố A"}
    assert way.whole
    assert nodes.tolist() == [7, -8, 2**53 - 1]
    assert points.tolist() == [[106.6859658, 20.8438528], [0, -1.5], [1e-7, 2]]


def test_numbers_are_read_to_the_last_digit() -> None:
    _nodes, points = read_line(f"w1 dV t T Nn1x{pi!r}y0.1,n2x106.6859658y1\n").drawn()

    assert points.tolist() == [[pi, 0.1], [106.6859658, 1.0]]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("", {}),
        ("a=b", {"a": "b"}),
        ("a=,b=c", {"a": "", "b": "c"}),
        ("name=1%2c%2%3d%3%25%%20%%1f600%", {"name": "1,2=3% 😀"}),
        ("name=a%0a%b%40%", {"name": "a\nb@"}),
    ],
)
def test_signs_that_mean_something_to_the_line_are_escaped(
    text: str, tags: dict[str, str]
) -> None:
    assert read_tags(text) == tags


@pytest.mark.parametrize("line", ["w1 dV t T N\n", "w1 dV t T N"])
def test_what_a_line_does_not_say_is_empty(line: str) -> None:
    way = read_line(line)

    assert (way.tags, way.nodes, way.edited) == ("", "", "")
    assert len(way.drawn()[0]) == 0
    assert list(way.parts(nowhere)) == []


def test_nodes_that_are_not_there_divide_a_way() -> None:
    way = read_line("w1 dV t T Nn1x1y2,n2xy,n3x3y4,n4x5y6,n-5xy\n")

    assert not way.whole
    assert [(n.tolist(), p.tolist()) for n, p in way.parts(nowhere)] == [
        ([1], [[1, 2]]),
        ([3, 4], [[3, 4], [5, 6]]),
    ]


def test_somebody_else_may_know_where_a_node_is() -> None:
    way = read_line("w1 dV t T Nn1x1y2,n-5xy\n")
    ((nodes, points),) = way.parts({-5: (3.0, 4.0)}.get)

    assert nodes.tolist() == [1, -5]
    assert points.tolist() == [[1, 2], [3, 4]]
