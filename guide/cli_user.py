"""The command ``guide user``: who may sign in, from the command line."""

import os
import sys
from datetime import UTC, datetime

import click

from guide.accounts import passwords
from guide.config import Config
from guide.services import open_store
from sites.staff.account import Account
from sites.staff.roles import Role
from sites.store.accounts import Accounts
from sites.store.sessions import LINK, Sessions

WHERE = "/staff/link/"
"""The page that a link leads to, on the address where the guide is served."""


@click.group()
def user() -> None:
    """Add people who work on the guide, and let them in again."""


@user.command()
@click.argument("login")
@click.option("--called", default="", metavar="NAME", help="What others see.")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.ADMINISTRATOR.value,
    show_default=True,
    help="What they may do.",
)
@click.option("--link", is_flag=True, help="Print a link instead of asking.")
def add(login: str, called: str, role: str, *, link: bool) -> None:
    """Add somebody who signs in as LOGIN: a word, or an e-mail address.

    The password is asked for; with --link, or where there is no terminal to ask on, a
    link is printed with which they set it themselves, once.
    """
    accounts = _accounts()
    now = datetime.now(UTC)
    asked = None if link else _password(login)
    made = accounts.add(login, called, Role(role), now=now, by=None)
    click.echo(f"{made.login} is {made.role} now")
    if asked:
        accounts.set_password(made.login, asked, by=None)
    else:
        _print_link(accounts, made, now)


@user.command()
@click.argument("login")
def reset(login: str) -> None:
    """Print a link with which LOGIN sets a new password, once."""
    accounts = _accounts()
    _print_link(accounts, accounts.named(login), datetime.now(UTC))


@user.command(name="list")
def everybody() -> None:
    """List who may sign in, and as what."""
    for one in _accounts().all():
        state = "" if one.active else "  (shut out)"
        click.echo(f"{one.login:30} {one.role:14} {one.called}{state}")


def _password(login: str) -> str | None:
    """Ask for a password and return its hash; None where nobody can be asked."""
    if not sys.stdin.isatty():
        return None
    typed = click.prompt("password", hide_input=True, confirmation_prompt=True)
    return passwords.accept(typed, login)


def _print_link(accounts: Accounts, account: Account, now: datetime) -> None:
    token = Sessions(accounts.store).link(account, now, by=None)
    hours = int(LINK.total_seconds() / 3600)
    click.echo(f"within {hours} hours, once, on the address of the guide:")
    click.echo(f"{WHERE}{token}")


def _accounts() -> Accounts:
    return Accounts(open_store(Config.from_env(os.environ)))
