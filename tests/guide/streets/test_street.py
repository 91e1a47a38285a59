import numpy as np
import pytest

from guide.streets.street import Label, Labels, Street, StreetTable, TableRows, parts_of
from sites.errors import BadPosition
from sites.position import Position
from tests.guide.factories import on, street

STEPS = Street(
    line=(on(0, 0), on(10, 0), on(10, 5)),
    metres=15.0,
    name="Ngõ 1",
    kind="steps",
    tags={"oneway:foot": "-1"},
)
STREETS = (STEPS, street(on(10, 5), on(20, 5)), street(on(20, 5), on(30, 5)))
TABLE = StreetTable.of(STREETS)


@pytest.mark.parametrize(
    ("tags", "one_way"),
    [({}, 0), ({"oneway:foot": "yes"}, 1), ({"foot:forward": "no"}, -1)],
)
def test_a_street_says_which_way_people_on_foot_may_walk_it(
    tags: dict[str, str], one_way: int
) -> None:
    told = Street(line=STEPS.line, metres=1, name=None, kind="path", tags=tags)

    assert told.one_way == one_way


def test_a_table_is_read_like_the_streets_it_was_made_of() -> None:
    assert len(TABLE) == 3
    assert tuple(TABLE) == STREETS
    assert TABLE[0] == TABLE[-3] == STEPS
    assert TABLE[0].tags == STEPS.tags
    assert TABLE[1:] == STREETS[1:]
    assert TABLE[::-2] == STREETS[::-2]
    assert STREETS[1] in TABLE


@pytest.mark.parametrize("place", [3, -4])
def test_there_is_nothing_beyond_its_ends(place: int) -> None:
    with pytest.raises(IndexError):
        TABLE[place]


def test_a_table_is_equal_to_the_same_streets_in_any_sequence() -> None:
    assert TABLE == STREETS
    assert STREETS == TABLE
    assert list(STREETS) == TABLE
    assert StreetTable.of(STREETS) == TABLE
    assert hash(TABLE) == hash(STREETS)


@pytest.mark.parametrize("other", [STREETS[:2], STREETS[::-1], (), 3, None])
def test_a_table_is_not_equal_to_anything_else(other: object) -> None:
    assert other != TABLE


def test_a_table_of_a_table_is_that_table() -> None:
    assert StreetTable.of(TABLE) is TABLE


def test_streets_of_one_way_share_their_words() -> None:
    assert TABLE.labels == [
        Label("Ngõ 1", "steps", {"oneway:foot": "-1"}),
        Label(None, "residential"),
    ]
    assert TABLE.label.tolist() == [0, 1, 1]


def test_the_ends_of_streets_are_their_first_and_last_points() -> None:
    ends = [[s.line[0].lon_lat, s.line[-1].lon_lat] for s in STREETS]

    assert np.array_equal(TABLE.ends, ends)


def test_labels_are_the_same_only_if_all_is() -> None:
    labels = Labels([Label("A", "path")])
    told = [
        Label("A", "path"), Label("A", "steps"), Label(None, "path"),
        Label("A", "path", {"lit": "yes"}), Label("A", "path", {"lit": "no"}),
    ]  # fmt: skip

    assert [labels.number(label) for label in told] == [0, 1, 2, 3, 4]
    assert labels == told


def test_tags_of_any_kind_are_kept() -> None:
    label = Label("A", "path", {"lit": ["yes"]})  # type: ignore[dict-item]
    labels = Labels([label, label])

    assert labels == [label, label]


@pytest.mark.parametrize("point", [(181, 0), (0, 90.1), (float("nan"), 0)])
def test_a_point_that_is_nowhere_is_refused(point: tuple[float, float]) -> None:
    rows = TableRows()
    rows.add(Label(None, "path"), 1.0, [(180, 90), point])

    with pytest.raises(BadPosition):
        rows.table()


def test_the_corners_of_the_map_are_positions() -> None:
    rows = TableRows()
    rows.add(Label(None, "path"), 1.0, [(180, 90), (-180, -90)])

    assert rows.table()[0].line == (Position(90, 180), Position(-90, -180))


def test_rows_have_a_begin_and_an_end() -> None:
    assert list(parts_of(np.array([0, 3, 5]))) == [(0, 3), (3, 5)]
