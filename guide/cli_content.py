"""The command ``guide content``: the whole catalogue as text files, out and in."""

import os
from pathlib import Path

import click

from guide.config import Config
from guide.services import open_store
from sites import content_out
from sites.city import HAI_PHONG
from sites.intake import read_content
from sites.pictures import Image
from sites.store.audit import note
from sites.store.store import Store


@click.group()
def content() -> None:
    """Write what is published as text files, and publish such files."""


@content.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export(folder: Path) -> None:
    """Write everything that is published into FOLDER, and nothing else.

    Files there that stand for nothing are taken away, others are written only where
    they differ: put FOLDER under version control and every change is seen.
    """
    store = _store()
    try:
        count = content_out.export(store.catalogue(), folder, _data(store))
    except OSError as problem:
        raise click.UsageError(
            f"cannot write to {folder}: {problem.strerror}"
        ) from None
    click.echo(f"{count} files are in {folder}")


@content.command(name="import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def import_(folder: Path) -> None:
    """Publish the files of FOLDER in place of everything that is published.

    All of it or, where there is any fault, nothing; drafts stay as they are.
    """
    store = _store()
    edition = store.fill(read_content(HAI_PHONG, folder))
    with store.writing() as connection:
        note(connection, None, "content imported", None, edition=edition)
    click.echo(f"edition {edition} is published")


def _data(store: Store) -> content_out.Bytes:
    def data(image: Image) -> bytes:
        if image.data is not None:
            return image.data
        kept = store.picture(image.digest)
        return kept[1] if kept else b""

    return data


def _store() -> Store:
    return open_store(Config.from_env(os.environ))
