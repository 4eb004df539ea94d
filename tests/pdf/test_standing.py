from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

from generators import pdf
from generators.pdf.standing import standing
from generators.plan.book import PlannedChapter
from tests.pdf.nouns import COVER, MEETING, entries, plan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.pdf import CompiledForm
    from generators.plan.shape import Shape


def books_of_one_make_up_begin_with_the_same_bytes(book: bytes, compiled: Mapping[Shape, CompiledForm]) -> None:
    before = standing.cache_info().misses
    changed = replace(plan(), owner=replace(plan().owner, name="中国共产党另一村支部委员会", short="另一村党支部"))
    other = pdf.assemble_book(changed, compiled)
    assert standing.cache_info().misses == before
    same = next(at for at, (one, two) in enumerate(zip(book, other, strict=False)) if one != two)
    assert same > len(book) / 3
    assert "另一村" in pypdfium2.PdfDocument(other)[3].get_textpage().get_text_bounded()


def a_book_of_another_make_up_stands_by_itself(book: bytes, compiled: Mapping[Shape, CompiledForm]) -> None:
    misses = standing.cache_info().misses
    chapters = (
        PlannedChapter("前置", front=True, entries=entries(COVER)),
        PlannedChapter("组织生活", front=False, entries=entries(MEETING, 7)),
    )
    assert len(pypdfium2.PdfDocument(pdf.assemble_book(plan(*chapters), compiled))) == 8
    assert standing.cache_info().misses == misses + 1
    assert pdf.assemble_book(plan(), compiled) == book


def the_branch_is_written_once_for_each_place_on_the_paper(book: bytes) -> None:
    with pikepdf.open(io.BytesIO(book)) as document:
        heads = document.pages[2].Resources.XObject
        used = [page.Contents[2].read_bytes() for page in document.pages]
        assert len(heads) == 4  # portrait and landscape, bound on either side
        assert all(any(f"{name} Do".encode() in stamp for stamp in used) for name in heads)
        assert b"Do" not in used[0]  # the cover has no head
