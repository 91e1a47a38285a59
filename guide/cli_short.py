"""The command ``guide short``: short addresses of sites, and where old ones lead."""

import os

import click

from guide.config import Config
from guide.services import open_store


@click.group()
def short() -> None:
    """Short addresses of sites, which stand on plates: they answer for ever."""


@short.command("list")
def listed() -> None:
    """List every code that was ever given, with its site, and where that is now."""
    store = open_store(Config.from_env(os.environ))
    published, known = store.catalogue().sites, store.short_addresses()
    for code, address in sorted(known.by_code.items()):
        now = known.now(address.site, published)
        note = (
            "  (gone)" if now is None else "" if now == address.site else f"  → {now}"
        )
        click.echo(f"{code:6} {address.site:24} {address.name.vi}{note}")


@short.command()
@click.argument("old")
@click.argument("now")
def move(old: str, now: str) -> None:
    """Lead from OLD, the address that a site had, to NOW: renamed, or part of it."""
    store = open_store(Config.from_env(os.environ))
    catalogue = store.catalogue()
    catalogue.get(now)
    if old in catalogue.sites:
        raise click.UsageError(
            f"{old} is still in the catalogue; take it out (rename its file, and run "
            "guide load), then say where it is now"
        )
    store.move(old, now)
    click.echo(f"/sites/{old} and its short address lead to /sites/{now}")
