"""Filling pages: boxes and rows grow until nothing is left white that could be written on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, Any

from generators.model.form import FieldKind
from generators.pdf import measure
from generators.pdf.cards import card_mm, cards_view
from generators.pdf.compiled import MM
from generators.pdf.paper import LINE_MM, paper_of
from generators.pdf.views import FRAMED, sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generators.model.form import LongBox, Table
    from generators.pdf.measure import Spot
    from generators.plan.shape import Shape

_LEAST_LINES = 3
"""A filling box gives way down to this many lines when the form would run over its pages."""
_MOST_GROWTH = 1.5
"""Rows grow to this many times their own height at most: more would look forsaken, not generous."""
_SAFETY_MM = 0.4
"""What stays free on a page, against rounding."""


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
    """How many rows a page of a table holds, where those it should hold do not fit."""


def lay_out_full(shape: Shape, lay_out: Callable[[Heights], Any]) -> Any:
    """The document that `lay_out` makes when boxes and rows fill their pages."""
    boxes = [block.long for block in shape.form.blocks if block.long and block.long.fill]
    if boxes:
        return _with_full_boxes(shape, boxes, lay_out)
    framed = [block for block in shape.form.blocks if block.kind in FRAMED]
    cards = [block.table for block in framed if block.table and block.table.cards]
    if len(cards) == 1:
        return _with_full_cards(shape, cards[0], lay_out)
    if len(framed) == 1 and framed[0].table:
        return _with_full_rows(shape, framed[0].table, lay_out)
    return lay_out(Heights())


def _with_full_boxes(shape: Shape, boxes: list[LongBox], lay_out: Callable[[Heights], Any]) -> Any:
    heights = {box.field: box.lines * LINE_MM for box in boxes}
    document = lay_out(Heights(boxes=heights))
    if len(document.pages) > len(sheets(shape)):
        heights = {box.field: min(box.lines, _LEAST_LINES) * LINE_MM for box in boxes}
        document = lay_out(Heights(boxes=heights))
    return lay_out(Heights(boxes=_grown(boxes, heights, document)))


def _grown(boxes: list[LongBox], heights: Mapping[str, float], document: Any) -> Mapping[str, float]:
    """The heights of the filling boxes when those of a page share what is left of it, by their numbers of lines."""
    places = measure.spots(document)
    by_page: dict[int, list[LongBox]] = {}
    for box in boxes:
        by_page.setdefault(places[box.field].page, []).append(box)
    grown: dict[str, float] = {}
    for page, of_page in by_page.items():
        free = max(0, measure.free_height(document, page) / MM - _SAFETY_MM)
        lines = sum(box.lines for box in of_page)
        grown |= {box.field: round(heights[box.field] + free * box.lines / lines, 2) for box in of_page}
    return grown


def _with_full_cards(shape: Shape, table: Table, lay_out: Callable[[Heights], Any]) -> Any:
    """The cards on as many pages as they need, each as high as the fullest page lets it be."""
    document, held = _without_stragglers(shape, table, lay_out)
    pages = _rows_by_page(shape, table, document)
    if not pages:
        return document
    most = max(pages.values())
    free = (measure.free_height(document, page) for page, rows in pages.items() if rows == most)
    growth = round(min(free) / MM / most - _SAFETY_MM, 2)
    least = card_mm(cards_view(table, 1, paper_of(shape).text_width, 0, None))
    growth = min(growth, least * (_MOST_GROWTH - 1))
    if growth <= 0:
        return document
    stretched = lay_out(Heights(cards={table.name: growth}, held=held))
    return stretched if len(stretched.pages) == len(document.pages) else document


def _without_stragglers(shape: Shape, table: Table, lay_out: Callable[[Heights], Any]) -> tuple[Any, Mapping[str, int]]:
    """The document with as many rows on a page as there should be, or as find room, and none pushed off alone."""
    document = lay_out(Heights())
    pages = _rows_by_page(shape, table, document)
    if table.per_page is None or len(pages) <= ceil(shape.rows_of(table) / table.per_page):
        return document, {}
    free = {table.name: shape.rows_of(table)}
    flowing = lay_out(Heights(held=free))
    if max(_rows_by_page(shape, table, flowing).values()) <= table.per_page:
        return flowing, free
    held = {table.name: pages[min(pages)]}
    return lay_out(Heights(held=held)), held


def _rows_by_page(shape: Shape, table: Table, document: Any) -> Mapping[int, int]:
    """How many rows of a table each page has; rows that are signed only are not seen."""
    places = measure.spots(document)
    first = [next((c for c in table.columns if c.kind is not FieldKind.SIGNATURE), None)]
    names = (
        f"{table.name}.{number:02d}.{column.field}" + (".1" if column.kind is FieldKind.CHOICES else "")
        for number in range(1, shape.rows_of(table) + 1)
        for column in first
        if column
    )
    return Counter(places[name].page for name in names)


def _with_full_rows(shape: Shape, table: Table, lay_out: Callable[[Heights], Any]) -> Any:
    """The table on as many pages as before, its rows as high as they can be there."""
    document, held = _without_stragglers(shape, table, lay_out)
    rows = shape.rows_of(table)
    height = _row_height(table, rows, paper_of(shape).bottom, document)
    if height <= table.row_mm:
        return document
    stretched = lay_out(Heights(rows={table.name: height}, held=held))
    return stretched if len(stretched.pages) == len(document.pages) else document


def _row_height(table: Table, rows: int, bottom_mm: float, document: Any) -> float:
    """The largest row height in millimetres at which the table needs no further page."""
    spots = measure.spots(document)
    column = next((c for c in table.columns if c.kind not in _BOXED), None)
    if column is None or not rows:
        return 0
    cells = [spots[f"{table.name}.{number:02d}.{column.field}"] for number in range(1, rows + 1)]
    room = _room(cells, bottom_mm, document)
    total = rows + (1 if table.total else 0)
    if table.per_page:
        held = Counter(cell.page for cell in cells)
        held[cells[-1].page] += total - rows
        highest = min(space / held[page] for space, page in zip(room, sorted(held), strict=True))
        return round(min(highest, table.row_mm * _MOST_GROWTH) - 0.01, 2)
    heights = (space / count for space in room for count in range(1, total + 1))
    fitting = [h for h in heights if sum(int(space / h + 1e-6) for space in room) >= total]
    return round(min(max(fitting, default=0), table.row_mm * _MOST_GROWTH) - 0.01, 2)


_BOXED = frozenset({FieldKind.CHOICES, FieldKind.CHECKBOX, FieldKind.SIGNATURE})
"""Kinds whose cell is not itself the field."""


def _room(cells: list[Spot], bottom_mm: float, document: Any) -> list[float]:
    """Millimetres for rows on each page of the table; on the last, what follows the table keeps its place."""
    tops = {cell.page: cell.rect.y1 for cell in reversed(cells)}
    room = [tops[page] / MM - bottom_mm - _SAFETY_MM for page in sorted(tops)]
    last = cells[-1]
    after = last.rect.y0 / MM - bottom_mm - measure.free_height(document, last.page) / MM
    room[-1] -= after
    return room
