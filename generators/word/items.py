"""The blocks of a form as what a page is laid out from: frames of rows, paragraphs and turns of the page."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from generators.model.form import Break
from generators.plan.pages import rows_a_page
from generators.plan.shape import local_fields
from generators.word.cards import card_rows
from generators.word.grids import band_row, grid_rows, long_row, signature_row
from generators.word.layout import Frame, Item, Text, Turn
from generators.word.measure import line_count, points
from generators.word.ooxml import paragraph, run
from generators.word.styles import STYLES
from generators.word.tables import table_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generators.model.form import Block, Table
    from generators.plan.shape import Shape
    from generators.word.fields import Boxes
    from generators.word.paper import Paper
    from generators.word.rows import Row

    Part = Item | tuple[Row, ...]
    """What a block becomes: rows that join the frame around them, or an item that stands alone."""

_LEGEND = "　* 为必填"

_LONG_TABLE = 0.5
"""A table that takes more than this part of a page stands alone and repeats its head on every page."""


def items_of(shape: Shape, boxes: Boxes, paper: Paper) -> tuple[Item, ...]:
    """The form from top to bottom, the line below it included."""
    parts = chain.from_iterable(_parts(block, shape, boxes, paper) for block in shape.form.blocks)
    tip = (_tip(shape, paper),) if shape.form.tip else ()
    return (*_spaced(_framed(parts)), *tip)


def _tip(shape: Shape, paper: Paper) -> Text:
    """The line below the form; it also says what the stars mean."""
    required = any(field.spec.required for field in local_fields(shape))
    return _text("Tip", f"{shape.form.tip}{_LEGEND if required else ''}", paper)


def _framed(parts: Iterable[Part]) -> Iterator[Item]:
    """Neighbouring rows become one frame."""
    rows: tuple[Row, ...] = ()
    for part in parts:
        if isinstance(part, tuple):
            rows += part
            continue
        if rows:
            yield Frame(rows)
            rows = ()
        yield part
    if rows:
        yield Frame(rows)


def _spaced(items: Iterable[Item]) -> Iterator[Item]:
    """A gap between neighbouring frames: Word joins tables that touch."""
    before: Item | None = None
    for item in items:
        if isinstance(item, Frame) and isinstance(before, Frame):
            yield Text(paragraph("Gap"), STYLES["Gap"].height())
        yield item
        before = item


def _parts(block: Block, shape: Shape, boxes: Boxes, paper: Paper) -> Iterator[Part]:
    width = paper.text_width
    if block.heading is not None:
        yield (band_row(block.heading, width),)
    elif block.text is not None:
        yield _text("Body", block.text, paper)
    elif block.clauses is not None:
        for number, clause in enumerate(block.clauses, start=1):
            yield _clause(number, clause.text, paper)
    elif block.grid is not None:
        yield tuple(grid_rows(block.grid, boxes, width))
    elif block.long is not None:
        yield (long_row(block.long, boxes, width),)
    elif block.table is not None:
        yield _table(block.table, shape, boxes, paper)
    elif block.signatures is not None:
        yield (signature_row(block.signatures, width),)
    elif block.turn is Break.ALWAYS or not shape.compact:
        yield Turn()


def _table(table: Table, shape: Shape, boxes: Boxes, paper: Paper) -> Part:
    count = shape.rows_of(table)
    rows = (card_rows if table.cards else table_rows)(table, count, boxes, paper.text_width)
    if table.label:
        rows = (replace(band_row(table.label, paper.text_width), head=True), *rows)
    long = sum(row.height for row in rows) > paper.text_height * _LONG_TABLE
    if count > (table.per_page or count) or (long and table.cards):
        return Frame(rows, counted=True, per_page=rows_a_page(table, count))
    if long:
        return Frame(rows)
    return tuple(replace(row, head=False) for row in rows)


def _text(style: str, text: str, paper: Paper) -> Text:
    indent = 2.0 if STYLES[style].indent else 0.0
    lines = line_count(text, points(paper.text_width) / STYLES[style].size - indent)
    return Text(paragraph(style, run(text)), STYLES[style].height(lines))


def _clause(number: int, text: str, paper: Paper) -> Text:
    """A numbered clause; the tab leads to the hanging indent."""
    height = _text("Clause", text, paper).height
    return Text(paragraph("Clause", run(f"{number}.") + "<w:r><w:tab/></w:r>" + run(text)), height)
