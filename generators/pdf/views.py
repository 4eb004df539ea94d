"""What the form template lays out: blocks with widths worked out and every field under its local name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from generators.model.form import Break, FieldKind
from generators.pdf.paper import LINE_MM
from generators.plan.shape import TOTAL_ROW
from generators.typeset.fonts import Face, advance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.model.form import Block, ColumnGroup, FieldSpec, LongBox, Table
    from generators.plan.shape import Shape

_MM_PER_PT = 25.4 / 72
_LABEL_PT = 10.5
_COLUMNS = 12
"""A grid row is this many spans wide."""


def text_mm(text: str, size: float = _LABEL_PT, face: Face = Face.HEI) -> float:
    """Width of a text in millimetres at `size` points."""
    return advance(face, text) * size * _MM_PER_PT


@dataclass(frozen=True)
class Cell:
    """A label and the place beside it."""

    spec: FieldSpec
    label_mm: float
    value_mm: float
    suffix_mm: float
    """Room for the unit, or for short options to be ticked by hand; 0 when there is neither."""

    @property
    def suffix(self) -> str:
        """What stands at the right end."""
        return _suffix(self.spec)

    @property
    def height_mm(self) -> float:
        """Height of a box for several lines."""
        return self.spec.lines * LINE_MM


@dataclass(frozen=True)
class GridView:
    """Label–field pairs in rows."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class LongView:
    """A box of ruled lines."""

    spec: LongBox
    height_mm: float

    @property
    def lines(self) -> int:
        """Whole lines that find room, each at least as high as handwriting needs."""
        return max(1, int(self.height_mm / LINE_MM + 0.01))

    @property
    def pitch_mm(self) -> float:
        """Distance of the lines, so that they fill the box."""
        return self.height_mm / self.lines


@dataclass(frozen=True)
class Column:
    """A table's column."""

    spec: FieldSpec
    mm: float

    @property
    def head_pt(self) -> float:
        """Letter size of the heading: two lines at most, or as small as is readable."""
        return next((s for s in (10.5, 9.5, 8.5) if text_mm(self.heading, s) <= 2 * (self.mm - 2)), 8)

    @property
    def heading(self) -> str:
        """Label with unit."""
        return self.spec.label + (f"（{self.spec.unit}）" if self.spec.unit else "")

    @property
    def field_pt(self) -> float:
        """Letter size of the fields: narrow columns have smaller letters."""
        return 10.5 if self.mm >= 22 else 9 if self.mm >= 11 else 8


@dataclass(frozen=True)
class TableView:
    """A table with as many rows as the shape says."""

    table: Table
    first_mm: float
    """Width of the column with numbers or row names; 0 without one."""
    columns: tuple[Column, ...]
    rows: int

    @cached_property
    def groups(self) -> tuple[tuple[ColumnGroup, tuple[Column, ...]], ...]:
        """The joint headings with their columns."""
        taken, groups = 0, []
        for group in self.table.groups:
            groups.append((group, self.columns[taken : taken + group.columns]))
            taken += group.columns
        return tuple(groups)

    def row_name(self, number: int) -> str:
        """What stands at the beginning of a row."""
        return self.table.row_labels[number - 1] if self.table.row_labels else str(number)

    def field_name(self, number: int, column: Column) -> str:
        """Local name of a field; see plan.shape.table_fields."""
        return f"{self.table.name}.{number:02d}.{column.spec.field}"

    def total_name(self, column: Column) -> str | None:
        """Local name of a field in the total row; only numbers are added up."""
        return f"{self.table.name}.{TOTAL_ROW}.{column.spec.field}" if column.spec.kind is FieldKind.NUMBER else None


def sheets(shape: Shape) -> tuple[tuple[Block, ...], ...]:
    """The blocks between page turns."""
    found: list[list[Block]] = [[]]
    for block in shape.form.blocks:
        if block.turn is None:
            found[-1].append(block)
        elif (block.turn is Break.ALWAYS or not shape.compact) and found[-1]:
            found.append([])
    return tuple(tuple(blocks) for blocks in found if blocks)


def grid_view(specs: Sequence[FieldSpec], total_mm: float) -> GridView:
    """The fields in rows of twelve spans; the last field of a row takes what is left of it."""
    rows: list[list[tuple[FieldSpec, int]]] = []
    left = 0
    for spec in specs:
        if spec.span > left:
            rows.append([])
            left = _COLUMNS
        rows[-1].append((spec, spec.span))
        left -= spec.span
    wide = _label_mm([s for s in specs if s.span >= 4], total_mm * 4 / _COLUMNS)
    slim = _label_mm([s for s in specs if s.span < 4], total_mm * 3 / _COLUMNS)
    return GridView(tuple(tuple(_cells(row, total_mm, wide, slim)) for row in rows))


def long_view(spec: LongBox, heights: Mapping[str, float]) -> LongView:
    """A long box, as high as `heights` (millimetres) says or as its lines need."""
    return LongView(spec, heights.get(spec.field, spec.lines * LINE_MM))


def table_view(table: Table, rows: int, total_mm: float) -> TableView:
    """A table whose columns share the width in proportion."""
    first = 0.0
    if table.row_labels:
        longest = max(text_mm(label) for label in (*table.row_labels, table.row_heading))
        first = min(max(18, longest + 4), total_mm / 4)
    elif table.numbered:
        first = max(10, text_mm(table.row_heading, 9.5) + 2)
    share = (total_mm - first) / sum(column.width for column in table.columns)
    columns = tuple(Column(spec, spec.width * share) for spec in table.columns)
    return TableView(table, first, columns, rows)


def cover_title_pt(title: str, total_mm: float) -> float:
    """Letter size at which the cover's title takes one line, with some white on both sides."""
    return round(min(36.0, total_mm * 0.94 / text_mm(title, 1, Face.SONG_BLACK)), 1)


def signature_rows(signers: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The signers three or, when that comes out even, two in a row."""
    size = len(signers) if len(signers) <= 3 else 2 if len(signers) % 2 == 0 else 3
    return tuple(tuple(signers[start : start + size]) for start in range(0, len(signers), size))


def _cells(row: Sequence[tuple[FieldSpec, int]], total_mm: float, wide: float, slim: float) -> list[Cell]:
    cells = []
    spare = _COLUMNS - sum(span for _, span in row)
    for index, (spec, span) in enumerate(row):
        spans = span + (spare if index == len(row) - 1 else 0)
        label = wide if span >= 4 else slim
        suffix = text_mm(_suffix(spec), 9, Face.SONG) + 2.5 if _suffix(spec) else 0
        cells.append(Cell(spec, label, total_mm * spans / _COLUMNS - label - suffix, suffix))
    return cells


def _label_mm(specs: Sequence[FieldSpec], field_mm: float) -> float:
    """One width for the labels of a grid: the longest on one line, or long ones on two."""
    longest = max((text_mm(spec.label + ("*" if spec.required else "")) for spec in specs), default=0)
    limit = field_mm * 0.46
    return min(max(longest + 4, 18), limit) if longest + 4 <= limit else max(ceil(longest / 2) + 4, min(24, limit))


_HINT_MM = 24
"""Options longer than this are not printed in the cell."""


def _suffix(spec: FieldSpec) -> str:
    if spec.unit or spec.kind is not FieldKind.CHOICE:
        return spec.unit or ""
    options = "／".join(spec.choices)
    return options if text_mm(options, 9, Face.SONG) <= _HINT_MM else ""
