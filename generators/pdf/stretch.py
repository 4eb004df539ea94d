"""Filling pages: boxes and rows grow until nothing is left white that could be written on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import ceil
from typing import TYPE_CHECKING, Any

from generators.pdf import measure
from generators.pdf.cards import card_mm, cards_view
from generators.pdf.compiled import MM
from generators.pdf.paper import LINE_MM, paper_of
from generators.pdf.rowfill import (
    MOST_GROWTH,
    SAFETY_MM,
    closed_up,
    even_heights,
    fits,
    least_mm,
    rows_by_page,
    single_height,
)
from generators.pdf.views import FRAMED, sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generators.model.form import LongBox, Table
    from generators.plan.shape import Shape

_LEAST_LINES = 3
"""A filling box gives way down to this many lines when the form would run over its pages."""


@dataclass(frozen=True)
class Heights:
    """Heights in millimetres that a layout is made with, where they differ from the form's own."""

    boxes: Mapping[str, float] = field(default_factory=dict)
    """By field of the long box."""
    rows: Mapping[str, float] = field(default_factory=dict)
    """By name of the table."""
    cards: Mapping[str, float] = field(default_factory=dict)
    """What each card of a table grows by, by name of the table."""
    held: Mapping[str, int] = field(default_factory=dict)
    """How many rows a page of a table holds, where those it should hold do not fit or leave a few over."""


def lay_out_full(shape: Shape, lay_out: Callable[[Heights], Any]) -> Any:
    """The document that `lay_out` makes when boxes and rows fill their pages."""
    base = _close(shape, lay_out)
    boxes = [block.long for block in shape.form.blocks if block.long and block.long.fill]
    if boxes:
        return _with_even_rows(shape, _with_full_boxes(shape, boxes, base, lay_out), lay_out)
    framed = [block for block in shape.form.blocks if block.kind in FRAMED]
    cards = [block.table for block in framed if block.table and block.table.cards]
    if len(cards) == 1:
        return _with_full_cards(shape, cards[0], lay_out)
    if len(framed) == 1 and framed[0].table:
        return _with_full_rows(shape, framed[0].table, base, lay_out)
    return _with_even_rows(shape, base, lay_out)


def _close(shape: Shape, lay_out: Callable[[Heights], Any]) -> Heights:
    """Rows close together in tables that would else have a few of them on a last page; nothing where that fails."""
    held = closed_up(shape)
    if not held:
        return Heights()
    rows = {table.name: least_mm(table) for table in shape.form.tables() if table.name in held}
    closed = Heights(rows=rows, held=held)
    return closed if fits(shape, held, lay_out(closed)) else Heights()


def _with_full_boxes(shape: Shape, boxes: list[LongBox], base: Heights, lay_out: Callable[[Heights], Any]) -> Heights:
    heights = {box.field: box.lines * LINE_MM for box in boxes}
    document = lay_out(replace(base, boxes=heights))
    if len(document.pages) > _least_pages(shape, base):
        heights = {box.field: min(box.lines, _LEAST_LINES) * LINE_MM for box in boxes}
        document = lay_out(replace(base, boxes=heights))
    return replace(base, boxes=_grown(boxes, heights, document))


def _least_pages(shape: Shape, base: Heights) -> int:
    """Pages of the form when nothing runs over but tables that hold only so many rows a page."""
    most = {table.name: base.held.get(table.name, table.per_page) for table in shape.form.tables()}
    further = (
        ceil(shape.rows_of(table) / rows) - 1 for table in shape.form.tables() if (rows := most[table.name]) is not None
    )
    return len(sheets(shape)) + sum(max(0, pages) for pages in further)


def _grown(boxes: list[LongBox], heights: Mapping[str, float], document: Any) -> Mapping[str, float]:
    """The heights of the filling boxes when those of a page share what is left of it, by their numbers of lines."""
    places = measure.spots(document)
    by_page: dict[int, list[LongBox]] = {}
    for box in boxes:
        by_page.setdefault(places[box.field].page, []).append(box)
    grown: dict[str, float] = {}
    for page, of_page in by_page.items():
        free = max(0, measure.free_height(document, page) / MM - SAFETY_MM)
        height = sum(heights[box.field] for box in of_page) + free
        wanted = [heights[box.field] + free * box.lines / sum(b.lines for b in of_page) for box in of_page]
        lines = _whole_lines(wanted, max(len(of_page), int(height / LINE_MM + 0.01)))
        pitch = height / sum(lines)
        grown |= {box.field: round(pitch * count, 2) for box, count in zip(of_page, lines, strict=True)}
    return grown


def _whole_lines(wanted: Sequence[float], total: int) -> list[int]:
    """`total` lines shared out as near as can be to the wanted heights, so that all boxes of a page have one pitch."""
    pitch = sum(wanted) / total
    lines = [max(1, int(height / pitch + 1e-6)) for height in wanted]
    while sum(lines) < total:
        short = [height / pitch - count for height, count in zip(wanted, lines, strict=True)]
        lines[short.index(max(short))] += 1
    return lines


def _with_full_cards(shape: Shape, table: Table, lay_out: Callable[[Heights], Any]) -> Any:
    """The cards on as many pages as they need, each as high as the fullest page lets it be."""
    document, held = _without_stragglers(shape, table, Heights(), lay_out)
    pages = rows_by_page(shape, table, document)
    if not pages:
        return document
    most = max(pages.values())
    free = (measure.free_height(document, page) for page, rows in pages.items() if rows == most)
    growth = round(min(free) / MM / most - SAFETY_MM, 2)
    least = card_mm(cards_view(table, 1, paper_of(shape).text_width, 0, None))
    growth = min(growth, least * (MOST_GROWTH - 1))
    if growth <= 0:
        return document
    stretched = lay_out(Heights(cards={table.name: growth}, held=held))
    return stretched if len(stretched.pages) == len(document.pages) else document


def _without_stragglers(
    shape: Shape, table: Table, base: Heights, lay_out: Callable[[Heights], Any]
) -> tuple[Any, Mapping[str, int]]:
    """The document with as many rows on a page as there should be, or as find room, and none pushed off alone."""
    document = lay_out(base)
    pages = rows_by_page(shape, table, document)
    most = base.held.get(table.name, table.per_page)
    if most is None or len(pages) <= ceil(shape.rows_of(table) / most):
        return document, base.held
    free = {table.name: shape.rows_of(table)}
    flowing = lay_out(replace(base, held=free))
    if max(rows_by_page(shape, table, flowing).values()) <= most:
        return flowing, free
    held = {table.name: pages[min(pages)]}
    return lay_out(replace(base, held=held)), held


def _with_full_rows(shape: Shape, table: Table, base: Heights, lay_out: Callable[[Heights], Any]) -> Any:
    """The table on as many pages as before, its rows as high as they can be there."""
    document, held = _without_stragglers(shape, table, base, lay_out)
    height = single_height(table, shape.rows_of(table), paper_of(shape).bottom, document)
    if height <= base.rows.get(table.name, table.row_mm):
        return document
    stretched = lay_out(Heights(rows={table.name: height}, held=held))
    return stretched if len(stretched.pages) == len(document.pages) else document


def _with_even_rows(shape: Shape, heights: Heights, lay_out: Callable[[Heights], Any]) -> Any:
    """The tables among other blocks on the pages they have, their rows as high as the page lets them be."""
    document = lay_out(heights)
    grown = even_heights(shape, heights.rows, document)
    if not grown:
        return document
    stretched = lay_out(replace(heights, rows={**heights.rows, **grown}))
    return stretched if len(stretched.pages) == len(document.pages) else document
