"""Tables with one row per thing recorded, as rows of a frame."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.plan.shape import TOTAL_ROW
from generators.word.controls import Anchor
from generators.word.fields import answer, label_paragraph, room_in
from generators.word.measure import MM_PER_POINT, ems, line_count, points
from generators.word.ooxml import paragraph, run, size_property
from generators.word.rows import Cell, Merge, Row, room_width
from generators.word.styles import STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generators.model.form import FieldSpec, Table
    from generators.word.fields import Boxes

_NUMBER_MM = 9.0
_LEAD_MM = 46.0
"""The most that names of rows take."""
_HEAD_MM = 8.0
_GROUP_MM = 7.0
_CROWDED = 8
"""From so many columns on, a table is set in small letters."""


@dataclass(frozen=True)
class _Column:
    spec: FieldSpec
    start: float
    width: float


@dataclass(frozen=True)
class _Frame:
    """A table's columns laid out over the width."""

    table: Table
    lead: float
    """Width of the column with numbers or row names; 0 when there is none."""
    columns: tuple[_Column, ...]

    @property
    def small(self) -> bool:
        return len(self.columns) >= _CROWDED

    def style_of(self, spec: FieldSpec) -> str:
        if spec.kind is FieldKind.LONG:
            return "SmallLines" if self.small else "Lines"
        return "SmallRow" if self.small else "Row"


def table_rows(table: Table, rows: int, boxes: Boxes, width: float) -> tuple[Row, ...]:
    """The head rows, `rows` body rows and the total row."""
    lead = lead_width(table)
    frame = _Frame(table, lead, tuple(_columns(table.columns, lead, width)))
    body = [_body_row(frame, boxes, f"{number:02d}", lead_text(table, number)) for number in range(1, rows + 1)]
    if table.total:
        body.append(replace(_body_row(frame, boxes, TOTAL_ROW, table.total), follows=True))
    return (*anchored(_head_rows(frame), f"{table.name}.head"), *body)


def lead_width(table: Table) -> float:
    """Millimetres of the column with numbers or names of rows; 0 when there is none."""
    if table.row_labels:
        longest = max(ems(text) for text in (*table.row_labels, table.row_heading))
        return min(_LEAD_MM, longest * STYLES["Row"].size * MM_PER_POINT + 3)
    return _NUMBER_MM if table.numbered else 0.0


def lead_text(table: Table, number: int) -> str:
    """The number or name of a row, counted from 1."""
    return table.row_labels[number - 1] if table.row_labels else str(number)


def _columns(specs: Sequence[FieldSpec], lead: float, width: float) -> Iterator[_Column]:
    unit = (width - lead) / sum(spec.width for spec in specs)
    used = 0
    for spec in specs:
        yield _Column(spec, lead + used * unit, spec.width * unit)
        used += spec.width


def _head_rows(frame: _Frame) -> tuple[Row, ...]:
    """One row of headings, or two when columns are grouped; a group without a name leaves both to its columns."""
    height = max([_HEAD_MM, *(_head_height(column) for column in frame.columns)])
    if not frame.table.groups:
        lead = _lead_heads(frame, height)[:1]
        return (Row((*lead, *(_head_cell(c, height) for c in frame.columns)), height, head=True),)
    upper, lower = [], []
    at = 0
    for group in frame.table.groups:
        columns = frame.columns[at : at + group.columns]
        at += group.columns
        if group.label:
            last = columns[-1]
            width = last.start + last.width - columns[0].start
            text = label_paragraph(group.label, "Head", width, _GROUP_MM)
            upper.append(Cell(columns[0].start, width, (text,), shaded=True))
            lower += [_head_cell(column, height) for column in columns]
        else:
            upper += [replace(_head_cell(c, _GROUP_MM + height), merge=Merge.FIRST) for c in columns]
            lower += [_further(c.start, c.width) for c in columns]
    lead = [
        *(replace(cell, merge=Merge.FIRST) for cell in _lead_heads(frame, _GROUP_MM + height)),
        *([_further(0, frame.lead)] if frame.lead else []),
    ]
    return (
        Row((*lead[:1], *upper), _GROUP_MM, head=True),
        Row((*lead[1:], *lower), height, head=True),
    )


def _further(start: float, width: float) -> Cell:
    return Cell(start, width, (paragraph("Head"),), shaded=True, merge=Merge.FURTHER)


def _lead_heads(frame: _Frame, height: float) -> list[Cell]:
    if not frame.lead:
        return []
    return [Cell(0, frame.lead, (label_paragraph(frame.table.row_heading, "Head", frame.lead, height),), shaded=True)]


def _heading(spec: FieldSpec) -> str:
    return f"{spec.label}（{spec.unit}）" if spec.unit else spec.label


def _head_cell(column: _Column, height: float) -> Cell:
    text = label_paragraph(_heading(column.spec), "Head", column.width, height, required=column.spec.required)
    return Cell(column.start, column.width, (text,), shaded=True)


def _head_height(column: _Column) -> float:
    """Millimetres the heading needs at its own size."""
    style = STYLES["Head"]
    text = _heading(column.spec) + ("*" if column.spec.required else "")
    lines = line_count(text, points(room_width(column.width)) / style.size)
    return lines * style.line * MM_PER_POINT + 1


def _body_row(frame: _Frame, boxes: Boxes, part: str, lead: str) -> Row:
    table, height = frame.table, frame.table.row_mm
    style = "SmallRow" if frame.small else "Row"
    name = _lead_paragraph(style, lead, frame.lead or (frame.columns[0].width if frame.columns else 0), height)
    cells = [Cell(0, frame.lead, (name,))] if frame.lead else []
    for column in frame.columns:
        there = boxes.get(f"{table.name}.{part}.{column.spec.field}", ())
        unnamed = part == TOTAL_ROW and not frame.lead and column is frame.columns[0]
        pieces = (name,) if unnamed else answer(there, frame.style_of(column.spec), column.width, height)
        cells.append(Cell(column.start, column.width, pieces))
    return Row(tuple(cells), height, splits=height >= _TALL_MM)


def _lead_paragraph(style: str, text: str, width: float, height: float) -> str:
    """The number or name of a row, in smaller letters where it would not fit on one line."""
    room = replace(room_in(style, width, height), lines=1)
    size = room.fitting_size(text)
    return paragraph(style, run(text, size_property(size) if size < room.size else ""))


_TALL_MM = 30.0
"""Rows from this height on may be divided between pages when their text grows."""


def anchored(rows: tuple[Row, ...], name: str) -> tuple[Row, ...]:
    """The rows with the table's bookmark in the first cell, inside its paragraph."""
    first, *others = rows
    cell = first.cells[0]
    text = str(cell.pieces[0])
    end = text.rindex("</w:p>")
    pieces = (text[:end], Anchor(name), text[end:])
    return (replace(first, cells=(replace(cell, pieces=pieces), *first.cells[1:])), *others)
