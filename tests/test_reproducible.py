"""The same content gives the same bytes, in another process too."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

MAKE = """
import hashlib, sys
from pathlib import Path
from generators.batch.branch import Bindery
from generators.batch.signs import SignWishes, sign_files
from generators.model.edition import BookEdition, Format
from generators.plan.ready import open_library
library = open_library(Path("content"))
bindery = Bindery(library)
for branch in [library.branch["example-private"]]:
    files = dict(bindery.book(branch, year=2027, edition=BookEdition.COMPLETE, formats=Format.BOTH))
    files |= bindery.registers(branch, year=2027)
    files |= sign_files(library, branch, SignWishes(everything=True)).files
    for name in sorted(files):
        print(branch.id, name, hashlib.sha256(files[name]).hexdigest())
"""


def run(code: str, seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1", "ZHIBU_CACHE": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def books_and_signs_are_the_same_bytes_twice() -> None:
    first = run(MAKE, "1")
    assert len(first.splitlines()) >= 9
    assert run(MAKE, "2") == first


def the_site_is_the_same_bytes_twice(built_site: Path, content_dir: Path, tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from generators.site.build import build_site; build_site(Path(sys.argv[1]), Path(sys.argv[2]))"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "NO_MKDOCS_2_WARNING": "1", "ZHIBU_CACHE": ""}
    subprocess.run(
        [sys.executable, "-c", code, str(content_dir), str(tmp_path / "site")], cwd=ROOT, env=environment, check=True
    )
    assert digest(tmp_path / "site") == digest(built_site)


def digest(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
