from __future__ import annotations

import errno
import stat
from typing import TYPE_CHECKING

import pytest

from generators.batch.write import write_all
from generators.problems import ZhibuError, refusal

if TYPE_CHECKING:
    from pathlib import Path


def it_writes_every_file_and_makes_the_folders(tmp_path: Path) -> None:
    paths = write_all(tmp_path / "out", {"a.txt": b"1", "标识/b.pdf": b"2"})
    assert [p.read_bytes() for p in paths] == [b"1", b"2"]
    assert stat.S_IMODE(paths[0].stat().st_mode) == 0o644


def it_replaces_an_older_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    write_all(tmp_path, {"a.txt": b"new"})
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def it_leaves_the_old_files_when_one_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "in-the-way").write_bytes(b"")
    with pytest.raises(ZhibuError, match="写不进"):
        write_all(tmp_path, {"a.txt": b"new", "in-the-way/b.txt": b"2"})
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "in-the-way"]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "a/../../b.txt"])
def it_refuses_to_leave_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ZhibuError, match="越出了输出文件夹"):
        write_all(tmp_path / "out", {name: b""})
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("number", "reason"), [(errno.ENOSPC, "磁盘满了"), (errno.EROFS, "磁盘是只读的"), (99999, "系统出错，编号 99999")]
)
def the_reason_is_chinese(number: int, reason: str) -> None:
    assert refusal(OSError(number, "No such thing")) == reason
