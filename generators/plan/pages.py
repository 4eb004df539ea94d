"""What the Word and the PDF book decide alike about pages: rows on a page, and which forms begin on a left one."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generators.model.form import Table

_FEW = 5
"""A last page with less than this part (a fifth) of the rows a page has is better saved."""

_SPREAD = 2
"""Pages of a form that lies open before the writer."""


def rows_a_page(table: Table, rows: int) -> int | None:
    """The most rows on a page of a table that has `rows`; as many as fit when there is none.

    It is what the form says, or a few more where those few would stand alone on a last page: 23 members rather close
    together on one page of twenty than three of them on a page of their own.
    """
    most = table.per_page
    if most is None or table.cards or rows <= most:
        return most
    full, left = divmod(rows, most)
    return ceil(rows / full) if 0 < left <= most // _FEW else most


def turned_before(page: int, pages: int, copies: int) -> bool:
    """Whether a filler page goes before a form that would begin on `page`, so that each copy of it lies open.

    That is a form of two pages, printed several times, whose first copy would begin on a right (odd) page. The filler
    is mostly one of those that the book needs anyway to fill its last sheet, so it costs no paper.
    """
    return copies > 1 and pages == _SPREAD and page % 2 == 1
