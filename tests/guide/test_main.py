import atexit
import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide import __main__, cli


def run(home: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GUIDE_")}
    return subprocess.run(
        [sys.executable, "-m", "guide", *words],
        capture_output=True,
        check=False,
        env=environment | {"GUIDE_HOME": str(home), "PYTHONUTF8": "1"},
    )


def test_the_program_answers_on_stdout(tmp_path: Path) -> None:
    ended = run(tmp_path, "sites", "nga sau")

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.decode().startswith("nga-sau ")


def test_the_program_says_what_is_wrong_without_a_traceback(tmp_path: Path) -> None:
    ended = run(tmp_path, "plan", "--from", "\udcff%s")

    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.startswith(b"guide: from: there is no site called")
    assert b"Traceback" not in ended.stderr


def test_what_follows_the_program_is_its_own_command(tmp_path: Path) -> None:
    ended = run(tmp_path, "fly")

    assert ended.returncode == 2
    assert b"No such command 'fly'" in ended.stderr


def test_a_command_runs_without_the_collector_of_garbage(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    collecting: list[bool] = []
    monkeypatch.setattr(cli, "main", lambda: collecting.append(gc.isenabled()))
    monkeypatch.setattr(atexit, "register", lambda _function: None)
    try:
        __main__.main()
    finally:
        gc.enable()

    assert collecting == [False]
