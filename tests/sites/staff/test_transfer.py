import csv
import io
import json

import pytest

from sites.catalogue import Catalogue
from sites.names import Text
from sites.staff import transfer
from sites.staff.errors import BadFile
from tests.sites.factories import site


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("form", ["csv", "geojson"])
def test_what_is_exported_changes_nothing_when_it_is_brought_back(
    built_in: Catalogue, form: str
) -> None:
    written = getattr(transfer, f"to_{form}")(built_in)
    rows = getattr(transfer, f"from_{form}")(written)

    planned = transfer.plan(rows, built_in)

    assert len(planned) == len(built_in)
    assert [one.row.slug for one in planned if one.changes or one.faults] == []


def test_a_row_changes_what_it_names_and_nothing_else(built_in: Catalogue) -> None:
    text = "site,name.vi,interest\nden-nghe,Đền Mới,4\n"

    [one] = transfer.plan(transfer.from_csv(text), built_in)

    assert [(c.path, c.new) for c in one.changes] == [
        ("name.vi", "Đền Mới"), ("interest", "4"),
    ]  # fmt: skip
    assert one.faults == ()


def test_hours_that_were_not_known_become_known(built_in: Catalogue) -> None:
    text = (
        "site,hours.rule,hours.sources,hours.checked\n"
        "den-nghe,Mo-Su 07:00-17:00,nq-60,2026-11-01\n"
    )

    [one] = transfer.plan(transfer.from_csv(text), built_in)

    assert one.faults == ()
    assert one.after["hours"]["rule"] == "Mo-Su 07:00-17:00"


def test_every_fault_is_named_with_its_row(built_in: Catalogue) -> None:
    text = "site,interest,kind\nden-nghe,9,religious\nnowhere,1,war\nchua-do,2,castle\n"

    planned = transfer.plan(transfer.from_csv(text), built_in)

    assert [(one.row.number, one.faults[0].path) for one in planned] == [
        (2, "interest"), (3, ""), (4, "kind"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name.vi\nx\n",
        "site,password\na,x\n",
        "site,site\na,b\n",
        "site,name.vi\na,b,c\n",
        "site\na\na\n",
        'site,name.vi\na,"open\n',
        "site\n" + "\n".join(f"s{n}" for n in range(transfer.MOST_ROWS + 1)),
    ],
)
def test_a_table_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadFile):
        transfer.from_csv(text)


def feature(kind: str, coordinates: str) -> str:
    place = f'{{"type": "{kind}", "coordinates": [{coordinates}]}}'
    one = f'{{"properties": {{"site": "a"}}, "geometry": {place}}}'
    return f'{{"features": [{one}]}}'


@pytest.mark.parametrize(
    "text",
    [
        "{", "[]", "{}", '{"features": 1}', '{"features": [1]}', "[" * 100_000,
        feature("Point", "NaN, 1"),
        feature("Point", "1e999, 1"),
        feature("Polygon", "1, 1"),
        feature("Point", "9" * 100_000 + ", 1"),
        feature("Point", "1"),
        '{"features": [{"properties": {"owner": "a"}, "geometry": null}]}',
    ],
    ids=lambda text: text[:60],
)  # fmt: skip
def test_features_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(BadFile):
        transfer.from_geojson(text)


def test_a_table_for_a_spreadsheet_runs_nothing() -> None:
    evil = site("a", name=Text(vi='=HYPERLINK("http://x")', en="@SUM(1)"))

    kept = cells(transfer.to_csv([evil]))[1]
    shown = cells(transfer.to_csv([evil], spreadsheet=True))[1]

    assert kept[2:4] == ['=HYPERLINK("http://x")', "@SUM(1)"]
    assert shown[2:4] == ['\'=HYPERLINK("http://x")', "'@SUM(1)"]
    assert not any(cell.startswith(transfer.FORMULAS) for cell in shown)


def test_features_have_their_longitude_first(built_in: Catalogue) -> None:
    found = json.loads(transfer.to_geojson([built_in.get("den-nghe")]))
    [feature] = found["features"]

    assert feature["geometry"]["coordinates"] == [106.68041, 20.85466]
