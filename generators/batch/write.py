"""Writing files: all or nothing, each one atomically."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generators.problems import ZhibuError, refusal

if TYPE_CHECKING:
    from collections.abc import Mapping


def write_all(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write `files` (relative path → bytes) under `folder` and return their paths in order.

    Every file is first written whole beside its target and only then put in place, so that a full disk
    or a crash leaves the old files as they were.

    Raises:
        ZhibuError: a path leaves the folder, or the disk refuses.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for name, content in files.items():
            target = folder / _inside(name)
            staged.append((_stage(target, content), target))
        for draft, target in staged:
            draft.replace(target)
    except OSError as refused:
        for draft, _ in staged:
            draft.unlink(missing_ok=True)
        raise ZhibuError(f"写不进「{refused.filename or folder}」：{refusal(refused)}") from refused
    return tuple(target for _, target in staged)


def _inside(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ZhibuError(f"文件名「{name}」越出了输出文件夹")
    return path


def _stage(target: Path, content: bytes) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=".zhibu-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        # mkstemp makes files private; a book must open for whoever may read the folder.
        Path(draft).chmod(0o644)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
    return Path(draft)
