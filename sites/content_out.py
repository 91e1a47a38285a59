"""Write a catalogue as a content folder: what ``intake`` reads is the same catalogue.

Exported, imported and exported again, every file is the same to the last letter: so a
city can keep its content under version control.
"""

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import yaml

from sites import history_out, site_out
from sites.catalogue import Catalogue
from sites.fields import UNKNOWN
from sites.pastnames import Period
from sites.pictures import Image, Picture
from sites.site_out import Document, both, day, number, some
from sites.sources import Source
from sites.streets import NamedStreet
from sites.tours import OfferedTour
from sites.wards import NamedWard

LINE = 88
"""Texts are folded at so many letters, so that a change is seen line by line."""

Bytes = Callable[[Image], bytes]
"""Returns what is in the file of a picture, which the database may keep."""

OURS = ("*.yaml", "sites/*.yaml", "people/*.yaml", "events/*.yaml", "pictures/*")
"""What an export writes, and so what it takes away where nothing stands for it."""


def files(catalogue: Catalogue, data: Bytes) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Write every file of a content folder: where it lies, and what is in it."""
    for name, document in _documents(catalogue):
        yield PurePosixPath(name), text(document).encode()
    for picture in catalogue.pictures.values():
        for image in picture.images:
            yield PurePosixPath("pictures", image.name), data(image)


def export(catalogue: Catalogue, folder: Path, data: Bytes) -> int:
    """Make ``folder`` hold the catalogue and nothing else; return how many files.

    A file that is as it should be is not touched.
    """
    wanted = {folder / path: content for path, content in files(catalogue, data)}
    for old in [path for pattern in OURS for path in folder.glob(pattern)]:
        if old not in wanted and old.is_file():
            old.unlink()
    for path, content in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
    return len(wanted)


def text(document: Document) -> str:
    """Write one document as YAML that people read."""
    return yaml.dump(
        document, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=LINE
    )


class _Plain(yaml.SafeDumper):
    """Writes what is said twice twice, not as a reference."""

    def ignore_aliases(self, _data: object) -> bool:
        return True

    def lines(self, said: str) -> yaml.ScalarNode:
        """Write a text of several lines as lines."""
        style = "|" if "\n" in said else None
        return self.represent_scalar("tag:yaml.org,2002:str", said, style=style)


_Plain.add_representer(str, _Plain.lines)


def known(catalogue: Catalogue) -> Iterator[tuple[str, Document]]:
    """Write what any other file may name: sources and periods, and the streets."""
    yield "sources.yaml", {k: _source(s) for k, s in catalogue.sources.items()}
    periods = periods_of(catalogue)
    if catalogue.streets or periods:
        yield (
            "streets.yaml",
            {
                "periods": {key: _period(one) for key, one in periods.items()},
                "streets": {one.slug: _street(one) for one in catalogue.streets},
            },
        )


def _documents(catalogue: Catalogue) -> Iterator[tuple[str, Document]]:
    yield from known(catalogue)
    if catalogue.wards:
        yield "wards.yaml", {ward.slug: _ward(ward) for ward in catalogue.wards}
    feasts = {
        one.key: {"site": site.slug, **site_out.festival(one)}
        for site in catalogue
        for one in site.festivals
    }
    if feasts:
        yield "festivals.yaml", feasts
    if catalogue.pictures:
        yield "pictures.yaml", {k: _picture(p) for k, p in catalogue.pictures.items()}
    if catalogue.tours:
        yield "tours.yaml", {tour.slug: _tour(tour) for tour in catalogue.tours}
    for site in catalogue:
        yield f"sites/{site.slug}.yaml", site_out.document(site)
    for person in catalogue.history.people.values():
        yield f"people/{person.slug}.yaml", history_out.person(person)
    for event in catalogue.history.events.values():
        yield f"events/{event.slug}.yaml", history_out.event(event)


def _tour(tour: OfferedTour) -> Document:
    return {
        "name": both(tour.name),
        "note": both(tour.note),
        "ask": {name: list(values) for name, values in tour.words},
    }


def periods_of(catalogue: Catalogue) -> dict[str, Period]:
    """List every period that a name speaks of, each once."""
    owners = (*catalogue.streets, *catalogue)
    return {
        name.period.key: name.period
        for owner in owners
        for name in owner.once
        if name.period
    }


def _source(source: Source) -> Document:
    return {
        "title": both(source.title),
        "publisher": both(source.publisher),
        "date": source.date or UNKNOWN,
        "language": source.language,
        "url": source.url or UNKNOWN,
        **some("note", both(source.note)),
        **({} if source.read else {"read": False}),
    }


def _period(period: Period) -> Document:
    return {
        "name": both(period.name),
        "from": UNKNOWN if period.since is None else period.since,
        "until": UNKNOWN if period.until is None else period.until,
        "sources": list(period.sources),
    }


def _street(street: NamedStreet) -> Document:
    return {
        "name": street.name or UNKNOWN,
        "once": [site_out.past_name(name) for name in street.once],
    }


def _ward(ward: NamedWard) -> Document:
    return {
        "name": ward.name,
        **some("from", day(ward.since)),
        **some("until", day(ward.until)),
        **some("became", list(ward.became)),
        **some("note", both(ward.note)),
        "sources": list(ward.sources),
    }


def _picture(picture: Picture) -> Document:
    return {
        "shows": picture.shows.value,
        "title": both(picture.title),
        "year": UNKNOWN if picture.year is None else picture.year,
        "sources": list(picture.sources),
        **some("site", picture.site),
        **some("note", both(picture.note)),
        "then": _image(picture.then),
        **some("now", _image(picture.now) if picture.now else None),
        **some(
            "points",
            [
                {
                    "x": number(pin.x),
                    "y": number(pin.y),
                    "lat": pin.position.lat,
                    "lon": pin.position.lon,
                }
                for pin in picture.pins
            ],
        ),
    }


def _image(image: Image) -> Document:
    return {
        "file": image.name,
        "credit": image.credit,
        "licence": image.licence,
        "alt": both(image.alt),
    }
