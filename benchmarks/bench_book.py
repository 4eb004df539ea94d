"""Measure PDF record books: assembling a branch's book against laying it out, and against writing its bytes.

Run from the repository: `.venv/bin/python benchmarks/bench_book.py [BRANCH…]`. Times are CPU milliseconds of one
process, the best of several rounds. For each branch and edition:

- `compile`: laying out each of its shapes once, which all branches share and `batch` keeps between runs
- `json`: reading the compiled forms back from their JSON
- `cold`: the first book of its make-up in a process, when pages and fields are first written down
- `new`: the book of another branch of the same size, with other names, dates and numbers
- `same`: the same book assembled again
- `laid out`: WeasyPrint laying out and writing the whole book as one document, without fields and values
- `floor`: writing the book's bytes into a file

`MB` is the peak memory of another process that reads the compiled forms and assembles the book (Linux).
"""

from __future__ import annotations

import gc
import io
import pickle
import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from timeit import repeat
from typing import TYPE_CHECKING, TypeVar

import pikepdf
from another_branch import another_branch

from generators import pdf
from generators.model.edition import BookEdition
from generators.pdf.markup import FOLDER, form_html
from generators.pdf.paper import paper_of
from generators.pdf.stretch import Heights
from generators.plan.book import plan_book
from generators.plan.ready import open_library
from generators.typeset import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from generators.plan.book import BookPlan
    from generators.plan.shape import Shape

_T = TypeVar("_T")

ROUNDS = 7
COLUMNS = (
    "pages",
    "fields",
    "KB",
    "compile",
    "json",
    "cold",
    "new",
    "same",
    "laid out",
    "floor",
    "laid/new",
    "new/fl.",
    "same/fl.",
    "MB",
)


def main() -> None:
    """Print a table: one row for each branch and edition."""
    if sys.argv[1:2] == ["--memory"]:
        print(assemble_alone(Path(sys.argv[2])))
        return
    library = open_library(Path(__file__).parents[1] / "content")
    book = next(iter(library.book.values()))
    compiled: dict[Shape, pdf.CompiledForm] = {}
    spent: dict[Shape, float] = {}
    print(f"{'branch':16}{'edition':8}" + "".join(f"{head:>9}" for head in COLUMNS))
    for branch in library.branch.values():
        if sys.argv[1:] and branch.id not in sys.argv[1:]:
            continue
        for edition in BookEdition:
            plan = plan_book(library, book, branch, year=library.publication.year, edition=edition)
            for shape in plan.shapes():
                if shape not in compiled:
                    spent[shape], compiled[shape] = timed(partial(pdf.compile_form, shape))
                    gc.collect()
            row = measure(plan, compiled, sum(spent[shape] for shape in plan.shapes()))
            print(f"{branch.id:16}{edition.value:5}" + "".join(f"{value:>9}" for value in row), flush=True)


def measure(plan: BookPlan, compiled: dict[Shape, pdf.CompiledForm], once: float) -> list[str]:
    """A row of the table."""
    stored = [compiled[shape].to_json() for shape in plan.shapes()]
    reading = best(lambda: [pdf.CompiledForm.from_json(text) for text in stored])
    first, made = timed(lambda: pdf.assemble_book(plan, compiled))
    work = lambda: pdf.assemble_book(plan, compiled)  # noqa: E731
    others = [another_branch(plan, number) for number in range(1, ROUNDS + 1)]
    new = min(timed(partial(pdf.assemble_book, other, compiled))[0] for other in others)
    assembling = best(work)
    laying, _ = timed(lambda: lay_out_whole(plan))
    gc.collect()
    with TemporaryDirectory() as folder:
        floor = best(lambda: Path(folder, "book.pdf").write_bytes(made))
    with pikepdf.open(io.BytesIO(made)) as document:
        pages = len(document.pages)
    count = sum(len(compiled[entry.shape].fields) for entry in plan.entries())
    return [
        *(str(number) for number in (pages, count, len(made) // 1024, round(once), round(reading), round(first))),
        *(f"{number:.2f}" for number in (new, assembling)),
        f"{laying:.0f}",
        f"{floor:.2f}",
        f"{laying / new:.0f}",
        f"{new / floor:.1f}",
        f"{assembling / floor:.1f}",
        f"{peak_megabytes(plan, compiled)}",
    ]


def timed(work: Callable[[], _T]) -> tuple[float, _T]:
    """CPU milliseconds of one run, and its result."""
    start = process_time()
    result = work()
    return (process_time() - start) * 1000, result


def best(work: Callable[[], object]) -> float:
    """CPU milliseconds of the best of several runs."""
    return min(repeat(work, timer=process_time, repeat=ROUNDS, number=1)) * 1000


def lay_out_whole(plan: BookPlan) -> bytes:
    """The book as one document of WeasyPrint: the same forms on the same paper."""
    style = (FOLDER / "form.css").read_text(encoding="utf-8") + (FOLDER / "cover.css").read_text(encoding="utf-8")
    pages, bodies = {}, []
    for entry in plan.entries():
        paper = paper_of(entry.shape)
        name = f"paper{list({**pages, paper: ''}).index(paper)}"
        pages[paper] = (
            f"@page {name} {{ size: {paper.width}mm {paper.height}mm; "
            f"margin: {paper.top}mm {paper.right}mm {paper.bottom}mm {paper.left}mm }}"
        )
        html = form_html(entry.shape, Heights())
        body = re.search(r"<body>(.*)</body>", html, re.DOTALL)
        bodies.append(f'<div style="page: {name}; break-before: page">{body[1] if body else ""}</div>')
    html = f"<html><head><style>{style}{''.join(pages.values())}</style></head><body>{''.join(bodies)}</body></html>"
    return press.layout(html).write_pdf()


def peak_megabytes(plan: BookPlan, compiled: dict[Shape, pdf.CompiledForm]) -> int:
    """Peak memory of a process that does nothing but assemble the book."""
    with TemporaryDirectory() as folder:
        Path(folder, "plan").write_bytes(pickle.dumps(plan))
        for number, shape in enumerate(plan.shapes()):
            Path(folder, f"{number}.json").write_text(compiled[shape].to_json(), encoding="utf-8")
        command = [sys.executable, __file__, "--memory", folder]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(done.stdout)


def assemble_alone(folder: Path) -> int:
    """Assemble a stored book; this process's peak memory in megabytes."""
    plan: BookPlan = pickle.loads((folder / "plan").read_bytes())  # noqa: S301 # written by ourselves just now
    compiled = {
        shape: pdf.CompiledForm.from_json((folder / f"{number}.json").read_text(encoding="utf-8"))
        for number, shape in enumerate(plan.shapes())
    }
    (folder / "book.pdf").write_bytes(pdf.assemble_book(plan, compiled))
    # Unlike getrusage, this does not count what the process that started us took.
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(peak[1]) // 1024 if peak else 0


if __name__ == "__main__":
    main()
