"""How long a Word book takes: assembled from compiled forms, and by the libraries one would otherwise use.

Run from the repository: `.venv/bin/python benchmarks/bench_word.py [BRANCH] [--docxtpl PYTHON]`. All rows make the same
book in one run; times are CPU milliseconds, the best of several rounds (docxtpl and python-docx: of one). docxtpl is no
dependency of ours: name the Python of an environment that has it, or its row is left out; its patterns take most of a
minute for a whole book. The floor is writing the finished bytes to a file.
"""

from __future__ import annotations

import argparse
import dataclasses
import io
import json
import resource
import subprocess
import sys
import tempfile
import tracemalloc
import zipfile
from functools import partial
from pathlib import Path
from time import process_time
from timeit import repeat
from typing import TYPE_CHECKING

import docx
from another_branch import another_branch
from docx.oxml import parse_xml
from lxml import etree

from generators import word
from generators.model.edition import BookEdition
from generators.plan.book import plan_book
from generators.plan.ready import open_library
from generators.word.contents import place
from generators.word.makeup import make_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from generators.plan.book import BookPlan

ROUNDS = 15

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Cells = list[list[list[str]]]
"""Tables as rows of cells: a cell's text, or the XML of its controls."""

DOCXTPL = """
import io, json, sys, time
from docxtpl import DocxTemplate
template, values = open(sys.argv[1], "rb").read(), json.load(open(sys.argv[2], encoding="utf-8"))
start = time.process_time()
document = DocxTemplate(io.BytesIO(template))
document.render(values)
document.save(io.BytesIO())
print(time.process_time() - start)
"""


def main() -> None:
    """Print a table: one row for each way to make the book."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("branch", nargs="?", default="example-village")
    arguments.add_argument("--docxtpl", default=sys.executable, help="a Python that has docxtpl")
    chosen = arguments.parse_args()
    library = open_library(Path(__file__).parents[1] / "content")
    book = next(iter(library.book.values()))
    branch = library.branch[chosen.branch]
    plan = plan_book(library, book, branch, year=library.publication.year, edition=BookEdition.COMPLETE)
    start = process_time()
    blocks = {shape: word.compile_form(shape) for shape in plan.shapes()}
    compiling = (process_time() - start) * 1000
    start = process_time()
    made = word.assemble_book(plan, blocks)
    first = (process_time() - start) * 1000
    pages = sum(copy.pages for copy in place(make_up(plan, blocks)))
    controls = sum(len(blocks[entry.shape].slots) for entry in plan.entries())
    print(f"{branch.id}: {pages} pages, {controls} controls, {len(made) // 1024} KB")
    with tempfile.TemporaryDirectory() as folder:
        floor = best(lambda: (Path(folder) / "book.docx").write_bytes(made), 50)
    others = [another_branch(plan, number) for number in range(1, ROUNDS + 1)]
    ours = min(best(partial(word.assemble_book, other, blocks), 1) for other in others)
    same = best(lambda: word.assemble_book(plan, blocks), ROUNDS)
    report("floor: writing the bytes", floor, ours)
    report("assembled, another branch of the same size", ours, ours)
    report("assembled again, the same values", same, ours)
    print(f"{'  the first book of its make-up':42}{first:10.2f} ms")
    print(f"{'  once for all books: forms compiled':42}{compiling:10.2f} ms")
    print(f"{'  times the floor':42}{ours / floor:10.1f} (another branch), {same / floor:.1f} (the same values)")
    tracemalloc.start()
    word.assemble_book(plan, blocks)
    print(f"memory of assembling, peak: {tracemalloc.get_traced_memory()[1] / 2**20:.1f} MB")
    tracemalloc.stop()
    print(f"memory of this process, peak: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10:.0f} MB")
    report("docxtpl", docxtpl(plan, blocks, chosen.docxtpl), ours)
    tables = cells(made)
    report("python-docx from scratch", best(lambda: from_scratch(tables), 1), ours)


def best(work: Callable[[], object], rounds: int) -> float:
    """The shortest time of so many rounds."""
    return min(repeat(work, timer=process_time, repeat=rounds, number=1)) * 1000


def report(name: str, milliseconds: float | None, ours: float) -> None:
    """One row of the table."""
    if milliseconds is None:
        print(f"{name:42}   left out: no docxtpl there (--docxtpl PYTHON)")
    else:
        print(f"{name:42}{milliseconds:10.2f} ms {milliseconds / ours:9.2f} ×")


def docxtpl(plan: BookPlan, blocks: dict[object, word.WordBlock], python: str) -> float | None:
    """Filling a template made of the same book, with a variable for each value that is known."""
    values: dict[str, str] = {}
    chapters = []
    for chapter in plan.chapters:
        entries = []
        for entry in chapter.entries:
            named = {name: f"v{len(values) + number}" for number, name in enumerate(entry.values)}
            values |= {named[name]: value for name, value in entry.values.items()}
            entries.append(dataclasses.replace(entry, values={n: f"{{{{ {v} }}}}" for n, v in named.items()}))
        chapters.append(dataclasses.replace(chapter, entries=tuple(entries)))
    template = word.assemble_book(dataclasses.replace(plan, chapters=tuple(chapters)), blocks)  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        (base / "template.docx").write_bytes(template)
        (base / "values.json").write_text(json.dumps(values), encoding="utf-8")
        command = [python, "-W", "ignore", "-c", DOCXTPL, str(base / "template.docx"), str(base / "values.json")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        if "No module named" not in done.stderr:
            sys.exit(done.stderr)
        return None
    return float(done.stdout) * 1000


def cells(made: bytes) -> list[Cells]:
    """What python-docx has to write: the tables of the book."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    return [
        [[_content(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in body.iter(f"{W}tbl")
    ]


def _content(cell: etree._Element) -> list[str]:
    controls = [etree.tostring(control, encoding="unicode") for control in cell.iter(f"{W}sdt")]
    return controls or ["".join(cell.itertext())]


def from_scratch(tables: list[Cells]) -> bytes:
    """The tables with their texts and controls, built cell by cell."""
    document = docx.Document()
    for rows in tables:
        table = document.add_table(0, max(len(row) for row in rows))
        for row in rows:
            for cell, content in zip(table.add_row().cells, row, strict=False):
                for text in content:
                    if text.startswith("<w:sdt"):
                        cell.paragraphs[0]._p.append(parse_xml(text))  # noqa: SLF001 # it has no way of its own
                    elif text:
                        cell.paragraphs[0].add_run(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
