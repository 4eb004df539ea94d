"""What the Word and the PDF book decide alike about pages: rows on a page, and which forms lie open before the writer."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from generators.model.form import Break

if TYPE_CHECKING:
    from generators.model.form import Table
    from generators.plan.shape import Shape

_FEW = 5
"""A last page with less than this part (a fifth) of the rows a page has is better saved."""


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


def lies_open(shape: Shape) -> bool:
    """Whether the form is a spread (双页): it should begin on a left page, so that both pages lie open together."""
    return not shape.compact and any(block.turn is Break.SPREAD for block in shape.form.blocks)
