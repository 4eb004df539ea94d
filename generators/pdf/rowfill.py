"""Rows of tables: how many a page takes, and how high they become so that nothing is left white below them."""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import TYPE_CHECKING, Any

from generators.model.form import FieldKind
from generators.pdf import measure
from generators.pdf.compiled import MM
from generators.pdf.paper import LINE_MM
from generators.plan.pages import rows_a_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generators.model.form import Table
    from generators.pdf.measure import Spot
    from generators.plan.shape import Shape

MOST_GROWTH = 1.5
"""Rows grow to this many times their own height at most: more would look forsaken, not generous."""
SAFETY_MM = 0.4
"""What stays free on a page, against rounding."""
_MANY = 6
"""With fewer rows on a page they keep their height: they would look larger than the fields around them."""

_WORTH_MM = 0.1
"""Less than this a row need not grow."""

_BOXED = frozenset({FieldKind.CHOICES, FieldKind.CHECKBOX, FieldKind.SIGNATURE})
"""Kinds whose cell is not itself the field."""


def closed_up(shape: Shape) -> Mapping[str, int]:
    """Tables that are better on fewer pages than they have rows for, and how many rows a page of them then holds."""
    wanted = {table.name: rows_a_page(table, shape.rows_of(table)) for table in shape.form.tables()}
    return {
        table.name: most
        for table in shape.form.tables()
        if (most := wanted[table.name]) is not None and most != table.per_page
    }


def fits(shape: Shape, held: Mapping[str, int], document: Any) -> bool:
    """Whether the tables take no more pages than their rows need with so many on each."""
    return all(
        len(rows_by_page(shape, table, document)) <= ceil(shape.rows_of(table) / held[table.name])
        for table in shape.form.tables()
        if table.name in held
    )


def least_mm(table: Table) -> float:
    """The height rows may shrink to: what handwriting needs, unless the form itself has lower ones."""
    return min(table.row_mm, LINE_MM)


def rows_by_page(shape: Shape, table: Table, document: Any) -> Mapping[int, int]:
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


def even_heights(shape: Shape, rows: Mapping[str, float], document: Any) -> Mapping[str, float]:
    """Row heights at which tables that stand whole on one page share what is left of it.

    `rows` are the heights the document was made with, where they differ from the form's own.
    """
    grown: dict[str, float] = {}
    for page, tables in _whole_tables(shape, document).items():
        counts = {table.name: shape.rows_of(table) + bool(table.total) for table in tables}
        free = measure.free_height(document, page) / MM - SAFETY_MM
        share = free / max(sum(counts.values()), 1)
        if sum(counts.values()) < _MANY or share < _WORTH_MM:
            continue
        for table in tables:
            height = rows.get(table.name, table.row_mm)
            grown[table.name] = round(max(height, min(height + share, table.row_mm * MOST_GROWTH)) - 0.01, 2)
    return grown


def single_height(table: Table, rows: int, bottom_mm: float, document: Any) -> float:
    """The largest row height in millimetres at which the only table of a form needs no further page."""
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
        return round(min(highest, table.row_mm * MOST_GROWTH) - 0.01, 2)
    heights = (space / count for space in room for count in range(1, total + 1))
    fitting = [h for h in heights if sum(int(space / h + 1e-6) for space in room) >= total]
    return round(min(max(fitting, default=0), table.row_mm * MOST_GROWTH) - 0.01, 2)


def _whole_tables(shape: Shape, document: Any) -> Mapping[int, list[Table]]:
    """Page → the tables that stand on it with all their rows."""
    found: dict[int, list[Table]] = {}
    for table, pages in _pages(shape, document):
        if len(pages) == 1:
            found.setdefault(next(iter(pages)), []).append(table)
    return found


def _pages(shape: Shape, document: Any) -> Iterator[tuple[Table, Mapping[int, int]]]:
    for table in shape.form.tables():
        if not table.cards:
            yield table, rows_by_page(shape, table, document)


def _room(cells: list[Spot], bottom_mm: float, document: Any) -> list[float]:
    """Millimetres for rows on each page of the table; on the last, what follows the table keeps its place."""
    tops = {cell.page: cell.rect.y1 for cell in reversed(cells)}
    room = [tops[page] / MM - bottom_mm - SAFETY_MM for page in sorted(tops)]
    last = cells[-1]
    after = last.rect.y0 / MM - bottom_mm - measure.free_height(document, last.page) / MM
    room[-1] -= after
    return room
