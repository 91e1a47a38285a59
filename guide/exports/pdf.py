"""PDF for paper: a numbered map, the timetable, the way, what to look for, QR codes.

The pages are set by ``tour.typ``, which reads all texts from a JSON file: whatever a
site or a visitor wrote is text there, never a command.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guide.exports import qr
from guide.exports.booklet import booklet
from guide.exports.format import Format, Setting
from guide.links import NO_LINKS
from guide.tour import Tour
from sites.names import Language, Text

PAGE = Path(__file__).with_name("tour.typ")

MAP_PART = 0.4
"""How much of the height of the first page is the map's."""

MODULE_MM = 0.45
"""How wide a module of a QR code is at least: a phone reads that from creased paper."""

CODE_MM = 18.0
"""No code is printed smaller."""

Files = dict[str, bytes]


def render(tour: Tour, language: Language) -> bytes:
    """Write a tour as PDF on A4, its walk without the streets below."""
    return _pdf(tour, *pages(tour, language))


def paint(tour: Tour, language: Language, setting: Setting) -> bytes:
    """Write a tour as PDF, its walk on the streets.

    Raises:
        BadChoice: there is no such paper.
    """
    return _pdf(tour, *pages(tour, language, setting))


def pages(
    tour: Tour, language: Language, setting: Setting | None = None
) -> tuple[bytes, Files]:
    """Return the source of the pages, and the files that it reads, by name.

    Raises:
        BadChoice: there is no such paper.
    """
    # What draws is loaded when somebody wants paper: the command line starts faster.
    from guide.maps import inset, tourmap  # noqa: PLC0415
    from guide.maps.paper import EDGE_MM, SIZES_MM  # noqa: PLC0415

    paper = tourmap.paper_named(setting.paper if setting else "a4")
    layers = tourmap.ground(setting.pack, setting.land) if setting else ()
    width, height = SIZES_MM[paper]
    size = (width - 2 * EDGE_MM, height * MAP_PART)
    told = booklet(tour, language, setting.links if setting else NO_LINKS)
    picture = tourmap.picture(tour, language, paper)
    files = {"map.svg": inset.draw_inset(picture, layers, size, own_font=True)}
    told["paper"] = paper.value
    told["edge_mm"] = EDGE_MM
    told["code"] = _code(told["address"], files)
    for stop in stops_of(told):
        stop["code"] = _code(stop["short"], files)
        stop["look"] = _look(stop)
    files["tour.json"] = json.dumps(_shown(told), ensure_ascii=False).encode()
    return PAGE.read_bytes(), files


def _shown(told: Any) -> Any:  # noqa: ANN401 - plain values, as deep as they go
    """Leave out letters without a shape: PDF/UA refuses a page that has any."""
    from guide.maps.lettering import shown  # noqa: PLC0415 - as in ``pages``

    if isinstance(told, dict):
        return {key: _shown(value) for key, value in told.items()}
    if isinstance(told, list):
        return [_shown(value) for value in told]
    return shown(told) if isinstance(told, str) else told


def stops_of(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Go through the visits of a booklet."""
    for part in told["parts"]:
        yield from (e for e in part["entries"] if e["kind"] == "stop")


def _look(stop: dict[str, Any]) -> list[dict[str, Any]]:
    """Choose what is read on the spot: the lede, and the first claim of the story."""
    first = [claim for passage in stop["story"] for claim in passage][:1]
    return [*stop["lede"], *first]


def _code(address: str, files: Files) -> dict[str, Any] | None:
    """Put the QR code of an address among the files, and say how it is printed."""
    found = qr.code(address)
    if found is None:
        return None
    name = f"code-{len(files)}.svg"
    files[name] = found.svg
    return {"file": name, "mm": max(CODE_MM, MODULE_MM * found.modules)}


def _pdf(tour: Tour, page: bytes, files: Files) -> bytes:
    from guide.maps.printed import pdf  # noqa: PLC0415 - as in ``pages``

    return pdf(page, files, int(tour.request.depart.timestamp()))


FORMAT = Format(
    "pdf", Text(vi="Bản in (PDF)", en="Paper (PDF)"), "application/pdf",
    render, paint=paint,
)  # fmt: skip
