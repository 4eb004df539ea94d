"""Tables whose rows are too much for one line each: every row is a card of labelled fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.plan.shape import TOTAL_ROW
from generators.word.fields import label_paragraph
from generators.word.grids import Inset, band_row, grid_rows
from generators.word.ooxml import paragraph
from generators.word.rows import Cell, Merge, Row
from generators.word.tables import anchored, lead_text, lead_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generators.model.form import FieldSpec, Table
    from generators.word.fields import Boxes


_LABEL_MM = 20.0
"""Width of a card's labels: a third of the line beside them must hold a date."""


def card_rows(table: Table, rows: int, boxes: Boxes, width: float) -> tuple[Row, ...]:
    """`rows` cards one below the other, each with its number at its left, and the total below."""
    lead = lead_width(table)
    cards: list[Row] = []
    for number in range(1, rows + 1):
        fields = grid_rows(table.columns, boxes, width, Inset(lead, _LABEL_MM, f"{table.name}.{number:02d}."))
        cards += _card(tuple(fields), lead, lead_text(table, number))
    if table.total:
        cards += _total(table.total, table, boxes, width)
    return anchored(tuple(cards), f"{table.name}.head")


def _card(fields: Sequence[Row], lead: float, text: str) -> Iterator[Row]:
    """The rows of one card under a heavier rule; its number reaches over all of them."""
    height = sum(row.height for row in fields)
    for row in fields:
        first = row is fields[0]
        cells = row.cells
        if lead:
            shown = label_paragraph(text, "Label", lead, height) if first else paragraph("Label")
            merge = Merge.NONE if len(fields) == 1 else Merge.FIRST if first else Merge.FURTHER
            cells = (Cell(0, lead, (shown,), shaded=True, merge=merge), *cells)
        yield replace(row, cells=cells, splits=False, follows=not first, opens=first)


def _total(name: str, table: Table, boxes: Boxes, width: float) -> Iterator[Row]:
    """The sums of the numbers, under a heading of their own."""
    summed: tuple[FieldSpec, ...] = tuple(spec for spec in table.columns if spec.kind is FieldKind.NUMBER)
    yield replace(band_row(name, width), follows=True)
    for row in grid_rows(summed, boxes, width, Inset(prefix=f"{table.name}.{TOTAL_ROW}.")):
        yield replace(row, follows=True)
