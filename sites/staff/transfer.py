"""Many sites at once: lines of a table or features of a map, out and in.

A file changes what it names and nothing else: a column is a line of a draft
(``name.vi``, ``hours.rule``), a row is a site. What is exported is imported unchanged.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

from sites import draft_intake
from sites.catalogue import Catalogue
from sites.draft_intake import DraftFault
from sites.model import Site
from sites.names import Text
from sites.staff import compare, shape
from sites.staff.compare import Change
from sites.staff.errors import BadFile
from sites.staff.paths import Document, Flat, flatten, pattern, unflatten

ADDRESS = "site"
"""The column that says which site a row is about."""

COLUMNS: tuple[str, ...] = tuple(
    line.path for line in shape.SHAPE if "*" not in line.path
)
"""What there is once of a site; the rest needs the form, or the content folder."""

MOST_ROWS = 500

TOO_WIDE = Text(vi="có nhiều ô hơn số cột", en="it has more cells than columns")
TOO_LONG = Text(
    vi=f"tệp có hơn {MOST_ROWS} dòng", en=f"the file has more than {MOST_ROWS} rows"
)
TWICE = Text(vi="ghi hai lần", en="it is there twice")
NO_POINT = Text(vi="hình học không phải một điểm", en="its geometry is no point")
NO_FEATURES = Text(
    vi="không phải tập đối tượng GeoJSON", en="it is no collection of GeoJSON features"
)

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is a formula to a spreadsheet."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a file says of one site, and on which line."""

    number: int
    slug: str
    lines: Flat


@dataclass(frozen=True, slots=True)
class Planned:
    """What a row would change, and what is wrong with it."""

    row: Row
    before: Document
    after: Document
    changes: tuple[Change, ...]
    faults: tuple[DraftFault, ...]


def to_csv(sites: Iterable[Site], *, spreadsheet: bool = False) -> str:
    """Write sites as a table.

    Args:
        sites: which ones.
        spreadsheet: put an apostrophe before what a spreadsheet would run; such a
            table is for reading, not for bringing back.
    """
    document = io.StringIO()
    writer = csv.writer(document)
    writer.writerow([ADDRESS, *COLUMNS])
    for site in sites:
        lines = flatten(shape.of_site(site))
        cells = [site.slug, *(lines.get(column, "") for column in COLUMNS)]
        writer.writerow([_inert(cell) for cell in cells] if spreadsheet else cells)
    return document.getvalue()


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULAS) else cell


def to_geojson(sites: Iterable[Site]) -> str:
    """Write sites as features; one whose position is not known has no geometry."""
    features = []
    for site in sites:
        lines = flatten(shape.of_site(site))
        at = site.location.position if site.location else None
        features.append(
            {
                "type": "Feature",
                "id": site.slug,
                "geometry": {"type": "Point", "coordinates": list(at.lon_lat)}
                if at
                else None,
                "properties": {
                    ADDRESS: site.slug,
                    **{key: lines[key] for key in COLUMNS if key in lines},
                },
            }
        )
    whole = {"type": "FeatureCollection", "features": features}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def from_csv(text: str) -> tuple[Row, ...]:
    """Read a table.

    Raises:
        BadFile: it is none, or has columns that there are not.
    """
    try:
        table = list(csv.reader(io.StringIO(text), strict=True))
    except csv.Error as problem:
        raise BadFile(1, Text(vi=str(problem), en=str(problem))) from None
    if not table:
        raise BadFile(1, Text(vi="tệp trống", en="the file is empty"))
    header = [name.strip().removeprefix("\ufeff") for name in table[0]]
    _see_that_known(header)
    rows = []
    for number, cells in enumerate(table[1:], start=2):
        if len(cells) > len(header):
            raise BadFile(number, TOO_WIDE)
        if any(cell.strip() for cell in cells):
            named = dict(zip(header, cells, strict=False))
            rows.append(Row(number, named.pop(ADDRESS).strip(), named))
    return _whole(rows)


def from_geojson(text: str) -> tuple[Row, ...]:
    """Read features; their geometry is the position.

    Raises:
        BadFile: it is no collection of features.
    """
    try:
        features = json.loads(text, parse_constant=_no_number)["features"]
        rows = [_row(number, one) for number, one in enumerate(features, start=1)]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadFile(1, NO_FEATURES) from None
    return _whole(rows)


def _row(number: int, feature: Mapping[str, Any]) -> Row:
    lines = {str(key): _cell(value) for key, value in feature["properties"].items()}
    _see_that_known([ADDRESS, *(key for key in lines if key != ADDRESS)])
    slug = lines.pop(ADDRESS, str(feature.get("id", "")))
    geometry = feature.get("geometry")
    if geometry:
        lon, lat = (float(value) for value in geometry["coordinates"][:2])
        if geometry["type"] != "Point" or not (isfinite(lat) and isfinite(lon)):
            raise BadFile(number, NO_POINT)
        lines |= {"position.lat": repr(lat), "position.lon": repr(lon)}
    return Row(number, slug, lines)


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _no_number(name: str) -> float:
    raise ValueError(name)


def _no_column(name: str) -> Text:
    return Text(vi=f"không có cột nào tên {name}", en=f"there is no column {name}")


def _see_that_known(columns: Sequence[str]) -> None:
    if ADDRESS not in columns:
        raise BadFile(1, _no_column(ADDRESS))
    for column in columns:
        if column != ADDRESS and pattern(column) not in shape.LINES:
            raise BadFile(1, _no_column(column[:60]))
    if len(set(columns)) < len(columns):
        raise BadFile(1, TWICE)


def _whole(rows: list[Row]) -> tuple[Row, ...]:
    if len(rows) > MOST_ROWS:
        raise BadFile(MOST_ROWS, TOO_LONG)
    seen: set[str] = set()
    for row in rows:
        if row.slug in seen:
            raise BadFile(row.number, TWICE)
        seen.add(row.slug)
    return tuple(rows)


def plan(rows: Iterable[Row], catalogue: Catalogue) -> tuple[Planned, ...]:
    """Say what each row would change, and what is wrong; nothing is changed yet."""
    return tuple(_planned(row, catalogue) for row in rows)


def _planned(row: Row, catalogue: Catalogue) -> Planned:
    site = catalogue.sites.get(row.slug)
    if site is None:
        unknown = DraftFault("", f"there is no site {row.slug[:60]}")
        return Planned(row, {}, {}, (), (unknown,))
    before = shape.of_site(site)
    words = {path: word[: shape.LONGEST] for path, word in row.lines.items()}
    after = shape.completed(unflatten({**_kept(before, words), **words}))
    changes = compare.changes(before, after)
    # What does not change has been read before.
    faults = draft_intake.read(row.slug, after, catalogue).faults if changes else ()
    return Planned(row, before, after, changes, faults)


def _kept(before: Document, words: Mapping[str, str]) -> Flat:
    """Return what a site says, without the “unknown” of a group that a row fills."""
    lines = flatten(before)
    filled = {path.partition(".")[0] for path, word in words.items() if word.strip()}
    return {path: word for path, word in lines.items() if path not in filled}
