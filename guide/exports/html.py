"""One HTML file that holds the whole tour: it opens from disk, with no network.

It has no scripts and asks nobody for anything; its own policy forbids both. What a site
or a visitor wrote becomes text nodes, so that none of it can be markup.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree import ElementTree as ET

from guide.exports.booklet import booklet
from guide.exports.format import Format, Setting
from guide.exports.html_style import STYLE
from guide.links import NO_LINKS
from guide.tour import Tour
from sites.names import Language, Text

MAP_MM = (100.0, 100.0)
"""Width and height of the map; a screen enlarges it as it likes."""

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

Node = ET.Element
Child = Node | str


def render(tour: Tour, language: Language) -> bytes:
    """Write a tour as HTML, its walk without the streets below."""
    return _html(tour, language, None)


def paint(tour: Tour, language: Language, setting: Setting) -> bytes:
    """Write a tour as HTML, its walk on the streets."""
    return _html(tour, language, setting)


def _html(tour: Tour, language: Language, setting: Setting | None) -> bytes:
    # What draws is loaded when somebody wants it: the command line starts faster.
    from guide.maps import inset, tourmap  # noqa: PLC0415

    layers = tourmap.ground(setting.pack, setting.land) if setting else ()
    picture = tourmap.picture(tour, language)
    svg = inset.draw_inset(picture, layers, MAP_MM)
    told = booklet(tour, language, setting.links if setting else NO_LINKS)
    page = node("html", _head(told), _body(told, _picture(svg)), lang=language)
    text = ET.tostring(page, encoding="unicode", method="html")
    return f"<!doctype html>\n{text}\n".encode()


def node(tag: str, *children: Child | None, **said: str) -> Node:
    """Make an element; a string among the children is text, whatever it holds."""
    made = ET.Element(tag, {name.rstrip("_"): value for name, value in said.items()})
    for child in children:
        if isinstance(child, ET.Element):
            made.append(child)
        elif child and len(made):
            made[-1].tail = (made[-1].tail or "") + child
        elif child:
            made.text = (made.text or "") + child
    return made


def _picture(svg: bytes) -> Node:
    """Turn a map into a part of the page: as wide as that is, and no other's names."""
    plain = re.sub(r' xmlns="[^"]*"', "", svg.decode().partition("?>")[2], count=1)
    drawn = ET.fromstring(plain)  # noqa: S314 - we have just written it ourselves
    for name in ("width", "height"):
        del drawn.attrib[name]
    return drawn


def _head(told: dict[str, Any]) -> Node:
    policy = {"http-equiv": "Content-Security-Policy", "content": POLICY}
    return node(
        "head",
        node("meta", charset="utf-8"),
        node("meta", **policy),
        node("meta", name="viewport", content="width=device-width, initial-scale=1"),
        node("title", told["name"]),
        node("style", STYLE),
    )


def _body(told: dict[str, Any], picture: Node) -> Node:
    words = told["words"]
    online = node("a", words["online"], href=told["address"], rel="noopener")
    return node(
        "body",
        node(
            "header",
            node("h1", told["title"]),
            node("p", " · ".join([told["day"], *told["figures"]])),
            node("p", words["offline"], " ", online if told["address"] else None),
        ),
        node(
            "main",
            node("figure", picture),
            node("p", words["no_stops"], class_="note") if not told["stops"] else None,
            node("h2", words["timetable"], id="timetable"),
            *(n for part in told["parts"] for n in _timetable(part)),
            node("h2", words["on_the_way"]),
            *(n for part in told["parts"] for n in _way(part, told)),
            *_sources(told),
        ),
        node(
            "footer",
            node("p", f"{words['streets']}: {told['attribution']} · {words['texts']}"),
        ),
    )


def _named(part: dict[str, Any]) -> Iterator[Node]:
    if part["name"]:
        yield node("h3", part["name"])


def _timetable(part: dict[str, Any]) -> Iterator[Node]:
    yield from _named(part)
    rows = [
        node("li", node("time", entry["time"]), " ", _place(entry))
        for entry in part["entries"]
        if entry["kind"] != "leg"
    ]
    yield node("ol", *rows, class_="times")


def _place(entry: dict[str, Any]) -> Node:
    if entry["kind"] != "stop":
        return node("span", entry["name"])
    name = f"{entry['number']}. {entry['name']}"
    return node("a", name, href=f"#stop-{entry['number']}")


def _way(part: dict[str, Any], told: dict[str, Any]) -> Iterator[Node]:
    yield from _named(part)
    for entry in part["entries"]:
        if entry["kind"] == "stop":
            yield _stop(entry, told)
        elif entry["kind"] == "leg":
            steps = [node("li", step) for step in entry["steps"]]
            way = node("ol", *steps) if steps else None
            yield node("div", node("p", entry["says"]), way, class_="leg")
        else:
            yield node("p", node("time", entry["time"]), " ", entry["name"])


def _stop(stop: dict[str, Any], told: dict[str, Any]) -> Node:
    words, number = told["words"], stop["number"]
    times = f"{stop['time']}–{stop['until']} ({stop['stay']})"
    passages = [stop["lede"], *stop["story"]]
    return node(
        "section",
        node("h3", node("b", str(number)), " ", stop["name"]),
        node("p", times, f" · {stop['address']}" if stop["address"] else None),
        *(node("p", *_claims(passage, words)) for passage in passages),
        node("p", stop["followed"]) if stop["followed"] else None,
        *(node("p", note, class_="note") for note in stop["notes"]),
        node(
            "nav",
            _link(number - 1, words["previous"]) if number > 1 else None,
            node("a", words["overview"], href="#timetable"),
            _link(number + 1, words["next"]) if number < told["stops"] else None,
            **{"aria-label": f"{number}. {stop['name']}"},
        ),
        id=f"stop-{number}",
    )


def _link(number: int, words: str) -> Node:
    return node("a", words, href=f"#stop-{number}")


def _claims(
    passage: Iterable[dict[str, Any]], words: dict[str, str]
) -> Iterator[Child]:
    for claim in passage:
        yield claim["says"]
        if claim["tradition"]:
            yield f" ({words['tradition']})"
        marks = [node("a", str(n), href=f"#source-{n}") for n in claim["notes"]]
        if marks:
            yield node("sup", *(part for mark in marks for part in (mark, " ")))
        yield " "


def _sources(told: dict[str, Any]) -> Iterator[Node]:
    if not told["sources"]:
        return
    yield node("h2", told["words"]["sources"])
    rows = [
        node("li", source["says"], id=f"source-{source['number']}")
        for source in told["sources"]
    ]
    yield node("ol", *rows, class_="sources")


FORMAT = Format(
    "html",
    Text(vi="Một tệp xem khi không có mạng (HTML)", en="One file for offline (HTML)"),
    "text/html",
    render,
    paint=paint,
)
