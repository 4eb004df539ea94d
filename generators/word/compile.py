"""Form → WordBlock: a form set once, to be repeated under the name of every copy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import TYPE_CHECKING

from generators.model.form import Break
from generators.plan.shape import local_fields
from generators.word.controls import Anchor, Control
from generators.word.cover import cover_pieces
from generators.word.fields import boxes_by_field
from generators.word.grids import BAND_MM, band_row, grid_rows, long_row, signature_row
from generators.word.layout import BORDER_MM, Frame, Item, Text, Turn, lay_out
from generators.word.measure import line_count, points
from generators.word.ooxml import paragraph, run
from generators.word.paper import paper_of
from generators.word.rows import table_xml
from generators.word.styles import STYLES
from generators.word.tables import table_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generators.model.form import Block, Table
    from generators.plan.shape import Shape
    from generators.word.fields import Boxes
    from generators.word.paper import Paper
    from generators.word.rows import Piece, Row

TITLE_MM = STYLES["ChapterLine"].height() + STYLES["Heading2"].height()
"""What the chapter's line and the form's title take of its first page."""

_LONG_TABLE = 0.5
"""A table that takes more than this part of a page stands alone and repeats its head on every page."""


@dataclass(frozen=True)
class WordBlock:
    """A compiled form: OOXML with slots. `texts[0] slots[0] texts[1] … texts[n]` is its body without title."""

    texts: tuple[str, ...]
    slots: tuple[Control | Anchor, ...]
    pages: int
    """Pages it takes with its title; contents count their own."""
    paper: Paper
    cover: bool = False
    contents: str | None = None
    """The heading of the contents, for the form that holds them."""


def compile_form(shape: Shape, *, title: float = TITLE_MM) -> WordBlock:
    """Set a form. `title` is the height its title takes, in millimetres."""
    paper = paper_of(shape)
    boxes = boxes_by_field(local_fields(shape))
    blocks = shape.form.blocks
    cover = next((block.cover for block in blocks if block.cover), None)
    if cover:
        return _block(cover_pieces(cover, boxes, paper), 1, paper, cover=True)
    contents = next((block.contents for block in blocks if block.contents), None)
    if contents:
        return _block((), 1, paper, contents=contents)
    laid_out = lay_out(tuple(_items(shape, boxes, paper)), paper.text_height, title)
    pieces = chain.from_iterable(_xml(item, paper) for item in laid_out.items)
    return _block(pieces, laid_out.pages, paper)


def _block(
    pieces: Iterable[Piece], pages: int, paper: Paper, *, cover: bool = False, contents: str | None = None
) -> WordBlock:
    """Neighbouring texts are joined, so that texts and slots alternate."""
    texts: list[str] = [""]
    slots: list[Control | Anchor] = []
    for piece in pieces:
        if isinstance(piece, str):
            texts[-1] += piece
        else:
            slots.append(piece)
            texts.append("")
    return WordBlock(tuple(texts), tuple(slots), pages, paper, cover, contents)


def _items(shape: Shape, boxes: Boxes, paper: Paper) -> Iterator[Item]:
    """What the form is made of, with neighbouring rows joined into one frame and frames held apart by a gap."""
    parts = chain.from_iterable(_parts(block, shape, boxes, paper) for block in shape.form.blocks)
    before: Item | None = None
    for joined, group in groupby(parts, key=lambda part: isinstance(part, tuple)):
        for item in [Frame(tuple(chain.from_iterable(group)))] if joined else group:
            if isinstance(item, Frame) and isinstance(before, Frame):
                yield Text(paragraph("Gap"), STYLES["Gap"].height())
            yield item
            before = item
    if shape.form.tip:
        yield _text("Tip", shape.form.tip, paper)


def _parts(block: Block, shape: Shape, boxes: Boxes, paper: Paper) -> Iterator[Item | tuple[Row, ...]]:
    """A block as rows that join the frame around them, or as an item that stands alone."""
    width = paper.text_width
    if block.heading is not None:
        yield (band_row(block.heading, width),)
    elif block.text is not None:
        yield _text("Body", block.text, paper)
    elif block.clauses is not None:
        for number, clause in enumerate(block.clauses, start=1):
            yield _text("Clause", f"{number}．{clause.text}", paper)
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


def _table(table: Table, shape: Shape, boxes: Boxes, paper: Paper) -> Frame | tuple[Row, ...]:
    rows = table_rows(table, shape.rows_of(table), boxes, paper.text_width)
    if table.label:
        rows = (replace(band_row(table.label, paper.text_width), head=True), *rows)
    if sum(row.height for row in rows) > paper.text_height * _LONG_TABLE:
        return Frame(rows)
    return tuple(replace(row, head=False) for row in rows)


def _text(style: str, text: str, paper: Paper) -> Text:
    lines = line_count(text, points(paper.text_width) / STYLES[style].size - _indent(style))
    return Text(paragraph(style, run(text)), STYLES[style].height(lines))


def _indent(style: str) -> float:
    return 2.0 if STYLES[style].indent else 0.0


def _xml(item: Item, paper: Paper) -> Iterable[Piece]:
    if isinstance(item, Text):
        return (item.xml,)
    if isinstance(item, Turn):
        return (paragraph("Gap", properties="<w:pageBreakBefore/>"),)
    return table_xml(item.rows, paper.text_width)
