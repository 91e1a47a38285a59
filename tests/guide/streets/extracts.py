"""Small extracts of OpenStreetMap, written by hand, and real ones where they are."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest

from sites.position import Position
from tests.guide.factories import on

NODES = {
    1: on(0, 0), 2: on(100, 0), 3: on(200, 0), 4: on(300, 0),
    5: on(100, 100), 6: on(100, -100), 7: on(200, 100), 8: on(200, -100),
    20: on(1000, 0), 21: on(1100, 0), 22: on(1000, 50), 23: on(1010, 50),
}  # fmt: skip
"""Four nodes in a row, two above and below, and four on an island."""

Drawn = tuple[Mapping[str, str], Sequence[int]]
"""The tags of a way, and its nodes."""


def road(*nodes: int, **tags: str) -> Drawn:
    """Draw a way; a double underline in a key is a colon."""
    told = {key.replace("__", ":"): value for key, value in tags.items()}
    return {"highway": "residential"} | told, nodes


Things = Mapping[int, Mapping[str, str]]
"""The tags of nodes, by number."""

Area = tuple[Mapping[str, str], Mapping[int, str]]
"""The tags of an area, and the roles of its ways, counted from 1 as drawn."""


def osm(
    *ways: Drawn,
    nodes: Mapping[int, Position] = NODES,
    edited: str | None = None,
    things: Things = MappingProxyType({}),
    areas: Sequence[Area] = (),
) -> str:
    """Write an extract as OpenStreetMap's own XML."""
    when = f' timestamp="{edited}"' if edited else ""
    rows = [
        f'<node id="{number}" version="1" lat="{at.lat:.7f}" lon="{at.lon:.7f}">'
        f"{_tags(things.get(number, {}))}</node>"
        for number, at in nodes.items()
    ]
    for number, (tags, refs) in enumerate(ways, 1):
        inside = [f'<nd ref="{ref}"/>' for ref in refs]
        drawn_way = "".join(inside) + _tags(tags)
        rows.append(f'<way id="{number}" version="1"{when}>{drawn_way}</way>')
    for number, (tags, roles) in enumerate(areas, 1):
        inside = [
            f'<member type="way" ref="{way}" role="{role}"/>'
            for way, role in roles.items()
        ]
        told = _tags({"type": "multipolygon"} | dict(tags))
        drawn_area = "".join(inside) + told
        rows.append(f'<relation id="{number}" version="1">{drawn_area}</relation>')
    return f'<osm version="0.6">{"".join(rows)}</osm>'


def _tags(tags: Mapping[str, str]) -> str:
    return "".join(
        f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items()
    )


def drawn(
    folder: Path,
    *ways: Drawn,
    nodes: Mapping[int, Position] = NODES,
    file: str = "town.osm",
    **more: Any,
) -> Path:
    """Write an extract to a file; ``more`` is what ``osm`` takes besides."""
    path = folder / file
    path.write_text(osm(*ways, nodes=nodes, **more), "utf-8")
    return path


def real(name: str) -> Path:
    """Return a real extract beside the checkout; skip the test where there is none."""
    root = Path(__file__).resolve().parents[3]
    for folder in (root.parent, root.parents[1]):
        path = folder / "shared" / "geodata" / "extracts" / name
        if path.exists():
            return path
    pytest.skip(f"no shared/geodata/extracts/{name} beside the checkout")
