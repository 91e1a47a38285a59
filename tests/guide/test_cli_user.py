import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guide import cli_user
from guide.accounts import passwords
from guide.cli import commands
from guide.config import Config
from guide.services import open_store
from sites.staff.errors import LoginTaken, NoAccount
from sites.store.accounts import Accounts


def guide(*words: str) -> Result:
    return CliRunner().invoke(commands, ["user", *words], catch_exceptions=False)


@pytest.mark.usefixtures("home")
def test_the_first_one_is_an_administrator_and_gets_a_link() -> None:
    said = guide("add", "lan", "--called", "Lan").output

    assert "lan is administrator now" in said
    assert re.search(r"^/staff/link/[\w-]{43}$", said, re.MULTILINE)


@pytest.mark.usefixtures("home")
def test_everybody_is_listed() -> None:
    guide("add", "lan", "--called", "Cô Lan", "--role", "editor")

    assert re.search(r"^lan +editor +Cô Lan$", guide("list").output, re.MULTILINE)


@pytest.mark.usefixtures("home")
def test_a_link_is_printed_again() -> None:
    guide("add", "lan")

    assert "/staff/link/" in guide("reset", "lan").output


@pytest.mark.usefixtures("home")
def test_a_password_is_asked_for_on_a_terminal(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = "bốn con mèo trên mái"
    monkeypatch.setattr(
        cli_user, "_password", lambda login: passwords.accept(typed, login)
    )

    assert "/staff/link/" not in guide("add", "lan").output
    store = open_store(Config(home=home))
    keys = Accounts(store).keys("lan")
    store.close()
    assert keys
    assert passwords.matches(keys["password"], typed)


@pytest.mark.usefixtures("home")
def test_a_login_that_is_taken_is_named() -> None:
    guide("add", "lan")

    with pytest.raises(LoginTaken, match="“lan” is taken"):
        guide("add", "lan")


@pytest.mark.usefixtures("home")
def test_nobody_has_this_login() -> None:
    with pytest.raises(NoAccount):
        guide("reset", "nobody")
