import errno
import os
import shutil
import sys
import time
from pathlib import Path
from subprocess import run

import pytest

from guide.streets.fetch.errors import FetchRunning, NotStored
from guide.streets.fetch.room import (
    FRESH_S,
    RESERVE_BYTES,
    is_fresh,
    only_one,
    place,
    require_room,
    storing,
    tidy,
)

TRY = """
from pathlib import Path
from guide.streets.fetch.room import only_one
with only_one(Path({folder!r})):
    {then}
"""


def elsewhere(folder: Path, then: str) -> str:
    """Use the folder in another program, and return its complaint."""
    code = TRY.format(folder=str(folder), then=then)
    done = run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    return done.stderr


def test_only_one_program_uses_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "room"
    with only_one(folder):
        with pytest.raises(FetchRunning, match="one thing at a time"), only_one(folder):
            pytest.fail("two at once")
        assert "FetchRunning" in elsewhere(folder, "pass")

    assert elsewhere(folder, "pass") == ""


def test_a_program_that_was_killed_leaves_the_folder_free(tmp_path: Path) -> None:
    elsewhere(tmp_path, "import os; os.kill(os.getpid(), 9)")

    with only_one(tmp_path) as mine:
        assert mine == tmp_path


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(NotStored, match="file"), only_one(tmp_path / "file" / "room"):
        pytest.fail("it cannot be made")


def test_a_lock_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "lock.db").mkdir()

    with pytest.raises(NotStored), only_one(tmp_path):
        pytest.fail("it cannot be locked")


def test_what_is_a_day_old_is_not_fresh(tmp_path: Path) -> None:
    file = tmp_path / "part"
    file.touch()
    assert is_fresh(file)

    os.utime(file, (0, time.time() - FRESH_S - 1))
    assert not is_fresh(file)
    assert not is_fresh(tmp_path / "nothing")


def test_what_others_left_for_a_day_is_thrown_away(tmp_path: Path) -> None:
    for name in ("mine", "old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "part").touch()
    (tmp_path / "lock.db").touch()
    for name in ("mine", "old", "lock.db"):
        os.utime(tmp_path / name, (0, 0))
    tidy(tmp_path, tmp_path / "mine")

    assert {left.name for left in tmp_path.iterdir()} == {"mine", "new", "lock.db"}


def test_room_for_the_file_and_a_reserve_is_required(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=RESERVE_BYTES + 1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    require_room(tmp_path, 1_000_000)

    with pytest.raises(NotStored, match=r"201 MB are free, 201 MB are needed"):
        require_room(tmp_path, 1_000_001)


def test_a_full_disk_is_said_as_a_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(NotStored, match=r"No space left.*goes on from there"),
        storing(tmp_path),
    ):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_file_is_put_in_place_whole(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(b"new")
    target.write_bytes(b"old")
    place(source, target)

    assert target.read_bytes() == b"new"
    assert source.exists()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["source", "target"]


def test_what_cannot_be_put_in_place_leaves_what_was_there(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    target.write_bytes(b"old")

    with pytest.raises(NotStored):
        place(source, target)
    with pytest.raises(NotStored):
        place(target, tmp_path / "no" / "folder")
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [
        ("target", b"old")
    ]
