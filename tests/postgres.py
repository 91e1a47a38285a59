"""A PostgreSQL server of our own, in a temporary folder, for the time of the tests."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

WANTED = "(PostgreSQL) 15."
FOLDERS = [Path("/usr/lib/postgresql/15/bin")]
"""Where Debian puts it; elsewhere it is looked for on the PATH."""

ACCOUNTS = ("postgres", "nobody")
"""PostgreSQL does not run as root: these do it for root."""

SETTINGS = "-c fsync=off -c full_page_writes=off -c lock_timeout=9s"
"""Nothing here must survive a power cut, and a test that hangs shall fail."""

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a running server, for ``new_database``."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL 15 is not installed: apt-get install postgresql-15")
    with (
        tempfile.TemporaryDirectory(prefix="guide-pg-") as folder,
        _server(programs, Path(folder)),
    ):
        yield f"postgresql://guide@/postgres?host={folder}"


def new_database(server_url: str) -> str:
    """Make something as good as an empty database on the server; return its address.

    A schema that is the only one on the search path: made a hundred times faster.
    """
    name = f"test_{next(_numbers)}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    return f"{server_url}&options=-csearch_path%3D{name}"


def _programs() -> Path | None:
    """Find the folder of PostgreSQL 15."""
    on_path = shutil.which("initdb")
    folders = [*FOLDERS, *([Path(on_path).parent] if on_path else [])]
    return next((folder for folder in folders if _is_wanted(folder)), None)


def _is_wanted(folder: Path) -> bool:
    try:
        said = subprocess.run(
            [folder / "initdb", "--version"], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return WANTED in said.stdout


@contextmanager
def _server(programs: Path, folder: Path) -> Iterator[None]:
    """Run a server that listens on a socket in ``folder``, and on nothing else."""
    account = _account(folder)
    cluster, log = folder / "cluster", folder / "log"

    def run(program: str, *arguments: str | Path) -> None:
        command = [programs / program, "-D", cluster, *arguments]
        subprocess.run(command, check=True, capture_output=True, cwd=folder, **account)

    run(
        "initdb",
        "--auth=trust",
        "--username=guide",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync",
    )
    options = f"-c listen_addresses='' -k {folder} {SETTINGS}"
    run("pg_ctl", "start", "-w", "-l", log, "-o", options)
    try:
        yield
    finally:
        run("pg_ctl", "stop", "-w", "-m", "immediate")


def _account(folder: Path) -> dict[str, Any]:
    """Say who runs the server: whoever runs the tests, but never root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    import pwd  # noqa: PLC0415 - Unix only

    entries = {entry.pw_name: entry for entry in pwd.getpwall()}
    account = next(entries[name] for name in ACCOUNTS if name in entries)
    os.chown(folder, account.pw_uid, account.pw_gid)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
