"""Cells that lost their names, found again by row and column below the head of their table.

Editors keep the mark in a table's head even where rows were copied, pasted or added by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.collect.record import Unread
from generators.collect.values import options, ticked
from generators.model.form import FieldKind
from generators.plan.shape import TOTAL_ROW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generators.collect.found import Found
    from generators.collect.names import Anchored, FieldNames
    from generators.model.form import FieldSpec, Table


MOST_ROWS = 2000
"""Rows below a head that are looked at."""


@dataclass(frozen=True)
class Cell:
    """A cell of a row below a table's head."""

    text: str
    names: tuple[str, ...]
    """Full names of the fields that are known to be in it; a name that came before is not among them."""


def read_rows(anchored: Anchored, rows: Sequence[Sequence[Cell]], names: FieldNames, found: Found) -> int:
    """Add what stands in the rows after the anchor's row and has no name of its own.

    Returns how many of the rows belong to the table.
    """
    further_heads = 1 if anchored.table.groups else 0
    body = list(_body(anchored, rows[further_heads:]))
    own = [_own_row(row, names) for row in body]
    taken = {row for row in own if row}
    last = max((int(row) for row in taken if row.isdigit()), default=0)
    for position, (row, part) in enumerate(zip(body, own, strict=True), start=1):
        if part is None:
            if not any(cell.text.strip() for cell in row[_lead(anchored.table) :]):
                continue
            part = _free_row(anchored.table, row, position, taken, last)  # noqa: PLW2901 - the row's name from here on
            if part.isdigit():
                last = max(last, int(part))
            taken.add(part)
        _read_row(anchored, part, row, found)
    return further_heads + len(body)


def _lead(table: Table) -> int:
    return 1 if table.row_labels or table.numbered else 0


def _body(anchored: Anchored, rows: Sequence[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    """The rows of the table: in one frame, other blocks of the form may follow."""
    below = f"{anchored.prefix}.{anchored.table.name}."
    for row in rows:
        foreign = any(not name.startswith(below) for cell in row for name in cell.names)
        if foreign or not _is_row(anchored.table, row):
            return
        yield row


def _is_row(table: Table, row: Sequence[Cell]) -> bool:
    """Whether a row is built like the table's own: as many cells, and a number or a row's name in front."""
    if len(row) != _lead(table) + len(table.columns) or any(cell.text.endswith("签名") for cell in row):
        return False
    front = row[0].text.strip()
    return not _lead(table) or not front or front.isdigit() or front in {*table.row_labels, table.total}


def _own_row(row: Sequence[Cell], names: FieldNames) -> str | None:
    places = (names.place(name) for cell in row for name in cell.names)
    return next((place.row for place in places if place), None)


def _free_row(table: Table, row: Sequence[Cell], position: int, taken: set[str], last: int) -> str:
    """The number of a row without names: its position, or the next free number for rows that were added."""
    if table.total and row[0].text.strip() == table.total and TOTAL_ROW not in taken:
        return TOTAL_ROW
    number = f"{position:02d}"
    return f"{last + 1:02d}" if number in taken else number


def _read_row(anchored: Anchored, part: str, row: Sequence[Cell], found: Found) -> None:
    for column, cell in zip(anchored.table.columns, row[_lead(anchored.table) :], strict=True):
        if cell.names or column.kind is FieldKind.SIGNATURE:
            continue
        if part == TOTAL_ROW and column.kind is not FieldKind.NUMBER:
            continue
        name = anchored.name(part, column)
        if column.kind is FieldKind.CHOICES:
            chosen = options(cell.text, column.choices)
            for number, choice in enumerate(column.choices, start=1):
                found.add(f"{name}.{number}", choice in chosen)
        elif column.kind is FieldKind.CHECKBOX:
            found.add(name, _ticked(column, name, cell.text, found))
        else:
            found.add(name, cell.text)


def _ticked(column: FieldSpec, name: str, text: str, found: Found) -> bool:
    tick = ticked(text)
    if tick is None and text.strip():
        found.unread.append(Unread(name, f"「{column.label}」应是方框，写的是「{text.strip()[:40]}」"))
    return bool(tick)
