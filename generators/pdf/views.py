"""What the form template lays out: blocks with widths worked out and every field under its local name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generators.model.form import Break, FieldKind
from generators.pdf.cards import turns
from generators.pdf.labels import Label, label_for, text_mm
from generators.pdf.paper import LINE_MM
from generators.plan.shape import TOTAL_ROW
from generators.typeset.fonts import Face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.model.form import Block, ColumnGroup, FieldSpec, LongBox, Table
    from generators.plan.shape import Shape

_LISTED_MM = 30
"""Names of rows begin at the left in a column at least so wide, so that they read as a list."""
_ROOMY_MM = 20
"""Columns narrower than this on average are crowded."""

FRAMED = frozenset({"grid", "long", "table", "signatures"})
"""Blocks that stand in a frame; neighbours share one."""


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
    crowded: bool
    """Whether many columns share the page: then all letters are smaller."""

    @property
    def head(self) -> Label:
        """The heading broken for the column."""
        return label_for(self.heading, self.mm - 2 - (1.5 if self.spec.required else 0), 9.5 if self.crowded else 10.5)

    @property
    def field_pt(self) -> float:
        """Letter size of its fields."""
        return 9 if self.crowded else 10.5

    @property
    def heading(self) -> str:
        """Label with unit."""
        return self.spec.label + (f"（{self.spec.unit}）" if self.spec.unit else "")


@dataclass(frozen=True)
class TableView:
    """A table with as many rows as the shape says."""

    table: Table
    first_mm: float
    """Width of the column with numbers or row names; 0 without one."""
    columns: tuple[Column, ...]
    rows: int
    row_mm: float
    held: int | None = None
    """How many rows a page holds at most."""

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

    @property
    def lead_class(self) -> str:
        """What the cell with a row's number or name is."""
        if not self.table.row_labels:
            return "count"
        return "row-name listed" if self.first_mm >= _LISTED_MM else "row-name"

    def turns(self, number: int) -> bool:
        """Whether a row begins a page because the page before has as many as it may."""
        return turns(number, self.held)

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


def long_view(spec: LongBox, height_mm: float | None) -> LongView:
    """A long box, as high as it is told to be or as its lines need."""
    return LongView(spec, height_mm or spec.lines * LINE_MM)


def table_view(table: Table, rows: int, total_mm: float, row_mm: float | None, held: int | None = None) -> TableView:
    """A table whose columns share the width in proportion; its rows are as high as told, or as the form says.

    `held` is how many rows a page holds, where that differs from what the form says.
    """
    first = 0.0
    if table.row_labels:
        longest = max(text_mm(label) for label in (*table.row_labels, table.row_heading))
        first = min(max(18, longest + 4), total_mm / 4)
    elif table.numbered:
        first = max(10, text_mm(table.row_heading, 9.5) + 2)
    share = (total_mm - first) / sum(column.width for column in table.columns)
    crowded = (total_mm - first) / len(table.columns) < _ROOMY_MM
    columns = tuple(Column(spec, spec.width * share, crowded) for spec in table.columns)
    return TableView(table, first, columns, rows, row_mm or table.row_mm, held or table.per_page)


def cover_title_pt(title: str, total_mm: float) -> float:
    """Letter size at which the cover's title takes one line, with some white on both sides."""
    return round(min(36.0, total_mm * 0.94 / text_mm(title, 1, Face.SONG_BLACK)), 1)


def signature_rows(signers: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The signers three or, when that comes out even, two in a row."""
    size = len(signers) if len(signers) <= 3 else 2 if len(signers) % 2 == 0 else 3
    return tuple(tuple(signers[start : start + size]) for start in range(0, len(signers), size))
