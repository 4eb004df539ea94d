"""Measure PDF record books: compiling the forms once against assembling a branch's book from them.

Run from the repository: `.venv/bin/python benchmarks/bench_book.py`. Times are CPU milliseconds. `laid out` is what the
book would take if every copy of a form were laid out for itself, as WeasyPrint does with a whole book.
"""

from __future__ import annotations

import io
from pathlib import Path
from time import process_time
from timeit import repeat
from typing import TYPE_CHECKING

import pikepdf

from generators import pdf
from generators.model.edition import BookEdition
from generators.plan.book import plan_book
from generators.plan.ready import open_library

if TYPE_CHECKING:
    from generators.plan.shape import Shape

ROUNDS = 7


def main() -> None:
    """Print a table: one row for each branch and edition."""
    library = open_library(Path(__file__).parents[1] / "content")
    book = next(iter(library.book.values()))
    compiled: dict[Shape, pdf.CompiledForm] = {}
    spent: dict[Shape, float] = {}
    numbers = "".join(f"{head:>9}" for head in ("pages", "fields", "KB", "compile", "assemble", "laid out"))
    print(f"{'branch':16}{'edition':8}{numbers}  ms")
    for branch in library.branch.values():
        for edition in BookEdition:
            plan = plan_book(library, book, branch, year=library.publication.year, edition=edition)
            for shape in plan.shapes():
                if shape not in compiled:
                    start = process_time()
                    compiled[shape] = pdf.compile_form(shape)
                    spent[shape] = (process_time() - start) * 1000
            made = pdf.assemble_book(plan, compiled)
            work = lambda: pdf.assemble_book(plan, compiled)  # noqa: B023, E731 # runs before the next turn
            assembling = min(repeat(work, timer=process_time, repeat=ROUNDS, number=1)) * 1000
            with pikepdf.open(io.BytesIO(made)) as document:
                pages = len(document.pages)
            fields = sum(len(compiled[entry.shape].fields) for entry in plan.entries())
            once = sum(spent[shape] for shape in plan.shapes())
            each = sum(spent[entry.shape] for entry in plan.entries())
            print(
                f"{branch.id:16}{edition.value:5}{pages:>9}{fields:>9}{len(made) // 1024:>9}"
                f"{once:>9.0f}{assembling:>9.1f}{each:>9.0f}"
            )


if __name__ == "__main__":
    main()
