"""What took long to make and is kept between runs: the one place below the site that writes, and only its cache.

A kept thing's name holds the hash of all that it is made from, so that it never has to be judged by its age: what has
changed has another name.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from generators.hostile import MEBIBYTE

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = "ZHIBU_CACHE"
"""The environment variable that names the folder; the launcher sets it. Without it nothing is kept."""
MOST = 256 * MEBIBYTE
"""What may be kept in all; when it becomes more, what has not been asked for longest goes."""
_ROOT = Path(__file__).parents[1]
_SEAL = sha256().digest_size


def kept(name: Callable[[], str], make: Callable[[], bytes]) -> bytes:
    """What `make` gives, read back when it was made before under the same file name; else made and kept.

    The name, for which much may have to be written out, is asked for only where things are kept.
    """
    folder = os.environ.get(FOLDER)
    if not folder:
        return make()
    place = Path(folder) / name()
    found = _read(place)
    if found is None:
        found = make()
        with contextlib.suppress(OSError):
            _put(place, found)
            _clear(place.parent)
    return found


@cache
def makers(files: tuple[str, ...], libraries: tuple[str, ...]) -> bytes:
    """A digest of what makes things: our code and templates by glob patterns, and the versions of libraries."""
    digest = sha256()
    for library in libraries:
        digest.update(f"{library} {version(library)}\n".encode())
    for pattern in files:
        for path in sorted(_ROOT.glob(pattern)):
            if path.is_file():
                digest.update(f"{path.relative_to(_ROOT).as_posix()}\n".encode())
                digest.update(sha256(path.read_bytes()).digest())
    return digest.digest()


def _read(place: Path) -> bytes | None:
    """The content, unless the file is missing or its seal does not hold; reading it makes it new."""
    with contextlib.suppress(OSError):
        whole = place.read_bytes()
        content = whole[_SEAL:]
        if whole[:_SEAL] == sha256(content).digest():
            os.utime(place)
            return content
    return None


def _put(place: Path, content: bytes) -> None:
    """Write whole, then rename: another process may read at the same time."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=place.parent, prefix=".")
    with os.fdopen(handle, "wb") as stream:
        stream.write(sha256(content).digest() + content)
    Path(draft).replace(place)


def _clear(folder: Path) -> None:
    """Take out what was used longest ago, until there is some room again."""
    files = [(file.stat(), file) for file in folder.iterdir() if file.is_file()]
    held = sum(stat.st_size for stat, _ in files)
    if held <= MOST:
        return
    for stat, file in sorted(files, key=lambda pair: pair[0].st_mtime_ns):
        if held <= MOST * 0.9:
            return
        file.unlink(missing_ok=True)
        held -= stat.st_size
