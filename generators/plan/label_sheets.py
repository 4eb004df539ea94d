"""Spine labels for archive boxes: the chapters of the record book, sheet by sheet."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.base import Size
    from generators.model.branch import Branch
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
    piece: Size
    """Of one label, mm."""
    longest: int
    """Characters of the longest title of all sheets: boxes stand in a row, so all titles have one letter height."""

    @property
    def title(self) -> str:
        """`第1张`."""
        return f"第{self.number}张"


def label_sheets(sign: Sign, library: Library, branch: Branch) -> Iterator[LabelSheet]:
    """The chapters of the record book on as few sheets as hold them, about as many on each."""
    book = next(iter(library.book.values()), None)
    chapters = [chapter.title for chapter in book.chapters if not chapter.front] if book else []
    piece = label_piece(sign, branch)
    if not chapters or piece is None:
        return
    numbered = tuple(enumerate(chapters, start=1))
    longest = max(map(len, chapters))
    sheets = ceil(len(numbered) / max(1, int((sign.size.w - 2 * SHEET_EDGE_MM) / piece.w)))
    for number in range(sheets):
        start, end = (len(numbered) * at // sheets for at in (number, number + 1))
        yield LabelSheet(number + 1, library.publication.year, numbered[start:end], piece, longest)


def label_piece(sign: Sign, branch: Branch) -> Size | None:
    """The label as wide as the spines of the branch's boxes; None where the sign has no such label."""
    wanted = branch.venue.spine_mm
    pieces = (sign.piece or sign.size, *sign.other_pieces)
    return pieces[0] if wanted is None else next((piece for piece in pieces if piece.w == wanted), None)
