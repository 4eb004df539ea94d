"""A form's shape: the form with its row counts fixed, which is all a renderer needs to compile it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.form import FieldKind, Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generators.model.form import FieldSpec, Table

TOTAL_ROW = "total"
"""The row part of a field's name in a table's total row, where others have `01`, `02`, …"""


@dataclass(frozen=True)
class Shape:
    """A form as it will be laid out: compiled once, used by every branch that needs this shape."""

    form: Form
    rows: tuple[tuple[str, int], ...]
    """Table name and number of body rows, in the form's order."""
    compact: bool
    """精简版: a spread is laid out as one page."""

    def __hash__(self) -> int:
        # Forms with one id are hardly ever different, and walking through a form for its hash takes a while.
        return hash((self.form.id, self.rows, self.compact))

    def rows_of(self, table: Table) -> int:
        """The number of body rows of `table`; rows with fixed labels are exactly as many as the labels."""
        return dict(self.rows)[table.name]


@dataclass(frozen=True)
class LocalField:
    """One thing to fill in, named within its form: `date`, `parts.2`, `members.03.name`."""

    name: str
    spec: FieldSpec
    label: str
    """The label a screen reader or tooltip says: table, row and column named."""
    choice: str | None = None
    """The option this box stands for, for one of several choices."""


def blank_shape(form: Form, *, compact: bool) -> Shape:
    """The shape of a form that belongs to no branch."""
    return shape_with(form, {t.name: t.rows.when_blank for t in form.tables()}, compact=compact)


def shape_with(form: Form, rows: Mapping[str, int], *, compact: bool) -> Shape:
    """The shape with the given number of rows for each table."""
    counts = tuple((t.name, len(t.row_labels) or rows[t.name]) for t in form.tables())
    return Shape(form, counts, compact)


def local_fields(shape: Shape) -> Iterator[LocalField]:
    """Everything that can be filled in, in reading order. Signatures are blank paper, not fields."""
    for block in shape.form.blocks:
        for spec in block.fields():
            yield from _boxes(spec, spec.field, spec.label)
        if block.table:
            yield from table_fields(block.table, shape.rows_of(block.table))


def table_fields(table: Table, rows: int) -> Iterator[LocalField]:
    """The fields of a table row by row, its total row last."""
    for number in range(1, rows + 1):
        where = table.row_labels[number - 1] if table.row_labels else f"第{number}行"
        for column in table.columns:
            yield from _boxes(column, f"{table.name}.{number:02d}.{column.field}", f"{where} {column.label}")
    if table.total:
        for column in table.columns:
            if column.kind is FieldKind.NUMBER:
                yield from _boxes(column, f"{table.name}.{TOTAL_ROW}.{column.field}", f"{table.total} {column.label}")


def _boxes(spec: FieldSpec, name: str, label: str) -> Iterator[LocalField]:
    if spec.kind is FieldKind.SIGNATURE:
        return
    if spec.kind is FieldKind.CHOICES:
        for index, choice in enumerate(spec.choices, start=1):
            yield LocalField(f"{name}.{index}", spec, f"{label}：{choice}", choice)
    else:
        yield LocalField(name, spec, label)
