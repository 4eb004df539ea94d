"""Spine labels for archive boxes: the chapters of the record book, sheet by sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.library import Library
    from generators.model.sign import Sign

SHEET_EDGE_MM = 8
"""What an office printer leaves white at each side."""


class LabelSheet(NamedTuple):
    """Labels that are printed on one sheet."""

    number: int
    """Which sheet, from 1."""
    year: int
    labels: tuple[tuple[int, str], ...]
    """Number and title of each chapter of the record book."""

    @property
    def title(self) -> str:
        """`第1张`."""
        return f"第{self.number}张"


def label_sheets(sign: Sign, library: Library) -> Iterator[LabelSheet]:
    """The chapters of the record book, as many to a sheet as stand side by side on it."""
    book = next(iter(library.book.values()), None)
    chapters = [chapter.title for chapter in book.chapters if not chapter.front] if book else []
    numbered = tuple(enumerate(chapters, start=1))
    fit = max(1, int((sign.size.w - 2 * SHEET_EDGE_MM) / sign.piece.w)) if sign.piece else 1
    for number, start in enumerate(range(0, len(numbered), fit), start=1):
        yield LabelSheet(number, library.publication.year, numbered[start : start + fit])
