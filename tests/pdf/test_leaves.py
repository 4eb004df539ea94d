from __future__ import annotations

import zlib
from itertools import pairwise
from typing import TYPE_CHECKING

import pymupdf
import pypdfium2

from generators import pdf
from generators.pdf.compiled import MM
from generators.pdf.notes import notes_page
from generators.plan.book import Entry, PlannedChapter
from generators.plan.shape import shape_with
from tests.pdf.nouns import CONTENTS, COVER, MEETING, entries, plan, shape_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.pdf import CompiledForm
    from generators.plan.shape import Shape


def it_fills_up_a_book_to_whole_sheets(book: bytes, compiled: Mapping[Shape, CompiledForm]) -> None:
    assert len(pypdfium2.PdfDocument(book)) == 8
    for copies, pages in ((1, 4), (4, 4), (5, 8)):
        chapter = PlannedChapter("组织生活", front=False, entries=entries(MEETING, copies))
        assert len(pypdfium2.PdfDocument(pdf.assemble_book(plan(chapter), compiled))) == pages


def it_heads_filler_pages_and_counts_them(book: bytes) -> None:
    text = pypdfium2.PdfDocument(book)[7].get_textpage().get_text_bounded()
    assert text.split() == ["附记", "中国共产党示例村支部委员会", "2027年度", "第", "8", "页", "共", "8", "页"]


def it_leaves_filler_pages_out_of_contents_and_bookmarks(book: bytes) -> None:
    document = pymupdf.open(stream=book)
    assert "附记" not in document[1].get_text()
    assert "附记" not in [title for _, title, _ in document.get_toc()]
    assert not list(document[7].widgets())


def it_heads_filler_pages_where_other_pages_are_headed(compiled: Mapping[Shape, CompiledForm]) -> None:
    laid_out = {slot.name: slot for slot in compiled[shape_of(MEETING)].slots}
    for slot in notes_page().slots:
        assert vars(slot) == vars(laid_out[slot.name])
    (page,), own = notes_page().pages, compiled[shape_of(MEETING)].pages[0]
    assert (page.width, page.height, page.shift) == (own.width, own.height, own.shift)


def it_rules_filler_pages_for_handwriting() -> None:
    content = zlib.decompress(notes_page().pages[0].content)
    heights = sorted({float(line.split()[1]) for line in content.splitlines() if line.endswith(b"l S")})
    lines = heights[:-1]
    assert len(lines) > 25
    assert min(b - a for a, b in pairwise(lines)) >= 8 * MM - 0.02


def it_brings_a_repeated_spread_onto_facing_pages(compiled: Mapping[Shape, CompiledForm]) -> None:
    shape = shape_with(MEETING, {"votes": 2}, compact=False)
    spread = pdf.compile_form(shape)
    assert len(spread.pages) == 2
    copies = tuple(Entry(shape, n, 2, {}) for n in (1, 2))
    chapters = (
        PlannedChapter("前置", front=True, entries=(*entries(COVER), *entries(CONTENTS))),
        PlannedChapter("组织生活", front=False, entries=copies),
    )
    book = pymupdf.open(stream=pdf.assemble_book(plan(*chapters), {**compiled, shape: spread}))
    headed = [number for number, page in enumerate(book, start=1) if "党员大会记录（第" in page.get_text()]
    assert headed == [4, 6]
    assert "附记" in book[2].get_text()
    assert "党员大会记录（共2份）" in book[1].get_text()
    assert [page for _, title, page in book.get_toc() if "第1次" in title] == [4]
